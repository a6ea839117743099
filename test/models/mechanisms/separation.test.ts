import { describe, expect, it } from 'vitest';
import { fixed } from '../../../models/core/quantity.ts';
import { buildAction, buildScenario, buildSegment, inert } from '../../support/build-scenario.ts';
import { impactBest, runBest } from '../../support/run-scenario.ts';

const separate = (share: number, cost = 30, leastValuable = false) => ({
  name: 'Separate',
  actions: [buildAction({ at: 3, separate: { share: fixed(share), cost: fixed(cost), leastValuable } })],
});
const calm = buildScenario({ assumptions: { ...inert, trustResponse: 0 } });

describe('relationships the firm ends', () => {
  it('are leavers of that month, on top of the others, at their cost', () => {
    const [ended] = runBest(calm, separate(0.05)).segments;
    const [still] = runBest(calm).segments;
    expect(ended.leavers[2]).toBe(still.leavers[2]);
    expect(ended.leavers[3] - still.leavers[3]).toBeCloseTo(0.05 * 970, 8);
    expect(ended.costs[3] - still.costs[3]).toBeCloseTo(0.05 * 970 * 30, 6);
    for (let month = 1; month <= 36; month++) {
      const expected = ended.customers[month - 1] - ended.leavers[month] + ended.joiners[month];
      expect(ended.customers[month]).toBe(expected);
    }
  });

  it('cost those who stay 1.5 points of a trust of 0.6 for each 5 % at z = 0.5', () => {
    const trust: number[] = [];
    const scenario = buildScenario({ assumptions: { separationTrustLoss: 0.5 } });
    runBest(scenario, separate(0.05), (state) => trust.push(state.trust[0]));
    expect(trust[1]).toBeCloseTo(0.6, 12);
    expect(trust[2]).toBeCloseTo(0.585, 12);
    expect(trust[35]).toBeGreaterThan(0.595);
  });

  it('are told: newcomers stay away', () => {
    const [{ joiners }] = runBest(buildScenario(), separate(0.2)).segments;
    expect(joiners[2]).toBe(30);
    expect(joiners[3]).toBeLessThan(29.9);
  });

  it('take the lowest spend first where asked, so that the rest are worth more', () => {
    const scenario = buildScenario({
      segments: [buildSegment({ spread: 0.6 })],
      assumptions: { trustResponse: 0, spendSensitivityCorrelation: 0.8 },
    });
    const worth = (least: boolean) => {
      const [{ revenue, customers }] = runBest(scenario, separate(0.2, 0, least)).segments;
      return revenue[4] / customers[3];
    };
    expect(worth(true)).toBeGreaterThan(1.05 * worth(false));
    expect(worth(false)).toBeCloseTo(10, 1);
    const alike = buildScenario({ assumptions: { trustResponse: 0 } });
    const [[least], [anybody]] = [true, false].map((of) => runBest(alike, separate(0.2, 0, of)).segments);
    expect(least.customers[36]).toBeCloseTo(anybody.customers[36], 8);
  });

  it('do not come back and are no response: break-even takes them as recorded', () => {
    const scenario = buildScenario({ assumptions: { ...inert, returnRate: 0.146, trustResponse: 0 } });
    const [{ returners }] = runBest(scenario, separate(0.2)).segments;
    expect(returners.every((count) => count === 0)).toBe(true);
    const { breakEven, attrition, profit } = impactBest(scenario, separate(0.05));
    expect(profit).toBeLessThan(0);
    expect(attrition).toBeGreaterThan(0.01);
    expect(breakEven.reason).toBe('never pays');
  });

  it('are replayed to the recorded profit at the recorded response', () => {
    const [rise] = [{ kind: 'byPercent', quantity: fixed(0.2) } as const];
    const price = { change: rise, phases: 1, everyMonths: 1 };
    const actions = [...separate(0.05, 0).actions, buildAction({ at: 1, announce: 1, price })];
    const { breakEven, attrition, profit } = impactBest(buildScenario(), { name: 'Both', actions });
    expect(profit).toBeGreaterThan(0);
    expect(breakEven.reason).toBe('exists');
    expect(breakEven.multiple).toBeGreaterThan(1);
    expect(breakEven.attrition).toBeGreaterThan(attrition);
  });
});

describe('an exit fee', () => {
  const contract = (exitFee?: number) =>
    buildScenario({
      segments: [buildSegment({ contract: { termMonths: 12, ...(exitFee && { exitFee: fixed(exitFee) }) } })],
    });

  it('is paid by who leaves before the end of a contract, not by those whom the firm sends away', () => {
    const [paid, free] = [contract(120), contract()].map((scenario) => runBest(scenario).segments[0]);
    const money = paid.revenue[1] - free.revenue[1];
    expect(paid.leavers).toEqual(free.leavers);
    expect(money).toBeGreaterThan(0);
    expect(money).toBeLessThan(120 * 30);
    // Lock 0.15, spike 4, a quarter of the contracts in their last quarter: (0.75·0.15 + 0.25·0.1)/(0.75·0.15 + 0.25·4.3/3).
    const share = (0.75 * 0.15 + 0.25 * 0.1) / (0.75 * 0.15 + (0.25 * 4.3) / 3);
    expect(money / (120 * 30)).toBeCloseTo(share, 1);
    const [sent, unsent] = [contract(120), contract()].map((s) => runBest(s, separate(0.5)).segments[0]);
    expect(sent.revenue[3] - unsent.revenue[3]).toBeLessThan(120 * 35);
  });

  it('counts as often as customers leave when a break-even is sought', () => {
    const rise = { change: { kind: 'byPercent', quantity: fixed(0.2) }, phases: 1, everyMonths: 1 } as const;
    const plan = { name: 'Rise', actions: [buildAction({ at: 1, announce: 1, price: rise })] };
    const [paid, free] = [contract(120), contract()].map((scenario) => impactBest(scenario, plan));
    expect(paid.profit).toBeGreaterThan(free.profit);
    expect(paid.breakEven.attrition ?? 1).toBeGreaterThan(free.breakEven.attrition ?? 1);
  });
});
