import { describe, expect, it } from 'vitest';
import type { PopulationTrajectory } from '../../../models/engine/population.ts';
import { doNothing } from '../../../models/engine/simulate.ts';
import { bound, customersOf, free, mixed, rise, runPopulation } from '../../support/run-population.ts';

describe('draws of a population', () => {
  const fates = (run: PopulationTrajectory, name: string) =>
    run.segments.find((segment) => segment.name === name)!.members;

  it('are the same for identical plans, which differ by exactly 0', () => {
    const twin = { ...rise, name: 'The same under another name' };
    expect(runPopulation(mixed, twin, { customers: 1000 })).toEqual(
      runPopulation(mixed, rise, { customers: 1000 }),
    );
  });

  it('are the same under every plan: before a plan begins nobody’s fate differs', () => {
    const [nothing, plan] = [doNothing, rise].map((each) => runPopulation(mixed, each, { customers: 3000 }));
    for (const { name } of mixed.world.segments) {
      const early = (run: PopulationTrajectory) => fates(run, name).leftIn.map((at) => (at < 3 ? at : 0));
      expect(early(plan)).toEqual(early(nothing));
      expect(fates(plan, name).leftIn).not.toEqual(fates(nothing, name).leftIn);
    }
  });

  it('have a rise keep nobody who would have left without it', () => {
    const [nothing, plan] = [doNothing, rise].map((each) => runPopulation(mixed, each, { customers: 3000 }));
    const [before, after] = [fates(nothing, 'Free').leftIn, fates(plan, 'Free').leftIn];
    const saved = before.filter((at, k) => at > 0 && (after[k] === 0 || after[k] > at));
    expect(saved).toHaveLength(0);
  });

  it('do not change for a segment when another is added or the order is another', () => {
    const alone = runPopulation({ ...mixed, world: { ...mixed.world, segments: [free] } }, doNothing, {
      customers: 1000,
    });
    const both = runPopulation(mixed, doNothing, { customers: 2000 });
    const turned = runPopulation(
      { ...mixed, world: { ...mixed.world, segments: [bound, free] } },
      doNothing,
      { customers: 2000 },
    );
    expect(fates(both, 'Free')).toEqual(fates(alone, 'Free'));
    for (const { name } of mixed.world.segments) expect(fates(turned, name)).toEqual(fates(both, name));
  });

  it('do not change for the first customers when more are followed', () => {
    const [few, many] = [500, 4000].map((customers) => runPopulation(mixed, rise, { customers }));
    const [own] = customersOf(mixed, { customers: 500 });
    expect(own.frailty).toEqual(customersOf(mixed, { customers: 4000 })[0].frailty.slice(0, 250));
    expect(fates(few, 'Free').leftIn).toEqual(fates(many, 'Free').leftIn.slice(0, 250));
  });

  it('are others under another seed', () => {
    const [one, other] = ['one', 'another'].map((seed) =>
      runPopulation(mixed, doNothing, { customers: 500, seed }),
    );
    expect(fates(other, 'Free').leftIn).not.toEqual(fates(one, 'Free').leftIn);
  });
});
