import { KeptError } from '../core/errors.ts';
import { createQuantileSketch, keptExactly } from './quantile-sketch.ts';
import type { Summary } from './result.ts';

/** One figure while its draws come; memory stays bounded however many they are. */
export interface Figure {
  /** `NaN` marks a draw in which the figure does not exist. */
  add(value: number): void;
  /** Over draws in which it exists. */
  readonly total: number;
  /** Numbers held. */
  readonly held: number;
  /** `null` when it exists in none. */
  summary(): Summary | null;
}

/**
 * A figure without draws yet.
 *
 * Its summary has mean, median and the 50, 80 and 95 % intervals, with the count of missing draws. Quantiles are those
 * of `createQuantileSketch`: exact up to 2,048 draws, by linear interpolation between order statistics.
 */
export function createFigure(): Figure {
  const sketch = createQuantileSketch();
  let [present, nulls] = [0, 0];
  // Summed in blocks: over a million draws, plain addition would lose digits that a mean shows.
  let [blocks, block] = [0, 0];
  return {
    add(value) {
      if (Number.isNaN(value)) {
        nulls++;
        return;
      }
      sketch.add(value);
      block += value;
      if (++present % keptExactly !== 0) return;
      blocks += block;
      block = 0;
    },
    get total() {
      return blocks + block;
    },
    get held() {
      return sketch.held;
    },
    summary() {
      if (present === 0) return null;
      const [low95, low80, low50, median, high50, high80, high95] = sketch.quantiles(probabilities);
      const summary = {
        mean: (blocks + block) / present,
        median,
        ...{ low50, high50, low80, high80, low95, high95 },
      };
      return nulls === 0 ? summary : { ...summary, nulls };
    },
  };
}

const probabilities = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975];

/** Summary of values at hand; see `createFigure`. */
export function summarise(values: Iterable<number>): Summary | null {
  const figure = createFigure();
  for (const value of values) figure.add(value);
  return figure.summary();
}

/** Summary of a figure that exists in every draw. */
export function summariseAll(values: Iterable<number>): Summary {
  return required(summarise(values));
}

/** The summary of a figure that exists in at least one draw. */
export function required(summary: Summary | null): Summary {
  if (summary === null) throw new KeptError('invalid-argument', 'no draws to summarise');
  return summary;
}
