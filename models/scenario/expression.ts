import { type Unit, units } from './place.ts';

/**
 * The grammar of quantities, as text:
 *
 *     amount   8   66.40   8 %   2.4 %/month   10 %/year   92 /month   4 months   2 years   48 h   300 s   2 points
 *     range    A to B, an 80 % interval; a unit on one end serves both:  20 to 28   5 to 50 %   5 % to 50 %
 *     formula  = and an expression over the scenario's inputs, in quotes:  "= 18 * (1 + wageRise)"
 *
 * A number has a decimal point, no thousands sign and no leading plus; it may end in an exponent (1e6). One space or
 * none stands before a unit. `%` is a hundredth, `/month` and `/year` are periods. Nothing else is read, and each
 * common slip is answered with what to write instead.
 */
export type Expression =
  | { readonly kind: 'amount'; readonly amount: Amount }
  | { readonly kind: 'range'; readonly low: Amount; readonly high: Amount }
  | { readonly kind: 'formula'; readonly text: string }
  | { readonly kind: 'refused'; readonly message: string };

export interface Amount {
  readonly value: number;
  readonly unit: Unit;
}

const longestText = 600;
const amountPattern = /^(-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?)\s*(.*)$/i;

/** Reads one quantity's text; what its place makes of the unit is decided elsewhere. Never throws. */
export function parseExpression(text: string): Expression {
  if (text.length > longestText) return refused(`is longer than ${longestText} characters`);
  if (text.startsWith('=')) return { kind: 'formula', text: text.slice(1).trim() };
  const slip = commonSlip(text);
  if (slip !== undefined) return refused(slip);
  const ends = text.split(/\s+to\s+/);
  if (ends.length > 2) return refused('has more than two ends; a range is A to B');
  const amounts = ends.map(parseAmount);
  const wrong = amounts.find((amount) => typeof amount === 'string');
  if (typeof wrong === 'string') return refused(wrong);
  const [low, high] = amounts as Amount[];
  if (high === undefined) return { kind: 'amount', amount: low };
  return { kind: 'range', low: withUnitOf(low, high), high: withUnitOf(high, low) };
}

/** A unit or a period on one end serves both: `20 to 28 %`, `2 % to 3 %/month`. */
function withUnitOf(amount: Amount, other: Amount): Amount {
  const isOpen = amount.unit === '' || (amount.unit === '%' && other.unit.startsWith('%/'));
  return isOpen ? { value: amount.value, unit: other.unit } : amount;
}

function parseAmount(text: string): Amount | string {
  const match = amountPattern.exec(text.trim());
  if (!match) return /\d/.test(text) ? 'is no number this format knows' : 'is no number';
  const value = Number(match[1]);
  if (!Number.isFinite(value)) return 'is too large to compute with';
  if (value === 0 && /[1-9]/.test(match[1].split(/e/i)[0])) return 'is too small to compute with';
  const unit = parseUnit(match[2]);
  return unit === undefined ? unknownUnit(match[2]) : { value, unit };
}

const singular = new Map<string, Unit>([
  ['month', 'months'],
  ['year', 'years'],
  ['day', 'days'],
  ['point', 'points'],
]);

function parseUnit(written: string): Unit | undefined {
  const tight = written.replace(/\s*([%/])\s*/g, '$1').trim();
  return units.find((unit) => unit === tight) ?? singular.get(tight);
}

/** Usual spellings that are not in the grammar, and what stands there instead. */
const spellings: readonly (readonly [RegExp, Unit])[] = [
  [/^(percent|pct|per cent)$/i, '%'],
  [/^(%|percent|pct|per cent) ?(\/|per|an?|each) ?m(o|onths?|nth)?\.?$|^% ?monthly$/i, '%/month'],
  [
    /^(%|percent|pct|per cent) ?(\/|per|an?|each) ?y(r|ears?|rs)?\.?$|^% ?(yearly|annually|p\.? ?a\.?)$/i,
    '%/year',
  ],
  [/^(\/|per|an?|each) ?m(o|onths?|nth)?\.?$|^monthly$/i, '/month'],
  [/^(\/|per|an?|each) ?y(r|ears?|rs)?\.?$|^(yearly|annually|p\.? ?a\.?)$/i, '/year'],
  [/^(m|mo|mos|mths?|months?)\.?$/i, 'months'],
  [/^(y|yrs?|years?)\.?$/i, 'years'],
  [/^(d|days?)\.?$/i, 'days'],
  [/^(hours?|hrs?|h)\.?$/i, 'h'],
  [/^(minutes?|mins?)\.?$/i, 'min'],
  [/^(seconds?|secs?|s)\.?$/i, 's'],
  [/^(pts?|pp|points?|percentage points)\.?$/i, 'points'],
];

function unknownUnit(written: string): string {
  const meant = spellings.find(([pattern]) => pattern.test(written))?.[1];
  if (meant !== undefined) return `has no known unit; write ${meant}`;
  if (/^[A-Z]{3}$|^[€$£¥]/.test(written)) return 'names a currency; the file states it once, at its top';
  if (/^(k|m|mn|bn|thousand|million)\b/i.test(written)) return 'is shortened; write the digits out';
  return `has an unknown unit; known are ${units.filter((unit) => unit !== '').join(', ')}`;
}

function commonSlip(text: string): string | undefined {
  if (/^\+/.test(text) || /\sto\s+\+/.test(text)) return 'starts with a plus sign; leave it out';
  if (/[\u2212\u2012-\u2015]/.test(text)) {
    return /\d\s*[\u2212\u2012-\u2015]\s*\d/.test(text) ? rangeRemedy : 'has a typographic minus; write -';
  }
  if (/\d\s*(-|\.\.+|–)\s*\d/.test(text.replace(/e-\d/gi, ''))) return rangeRemedy;
  if (/±|\+\/-/.test(text)) return 'gives a middle and a margin; write the two ends: A to B';
  if (/^[€$£¥]/.test(text)) return 'names a currency; the file states it once, at its top';
  if (/\d,\d/.test(text)) return commaRemedy(text);
  if (/\d[_'’\u00a0\u202f ]\d/.test(text)) return 'has a sign between its digits; write them without';
  if (/^[-.]*(nan|inf|infinity)$/i.test(text)) return 'is no number to compute with';
  if (/^0[xob]/i.test(text)) return 'is no decimal number';
  return undefined;
}

const rangeRemedy = 'is no range; write A to B';

function commaRemedy(text: string): string {
  const number = /\d[\d,.]*/.exec(text)?.[0] ?? '';
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(number)) {
    return `has a comma; write ${number.replaceAll(',', '')} without it`;
  }
  return 'has a comma; decimals have a point, as in 1.5';
}

function refused(message: string): Expression {
  return { kind: 'refused', message };
}
