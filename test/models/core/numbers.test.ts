import { describe, expect, it } from 'vitest';
import { incompleteBeta, logGamma, medianOf, quantileOf } from '../../../models/core/distributions.ts';
import { gaussHermite, normalCdf, normalQuantile, power, softLimit } from '../../../models/core/numbers.ts';
import { createRunKey, deriveKey, threefry, uniformAt } from '../../../models/core/random.ts';

describe('normalQuantile', () => {
  it.each([
    // Wichura (1988), table of check values, and the usual percentiles.
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167813],
    [1e-20, -9.26234008979841],
    [0.975, 1.959963984540054],
    [0.9, 1.2815515655446004],
  ])('inverts Φ at %s', (probability, z) => {
    expect(normalQuantile(probability)).toBeCloseTo(z, 12);
  });
});

describe('normalCdf', () => {
  it.each([
    // Abramowitz & Stegun (1964), table 26.1, and tables of higher precision.
    [0, 0.5],
    [1, 0.841344746068543],
    [2, 0.977249868051821],
    [-3, 0.00134989803163],
  ])('gives the tabulated share below %s', (z, share) => {
    expect(normalCdf(z) / share).toBeCloseTo(1, 12);
  });

  it('is undone by the quantile', () => {
    for (const z of [-6, -2.5, -0.3, 0.8, 4]) expect(normalQuantile(normalCdf(z))).toBeCloseTo(z, 9);
  });
});

describe('gaussHermite', () => {
  it.each([1, 3, 5, 7, 9, 20])('gives the moments of a standard normal exactly with %i points', (n) => {
    const { nodes, weights } = gaussHermite(n);
    const moment = (k: number) => weights.reduce((sum, w, q) => sum + w * power(Math.abs(nodes[q]), k), 0);
    expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 14);
    expect(weights.reduce((sum, w, q) => sum + w * nodes[q], 0)).toBeCloseTo(0, 12);
    if (n >= 2) expect(moment(2)).toBeCloseTo(1, 11);
    if (n >= 3) expect(moment(4)).toBeCloseTo(3, 10);
    if (n >= 5) expect(moment(8)).toBeCloseTo(105, 7);
  });

  it('reproduces the tabulated five-point rule', () => {
    // Abramowitz & Stegun table 25.10, rescaled to the standard normal.
    const { nodes, weights } = gaussHermite(5);
    expect(nodes[4]).toBeCloseTo(2.0201828704560856 * Math.SQRT2, 12);
    expect(weights[2]).toBeCloseTo(0.9453087204829419 / Math.sqrt(Math.PI), 12);
  });
});

describe('beta distribution', () => {
  it('has the closed form of a polynomial for whole parameters', () => {
    // I_x(2, 3) = 6x² − 8x³ + 3x⁴.
    for (const x of [0.1, 0.37, 0.5, 0.9]) {
      expect(incompleteBeta(2, 3, x)).toBeCloseTo(6 * x * x - 8 * x * x * x + 3 * x * x * x * x, 13);
    }
  });

  it('returns the probability it was asked for', () => {
    const beta = { kind: 'beta', a: 7, b: 3 } as const;
    for (const p of [0.001, 0.1, 0.5, 0.9, 0.999]) {
      expect(incompleteBeta(7, 3, quantileOf(beta, p))).toBeCloseTo(p, 12);
    }
  });

  it('knows ln Γ', () => {
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 13);
    expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 13);
  });
});

describe('quantileOf', () => {
  it.each([
    { kind: 'interval', scale: 'positive', low: 20, high: 28 },
    { kind: 'interval', scale: 'share', low: 0.05, high: 0.5 },
    { kind: 'interval', scale: 'signed', low: -3, high: 4, best: 1 },
    { kind: 'interval', scale: 'share', low: 0.019, high: 0.03, best: 0.024 },
  ] as const)('reads a range as 10th and 90th percentile: %o', (interval) => {
    expect(quantileOf(interval, 0.1)).toBeCloseTo(interval.low, 12);
    expect(quantileOf(interval, 0.9)).toBeCloseTo(interval.high, 12);
    if ('best' in interval) expect(medianOf(interval)).toBe(interval.best);
  });

  it('clips a normal where it says so', () => {
    const belief = { kind: 'normal', mean: 0.8, sd: 0.08, min: 0.55, max: 0.96 } as const;
    expect(quantileOf(belief, 0.9999)).toBe(0.96);
    expect(quantileOf(belief, 1e-9)).toBe(0.55);
    expect(medianOf(belief)).toBeCloseTo(0.8, 15);
  });
});

describe('random streams', () => {
  it.each([
    // Known-answer vectors of the Random123 distribution, threefry2x32 with 20 rounds.
    [
      [0, 0],
      [0, 0],
      [0x6b200159, 0x99ba4efe],
    ],
    [
      [-1, -1],
      [-1, -1],
      [0x1cb996fc, 0xbb002be7],
    ],
    [
      [0x13198a2e, 0x03707344],
      [0x243f6a88, 0x85a308d3],
      [0xc4923a9c, 0x483df7a0],
    ],
  ] as [[number, number], [number, number], [number, number]][])(
    'equals the published vector for key %j',
    (key, counter, words) => {
      expect(threefry(key, counter).map((word) => word >>> 0)).toEqual(words);
    },
  );

  it('depends on seed, purpose, index and step and on nothing else', () => {
    const key = deriveKey(createRunKey('kept'), 'churn');
    expect(uniformAt(key, 3, 2)).toBe(uniformAt(deriveKey(createRunKey('kept'), 'churn'), 3, 2));
    const others = [
      uniformAt(deriveKey(createRunKey('kept'), 'price'), 3, 2),
      uniformAt(deriveKey(createRunKey('kepu'), 'churn'), 3, 2),
      uniformAt(key, 4, 2),
      uniformAt(key, 3, 1),
    ];
    expect(others).not.toContain(uniformAt(key, 3, 2));
    expect(new Set(others).size).toBe(4);
  });

  it('is uniform and uncorrelated across neighbouring indices', () => {
    const key = createRunKey('uniformity');
    const n = 20000;
    const values = Array.from({ length: n }, (_, k) => uniformAt(key, k));
    const mean = values.reduce((a, b) => a + b, 0) / n;
    const lag = values.slice(1).reduce((sum, value, k) => sum + (value - 0.5) * (values[k] - 0.5), 0) / n;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / n));
    expect(Math.abs(lag)).toBeLessThan(4 * (1 / 12) * Math.sqrt(1 / n));
  });
});

describe('softLimit', () => {
  it('is the hyperbolic tangent scaled to its limit', () => {
    for (const x of [-7, -0.3, 0, 1e-9, 0.5, 2.9, 40]) {
      expect(softLimit(x, 3)).toBeCloseTo(3 * Math.tanh(x / 3), 14);
    }
  });
});
