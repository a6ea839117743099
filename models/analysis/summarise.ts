import { KeptError } from '../core/errors.ts';
import type { Summary } from './result.ts';

/**
 * Summary of a figure over draws; `NaN` marks a draw in which the figure does not exist.
 *
 * Returns  mean, median and the 50, 80 and 95 % intervals by linear interpolation between order statistics
 *          (type 7 of Hyndman & Fan 1996), with the count of missing draws; `null` when every draw is missing
 */
export function summarise(values: ArrayLike<number>): Summary | null {
  const present = Float64Array.from(values).filter((value) => !Number.isNaN(value));
  if (present.length === 0) return null;
  let sum = 0;
  for (let k = 0; k < present.length; k++) sum += present[k];
  present.sort();
  const at = (probability: number) => quantileOfSorted(present, probability);
  const summary = {
    mean: sum / present.length,
    median: at(0.5),
    ...{ low50: at(0.25), high50: at(0.75) },
    ...{ low80: at(0.1), high80: at(0.9) },
    ...{ low95: at(0.025), high95: at(0.975) },
  };
  const nulls = values.length - present.length;
  return nulls === 0 ? summary : { ...summary, nulls };
}

/** Summary of a figure that exists in every draw. */
export function summariseAll(values: ArrayLike<number>): Summary {
  const summary = summarise(values);
  if (summary === null) throw new KeptError('invalid-argument', 'no draws to summarise');
  return summary;
}

/** Quantile of ascending values, type 7. */
export function quantileOfSorted(sorted: ArrayLike<number>, probability: number): number {
  const position = probability * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}
