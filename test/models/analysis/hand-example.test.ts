import { describe, expect, it } from 'vitest';
import { createBestRun } from '../../../models/analysis/best-run.ts';
import {
  breakEvenRuleOfThumb,
  computeBreakEven,
  revenueBreakEven,
} from '../../../models/analysis/break-even.ts';
import { fixed } from '../../../models/core/quantity.ts';
import { createSampler } from '../../../models/engine/sample.ts';
import { doNothing, simulate } from '../../../models/engine/simulate.ts';
import { buildAction, buildRise, buildScenario, buildSegment, inert } from '../../support/build-scenario.ts';

// By hand: 1,000 customers, price 10, cost 4, hazard 10 % a month, no joiners, no discount, three months; the plan
// takes the price to 11 in month 1, under which the hazard is 12 %. The level effect alone carries it here.
const hazardRatio = Math.log(0.88) / Math.log(0.9);
const scenario = buildScenario({
  months: 3,
  discount: 0,
  segments: [buildSegment({ churn: 0.1, joinersPerMonth: fixed(0) })],
  assumptions: {
    ...inert,
    levelNoticing: 1,
    priceLevelResponse: (3 * Math.atanh(Math.log(hazardRatio) / 3)) / 0.1,
  },
});
const plan = buildRise(0.1);
const sample = createSampler({ ...scenario, plans: [plan] }, 'kept')('best');
const baseline = simulate(scenario, doNothing, sample);
const run = simulate(scenario, plan, sample);

function expectClose(actual: Float64Array, wanted: readonly number[]) {
  expect(actual).toHaveLength(wanted.length);
  wanted.forEach((value, k) => {
    expect(actual[k]).toBeCloseTo(value, 9);
  });
}

describe('the example computed by hand', () => {
  it('loses 100, 90 and 81 customers when nothing is done and earns 16,260', () => {
    const [segment] = baseline.segments;
    expectClose(segment.leavers.subarray(1), [100, 90, 81]);
    const profit = [1, 2, 3].reduce((sum, month) => sum + segment.revenue[month] - segment.costs[month], 0);
    expect(profit).toBeCloseTo(16260, 8);
  });

  it('loses 120, 105.6 and 92.928 under the plan and earns 18,580.80', () => {
    const [segment] = run.segments;
    expectClose(segment.leavers.subarray(1), [120, 105.6, 92.928]);
    const profit = [1, 2, 3].reduce((sum, month) => sum + segment.revenue[month] - segment.costs[month], 0);
    expect(profit).toBeCloseTo(18580.8, 8);
  });

  it('has an impact of +2,320.80, 47.528 customers lost and an attrition of 4.7528 %', () => {
    const figures = createBestRun(scenario).figures(plan);
    expect(figures.profit).toBeCloseTo(2320.8, 8);
    expect(figures.customersLost).toBeCloseTo(47.528, 9);
    expect(figures.attrition).toBeCloseTo(0.047528, 12);
    expect(figures.safetyMargin).toBeCloseTo(0.30011 - 0.047528, 5);
  });

  it('breaks even at 5.096 times the extra hazard, an attrition of 30.011 %', () => {
    const breakEven = computeBreakEven(run, baseline);
    expect(breakEven.reason).toBe('exists');
    expect(breakEven.multiple).toBeCloseTo(5.096, 3);
    expect(breakEven.attrition).toBeCloseTo(0.30011, 5);
  });
});

describe('break-even that does not exist', () => {
  const figures = (share: number, cost: number) =>
    createBestRun(
      buildScenario({
        months: 3,
        segments: [buildSegment({ churn: 0.1, cost, joinersPerMonth: fixed(0) })],
        assumptions: { ...inert, levelNoticing: 1, priceLevelResponse: 1 },
      }),
    ).figures(buildRise(share));

  it('says that a cut which keeps too few never pays', () => {
    const cut = figures(-0.5, 9);
    expect(cut.breakEvenReason).toBe('never pays');
    expect(cut.breakEvenAttrition).toBeNull();
    expect(cut.safetyMargin).toBeNull();
  });

  it('says that a rise on customers who cost more than they pay always pays', () => {
    expect(figures(0.05, 12).breakEvenReason).toBe('always pays');
  });

  it('puts the break-even of a letter that only costs customers at no loss at all', () => {
    const letter = { name: 'Letter', actions: [buildAction({ at: 2, notify: true })] };
    const { breakEvenReason, breakEvenAttrition, safetyMargin } = createBestRun(buildScenario()).figures(
      letter,
    );
    expect(breakEvenReason).toBe('exists');
    expect(breakEvenAttrition).toBeCloseTo(0, 12);
    expect(safetyMargin).toBeLessThan(0);
  });

  it('has no break-even where only newcomers bear the rise and more of it would keep more of the base', () => {
    const scenario = buildScenario({ world: { market: { competitorFollows: fixed(0.2) } } });
    const spared = buildRise(
      0.1,
      { at: 4, announce: 3, announced: true },
      { grandfather: { tenureMonths: 12 } },
    );
    const { profit, attrition, breakEvenReason, safetyMargin } = createBestRun(scenario).figures(spared);
    expect(profit).toBeGreaterThan(0);
    expect(attrition).toBeLessThan(0);
    expect(breakEvenReason).toBe('always pays');
    expect(safetyMargin).toBeNull();
  });

  it('says that nothing changes when nothing does', () => {
    const same = figures(0, 4);
    expect(same.breakEvenReason).toBe('nothing changes');
    expect(same.profit).toBe(0);
  });
});

describe('one-period rules of thumb (definition checks)', () => {
  it.each([
    [0.1, 0.6, 0.143],
    [0.2, 0.4, 0.333],
    [0.08, 0.8, 0.0909],
  ])('a rise of %s at a margin of %s may lose %s', (rise, margin, loss) => {
    expect(breakEvenRuleOfThumb(rise, margin)).toBeCloseTo(loss, 3);
  });

  it('keeps revenue level at 1 − 1/(1 + p)', () => {
    expect(revenueBreakEven(0.25)).toBeCloseTo(0.2, 15);
  });
});
