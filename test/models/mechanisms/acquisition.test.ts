import { describe, expect, it } from 'vitest';
import { dimensions } from '../../../models/core/dimensions.ts';
import { fixed } from '../../../models/core/quantity.ts';
import { referralTilt } from '../../../models/mechanisms/acquisition.ts';
import type { Action } from '../../../models/scenario/scenario.ts';
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

describe('acquisition money', () => {
  const assumptions = { budgetResponse: 0.5, ...noTalk };
  const paid = buildScenario({ assumptions, segments: [buildSegment({ acquisitionCost: fixed(20) })] });
  const spend = (acquire: NonNullable<Action['acquire']>) =>
    runBest(paid, { name: 'Acquire', actions: [buildAction({ at: 3, acquire })] }).segments[0];

  it('brings ever fewer newcomers for each further sum, while it lasts', () => {
    const [usual, twice, thrice] = [0, 600, 1200].map((sum) => spend({ monthly: fixed(sum), months: 4 }));
    expect(twice.joiners[2]).toBe(usual.joiners[2]);
    for (let month = 3; month <= 6; month++) {
      expect(twice.joiners[month]).toBeCloseTo(30 * Math.SQRT2, 10);
      expect(thrice.joiners[month]).toBeCloseTo(30 * Math.sqrt(3), 10);
    }
    expect(twice.joiners[7]).toBeCloseTo(30, 10);
    expect(twice.costs[3] - usual.costs[3]).toBeCloseTo(600, 8);
  });

  it('brings fewer when there is less of it and nobody when there is none', () => {
    expect(spend({ monthly: fixed(-300) }).joiners[3]).toBeCloseTo(30 * Math.SQRT1_2, 10);
    expect(spend({ monthly: fixed(-600) }).joiners[3]).toBe(0);
  });

  it('brings nobody into the cells either in the months without any', () => {
    const { customers, leavers, cells } = spend({ monthly: fixed(-600), months: 2 });
    for (const month of [3, 4]) {
      const of = (values: Float64Array, at: number) =>
        values.subarray((at - 1) * cells.count, at * cells.count).reduce((sum, value) => sum + value, 0);
      expect(of(cells.joiners, month)).toBe(0);
      expect(of(cells.weight, month + 1)).toBeCloseTo(customers[month], 8);
      expect(customers[month]).toBe(customers[month - 1] - leavers[month]);
    }
  });
});

describe('advocates', () => {
  const sent = (lift: number, reward = 5) => {
    const advocates = { lift: fixed(lift), reward: fixed(reward), once: fixed(0), monthly: fixed(0) };
    const assumptions = { referredShare: 0.2, ...noTalk };
    const plan = { name: 'Advocates', actions: [buildAction({ at: 2, advocates })] };
    return runBest(buildScenario({ assumptions }), plan).segments[0];
  };

  it('send more newcomers the better they are treated, each for a reward', () => {
    const [none, half, all] = [0, 0.5, 1].map((lift) => sent(lift));
    expect([none, half, all].map(({ joiners }) => joiners[2])).toEqual(
      [30, 33, 36].map((count) => expect.closeTo(count, 10)),
    );
    // Six come by referral anyway; their senders are rewarded too.
    expect(half.costs[2] - sent(0, 0).costs[2]).toBeCloseTo(5 * 9, 8);
  });

  it('send those who stay longer: more of them, less frail newcomers (T28)', () => {
    const [lifted, usual] = [sent(1), sent(0)].map(({ cells }) => {
      const at = 35 * cells.count + 1;
      return cells.leavers[at] / cells.weight[at];
    });
    expect(lifted).toBeLessThan(usual);
    const tilt = referralTilt(Float64Array.of(0.5, 1, 2), 0.2, { referralEdge: 0.18, frailtySpread: 0.8 });
    expect(tilt[0]).toBeGreaterThan(1);
    expect(tilt[1]).toBe(1);
    expect(tilt[2]).toBeLessThan(1);
  });
});

describe('purchasing power', () => {
  const economy = (by: number) =>
    buildScenario({
      assumptions: { incomeResponse: 0.8, ...noTalk },
      world: { events: [{ at: 4, economy: fixed(by) }] },
    });

  it('moves sign-ups at once and in its own direction', () => {
    const [{ joiners: poorer }] = runBest(economy(-0.1)).segments;
    expect(poorer[3]).toBeCloseTo(30, 10);
    expect(poorer[4]).toBeCloseTo(30 * Math.exp(0.8 * Math.log(0.9)), 10);
    expect(runBest(economy(0.1)).segments[0].joiners[4]).toBeGreaterThan(30);
  });
});
