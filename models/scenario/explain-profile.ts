import type { Explanation } from './explain.ts';
import { profileEffect, profileTraits } from './profile.ts';
import type { Segment } from './scenario.ts';

const meanings = {
  demand: ['Points added to what customers find they are owed', 'points'],
  priceResponse: ['Factor on the response to price', '1'],
  voicePropensity: ['Factor on the propensity to complain', '1'],
  lockIn: ['Factor on the leaving that a contract leaves', '1'],
} as const;

/** What a segment's profile changes, one row for each parameter that it moves. */
export function explainProfile({ name, profile, assumptions }: Segment): Explanation[] {
  if (!profile) return [];
  const stated = profileTraits.filter((trait) => profile[trait]).map((trait) => `${trait} ${profile[trait]}`);
  const effect = profileEffect(profile);
  return (Object.keys(meanings) as (keyof typeof meanings)[]).flatMap((parameter) => {
    const neutral = parameter === 'demand' ? 0 : 1;
    if (effect[parameter] === neutral || assumptions[parameter] !== undefined) return [];
    const [meaning, unit] = meanings[parameter];
    const row: Explanation = {
      path: `segments.${name}.profile.${parameter}`,
      ...{ meaning, unit, value: effect[parameter], low80: null, high80: null },
      ...{ distribution: stated.join(', '), evidence: 'assumed', given: true },
      source: 'profile, by the table of profiles: judgement',
    };
    return [row];
  });
}
