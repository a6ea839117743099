import { describe, expect, it } from 'vitest';
import { adoptersPerPeriod } from '../../../models/core/diffusion.ts';
import { fixed } from '../../../models/core/quantity.ts';
import { adoption } from '../../../models/mechanisms/imitation.ts';
import { buildRise, buildScenario, buildSegment, inert } from '../../support/build-scenario.ts';
import { runBest } from '../../support/run-scenario.ts';

const within = (potential: number, joiners = 30) =>
  buildScenario({
    segments: [buildSegment({ joinersPerMonth: fixed(joiners) })],
    world: { market: { competitorFollows: fixed(0), potential: fixed(potential) } },
  });

describe('imitation', () => {
  it('is that of Bass: his discrete curve follows from it', () => {
    const diffusion = { innovation: 0.03, imitation: 0.38 };
    let adopted = 0;
    for (const adopters of adoptersPerPeriod(diffusion, 10)) {
      expect(adoption(adopted, diffusion)).toBeCloseTo(adopters, 12);
      adopted += adopters;
    }
    expect(adopted).toBeCloseTo(0.78264, 5);
    expect(adoption(0.1 * 0.9, diffusion) / adoption(0.1, diffusion)).toBeCloseTo(0.954, 2);
  });

  it('leaves do nothing, and a plan that changes nothing, exactly as observed', () => {
    const scenario = within(10_000);
    const joiners = runBest(scenario).segments[0].joiners.subarray(1);
    expect(joiners.every((count) => count === 30)).toBe(true);
    expect(runBest(scenario, buildRise(0)).segments[0].joiners.subarray(1)).toEqual(joiners);
  });

  it('draws fewer where the base has shrunk in a large market, and more where the market is nearly full', () => {
    const late = (potential: number) => {
      const factors: number[] = [];
      const assumptions = { ...inert, priceResponse: 3 };
      const scenario = within(potential);
      const world = { ...scenario.world, assumptions: buildScenario({ assumptions }).world.assumptions };
      const run = runBest({ ...scenario, world }, buildRise(0.3, { at: 1, announce: 1 }));
      for (const count of run.segments[0].joiners.subarray(12)) factors.push(count / 30);
      return factors;
    };
    expect(late(100_000).every((factor) => factor < 1)).toBe(true);
    expect(late(1_050).every((factor) => factor > 1)).toBe(true);
  });

  it('stops where doing nothing outgrows the market, and says so', () => {
    expect(() => runBest(within(1_100, 90), buildRise(0.1))).toThrow(/outgrows the market of 1100/);
  });
});
