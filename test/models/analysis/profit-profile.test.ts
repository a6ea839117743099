import { describe, expect, it } from 'vitest';
import { immediateMarginMultiple } from '../../../models/analysis/lifetime-value.ts';
import { valueOfFixedLife, valueOfGeometricLife } from '../../../models/analysis/profit-profile.ts';
import { creditCard } from '../../reference/published-tables.ts';

// Both lives' values by defection rate are held in test/reference/published-tables.ts.

describe('value from a profit profile', () => {
  it.each([
    ['fixed life', (d: number) => valueOfFixedLife(creditCard, Math.round(1 / d), 0.0555)],
    ['geometric life', (d: number) => valueOfGeometricLife(creditCard, d, 0.0419)],
  ])('keeps the ratios of Reichheld & Sasser’s (1990) exhibit, 2.24 and 1.75: %s', (_, value) => {
    expect(value(0.1) / value(0.2)).toBeGreaterThan(2.1);
    expect(value(0.1) / value(0.2)).toBeLessThan(2.4);
    expect(value(0.05) / value(0.1)).toBeGreaterThan(1.7);
    expect(value(0.05) / value(0.1)).toBeLessThan(1.8);
  });

  it('sums a geometric life year by year, the tail included', () => {
    let alive = 1;
    let present = 1;
    let total = -51;
    for (let t = 1; t < 600; t++) {
      present /= 1.0419;
      total += (t < 6 ? creditCard[t] : 55) * alive * present;
      alive *= 0.9;
    }
    expect(valueOfGeometricLife(creditCard, 0.1, 0.0419)).toBeCloseTo(total, 9);
  });

  it('is the margin multiple where every year brings the same', () => {
    // From year 1 on the customer is one year old: the multiple of those paid at once, a year later.
    const flat = valueOfGeometricLife([0, 1], 0.2, 0.1);
    expect(flat).toBeCloseTo(immediateMarginMultiple(0.8, 0.1) / 1.1, 12);
  });

  it('is a loss where customers leave before they have paid for their acquisition', () => {
    expect(valueOfFixedLife(creditCard, 1, 0.0555)).toBeCloseTo(-51 + 30 / 1.0555, 10);
    expect(valueOfFixedLife(creditCard, 0, 0.0555)).toBe(-51);
  });
});
