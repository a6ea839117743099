import type { Scale } from '../core/quantity.ts';

/** Units of the grammar. An empty one is a bare number. */
export const units = [
  '',
  '%',
  '%/month',
  '%/year',
  '/month',
  '/year',
  'months',
  'years',
  'days',
  'h',
  'min',
  's',
  'points',
] as const;
export type Unit = (typeof units)[number];

/** What one place of the file takes: which units, turned how into the base unit, within which bounds. */
export interface Place {
  /** Ends "expects …" in a message and describes the place in the schema. */
  readonly expects: string;
  readonly units: { readonly [unit in Unit]?: (value: number) => number };
  /** Scale on which a range is spread; inputs decide by what is written. */
  readonly scale: Scale | ((low: number, high: number, unit: Unit) => Scale);
  /** Why a value in the base unit cannot stand here, with the remedy. */
  readonly refuse: (value: number) => string | undefined;
  /** A certain number, without range or formula. */
  readonly certain?: boolean;
}

/** Larger numbers are slips of the pen, and would lose the cents in sums. */
const largest = 1e12;

export const same = (value: number) => value;
export const perYear = (value: number) => value / 12;
export const years = (value: number) => value * 12;

/** 8 % is 0.08 to the last digit, which 8 / 100 is not for every number. */
export function percent(value: number): number {
  const text = `${value}`;
  return text.includes('e') ? value / 100 : Number(`${text}e-2`);
}

/** A yearly chance as the monthly one that compounds to it: 1 − (1 − h)^(1/12). */
export function monthlyHazard(yearlyPercent: number): number {
  return -Math.expm1(Math.log1p(-percent(yearlyPercent)) / 12);
}

/** A monthly rate as the yearly one it compounds to: (1 + i)^12 − 1. */
export function yearlyRate(monthlyPercent: number): number {
  return Math.expm1(12 * Math.log1p(percent(monthlyPercent)));
}

export function notNegative(value: number): string | undefined {
  return value < 0 ? 'cannot be negative' : undefined;
}

export function aboveZero(value: number): string | undefined {
  return value > 0 ? undefined : 'must be above 0';
}

export function within(low: number, high: number, unit = ''): Place['refuse'] {
  return (value) => (value < low || value > high ? `must lie between ${low} and ${high}${unit}` : undefined);
}

export function wholeMonths(least: number, most: number): Place['refuse'] {
  return (value) => {
    if (!Number.isInteger(value)) return 'must be a whole number of months';
    return value < least || value > most ? `must lie between ${least} and ${most} months` : undefined;
  };
}

/** An input has no place that would tell its scale: percents inside 0 to 100 are shares. */
export function inputScale(low: number, high: number, unit: Unit): Scale {
  if (unit.startsWith('%') && low > 0 && high < 1) return 'share';
  return scaleBySign(low);
}

export function scaleBySign(low: number): Scale {
  return low > 0 ? 'positive' : 'signed';
}

/** Whether no quantity of this size can be meant, wherever it stands. */
export function isBeyondReason(value: number): boolean {
  return Math.abs(value) > largest;
}
