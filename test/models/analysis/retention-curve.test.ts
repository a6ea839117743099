import { describe, expect, it } from 'vitest';
import {
  churnInPeriod,
  discountedLifetime,
  fitRetentionCurve,
  retentionLogLikelihood,
  survivalOf,
} from '../../../models/analysis/retention-curve.ts';
import { quantileOf } from '../../../models/core/distributions.ts';
import { power } from '../../../models/core/numbers.ts';
import fc, { runs } from '../../support/properties.ts';

// Fader & Hardie's cohort, its fit and its forecasts are held in test/reference/published-tables.ts.

const curves = fc.record({
  a: fc.double({ min: 0.1, max: 5, noNaN: true }),
  b: fc.double({ min: 0.1, max: 20, noNaN: true }),
});

describe('a retention curve', () => {
  it('is the mean over customers who each leave at a constant rate', () => {
    const curve = { a: 0.6681, b: 3.8061 };
    const points = 4000;
    const mean = (t: number) => {
      let total = 0;
      for (let k = 0; k < points; k++)
        total += power(1 - quantileOf({ kind: 'beta', ...curve }, (k + 0.5) / points), t);
      return total / points;
    };
    const survival = survivalOf(curve, 10);
    for (const t of [1, 2, 5, 10]) expect(survival[t]).toBeCloseTo(mean(t), 5);
  });

  it('loses a smaller share each period, though nobody’s own rate falls (T16)', () => {
    fc.assert(
      fc.property(curves, fc.integer({ min: 1, max: 200 }), (curve, t) => {
        expect(churnInPeriod(curve, t + 1)).toBeLessThan(churnInPeriod(curve, t));
      }),
    );
    // Two kinds of customers, no curve at all: half leave at 50 %, half at 5 %.
    const left = [0, 1, 2, 3, 4].map((t) => 0.5 * power(0.5, t) + 0.5 * power(0.95, t));
    const churn = left.slice(1).map((after, t) => 1 - after / left[t]);
    expect([...churn].sort((x, y) => y - x)).toEqual(churn);
    const fitted = fitRetentionCurve(left.map((share) => 1000 * share));
    expect(fitted && churnInPeriod(fitted, 4)).toBeLessThan(fitted ? churnInPeriod(fitted, 1) : 0);
  });

  it('discounts to the closed form of a constant rate as the spread vanishes', () => {
    expect(discountedLifetime({ a: 0.131e9, b: 0.869e9 }, 0.1)).toBeCloseTo(1.1 / (1.1 - 0.869), 6);
  });

  it('refuses a lifetime without discounting', () => {
    expect(() => discountedLifetime({ a: 0.5, b: 1 }, 0)).toThrow('the discount rate must be above 0');
  });
});

describe('the fit of a retention curve', () => {
  it('gives back the curve whose survivors it is shown', () => {
    fc.assert(
      fc.property(curves, ({ a, b }) => {
        const survivors = survivalOf({ a, b }, 8).map((share) => 1e6 * share);
        const fitted = fitRetentionCurve(survivors);
        expect(Math.abs(Math.log((fitted?.a ?? 0) / a))).toBeLessThan(1e-5);
        expect(Math.abs(Math.log((fitted?.b ?? 0) / b))).toBeLessThan(1e-5);
      }),
      runs(40),
    );
  });

  it('solves two periods exactly: 10, 5, 4 survivors mean a = b = ⅓', () => {
    const fitted = fitRetentionCurve([10, 5, 4]);
    expect(fitted?.a).toBeCloseTo(1 / 3, 9);
    expect(fitted?.b).toBeCloseTo(1 / 3, 9);
  });

  it('is nowhere less likely than its surroundings', () => {
    const survivors = [1000, 631, 468, 382, 326];
    const fitted = fitRetentionCurve(survivors) ?? { a: 0, b: 0 };
    const best = retentionLogLikelihood(fitted, survivors);
    for (const [up, right] of [
      [1.01, 1],
      [0.99, 1],
      [1, 1.01],
      [1, 0.99],
      [1.01, 1.01],
      [0.99, 0.99],
    ]) {
      const near = { a: fitted.a * up, b: fitted.b * right };
      expect(retentionLogLikelihood(near, survivors)).toBeLessThan(best);
    }
  });

  it.each([
    ['churn that rises', [1000, 900, 800, 700]],
    ['churn that stays', [1000, 900, 810, 729]],
    ['churn that stops at once', [100, 99, 99, 99]],
    ['nobody left', [100, 50, 0]],
  ])('has no answer to %s', (_, survivors) => {
    expect(fitRetentionCurve(survivors)).toBeUndefined();
  });

  it.each([
    ['one period', [100, 90]],
    ['rising counts', [100, 90, 95]],
    ['no leaver', [100, 100, 100]],
    ['a count that is none', [100, Number.NaN, 80]],
    ['a negative count', [100, 50, -1]],
    ['endless counts', [Number.POSITIVE_INFINITY, 50, 40]],
  ])('refuses %s', (_, survivors) => {
    expect(() => fitRetentionCurve(survivors)).toThrow('survivors must be counts');
  });
});
