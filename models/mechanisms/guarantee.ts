import type { MechanismDescription } from './description.ts';
import type { SegmentState } from './state.ts';

export const guaranteeDescription = {
  name: 'guarantee',
  title: 'Service guarantee',
  equation:
    'credibility c = max(0, 2·kept − 1), kept the lesser of the cases in time and the customers without a failure, as far as guaranteed; trust + τ·c; pull on newcomers as ε·π·c points of promise; money = cases broken × what is paid',
  source:
    'Hart (1988): a guarantee builds trust where it is kept; Wirtz, Kum & Lee (2000): it adds little or nothing where the firm is not believed; sizes judgement',
  reads: [
    'failures',
    'schedule.guaranteePays',
    'schedule.guaranteedCases',
    'schedule.brokenCases',
    'schedule.brokenPay',
  ],
  writes: ['guaranteeTrust', 'guaranteePull', 'brokenCompensation', 'guaranteeCost'],
  example:
    'A guarantee kept in 90 % of all cases raises the trust that customers end at by 0.04; one kept in 40 % by 0.',
  parameters: [
    {
      name: 'guaranteeTrustGain',
      meaning: 'Trust that a guarantee adds when it is always kept',
      symbol: 'τ',
      unit: '1',
      default: { kind: 'interval', scale: 'share', low: 0.02, high: 0.1, best: 0.05 },
      bounds: [0, 0.4],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'guaranteePromise',
      meaning: 'Points of promise that a guarantee is worth to newcomers when it is always kept',
      symbol: 'π',
      unit: 'points',
      default: { kind: 'interval', scale: 'positive', low: 0.2, high: 1, best: 0.5 },
      bounds: [0, 3],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
  ],
} as const satisfies MechanismDescription;

/**
 * How far customers believe in a guarantee: one that is broken half the time says nothing.
 *
 * Equation  max(0, 2·kept − 1)
 * Inputs    kept 0..1
 * Returns   0..1, rising
 */
export function guaranteeCredibility(kept: number): number {
  return Math.max(0, 2 * kept - 1);
}

/** What guarantees do this month: trust, pull on newcomers, and money for standards not kept. */
export function honourGuarantee(segment: SegmentState, month: number): void {
  const { schedule, parameters, failures } = segment;
  const cases = schedule.guaranteedCases[month];
  const broken = schedule.brokenCases[month];
  const keptCases = cases > 0 ? 1 - broken / cases : 1;
  const keptService = schedule.guaranteePays[month] > 0 ? 1 - failures : 1;
  const isGiven = cases > 0 || schedule.guaranteePays[month] > 0;
  const credibility = isGiven ? guaranteeCredibility(Math.min(keptCases, keptService)) : 0;
  segment.guaranteeTrust = parameters.guaranteeTrustGain * credibility;
  segment.guaranteePull = parameters.guaranteePromise * credibility;
  segment.guaranteeCost = segment.customers * schedule.brokenPay[month];
  // Of those who meet a failure, as many as have a case out of time hold the money in their hands.
  segment.brokenCompensation =
    broken > 0 ? (schedule.brokenPay[month] / broken) * Math.min(1, broken / failures) : 0;
}
