import { describe, expect, it } from 'vitest';
import { reasons } from '../../../models/scenario/scenario.ts';
import { buildRise, buildScenario } from '../../support/build-scenario.ts';
import { impactBest, watch } from '../../support/run-scenario.ts';

describe('price fairness', () => {
  it('costs φ × motive × what lies beyond the latitude, for those who know', () => {
    const assumptions = {
      unfairnessWeight: 5,
      fairnessLatitude: 0.06,
      noticeReach: 1,
      referenceMemory: 0.99,
    };
    const rise = Math.exp(0.16) - 1;
    const unfair = watch(
      buildScenario({ assumptions }),
      buildRise(rise, { at: 6, announce: 2 }),
      'unfairness',
    );
    expect(unfair[0]).toBe(0);
    expect(unfair[1]).toBeCloseTo(5 * (0.16 - 0.06), 10);
  });

  it('takes a rise inside the latitude as fair', () => {
    const unfair = watch(
      buildScenario({ assumptions: { fairnessLatitude: 0.06 } }),
      buildRise(0.05),
      'unfairness',
    );
    expect(unfair.every((value) => value === 0)).toBe(true);
  });

  it('loses fewest when costs are the reason, more without one, most for profit (T13)', () => {
    const lost = Object.fromEntries(
      reasons.map((reason) => [reason, impactBest(buildScenario(), buildRise(0.2, { reason })).attrition]),
    );
    expect(lost.cost).toBeLessThan(lost.none);
    expect(lost.none).toBeLessThan(lost.profit);
    expect(lost.market).toBeLessThan(lost.none);
  });
});
