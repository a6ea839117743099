import { describe, expect, it } from 'vitest';
import { fixed } from '../../../models/core/quantity.ts';
import { returnedBy } from '../../../models/mechanisms/win-back.ts';
import { buildAction, buildRise, buildScenario, buildSegment } from '../../support/build-scenario.ts';
import { impactBest, runBest } from '../../support/run-scenario.ts';

const told = { at: 1, announce: 1 };
const quiet = { praisePull: 0, complaintDeterrence: 0, acquisitionPriceResponse: 0 };
const returning = (returnRate: number) => buildScenario({ assumptions: { ...quiet, returnRate } });
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

describe('coming back', () => {
  it('has a quarter of streaming cancellers back in 4 months, a third in 7, half in 24, within 2 points', () => {
    [
      [4, 1 / 4],
      [7, 1 / 3],
      [24, 1 / 2],
    ].forEach(([months, share]) => {
      expect(Math.abs(returnedBy(months, 0.146) - share)).toBeLessThan(0.02);
    });
  });

  it('has 10 of 100 back after 4 months and 22 after 24 elsewhere', () => {
    expect(returnedBy(4, 0.05)).toBeCloseTo(0.1, 2);
    expect(returnedBy(24, 0.05)).toBeCloseTo(0.22, 2);
    expect(returnedBy(0, 0.05)).toBe(0);
  });

  it('brings back nobody whom nothing has driven away', () => {
    expect(sum(runBest(returning(0.146)).segments[0].returners)).toBe(0);
  });

  it('brings back no more than were lost, and counts them as joiners', () => {
    const rise = buildRise(0.3, told);
    const [{ returners, joiners, customers, leavers }] = runBest(returning(0.146), rise).segments;
    const [still] = runBest(returning(0)).segments;
    expect(sum(returners)).toBeGreaterThan(0);
    expect(sum(returners)).toBeLessThan(sum(leavers) - sum(still.leavers));
    for (let month = 1; month <= 36; month++) {
      expect(joiners[month]).toBeCloseTo(30 + returners[month], 10);
      expect(customers[month]).toBe(customers[month - 1] - leavers[month] + joiners[month]);
    }
  });

  it('takes nothing from the loss itself, only from what it comes to in the end', () => {
    const [never, often] = [0, 0.146].map((rate) => impactBest(returning(rate), buildRise(0.3, told)));
    expect(often.customersEndDifference).toBeGreaterThan(never.customersEndDifference);
    expect(often.attrition / never.attrition).toBeCloseTo(1, 1);
  });

  it('does not pay for customers who come back without having left: break-even at no loss of a letter', () => {
    const letter = { name: 'Letter', actions: [buildAction({ at: 2, notify: true })] };
    const { breakEven } = impactBest(returning(0.146), letter);
    expect(breakEven.multiple).toBeCloseTo(0, 9);
  });

  it('wins back a share of all leavers the month after, at a cost for each', () => {
    const winBack = { by: fixed(0.1), perReturn: fixed(40) };
    const plan = { name: 'Win back', actions: [buildAction({ at: 2, winBack })] };
    const scenario = buildScenario({ segments: [buildSegment()], assumptions: quiet });
    const [won] = runBest(scenario, plan).segments;
    const [still] = runBest(scenario).segments;
    expect(won.joiners[2]).toBe(30);
    expect(won.joiners[3]).toBeCloseTo(33, 10);
    expect(won.costs[3] - still.costs[3]).toBeCloseTo(120, 8);
    expect(won.customers[36]).toBeGreaterThan(still.customers[36]);
  });
});
