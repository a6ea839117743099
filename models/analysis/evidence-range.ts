import type { Trajectory } from '../engine/simulate.ts';

/** Price changes that public price rises and the literature cover. */
export const evidenceRange: readonly [number, number] = [-0.2, 0.6];
const mostMonths = 60;

/** Reasons why a run lies beyond what the evidence covers; empty when it does not. */
export function findBeyondEvidence(run: Trajectory): string[] {
  const reasons = run.segments.flatMap(({ name, priceRange: [low, high] }) => {
    const change = high - 1 > evidenceRange[1] ? high - 1 : low - 1;
    if (change >= evidenceRange[0] && change <= evidenceRange[1]) return [];
    return [`${name}: a price change of ${Math.round(change * 100)} % lies outside −20 % to +60 %`];
  });
  if (run.months > mostMonths) reasons.push(`a horizon of ${run.months} months is longer than five years`);
  return reasons;
}
