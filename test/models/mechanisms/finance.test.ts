import { describe, expect, it } from 'vitest';
import { marginMultiple } from '../../../models/analysis/lifetime-value.ts';
import { fixed } from '../../../models/core/quantity.ts';
import { buildAction, buildRise, buildScenario, buildSegment, inert } from '../../support/build-scenario.ts';
import { runBest } from '../../support/run-scenario.ts';

const mixed = [6, 80].map((months) => ({ months, share: 0.5 }));

describe('finance', () => {
  it('earns 6,000 from 1,000 customers at a price of 10 and a cost of 4', () => {
    const [{ revenue, costs }] = runBest(buildScenario()).segments;
    expect(revenue[1] - costs[1]).toBeCloseTo(6000, 8);
  });

  it('lets leavers pay for their last month and newcomers from the next', () => {
    const grow = buildScenario({ segments: [buildSegment({ churn: 0.5, joinersPerMonth: fixed(100) })] });
    const [{ revenue, customers }] = runBest(grow).segments;
    expect(revenue[1]).toBeCloseTo(10000, 8);
    expect(customers[1]).toBeCloseTo(600, 8);
    expect(revenue[2]).toBeCloseTo(6000, 8);
  });

  it('charges a separate fee, pays a credit and spreads the fixed cost', () => {
    const fee = {
      name: 'network',
      change: { kind: 'byAmount', quantity: fixed(2) },
      shown: 'in the price',
    } as const;
    const credit = { amount: fixed(3), months: 2 };
    const plan = { name: 'Fee', actions: [buildAction({ at: 1, fee, credit })] };
    const segments = [buildSegment(), buildSegment({ name: 'Others', customers: 3000 })];
    const [first] = runBest(
      buildScenario({ segments, world: { fixedCostPerMonth: fixed(800) } }),
      plan,
    ).segments;
    expect(first.revenue[1]).toBeCloseTo(12000, 8);
    expect(first.costs[1]).toBeCloseTo(4000 + 3000 + 200, 8);
    expect(first.costs[3] / first.customers[2]).toBeLessThan(4.3);
  });

  it('lays what failures, recovery and guarantees cost on the customers who are there', () => {
    const guarantee = { pays: fixed(5) };
    const plan = { name: 'Guarantee', actions: [buildAction({ at: 2, guarantee })] };
    const scenario = buildScenario({ segments: [buildSegment({ tenure: mixed })] });
    let service = 0;
    const run = runBest(scenario, plan, (state) => {
      service = state.serviceCost;
    });
    const [{ cells, customers, revenue, costs }] = run.segments;
    expect(service).toBeGreaterThan(0);
    const last = cells.contribution.subarray(35 * cells.count);
    const contribution = last.reduce((sum, money) => sum + money, 0);
    expect(contribution).toBeCloseTo(customers[35] * (10 - 4) - service, 8);
    expect(revenue[36] - costs[36]).toBeCloseTo(contribution, 8);
    const margins = [...last].map((money, cell) => money / cells.weight[35 * cells.count + cell]);
    for (const margin of margins) expect(margin).toBeCloseTo(6 - service / customers[35], 10);
  });

  it('lets a guarantee that costs lower what those who stay are worth', () => {
    const pays = (amount: number) => ({
      name: 'Guarantee',
      actions: [buildAction({ at: 2, guarantee: { pays: fixed(amount) } })],
    });
    const believed = { compensationEffect: 0, guaranteeTrustGain: 0, guaranteePromise: 0 };
    const scenario = buildScenario({ assumptions: { ...inert, ...believed } });
    const worth = (amount: number) => runBest(scenario, pays(amount)).segments[0].equity;
    const stay = runBest(scenario).segments[0].equity;
    expect(worth(5)).toBeLessThan(stay);
    expect(worth(10)).toBeLessThan(worth(5));
  });

  it('spares long-standing customers the new price until the stated month', () => {
    const tenure = [
      { months: 6, share: 0.5 },
      { months: 80, share: 0.5 },
    ];
    const scenario = buildScenario({
      segments: [buildSegment({ tenure, joinersPerMonth: fixed(0) })],
      assumptions: inert,
    });
    const plan = buildRise(0.1, { at: 2 }, { grandfather: { tenureMonths: 60, until: 5 } });
    const [{ revenue, customers }] = runBest(scenario, plan).segments;
    const paid = [1, 2, 4, 5].map((month) => revenue[month] / customers[month - 1]);
    expect(paid[0]).toBeCloseTo(10, 10);
    expect(paid[1]).toBeCloseTo(10.5, 1);
    expect(paid[2]).toBeLessThan(10.6);
    expect(paid[3]).toBeCloseTo(11, 10);
  });

  it('reaches the total of a phased rise in equal money steps', () => {
    const plan = buildRise(0.12, { at: 2 }, { phases: 3, everyMonths: 4 });
    const [{ revenue, customers }] = runBest(buildScenario(), plan).segments;
    [
      [1, 10],
      [2, 10.4],
      [5, 10.4],
      [6, 10.8],
      [10, 11.2],
      [36, 11.2],
    ].forEach(([month, price]) => {
      expect(revenue[month] / customers[month - 1]).toBeCloseTo(price, 10);
    });
  });
});

describe('margin multiple', () => {
  // Gupta & Lehmann (2003), r/(1 + i − r), printed to two decimals.
  it.each([
    [0.6, [1.2, 1.15, 1.11, 1.07]],
    [0.7, [1.75, 1.67, 1.59, 1.52]],
    [0.8, [2.67, 2.5, 2.35, 2.22]],
    [0.9, [4.5, 4.09, 3.75, 3.46]],
  ])('equals the published row for a retention of %s', (retention, row) => {
    for (const [k, rate] of [0.1, 0.12, 0.14, 0.16].entries())
      expect(marginMultiple(retention, rate).toFixed(2)).toBe(row[k].toFixed(2));
  });

  it('is what the engine’s equity comes to when every month is alike', () => {
    const churn = 0.2;
    const scenario = buildScenario({
      months: 1,
      segments: [buildSegment({ churn, joinersPerMonth: fixed(0) })],
      assumptions: inert,
    });
    const monthly = Math.expm1(Math.log(1.1) / 12);
    const alive = 1000 * (1 - churn);
    const [{ equity }] = runBest(scenario).segments;
    // The multiple counts from the first renewal, equity from the month that follows at once.
    const perCustomer = (equity * (1 + monthly)) / (alive * 6);
    expect(perCustomer * (1 - churn)).toBeCloseTo(marginMultiple(1 - churn, monthly), 9);
  });
});
