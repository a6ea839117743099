import { answerFailure, type FailureAnswer } from '../core/recovery-ladder.ts';
import type { MechanismDescription } from './description.ts';
import type { Parameters } from './index.ts';
import type { SegmentState } from './state.ts';

/**
 * Who speaks up decides what recovery can reach. How dissatisfied a customer is, here, is how severe the failure
 * was: overall satisfaction has its own path to leaving. Complaints about prices are reported only: an unfair price
 * reaches leaving through satisfaction, a surprise through trust, and the calls that a notice brings are the contact
 * centre's.
 */
export const complaintDescription = {
  name: 'complaint',
  title: 'Exit, voice or silence',
  equation:
    'odds against silence: exit = competition·lock·e₁·25^(s − 1), voice = ω·exp(E·ease)·v(s); complaints = f·voice + voice·woken·(1 − exp(−(unfairness + surprise)))',
  source: 'Hirschman (1970) as a multinomial logit; v(s) between the shares of TARP (1986), 3 % and 69 %',
  reads: ['failures', 'aware', 'awake', 'unfairness', 'surprised', 'schedule.complaintEase'],
  writes: ['exitShare', 'voiceShare', 'complaints'],
  example: 'At the defaults 16 of 100 customers who meet a failure complain and 6 look for the door.',
  parameters: [
    {
      name: 'failureSeverity',
      meaning: 'How much is at stake in a failure, from trivial (0) to over $100 (1)',
      symbol: 's',
      unit: '1',
      default: { kind: 'interval', scale: 'share', low: 0.2, high: 0.6, best: 0.4 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement; the scale is TARP’s two rows',
    },
    {
      name: 'exitOdds',
      meaning: 'Odds of looking for the door rather than staying silent after a severe failure',
      symbol: 'e₁',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.2, high: 1, best: 0.5 },
      bounds: [0.01, 10],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'competition',
      meaning: 'Competitors to go to, against an average market',
      symbol: '',
      unit: '1',
      default: { kind: 'fixed', value: 1 },
      bounds: [0.05, 10],
      scale: 'positive',
      evidence: 'assumed',
      source: 'direction Hirschman (1970), Fornell & Didow (1980)',
    },
    {
      name: 'voicePropensity',
      meaning: 'How readily these customers complain, against the average',
      symbol: 'ω',
      unit: '1',
      default: { kind: 'fixed', value: 1 },
      bounds: [0.02, 20],
      scale: 'positive',
      evidence: 'assumed',
      source: '1: as TARP (1986) found',
    },
    {
      name: 'complaintEffort',
      meaning: 'Log-odds of complaining that its effort takes away',
      symbol: 'E',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.7, high: 2.5, best: 1.5 },
      bounds: [0, 5],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
  ],
} as const satisfies MechanismDescription;

/**
 * Exit, voice and silence of those who meet a failure.
 *
 * Inputs    ease 0..1, share of the effort of complaining taken away; bound, whether a contract holds customers
 * Returns   shares summing to 1; ease raises voice, competition exit, a contract moves exit to voice and silence
 */
export function answer(ease: number, bound: boolean, parameters: Parameters): FailureAnswer {
  return answerFailure({
    severity: parameters.failureSeverity,
    exitOdds: parameters.exitOdds,
    freedom: parameters.competition * (bound ? 1 - parameters.lockIn : 1),
    readiness: parameters.voicePropensity * Math.exp(parameters.complaintEffort * ease),
  });
}

/** Who of those with a failure leaves, speaks or stays silent this month, and how many complain in all. */
export function voiceComplaints(segment: SegmentState, month: number): void {
  const ease = segment.schedule.complaintEase[month];
  // What the start has worked out stands while complaining is as easy as it was.
  const { exit, voice } =
    ease === 0
      ? segment.start.failureOutcome
      : answer(ease, segment.contractQuarters > 0, segment.parameters);
  segment.exitShare = exit;
  segment.voiceShare = voice;
  segment.complaints = voice * (segment.failures + aggrievedByPrice(segment));
}

/** Share of customers just woken to a price that they find unfair or were surprised by. */
function aggrievedByPrice(segment: SegmentState): number {
  const { cells, present, aware, awake, unfairness, surprised } = segment;
  let aggrieved = 0;
  let customers = 0;
  for (let cell = 0; cell < cells; cell++) {
    customers += present[cell];
    if (present[cell] === 0 || aware[cell] === 0) continue;
    const grievance = (unfairness[cell] + surprised[cell]) / aware[cell];
    if (grievance === 0) continue;
    aggrieved += present[cell] * Math.min(1, awake[cell]) * -Math.expm1(-grievance);
  }
  return customers > 0 ? aggrieved / customers : 0;
}
