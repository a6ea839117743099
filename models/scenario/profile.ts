import type { Parameters } from '../mechanisms/index.ts';
import type { Assumptions } from './scenario.ts';

export const profileLevels = ['low', 'medium', 'high'] as const;
export type ProfileLevel = (typeof profileLevels)[number];

/** What is known of customers as people; medium, or left out, changes nothing. */
export const profileTraits = ['economic', 'education', 'experience', 'exposure', 'demographic'] as const;
export type ProfileTrait = (typeof profileTraits)[number];
export type Profile = { readonly [trait in ProfileTrait]?: ProfileLevel };

/** Points added to what customers find they are owed, and factors on three parameters. */
interface Effect {
  readonly demand?: number;
  readonly priceResponse?: number;
  readonly voicePropensity?: number;
  /** On the part of leaving that a contract does not hold back. */
  readonly lockIn?: number;
}

/**
 * The one table of profiles: how `high` differs from `medium`; `low` is its mirror, −points and 1/factor.
 * Purchasing power dulls prices and voices complaints; education and experience expect more and complain more;
 * exposure to competitors raises what is owed, sharpens prices and loosens ties; a settled stage of life ties.
 *
 * Source  judgement; signs after Zeithaml, Berry & Parasuraman (1993) on the determinants of expectations
 */
export const profileTable: { readonly [trait in ProfileTrait]: Effect } = {
  economic: { priceResponse: 0.8, voicePropensity: 1.1 },
  education: { demand: 0.3, voicePropensity: 1.2 },
  experience: { demand: 0.3, priceResponse: 1.1, voicePropensity: 1.1 },
  exposure: { demand: 0.4, priceResponse: 1.2, lockIn: 1.2 },
  demographic: { priceResponse: 0.9, lockIn: 0.85 },
};

/** What a profile comes to. */
export interface ProfileEffect {
  readonly demand: number;
  readonly priceResponse: number;
  readonly voicePropensity: number;
  readonly lockIn: number;
}

/** Points added up and factors multiplied over the traits: 0 and exactly 1 where every trait is medium. */
export function profileEffect(profile: Profile): ProfileEffect {
  const effect = { demand: 0, priceResponse: 1, voicePropensity: 1, lockIn: 1 };
  for (const trait of profileTraits) {
    const level = profile[trait] ?? 'medium';
    if (level === 'medium') continue;
    const { demand = 0, ...factors } = profileTable[trait];
    effect.demand += level === 'high' ? demand : -demand;
    for (const [name, factor] of Object.entries(factors) as [keyof typeof factors, number][]) {
      effect[name] *= level === 'high' ? factor : 1 / factor;
    }
  }
  return effect;
}

/** Parameters as a profile moves them; what the segment states itself stays as stated. */
export function applyProfile(parameters: Parameters, profile: Profile, own: Assumptions): Parameters {
  const effect = profileEffect(profile);
  const { demand, priceResponse, voicePropensity, lockIn } = parameters;
  const moved = {
    demand: Math.min(5, Math.max(-5, demand + effect.demand)),
    priceResponse: priceResponse * effect.priceResponse,
    voicePropensity: voicePropensity * effect.voicePropensity,
    lockIn: effect.lockIn === 1 ? lockIn : Math.max(0, 1 - (1 - lockIn) * effect.lockIn),
  };
  const kept = Object.entries(moved).filter(([name]) => own[name as keyof typeof moved] === undefined);
  return { ...parameters, ...Object.fromEntries(kept) };
}
