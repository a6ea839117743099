import { describe, expect, it } from 'vitest';
import {
  growingMarginMultiple,
  immediateMarginMultiple,
  marginMultiple,
} from '../../../models/analysis/lifetime-value.ts';
import fc from '../../support/properties.ts';

// The printed values and their sources are held in test/reference/published-tables.ts.

const multiples = [
  ['first margin after a period', marginMultiple, 0],
  ['first margin at once', immediateMarginMultiple, 1],
  ['margin growing by 2 %', (r: number, i: number) => growingMarginMultiple(r, i, 0.02), 0],
] as const;

describe.each(multiples)('lifetime value, %s', (name, multiple, start) => {
  it('is the sum of discounted margins, year by year', () => {
    const growth = name.includes('growing') ? 1.02 : 1;
    let term = start === 1 ? 1 : 0.8 / 1.1;
    let total = 0;
    for (let t = 0; t < 400; t++) {
      total += term;
      term *= (0.8 * growth) / 1.1;
    }
    expect(multiple(0.8, 0.1)).toBeCloseTo(total, 10);
  });

  it('is strictly convex in retention (T36)', () => {
    const rate = fc.double({ min: 0.05, max: 0.4, noNaN: true });
    const retention = fc.double({ min: 0, max: 0.97, noNaN: true });
    fc.assert(
      fc.property(retention, retention, rate, (one, other, i) => {
        fc.pre(Math.abs(one - other) > 0.01);
        const chord = (multiple(one, i) + multiple(other, i)) / 2;
        expect(chord).toBeGreaterThan(multiple((one + other) / 2, i));
      }),
    );
  });
});

describe('margin multiple', () => {
  it('is one period’s margin more when paid at once', () => {
    expect(immediateMarginMultiple(0.8, 0.1) - marginMultiple(0.8, 0.1)).toBeCloseTo(1, 14);
  });

  it('responds to retention by (1 + i)/(1 + i − r)', () => {
    const [r, i, step] = [0.8, 0.12, 1e-6];
    const slope =
      Math.log(marginMultiple(r * (1 + step), i) / marginMultiple(r * (1 - step), i)) / (2 * step);
    expect(slope).toBeCloseTo(1.12 / (1.12 - 0.8), 6);
  });
});
