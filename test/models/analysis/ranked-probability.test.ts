import { describe, expect, it } from 'vitest';
import { rankedProbabilityScore, withNoise } from '../../../models/analysis/ranked-probability.ts';
import { normalQuantile } from '../../../models/core/numbers.ts';
import fc from '../../support/properties.ts';

const value = fc.double({ min: -1e3, max: 1e3, noNaN: true });
const sample = fc.array(value, { minLength: 1, maxLength: 40 });
const normal = (n: number, mean: number, sd: number) =>
  Array.from({ length: n }, (_, k) => mean + sd * normalQuantile((k + 0.5) / n));

describe('rankedProbabilityScore', () => {
  it('is the absolute error of a point forecast', () => {
    fc.assert(
      fc.property(value, value, fc.integer({ min: 1, max: 9 }), (x, y, n) => {
        expect(rankedProbabilityScore(Array(n).fill(x), y)).toBeCloseTo(Math.abs(x - y), 8);
      }),
    );
  });

  it('is what its definition says, pair by pair', () => {
    fc.assert(
      fc.property(sample, value, (xs, y) => {
        const error = xs.reduce((sum, x) => sum + Math.abs(x - y), 0) / xs.length;
        const spread = xs.reduce((sum, a) => sum + xs.reduce((row, b) => row + Math.abs(a - b), 0), 0);
        const expected = error - spread / (2 * xs.length * xs.length);
        expect(rankedProbabilityScore(xs, y)).toBeCloseTo(expected, 8);
        expect(expected).toBeGreaterThan(-1e-9);
      }),
    );
  });

  // Gneiting & Raftery (2007), below equation 21: σ·(z·(2Φ(z) − 1) + 2φ(z) − 1/√π); Φ of tables.
  it.each([
    [0, 0.5],
    [1, 0.8413447461],
    [2, 0.9772498681],
  ])('of a normal forecast approaches the closed form at z = %d', (z, cdf) => {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const closed = z * (2 * cdf - 1) + 2 * density - 1 / Math.sqrt(Math.PI);
    expect(rankedProbabilityScore(normal(4000, 5, 3), 5 + 3 * z)).toBeCloseTo(3 * closed, 2);
  });

  it('is least where the forecast is centred on what happened and no wider than needed', () => {
    const right = rankedProbabilityScore(normal(500, 0, 1), 0.3);
    expect(rankedProbabilityScore(normal(500, 2, 1), 0.3)).toBeGreaterThan(right);
    expect(rankedProbabilityScore(normal(500, 0, 5), 0.3)).toBeGreaterThan(right);
  });

  it('refuses an empty sample', () => {
    expect(() => rankedProbabilityScore([], 1)).toThrow('at least one value');
  });
});

describe('withNoise', () => {
  it('keeps the mean, and adds the variance of the error but for the tails cut by its points', () => {
    const noisy = withNoise([3], 2);
    const mean = noisy.reduce((sum, x) => sum + x, 0) / noisy.length;
    const variance = noisy.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / noisy.length;
    expect(mean).toBeCloseTo(3, 12);
    expect(Math.sqrt(variance)).toBeGreaterThan(0.96 * 2);
    expect(Math.sqrt(variance)).toBeLessThan(2);
  });

  it('is the sample itself where there is no error', () => {
    expect(new Set(withNoise([1, 4], 0))).toEqual(new Set([1, 4]));
  });
});
