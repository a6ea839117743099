import { describe, expect, it } from 'vitest';
import { createRunKey, deriveKey, type StreamKey } from '../../../models/core/random.ts';
import { stratifiedAt } from '../../../models/core/stratified.ts';
import fc from '../../support/properties.ts';

const run = createRunKey('stratified');
const keys: readonly StreamKey[] = Array.from({ length: 40 }, (_, k) => deriveKey(run, `quantity ${k}`));
const first = (key: StreamKey, n: number) => Float64Array.from({ length: n }, (_, k) => stratifiedAt(key, k));
const pairs = keys.flatMap((_, a) => keys.slice(a + 1).map((_, k) => [a, a + 1 + k] as const));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('stratifiedAt', () => {
  it('puts each first 2^k numbers of any key into each of 2^k strata once', () => {
    const word = fc.integer({ min: -2147483648, max: 2147483647 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 11 }), (high, low, k) => {
        const n = 1 << k;
        const strata = new Set(Array.from(first([high, low], n), (value) => Math.floor(value * n)));
        expect(strata.size).toBe(n);
      }),
    );
  });

  it('does so at 2^15', () => {
    const values = first(keys[0], 1 << 15);
    expect(new Set(values.map((value) => Math.floor(value * values.length))).size).toBe(values.length);
  });

  it('lies strictly between 0 and 1 with digits below the strata, and depends on key and index alone', () => {
    const values = first(keys[1], 5000);
    expect(values.every((value) => value > 0 && value < 1)).toBe(true);
    expect(new Set(values.map((value) => (value * 16777216) % 1)).size).toBe(5000);
    expect(stratifiedAt(keys[1], 4321)).toBe(values[4321]);
    expect(stratifiedAt(keys[1], 16777215)).toBeGreaterThan(0);
    expect(stratifiedAt(keys[2], 4321)).not.toBe(values[4321]);
  });

  it('is uniform over keys at every index', () => {
    const index = [0, 1, 2, 3, 17, 1000];
    for (const k of index) {
      const values = Array.from({ length: 2000 }, (_, n) => stratifiedAt(deriveKey(run, `u${n}`), k)).sort(
        (a, b) => a - b,
      );
      // Kolmogorov's distance: above 1.95/√n in one of a thousand.
      const distance = Math.max(...values.map((value, n) => Math.abs(value - (n + 0.5) / values.length)));
      expect(distance).toBeLessThan(1.95 / Math.sqrt(values.length));
    }
  });

  it.each([256, 1000])('is uncorrelated between keys over %s draws, as independent numbers are', (n) => {
    const columns = keys.map((key) => first(key, n));
    const scores = pairs.map(([a, b]) => {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += (columns[a][k] - 0.5) * (columns[b][k] - 0.5);
      return (12 * sum) / Math.sqrt(n);
    });
    // 780 pairs, mean 0 and variance 1: within four standard errors of both.
    expect(Math.abs(mean(scores))).toBeLessThan(4 / Math.sqrt(scores.length));
    expect(Math.abs(mean(scores.map((z) => z * z)) - 1)).toBeLessThan(4 * Math.sqrt(2 / scores.length));
    expect(Math.max(...scores.map(Math.abs))).toBeLessThan(5);
  });

  it('fills the squares of any two keys as chance does', () => {
    const [n, side] = [1024, 8];
    const columns = keys.map((key) => first(key, n));
    const chiSquares = pairs.map(([a, b]) => {
      const counts = new Float64Array(side * side);
      for (let k = 0; k < n; k++) {
        counts[Math.floor(columns[a][k] * side) * side + Math.floor(columns[b][k] * side)]++;
      }
      const expected = n / counts.length;
      return counts.reduce((sum, count) => sum + ((count - expected) * (count - expected)) / expected, 0);
    });
    // Margins are fixed by the strata, so (side − 1)² degrees of freedom, scaled by n/(n − 1) as all permutations are.
    const freedom = (side - 1) * (side - 1);
    const error = Math.sqrt((2 * freedom) / chiSquares.length);
    expect(Math.abs(mean(chiSquares) - (freedom * n) / (n - 1))).toBeLessThan(4 * error);
    expect(Math.max(...chiSquares)).toBeLessThan(freedom + 6 * Math.sqrt(2 * freedom));
  });
});
