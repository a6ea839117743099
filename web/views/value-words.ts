import type { Change, Quantity } from '../../models/index.ts';
import { actionText as words } from '../action-text.ts';
import { formatNumber, formatPrice, formatSigned, thin } from '../format.ts';
import type { BestValue } from '../state/base.ts';

type Write = (quantity: Quantity) => string;

/** How the numbers of a plan are written, each at its best value. */
export interface ValueWords {
  readonly money: Write;
  /** A fraction, "40 %", and with its sign, "+40 %". */
  readonly share: Write;
  readonly signedShare: Write;
  /** A plain number with at most two decimals, and with its sign. */
  readonly number: Write;
  readonly signed: Write;
  readonly hours: Write;
  /** "+8 %", "+$2.00" or "to $9.00". */
  readonly change: (change: Change, write: Write) => string;
  /** What a programme costs at its start and each month. */
  readonly costs: (cost: { readonly once?: Quantity; readonly monthly?: Quantity }) => string[];
  /** A certain number, as a share or in points. */
  readonly level: (value: number, unit: 'share' | 'points') => string;
}

export function createValueWords(currency: string, bestValue: BestValue): ValueWords {
  const money = (quantity: Quantity) => formatPrice(bestValue(quantity), currency);
  const signed = (quantity: Quantity) => short(bestValue(quantity), formatSigned);
  const signedShare = (quantity: Quantity) => percent(bestValue(quantity), formatSigned);
  const change = ({ kind, quantity }: Change, write: Write) => {
    if (kind === 'byPercent') return signedShare(quantity);
    if (kind === 'to') return words.to(write(quantity));
    return bestValue(quantity) > 0 ? `+${write(quantity)}` : write(quantity);
  };
  // A cost of nothing is not told.
  const spent = (cost: Quantity | undefined): cost is Quantity => cost !== undefined && bestValue(cost) !== 0;
  return {
    money,
    share: (quantity) => percent(bestValue(quantity), formatNumber),
    signedShare,
    number: (quantity) => short(bestValue(quantity), formatNumber),
    signed,
    hours: (quantity) => `${short(bestValue(quantity), formatNumber)}\u00a0h`,
    change,
    costs: ({ once, monthly }) => [
      ...(spent(once) ? [words.once(wholeMoney(bestValue(once), currency))] : []),
      ...(spent(monthly) ? [words.monthly(wholeMoney(bestValue(monthly), currency))] : []),
    ],
    level: (value, unit) => (unit === 'share' ? percent(value, formatNumber) : short(value, formatNumber)),
  };
}

type Format = (value: number, digits: number) => string;

function percent(fraction: number, format: Format): string {
  return `${format(fraction * 100, digitsOf(fraction * 100, 1))}${thin}%`;
}

function short(value: number, format: Format): string {
  return format(value, digitsOf(value, 2));
}

/** As many decimals as the number has, up to `most`. */
function digitsOf(value: number, most: number): number {
  for (let digits = 0; digits < most; digits++)
    if (Math.abs(value - Number(value.toFixed(digits))) < 0.5 * 10 ** -(most + 1)) return digits;
  return most;
}

/** Large sums without cents. */
function wholeMoney(amount: number, currency: string): string {
  const text = formatPrice(amount, currency);
  return text.endsWith('.00') ? text.slice(0, -3) : text;
}
