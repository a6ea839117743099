import { shareAbove, talkCuts } from '../mechanisms/word-of-mouth.ts';

/** Groups of customers by what they would answer from 0 to 10, least satisfied first. */
export const crowdGroups = ['saboteurs', 'dissatisfied', 'satisfied', 'delighted', 'advocates'] as const;
export type CrowdGroup = (typeof crowdGroups)[number];

/**
 * Where one group ends and the next begins. Three are the word-of-mouth mechanism's own: below 3 customers tell others
 * to keep away, above 6.5 they praise, above 8.5 they advocate. 7.5 parts an answer of 7 from an answer of 8.
 */
export const crowdCuts = [talkCuts.complaint, talkCuts.praise, 7.5, talkCuts.advocates] as const;

/** Shares of the groups among customers whose satisfaction has a mean and a spread [points]; they sum to 1. */
export function crowdShares(mean: number, spread: number): Float64Array {
  const shares = new Float64Array(crowdGroups.length);
  let above = 1;
  crowdCuts.forEach((cut, index) => {
    const higher = shareAbove(cut, mean, spread);
    shares[index] = above - higher;
    above = higher;
  });
  shares[crowdCuts.length] = above;
  return shares;
}
