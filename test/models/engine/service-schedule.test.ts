import { describe, expect, it } from 'vitest';
import { fixed } from '../../../models/core/quantity.ts';
import type { StandardAction } from '../../../models/scenario/scenario.ts';
import { buildAction, buildScenario, repairStandard } from '../../support/build-scenario.ts';
import { runBest, watch } from '../../support/run-scenario.ts';

const scenario = buildScenario({
  assumptions: { standardKept: 2, standardHalving: 0.7, vagueness: 1.5, attitudeComplement: 0 },
  world: { standards: [{ ...repairStandard, casesPerMonth: fixed(0.2) }] },
});
const reach = 1 - Math.exp(-12 * 0.2);

function plan(standard: Partial<StandardAction>) {
  return { name: 'Standard', actions: [buildAction({ at: 2, standard: { name: 'repair', ...standard } })] };
}

/** Delivered (or promised) level of a dimension at the end. */
function end(of: 'delivered' | 'promised', dimension: number, standard: Partial<StandardAction>): number {
  return watch(scenario, plan(standard), of, dimension)[35];
}

const to = (hours: number) => ({ kind: 'to', quantity: fixed(hours) }) as const;

describe('a time standard in a plan', () => {
  it('promising twice the time is kept more, and sells less', () => {
    const longer = { promise: to(96) };
    expect(end('delivered', 0, longer)).toBeGreaterThan(7.05);
    expect(end('promised', 1, longer)).toBeCloseTo(7 - 0.7 * reach, 10);
    expect(end('delivered', 1, longer)).toBe(7);
    const joiners = (of?: ReturnType<typeof plan>) => runBest(scenario, of).segments[0].joiners[3];
    expect(joiners(plan(longer))).toBeLessThan(joiners());
  });

  it('at half the time serves faster and is kept more', () => {
    const faster = { median: to(15) };
    expect(end('delivered', 1, faster)).toBeCloseTo(7 + 0.7 * reach, 6);
    expect(end('delivered', 0, faster)).toBeGreaterThan(7.05);
    expect(end('promised', 1, faster)).toBe(7);
  });

  it('that becomes vague, or wider, is kept less', () => {
    expect(end('delivered', 0, { clear: false })).toBeLessThan(6.95);
    expect(end('delivered', 0, { spread: to(2.5) })).toBeLessThan(6.95);
    expect(end('delivered', 0, { spread: to(1.3) })).toBeGreaterThan(7.02);
  });

  it('changes nothing when it is stated anew as it was', () => {
    expect(end('delivered', 0, { promise: to(48), median: to(30), clear: true })).toBe(7);
  });

  it('loses fewer customers when it is met faster', () => {
    const base = (of?: ReturnType<typeof plan>) => runBest(scenario, of).segments[0].base[36];
    expect(base(plan({ median: to(15) }))).toBeGreaterThan(base() + 1);
  });
});

describe('a new way of answering complaints', () => {
  it('replaces the one before, and what it leaves out is as at the start', () => {
    const recover = { ownFault: true, followUp: true, limit: true };
    const actions = [
      buildAction({ at: 2, recover: { ...recover, withinHours: fixed(6), compensation: fixed(9) } }),
      buildAction({ at: 5, recover: { ownFault: true, followUp: false, limit: false } }),
    ];
    const seen: number[][] = [];
    runBest(scenario, { name: 'Twice', actions }, ({ schedule }, month) => {
      seen.push([schedule.recoveryHours[month], schedule.compensation[month], schedule.gestures[month]]);
    });
    expect([seen[0], seen[1], seen[4]]).toEqual([
      [72, 0, 0],
      [6, 9, 2],
      [72, 0, 1],
    ]);
  });
});
