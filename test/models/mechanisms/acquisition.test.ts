import { describe, expect, it } from 'vitest';
import { dimensions } from '../../../models/core/dimensions.ts';
import { fixed } from '../../../models/core/quantity.ts';
import { buildAction, buildRise, buildScenario, buildSegment } from '../../support/build-scenario.ts';
import { runBest } from '../../support/run-scenario.ts';

const noTalk = { praisePull: 0, complaintDeterrence: 0, returnRate: 0 };
const scenario = buildScenario({
  assumptions: { acquisitionPriceResponse: 0.5, promisePull: 0.1, ...noTalk },
});

function promise(by: number) {
  const change = { kind: 'byAmount', quantity: fixed(by) } as const;
  const all = Object.fromEntries(dimensions.map((name) => [name, change]));
  return { name: 'Promise', actions: [buildAction({ at: 1, promise: all })] };
}

describe('newcomers', () => {
  it('join as observed under do nothing', () => {
    const joiners = runBest(buildScenario({ segments: [buildSegment({ joinersPerMonth: fixed(17) })] }))
      .segments[0].joiners;
    expect(joiners.subarray(1).every((value) => value === 17)).toBe(true);
  });

  it('are 5 % fewer at a price 10 % further above the market', () => {
    const [{ joiners }] = runBest(scenario, buildRise(0.1, { at: 5 })).segments;
    expect(joiners[4]).toBeCloseTo(30, 10);
    expect(joiners[5]).toBeCloseTo(30 * Math.exp(-0.05), 10);
  });

  it('come for a higher promise until a broken one has worn the reputation', () => {
    const [{ joiners }] = runBest(scenario, promise(2)).segments;
    expect(joiners[1]).toBeGreaterThan(30 * 1.15);
    expect(joiners[36]).toBeLessThan(joiners[1]);
  });

  it('stay away from a lower promise whatever the reputation', () => {
    const [{ joiners }] = runBest(scenario, promise(-1)).segments;
    expect(joiners[1]).toBeCloseTo(30 * Math.exp(-0.1), 10);
    expect(joiners[36]).toBeCloseTo(joiners[1], 10);
  });

  it('know the price they signed up to, so that it is no loss to them', () => {
    runBest(scenario, buildRise(0.1), (state, month) => {
      if (month !== 2) return;
      expect(state.priceLoss[0]).toBeGreaterThan(0.05);
      expect(state.priceLoss[1]).toBeCloseTo(0, 12);
    });
  });

  it('cost their acquisition', () => {
    const costs = (each: number) =>
      runBest(buildScenario({ segments: [buildSegment({ acquisitionCost: fixed(each) })] })).segments[0]
        .costs[1];
    expect(costs(20) - costs(0)).toBeCloseTo(600, 8);
  });
});
