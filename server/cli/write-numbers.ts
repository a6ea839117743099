import { englishFormats, type Summary, type VerdictFormats } from '../../models/index.ts';

/** Spaces that keep together what belongs together; `asPrinted` makes ordinary ones of them, for grep. */
export const terminalFormats: VerdictFormats = { number: englishFormats.number, space: '\u00a0' };

export function asPrinted(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

/** Writes one number of a report; `signed` puts a plus before gains. */
export type NumberWriter = (value: number, signed?: boolean) => string;

/**
 * Money to three digits, which is more than any interval supports. All amounts of a table are written alike: cents
 * where all are small, millions and billions as such where some are large.
 */
export function moneyWriter(currency: string, amounts: readonly number[]): NumberWriter {
  return intlWriter({ style: 'currency', currency, ...roundingFor(Math.max(...amounts.map(Math.abs))) });
}

/** Estimated numbers of customers, to three digits. */
export function estimateWriter(counts: readonly number[]): NumberWriter {
  return intlWriter(roundingFor(Math.max(...counts.map(Math.abs)) * 10));
}

/** Customers that were counted, not estimated. */
export const countWriter: NumberWriter = intlWriter({ maximumFractionDigits: 0 });

function roundingFor(largest: number): Intl.NumberFormatOptions {
  if (largest < 100) return { maximumFractionDigits: 2 };
  if (largest >= 10_000_000) return { notation: 'compact', maximumSignificantDigits: 3 };
  return { maximumFractionDigits: 0, maximumSignificantDigits: 3, roundingPriority: 'lessPrecision' };
}

/** Percent to one decimal; to two where all shares would otherwise be next to nothing. */
export function percentWriter(shares: readonly number[]): NumberWriter {
  const decimals = shares.every((share) => Math.abs(share) < 0.002) ? 2 : 1;
  return (value, signed) =>
    `${signed && value > 0 ? '+' : ''}${englishFormats.number(value * 100, decimals)} %`;
}

const three: NumberWriter = intlWriter({ maximumSignificantDigits: 3 });

/** Three digits, for figures whose unit Kept does not know. */
export const writeFigure = (value: number): string => three(value);

const four: NumberWriter = intlWriter({ maximumSignificantDigits: 4 });

/** Four digits: assumptions are read to be checked, not to be compared at a glance. */
export const writePrecise = (value: number): string => four(value);

/** `4.1 % to 9.8 %`, the 80 % interval; nothing where it has no width. */
export function writeInterval(write: NumberWriter, { low80, high80 }: Summary, signed?: boolean): string {
  return low80 === high80 ? '' : `${write(low80, signed)} to ${write(high80, signed)}`;
}

function intlWriter(options: Intl.NumberFormatOptions): NumberWriter {
  const plain = new Intl.NumberFormat('en', { ...options, signDisplay: 'negative' });
  const signing = new Intl.NumberFormat('en', { ...options, signDisplay: 'exceptZero' });
  return (value, signed) => asPrinted((signed ? signing : plain).format(value).replace('-', '\u2212'));
}
