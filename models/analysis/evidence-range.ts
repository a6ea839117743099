import type { Trajectory } from '../engine/simulate.ts';

/** Price changes that public price rises and the literature cover. */
export const evidenceRange: readonly [number, number] = [-0.2, 0.6];
const mostMonths = 60;
/** As a ratio of prices a rise of 60 % is 0.6000000000000001. */
const rounding = 1e-9;

/** Reasons why a run lies beyond what the evidence covers; empty when it does not. */
export function findBeyondEvidence(run: Trajectory): string[] {
  const changes = run.segments.flatMap(({ priceRange: [low, high] }) => {
    const change = high - 1 > evidenceRange[1] + rounding ? high - 1 : low - 1;
    const isWithin = change >= evidenceRange[0] - rounding && change <= evidenceRange[1] + rounding;
    return isWithin ? [] : [Math.round(change * 100)];
  });
  const reasons = [...new Set(changes)].map(
    (percent) => `a price change of ${percent < 0 ? '−' : '+'}${Math.abs(percent)} %, outside −20 % to +60 %`,
  );
  if (run.months > mostMonths) reasons.push(`a horizon of ${run.months} months is longer than five years`);
  return reasons;
}
