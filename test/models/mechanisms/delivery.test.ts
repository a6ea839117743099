import { describe, expect, it } from 'vitest';
import { fixed } from '../../../models/core/quantity.ts';
import { shareKept, standardReach, supportedGain, timeSpread } from '../../../models/mechanisms/delivery.ts';
import type { Parameters } from '../../../models/mechanisms/index.ts';
import type { Action } from '../../../models/scenario/scenario.ts';
import { buildAction, buildScenario } from '../../support/build-scenario.ts';
import fc from '../../support/properties.ts';
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

describe('physical means and attitude', () => {
  const points = fc.double({ min: 0, max: 10, noNaN: true });

  it('complement each other: a hotline with unsympathetic people brings a part of what it could', () => {
    const hotline = {
      in: 'responsiveness' as const,
      by: fixed(2),
      rampMonths: 1,
      once: fixed(0),
      monthly: fixed(0),
    };
    const cut = { ...hotline, in: 'empathy' as const, by: fixed(-4) };
    const plan = (...invests: (typeof hotline | typeof cut)[]) => ({
      name: 'Hotline',
      actions: invests.map((invest) => buildAction({ at: 2, invest })),
    });
    const end = (...invests: (typeof hotline | typeof cut)[]) =>
      watch(scenario, plan(...invests), 'delivered', 1)[35];
    expect(end(hotline)).toBeGreaterThan(8.4);
    expect(end(hotline, cut)).toBeLessThan(end(hotline) - 0.4);
    expect(end(cut)).toBe(7);
  });

  it('bring the whole gain where attitude keeps up, never more, and nothing at no gain', () => {
    expect(supportedGain(1, 7, 8, 1)).toBe(1);
    expect(supportedGain(1, 7, 4, 1)).toBe(0.5);
    expect(supportedGain(0, 7, 4, 1)).toBe(0);
    fc.assert(
      fc.property(points, points, points, points, (gain, start, lower, higher) => {
        const [less, more] = [Math.min(lower, higher), Math.max(lower, higher)];
        fc.pre(start + gain > 0);
        const of = (attitude: number) => supportedGain(gain, start, attitude, 1.5);
        expect(of(more)).toBeGreaterThanOrEqual(of(less));
        expect(of(more)).toBeLessThanOrEqual(gain);
      }),
    );
  });
});

describe('a time standard', () => {
  const parameters = { vagueness: 1.5 } as Parameters;

  it('is kept as a lognormal time says: half at its median, 84 % a geometric deviation above', () => {
    expect(shareKept(30, 30, 1.8)).toBeCloseTo(0.5, 12);
    expect(shareKept(54, 30, 1.8)).toBeCloseTo(0.8413447, 6);
  });

  it('that is vague is kept less often than a clear one, and a vague one gains by becoming clear', () => {
    const kept = (vagueness: -1 | 0 | 1) => shareKept(48, 30, timeSpread(1.8, vagueness, parameters));
    expect(kept(1)).toBeLessThan(kept(0));
    expect(kept(-1)).toBeGreaterThan(kept(0));
  });

  it('reaches the customers who have a case within a year', () => {
    expect(standardReach(0.05)).toBeCloseTo(1 - Math.exp(-0.6), 12);
  });
});
