import { describe, expect, it } from 'vitest';
import { fixed } from '../../../models/core/quantity.ts';
import type { Action } from '../../../models/scenario/scenario.ts';
import { buildAction, buildScenario } from '../../support/build-scenario.ts';
import { runBest, watch } from '../../support/run-scenario.ts';

const scenario = buildScenario({
  assumptions: { noticingRate: 0.5, upkeepDecay: 0.03, indirectCostShare: 0.3 },
});

function invest(by: number, rest: Partial<NonNullable<Action['invest']>> = {}) {
  const action = { in: 'reliability' as const, by: fixed(by), rampMonths: 1, once: fixed(0), ...rest };
  return { name: 'Invest', actions: [buildAction({ at: 2, invest: action })] };
}

describe('delivered quality', () => {
  it('is noticed with a lag when it improves: 0.5 of a point, then 0.75', () => {
    const delivered = watch(scenario, invest(1, { monthly: fixed(100) }), 'delivered');
    expect(delivered[0]).toBe(7);
    expect(delivered[1]).toBeCloseTo(7.5, 12);
    expect(delivered[2]).toBeCloseTo(7.75, 12);
    expect(delivered[35]).toBeCloseTo(8, 8);
  });

  it('is noticed at once when it gets worse', () => {
    expect(watch(scenario, invest(-1), 'delivered')[1]).toBe(6);
  });

  it('decays without upkeep and stays with it', () => {
    const [without, withUpkeep] = [
      watch(scenario, invest(1), 'delivered'),
      watch(scenario, invest(1, { monthly: fixed(1) }), 'delivered'),
    ];
    expect(without[35]).toBeLessThan(7.5);
    expect(withUpkeep[35]).toBeGreaterThan(7.99);
  });

  it('costs its indirect share on top, and none on a saving', () => {
    const costs = (plan: ReturnType<typeof invest>, month: number) =>
      runBest(scenario, plan).segments[0].costs[month] - runBest(scenario).segments[0].costs[month];
    const spending = invest(0.0001, { once: fixed(1000), monthly: fixed(100) });
    expect(costs(spending, 2)).toBeCloseTo(1.3 * 1100, 1);
    const saving = invest(-0.0001, { monthly: fixed(-100) });
    expect(costs(saving, 2)).toBeCloseTo(-100, 1);
  });
});
