import { describe, expect, it } from 'vitest';
import { createSampler } from '../../../models/engine/sample.ts';
import { explainScenario } from '../../../models/scenario/explain.ts';
import {
  applyProfile,
  type Profile,
  profileEffect,
  profileTraits,
} from '../../../models/scenario/profile.ts';
import { assume, buildRise, buildScenario, buildSegment } from '../../support/build-scenario.ts';
import { impactBest, runBest } from '../../support/run-scenario.ts';

const defaults = createSampler(buildScenario(), 'kept')('best').parameters({});
const all = (level: 'low' | 'medium' | 'high'): Profile =>
  Object.fromEntries(profileTraits.map((trait) => [trait, level]));
const withProfile = (profile: Profile, extra: Parameters<typeof buildSegment>[0] = {}) =>
  buildScenario({ segments: [buildSegment({ profile, ...extra })] });
const rise = buildRise(0.1, { at: 3, announce: 3, announced: true });

describe('a profile', () => {
  it('changes exactly nothing where every trait is medium', () => {
    expect(applyProfile(defaults, all('medium'), {})).toEqual(defaults);
    expect(runBest(withProfile(all('medium')), rise)).toEqual(runBest(buildScenario(), rise));
  });

  it('is mirrored: low takes back what high adds', () => {
    for (const trait of profileTraits) {
      const [low, high] = [profileEffect({ [trait]: 'low' }), profileEffect({ [trait]: 'high' })];
      expect(low.demand + high.demand).toBe(0);
      expect(low.priceResponse * high.priceResponse).toBeCloseTo(1, 12);
      expect(low.voicePropensity * high.voicePropensity).toBeCloseTo(1, 12);
      expect(low.lockIn * high.lockIn).toBeCloseTo(1, 12);
    }
  });

  it('loses more to a rise where purchasing power is low or competitors are near', () => {
    const medium = impactBest(buildScenario(), rise).attrition;
    expect(impactBest(withProfile({ economic: 'low' }), rise).attrition).toBeGreaterThan(medium);
    expect(impactBest(withProfile({ exposure: 'high' }), rise).attrition).toBeGreaterThan(medium);
    expect(impactBest(withProfile({ economic: 'high' }), rise).attrition).toBeLessThan(medium);
  });

  it('starts in balance: the demanding are less satisfied, and stay so while nothing moves', () => {
    for (const level of ['low', 'high'] as const) {
      const [{ satisfaction, leavers }] = runBest(withProfile({ education: level })).segments;
      if (level === 'high') expect(satisfaction[0]).toBeLessThan(7);
      else expect(satisfaction[0]).toBeGreaterThan(7);
      expect(satisfaction[36]).toBeCloseTo(satisfaction[0], 12);
      expect(leavers[36]).toBeCloseTo(30, 9);
    }
  });

  it('gives way to what the segment states itself, and is explained', () => {
    const own = assume({ priceResponse: 2 });
    expect(applyProfile({ ...defaults, priceResponse: 2 }, all('high'), own).priceResponse).toBe(2);
    const rows = (assumptions: typeof own) =>
      explainScenario(withProfile({ exposure: 'high' }, { assumptions }))
        .filter(({ path }) => path.includes('.profile.'))
        .map(({ path, value }) => [path.split('.').at(-1), value]);
    expect(rows({})).toEqual([
      ['demand', 0.4],
      ['priceResponse', 1.2],
      ['lockIn', 1.2],
    ]);
    expect(rows(own).map(([name]) => name)).toEqual(['demand', 'lockIn']);
  });
});
