import { describe, expect, it } from 'vitest';
import { customerEquity, equityElasticities } from '../../../models/analysis/customer-equity.ts';
import { valuedFirms } from '../../reference/published-tables.ts';
import fc from '../../support/properties.ts';

// The published elasticities and their source are held in test/reference/published-tables.ts.

const bases = fc.record({
  customers: fc.double({ min: 1, max: 100, noNaN: true }),
  laterCustomers: fc.double({ min: 0, max: 100, noNaN: true }),
  margin: fc.double({ min: 1, max: 100, noNaN: true }),
  acquisitionCost: fc.double({ min: 0, max: 1, noNaN: true }),
  retention: fc.double({ min: 0.7, max: 0.97, noNaN: true }),
  discountRate: fc.double({ min: 0.02, max: 0.3, noNaN: true }),
  taxRate: fc.double({ min: 0, max: 0.5, noNaN: true }),
});

describe('customer equity', () => {
  it('is what a by-hand firm is worth after tax', () => {
    // μ = .8/(1.1 − .8) = 8/3; (1 − .25)·(30·8/3·(10 + 5) − 20·5) = .75·1,100.
    const base = { customers: 10, laterCustomers: 5, margin: 30, acquisitionCost: 20, taxRate: 0.25 };
    expect(customerEquity({ ...base, retention: 0.8, discountRate: 0.1 })).toBeCloseTo(825, 9);
  });

  it('definition check: later customers are solved from the published value', () => {
    for (const { base, value } of valuedFirms) expect(customerEquity(base)).toBeCloseTo(value, 8);
  });
});

describe('elasticities of customer equity', () => {
  it('are, margin less acquisition cost, exactly 1 (T37)', () => {
    fc.assert(
      fc.property(bases, (base) => {
        const { margin, acquisitionCost } = equityElasticities(base, 4);
        expect(margin - Math.abs(acquisitionCost)).toBeCloseTo(1, 10);
        expect(acquisitionCost).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('rank retention above margin above discount rate from 70 % retention on (T38)', () => {
    fc.assert(
      fc.property(bases, (base) => {
        const { retention, margin, discountRate } = equityElasticities(base, 1);
        expect(retention).toBeGreaterThan(margin);
        expect(margin).toBeGreaterThan(Math.abs(discountRate));
      }),
    );
  });

  it('order the firms by discount rate as Gupta, Lehmann & Stuart (2004) report them', () => {
    const ours = valuedFirms.map(({ base }) => Math.abs(equityElasticities(base, 4).discountRate));
    const order = (values: readonly number[]) =>
      values.map((_, k) => k).sort((a, b) => values[a] - values[b]);
    expect(order(ours)).toEqual(order(valuedFirms.map(({ discount }) => discount)));
    expect(new Set(ours).size).toBe(3);
  });
});
