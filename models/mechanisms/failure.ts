import type { MechanismDescription } from './description.ts';
import type { Parameters } from './index.ts';
import type { SegmentState } from './state.ts';
import type { FirmState } from './state-firm.ts';

export const failureDescription = {
  name: 'failure',
  title: 'Failures and root causes',
  equation:
    'share failing = 1 − exp(−Λ·R·exp(−k·(reliability − start))), Λ = −ln(1 − share at the start); R ← R·exp(work·effort) when causes are removed',
  source:
    'a failure is met by exposure, as leaving is; root causes against quick fixes: Juran (1988), Tax & Brown (1998); sizes judgement',
  reads: ['failureExposure', 'delivered', 'schedule.rootCauseWork', 'rootCauseEffort'],
  writes: ['failures', 'failuresBesideReliability', 'rootCauses'],
  example: 'Of customers of whom 4 % meet a failure a month, 4.9 % do once reliability is a point worse.',
  parameters: [
    {
      name: 'failureReliability',
      meaning: 'Log-fall of failures for each point of reliability',
      symbol: 'k',
      unit: '1/point',
      default: { kind: 'interval', scale: 'positive', low: 0.1, high: 0.4, best: 0.2 },
      bounds: [0, 2],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
  ],
} as const satisfies MechanismDescription;

/**
 * Share of customers who meet a failure in a month.
 *
 * Equation  1 − exp(−Λ·R·exp(−k·Δ))
 * Inputs    exposure Λ = −ln(1 − share at the start) ≥ 0, rootCauses R against the start ≥ 0,
 *           reliability Δ against the start [points]
 * Returns   0..1; falls with reliability, rises with root causes
 */
export function failureShare(
  exposure: number,
  rootCauses: number,
  reliability: number,
  parameters: Pick<Parameters, 'failureReliability'>,
): number {
  return -Math.expm1(-exposure * rootCauses * Math.exp(-parameters.failureReliability * reliability));
}

/**
 * Who meets a failure this month. Only work on root causes lowers failures for good; recovery does not.
 * Removing causes goes at the pace at which people are willing to (`rootCauseEffort`); causing more does not.
 */
export function meetFailures(segment: SegmentState, month: number, firm: FirmState): void {
  const { parameters, failureExposure } = segment;
  const work = segment.schedule.rootCauseWork[month];
  if (work !== 0) segment.rootCauses *= Math.exp(work < 0 ? work * firm.rootCauseEffort : work);
  const reliability = segment.delivered[0] - segment.start.delivery[0];
  segment.failures = failureShare(failureExposure, segment.rootCauses, reliability, parameters);
  segment.failuresBesideReliability =
    reliability === 0 ? segment.failures : failureShare(failureExposure, segment.rootCauses, 0, parameters);
}
