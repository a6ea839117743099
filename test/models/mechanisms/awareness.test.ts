import { describe, expect, it } from 'vitest';
import { fixed } from '../../../models/core/quantity.ts';
import { buildAction, buildRise, buildScenario } from '../../support/build-scenario.ts';
import { hazardRatio, impactBest, watch } from '../../support/run-scenario.ts';

const assumptions = { noticeReach: 0.7, billReach: 0.5, attention: 0.3, wakeUp: 0.17, wakeUpMemory: 0.5 };
const scenario = buildScenario({ assumptions });
const letter = { name: 'Letter', actions: [buildAction({ at: 3, notify: true })] };

describe('awareness', () => {
  it('reaches 0.7 by notice, half as much of the rest by the bill, 0.3 of the rest a month after', () => {
    const aware = watch(scenario, buildRise(0.1, { at: 4, announce: 3, announced: true }), 'aware');
    const [notice, bill] = [0.7, 0.7 + 0.35 * 0.3];
    for (const [k, share] of [0, 0, notice, bill, bill + 0.3 * (1 - bill)].entries())
      expect(aware[k]).toBeCloseTo(share, 12);
  });

  it('wakes those a notice reaches, half of them still the month after', () => {
    const awake = watch(scenario, letter, 'awake');
    for (const [k, share] of [0, 0, 0.7, 0.35, 0.175].entries()) expect(awake[k]).toBeCloseTo(share, 12);
  });

  it('costs customers even when nothing changes (T18)', () => {
    const impact = impactBest(scenario, letter);
    expect(impact.attrition).toBeGreaterThan(0);
    expect(impact.profit).toBeLessThan(0);
    expect(hazardRatio(scenario, letter, 20, 22)).toBeCloseTo(1, 2);
  });

  it('wakes nobody with good news', () => {
    const awake = watch(scenario, buildRise(-0.1, { at: 4, announce: 3, announced: true }), 'awake');
    expect(awake.every((share) => share === 0)).toBe(true);
  });

  it('keeps what is known of an earlier step when a second one is announced', () => {
    const aware = watch(scenario, buildRise(0.2, { at: 3 }, { phases: 2, everyMonths: 2 }), 'aware');
    expect(aware[4]).toBeGreaterThan(0.7);
  });

  it('surprises by an unannounced fee only those who find it on the bill', () => {
    const fee = {
      name: 'network',
      change: { kind: 'byAmount', quantity: fixed(1) },
      shown: 'at billing',
    } as const;
    const surprised = watch(scenario, { name: 'Fee', actions: [buildAction({ at: 3, fee })] }, 'surprised');
    for (const [k, share] of [0, 0, 0.35, 0].entries()) expect(surprised[k]).toBeCloseTo(share, 12);
  });
});
