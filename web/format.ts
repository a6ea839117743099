// How numbers, money and months are written on the page: numbers and times as the reader's language has them, words in
// English; a minus is U+2212, "8 %" keeps a narrow no-break space.
const english = 'en-US';
let locale = english;
const minus = '\u2212';
/** Narrow no-break space, between a number and its sign of percent. */
export const thin = '\u202f';

const formats = new Map<string, Intl.NumberFormat>();

/** Writes numbers and times as this language does, such as `de-CH`; in Latin digits, which can be typed back. */
export function useLocale(language: string): void {
  locale = Intl.NumberFormat.supportedLocalesOf(language).length > 0 ? `${language}-u-nu-latn` : english;
  formats.clear();
}

/** The sign between whole and part of a number, "." or ",". */
export function decimalSign(): string {
  return (
    numberFormat(1)
      .formatToParts(0.5)
      .find(({ type }) => type === 'decimal')?.value ?? '.'
  );
}

function numberFormat(digits: number, least = digits): Intl.NumberFormat {
  const key = `${digits} ${least}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    minimumFractionDigits: least,
    maximumFractionDigits: digits,
  });
  formats.set(key, made);
  return made;
}

/** A number with so many decimals, and so many at least; what rounds to zero has no sign. */
export function formatNumber(value: number, digits = 0, least = digits): string {
  const size = numberFormat(digits, least).format(Math.abs(value));
  return value < 0 && /[1-9]/.test(size) ? minus + size : size;
}

/** As `formatNumber`, with a plus before what is positive. */
export function formatSigned(value: number, digits = 0, least = digits): string {
  const text = formatNumber(value, digits, least);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** How sentences that the simulator makes write their numbers here. */
export const readerFormats = { number: formatNumber, space: thin };

/** A fraction as percent: 0.091 is "9.1 %". */
export function formatPercent(fraction: number, digits = 1): string {
  return `${formatNumber(fraction * 100, digits)}${thin}%`;
}

/** A fraction as a signed percent: 0.08 is "+8.0 %". */
export function formatSignedPercent(fraction: number, digits = 1): string {
  return `${formatSigned(fraction * 100, digits)}${thin}%`;
}

/** A change of the fee in percent, to the second decimal that it can be set to: 8 is "8.0", 7.25 is "7.25". */
function formatFeeNumber(percent: number, format = formatNumber): string {
  return format(percent, 2, 1);
}

/** Without sign: "8.0 %", "7.25 %". */
export function formatFee(percent: number): string {
  return `${formatFeeNumber(Math.abs(percent))}${thin}%`;
}

/** With its sign, and the number alone where the unit stands by itself: "+8.0". */
export function formatSignedFee(percent: number, unit = `${thin}%`): string {
  return formatFeeNumber(percent, formatSigned) + unit;
}

const signs = new Map<string, string>();

/** Sign of a currency such as "$", "€" or "CHF " as it stands before an amount. */
export function currencySign(currency: string): string {
  const known = signs.get(currency);
  if (known !== undefined) return known;
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const parts = new Intl.NumberFormat(english, style).formatToParts(0);
  const sign = parts.find((part) => part.type === 'currency')?.value ?? currency;
  const spaced = /[A-Z]$/.test(sign) ? `${sign}\u00a0` : sign;
  signs.set(currency, spaced);
  return spaced;
}

/** An amount to the cent: "$71.71". */
export function formatPrice(amount: number, currency: string): string {
  const text = formatNumber(Math.abs(amount), 2);
  return `${amount < 0 && /[1-9]/.test(text) ? minus : ''}${currencySign(currency)}${text}`;
}

const scales: readonly (readonly [at: number, divisor: number, unit: string])[] = [
  [1e9, 1e9, 'bn'],
  [1e6, 1e6, 'm'],
  [1e4, 1e3, 'k'],
  [0, 1, ''],
];

/** A large amount in three or four figures: "$155k", "$12.4m"; with so many `more` decimals. */
export function formatMoney(amount: number, currency: string, more = 0): string {
  const text = shorten(Math.abs(amount), false, more);
  return `${amount < 0 && /[1-9]/.test(text) ? minus : ''}${currencySign(currency)}${text}`;
}

function shorten(size: number, isRound = false, more = 0): string {
  const [, divisor, unit] = scales.find(([at]) => size >= at) ?? scales[scales.length - 1];
  const scaled = size / divisor;
  const digits = (divisor < 1e6 || scaled >= 100 ? 0 : scaled < 10 ? 2 : 1) + more;
  return numberFormat(digits, isRound ? 0 : digits).format(scaled) + unit;
}

/** A number of customers: in full below 100,000, in three figures above; with so many `more` decimals. */
export function formatCount(count: number, more = 0): string {
  if (Math.abs(count) < 1e5) return formatNumber(count, more);
  return (count < 0 ? minus : '') + shorten(Math.abs(count), false, more);
}

/** As `formatCount`, with a plus before what is positive, and one decimal where there are few. */
export function formatSignedCount(count: number): string {
  if (Math.abs(count) < 10 && !Number.isInteger(count)) return formatSigned(count, 1);
  const text = formatCount(count);
  return count > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A figure of unknown size in three figures. */
export function formatFigure(value: number): string {
  if (value === 0) return '0';
  const digits = Math.max(0, Math.min(6, 2 - Math.floor(Math.log10(Math.abs(value)))));
  return Math.abs(value) >= 1e5 ? formatCount(value) : formatNumber(value, digits);
}

/** A round amount on an axis: "+$500k", "−$1.5m". */
export function formatAxisMoney(amount: number, currency: string): string {
  const text = shorten(Math.abs(amount), true);
  const sign = !/[1-9]/.test(text) ? '' : amount < 0 ? minus : '+';
  return `${sign}${currencySign(currency)}${text}`;
}

/** As `formatMoney`, with a plus before a gain. */
export function formatSignedMoney(amount: number, currency: string): string {
  const text = formatMoney(amount, currency);
  return amount > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** Names that were given: a list of months is written anew at every move of the fader. */
const monthNames = new Map<number, string>();
const monthFormat = new Intl.DateTimeFormat(english, { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Calendar name of a month of the plan, "March 2027"; `null` when the scenario has no start. */
export function calendarMonth(start: string | undefined, month: number): string | null {
  const match = /^(\d{4})-(\d{2})$/.exec(start ?? '');
  if (!match) return null;
  const first = Date.UTC(Number(match[1]), Number(match[2]) - 2 + month, 1);
  const name = monthNames.get(first) ?? monthFormat.format(first);
  monthNames.set(first, name);
  return name;
}

/** A day of the reader's own calendar: "November 22, 2026". */
export function formatDay(milliseconds: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(milliseconds);
}

/** A moment of the reader's own clock: "Nov 22, 2026, 2:32 PM". */
export function formatTime(milliseconds: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(milliseconds);
}

/** "1 month", "3 months". */
export function formatMonths(count: number): string {
  return `${count}\u00a0month${count === 1 ? '' : 's'}`;
}

/** A change as a screen reader should say it: "plus 8.0 percent". */
export function spokenPercent(percent: number): string {
  const size = formatFeeNumber(Math.abs(percent));
  if (!/[1-9]/.test(size)) return 'no change';
  return `${percent < 0 ? 'minus' : 'plus'} ${size} percent`;
}

/** A sentence or name as it stands after a colon or within a sentence. */
export function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** Whether a chance, told of a hundred runs, is told as more than none. */
export function isOneOfHundred(chance: number): boolean {
  return Math.round(chance * 100) > 0;
}

const nameList = new Intl.ListFormat(english);

/** "Trust", "Trust and price", "Trust, price, and delay". */
export function listNames(names: readonly string[]): string {
  return nameList.format(names);
}
