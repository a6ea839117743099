import { describe, expect, it } from 'vitest';
import { createQuantileSketch, keptExactly } from '../../../models/analysis/quantile-sketch.ts';
import { createFigure } from '../../../models/analysis/summarise.ts';
import { createRunKey, uniformAt } from '../../../models/core/random.ts';

const probabilities = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975];
const n = 1_000_000;
const key = createRunKey('sketch');
const uniform = Float64Array.from({ length: n }, (_, k) => uniformAt(key, k));

describe('createQuantileSketch', () => {
  it('keeps everything up to 2,048 values', () => {
    const sketch = createQuantileSketch();
    const values = uniform.subarray(0, keptExactly);
    for (const value of values) sketch.add(value);
    const sorted = values.slice().sort();
    expect(sketch.quantiles([0, 0.5, 1])).toEqual([
      sorted[0],
      (sorted[1023] + sorted[1024]) / 2,
      sorted[2047],
    ]);
  });

  it.each([
    ['in random order', (k: number) => uniform[k]],
    ['ascending', (k: number) => (k + 0.5) / n],
    ['descending', (k: number) => 1 - (k + 0.5) / n],
    ['from the ends inwards', (k: number) => (k % 2 === 0 ? k / 2 + 0.5 : n - k / 2) / n],
  ])('is within 0.2 % of the rank after a million values %s, in bounded memory', (_order, valueAt) => {
    const sketch = createQuantileSketch();
    let most = 0;
    for (let k = 0; k < n; k++) {
      sketch.add(valueAt(k));
      if (k % 997 === 0) most = Math.max(most, sketch.held);
    }
    expect(most).toBeLessThan(3 * keptExactly + 100);
    // Of uniform values, value and rank are the same thing; those drawn at random are off by up to 0.15 % themselves.
    const sorted = Float64Array.from({ length: n }, (_, k) => valueAt(k)).sort();
    for (const [k, value] of sketch.quantiles(probabilities).entries()) {
      const rank = sorted.findIndex((other) => other >= value) / n;
      expect(Math.abs(rank - probabilities[k])).toBeLessThan(0.002);
    }
  });

  it('takes equal values as they are', () => {
    const sketch = createQuantileSketch();
    for (let k = 0; k < 50_000; k++) sketch.add(7);
    expect(sketch.quantiles([0, 0.3, 1])).toEqual([7, 7, 7]);
  });
});

describe('createFigure', () => {
  it('sums a million values to the last digits', () => {
    const figure = createFigure();
    for (let k = 0; k < n; k++) figure.add(0.1);
    expect(Math.abs(figure.summary()!.mean - 0.1)).toBeLessThan(1e-14);
  });
});
