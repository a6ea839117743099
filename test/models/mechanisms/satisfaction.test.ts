import { describe, expect, it } from 'vitest';
import { dimensions } from '../../../models/core/dimensions.ts';
import { fixed } from '../../../models/core/quantity.ts';
import { valueOfGap } from '../../../models/core/value-of-gap.ts';
import { createSampler } from '../../../models/engine/sample.ts';
import type { Parameters } from '../../../models/mechanisms/index.ts';
import { expectedValueOfGap, perceive } from '../../../models/mechanisms/satisfaction.ts';
import { buildAction, buildScenario, buildSegment } from '../../support/build-scenario.ts';
import { runBest, watch } from '../../support/run-scenario.ts';

const defaults: Parameters = createSampler(buildScenario(), 'kept')('best').parameters({});

function shift(by: number, names: readonly (typeof dimensions)[number][] = dimensions) {
  const invest = (name: (typeof dimensions)[number]) => ({
    ...{ in: name, by: fixed(by), rampMonths: 1, once: fixed(0), monthly: fixed(0) },
  });
  return { name: 'Shift', actions: names.map((name) => buildAction({ at: 1, invest: invest(name) })) };
}

/** Satisfaction change in the first month, per unit of memory [sd]. */
function firstChange(by: number, assumptions = {}, names?: readonly (typeof dimensions)[number][]) {
  const scenario = buildScenario({ assumptions: { noticingRate: 1, ...assumptions } });
  return watch(scenario, shift(by, names), 'cumulativeSatisfaction')[0];
}

describe('perception and satisfaction', () => {
  it('values losses λ times as much as equal gains beyond the zone (Tversky & Kahneman 1992)', () => {
    expect(valueOfGap(-2, 0, 2.25, 0.88) / valueOfGap(2, 0, 2.25, 0.88)).toBeCloseTo(-2.25, 12);
    expect(valueOfGap(2, 0, 2.25, 0.88)).toBeCloseTo(1.8404, 4);
    expect(valueOfGap(0.9, 1, 2.25, 0.88)).toBe(0);
  });

  it('averages the kink out over the noise of experience', () => {
    // Piecewise linear with no zone, the mean is known: d·(1 + λ)/2-type partial expectations of a normal.
    const linear = { ...defaults, valueCurvature: 1, toleranceZone: 0, lossAversion: 2, experienceNoise: 1 };
    expect(expectedValueOfGap(0, linear)).toBeCloseTo(-1 / Math.sqrt(2 * Math.PI), 1);
    expect(expectedValueOfGap(6, linear)).toBeCloseTo(6, 6);
  });

  it('perceives more when only will rises and less when only should rises (T1)', () => {
    expect(perceive(7, 8, 7, defaults)).toBeGreaterThan(perceive(7, 7, 7, defaults));
    expect(perceive(7, 7, 8, defaults)).toBeLessThan(perceive(7, 7, 7, defaults));
  });

  it('costs 1.33 points of satisfaction for one point less on every dimension and brings 0.73 for one more', () => {
    const change = (by: number) => 2.2 * firstChange(by, { satisfactionMemory: 1, satisfactionSpread: 2.2 });
    expect(change(-1)).toBeCloseTo(-1.33, 2);
    expect(change(1)).toBeCloseTo(0.73, 2);
  });

  it('weighs a shortfall at least 1.5 times an equal surplus (T6)', () => {
    for (const gap of [1, 2, 3]) expect(-firstChange(-gap)).toBeGreaterThan(1.5 * firstChange(gap));
  });

  it('adds less for the second unit of a surplus beyond the zone (T7)', () => {
    const quiet = { experienceNoise: 0, toleranceZone: 0.5, willAssimilation: 0, shouldContrast: 0 };
    const [one, two, three] = [1.5, 2.5, 3].map((gap) => firstChange(gap, quiet));
    expect(two - one).toBeLessThan(one - firstChange(0.5, quiet));
    expect(three - two).toBeLessThan(two - one);
  });

  it('moves less than a third as far per unit inside the tolerance zone as outside (T5)', () => {
    const quiet = { experienceNoise: 0, toleranceZone: 1, shouldContrast: 0 };
    const inside = firstChange(0.8, quiet) / 0.8;
    const outside = (firstChange(-1, quiet) - firstChange(-2, quiet)) / 1;
    expect(inside).toBeGreaterThan(0);
    expect(inside).toBeLessThan(outside / 3);
  });

  it('falls when the same mean comes with more spread, and rises when it comes with less', () => {
    const satisfaction = (by: number) => {
      const consistency = { by: fixed(by) };
      const plan = { name: 'Spread', actions: [buildAction({ consistency })] };
      return runBest(buildScenario(), plan).segments[0].satisfaction[12];
    };
    expect(satisfaction(0.5)).toBeLessThan(satisfaction(0) - 0.05);
    expect(satisfaction(-0.3)).toBeGreaterThan(satisfaction(0) + 0.02);
    expect(satisfaction(0)).toBeCloseTo(7, 12);
  });

  it('ranks equal shortfalls 32 : 22 : 19 : 16 : 11 by dimension (T40, definition check)', () => {
    const drops = dimensions.map((name) => firstChange(-1, {}, [name]));
    const sum = drops.reduce((a, b) => a + b, 0);
    for (const [k, weight] of [0.32, 0.22, 0.19, 0.16, 0.11].entries())
      expect(drops[k] / sum).toBeCloseTo(weight, 10);
  });

  it('lets a higher promise win newcomers and cost satisfaction and stayers (T2)', () => {
    const change = { kind: 'byAmount', quantity: fixed(2) } as const;
    const promise = Object.fromEntries(dimensions.map((name) => [name, change]));
    const plan = { name: 'Promise more', actions: [buildAction({ promise })] };
    const [promised] = runBest(buildScenario(), plan).segments;
    const [before] = runBest(buildScenario()).segments;
    expect(promised.joiners[1]).toBeGreaterThan(before.joiners[1]);
    expect(promised.satisfaction[12]).toBeLessThan(before.satisfaction[12]);
    expect(promised.base[12]).toBeLessThan(before.base[12]);
  });

  it('starts a stated gap at its own steady state, below a firm that keeps its word', () => {
    const satisfaction = (promise: number) =>
      runBest(buildScenario({ segments: [buildSegment({ promise, delivery: 6 })] })).segments[0].satisfaction;
    expect(satisfaction(8)[36]).toBeCloseTo(satisfaction(8)[0], 10);
    expect(satisfaction(8)[0]).toBeLessThan(satisfaction(6)[0]);
  });
});
