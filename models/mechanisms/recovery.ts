import { type FailureAnswer, lossOnRung, type Rung, rungs, shiftShare } from '../core/recovery-ladder.ts';
import type { MechanismDescription } from './description.ts';
import type { Parameters } from './index.ts';
import type { FailureOutcome, SegmentState } from './state.ts';

/**
 * Failures reach leaving on two paths, each once: directly, by what is lost with each customer who meets one, and
 * through satisfaction, a month later, by points that a year forgets. What reliability alone adds to failures is
 * left out of the points, since customers perceive reliability by itself.
 */
export const recoveryDescription = {
  name: 'recovery',
  title: 'Recovery',
  equation:
    'voiced → satisfied → quickly, by handling; a second failure within a year undoes it; loss L̄ = exit + Σ shares × (1 − repurchase of the rung); Y ← m·Y + (f·L̄ − start); factor = 1 + d·Y/(1 + d·Y₀); G ← 11/12·G + (f·points − start); satisfaction −G',
  source:
    'ladder: TARP (1986) repurchase rates; double deviation: Maxham & Netemeyer (2002); what recovery works by: Smith, Bolton & Wagner (1999), Gelbrich & Roschk (2011)',
  reads: [
    'failures',
    'failuresBesideReliability',
    'exitShare',
    'voiceShare',
    'brokenCompensation',
    'guaranteeCost',
    'schedule.recoveryHours',
    'schedule.compensation',
    'schedule.gestures',
    'schedule.claimsChecked',
    'schedule.guaranteePays',
  ],
  writes: ['recentFailures', 'freshDamage', 'grudge', 'failureFactor', 'failureSatisfaction', 'serviceCost'],
  example:
    'At the defaults a failure costs 72 % of repurchase on average, and failures are behind 39 % of the leaving that responds.',
  parameters: [
    {
      name: 'failureDamage',
      meaning: 'Rise of the responsive hazard in the month of a failure that costs all repurchase',
      symbol: 'd',
      unit: '1',
      default: { kind: 'lognormal', median: 9, sdLog: 0.4 },
      bounds: [0, 100],
      scale: 'positive',
      evidence: 'assumed',
      source:
        'judgement, so that failures are behind some 40 % of the leaving that responds (Keaveney 1995: 44 % name a core failure)',
    },
    {
      name: 'failureMemory',
      meaning: 'Share of that rise that lasts into the next month',
      symbol: 'm',
      unit: '1/month',
      default: { kind: 'interval', scale: 'share', low: 0.4, high: 0.8, best: 0.6 },
      bounds: [0, 0.98],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'failurePoints',
      meaning: 'Satisfaction lost in a month by a customer whose failure stays without an answer',
      symbol: '',
      unit: 'points',
      default: { kind: 'interval', scale: 'positive', low: 0.8, high: 2.5, best: 1.5 },
      bounds: [0, 10],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'recoveryParadox',
      meaning: 'Satisfaction gained over no failure by a quick recovery',
      symbol: '',
      unit: 'points',
      default: { kind: 'interval', scale: 'positive', low: 0.05, high: 0.4, best: 0.2 },
      bounds: [0, 2],
      scale: 'positive',
      evidence: 'assumed',
      source:
        'sign de Matos, Henrique & Rossi (2007): satisfaction rises, repurchase does not; size judgement',
    },
    {
      name: 'complaintsSatisfied',
      meaning: 'Share of complaints that end with a satisfied customer today',
      symbol: '',
      unit: 'share',
      default: { kind: 'interval', scale: 'share', low: 0.4, high: 0.7, best: 0.55 },
      bounds: [0.01, 0.99],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'satisfiedQuickly',
      meaning: 'Share of those that do so quickly',
      symbol: '',
      unit: 'share',
      default: { kind: 'interval', scale: 'share', low: 0.15, high: 0.5, best: 0.3 },
      bounds: [0.01, 0.99],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'recoveryTime',
      meaning: 'Time in which a complaint is settled today',
      symbol: '',
      unit: 'h',
      default: { kind: 'interval', scale: 'positive', low: 24, high: 168, best: 72 },
      bounds: [0.1, 2000],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'recoverySpeed',
      meaning: 'Log-odds of being satisfied quickly, for each halving of that time',
      symbol: '',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.25, high: 0.9, best: 0.5 },
      bounds: [0, 3],
      scale: 'positive',
      evidence: 'assumed',
      source: 'sign Smith, Bolton & Wagner (1999), unverified; size judgement',
    },
    {
      name: 'recoveryGesture',
      meaning: 'Log-odds of being satisfied through owning the fault, and through following up',
      symbol: '',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.2, high: 0.7, best: 0.4 },
      bounds: [0, 3],
      scale: 'positive',
      evidence: 'assumed',
      source: 'sign Gelbrich & Roschk (2011), unverified; size judgement',
    },
    {
      name: 'compensationEffect',
      meaning: 'Log-odds of being satisfied through ample compensation; one monthly price brings 63 % of it',
      symbol: '',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.5, high: 1.8, best: 1 },
      bounds: [0, 5],
      scale: 'positive',
      evidence: 'assumed',
      source: 'sign Gelbrich & Roschk (2011), unverified; size judgement',
    },
    {
      name: 'complaintCost',
      meaning: 'Cost of handling a complaint, in monthly prices',
      symbol: '',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.1, high: 0.6, best: 0.3 },
      bounds: [0, 20],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'falseClaims',
      meaning: 'Share of customers who claim without a failure where compensation is boundless',
      symbol: '',
      unit: '1/month',
      default: { kind: 'interval', scale: 'share', low: 0.001, high: 0.012, best: 0.004 },
      bounds: [0, 0.5],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement; that generosity invites them: Wirtz & Kum (2004)',
    },
    {
      name: 'claimCheck',
      meaning: 'Share of those that checking claims stops',
      symbol: '',
      unit: 'share',
      default: { kind: 'interval', scale: 'share', low: 0.5, high: 0.95, best: 0.8 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
  ],
} as const satisfies MechanismDescription;

/** Months after which a failure is forgotten: the second within a year undoes a recovery. */
const memoryMonths = 12;

/** How a complaint is answered. */
export interface Handling {
  readonly hours: number;
  /** Money paid, in monthly prices. */
  readonly compensation: number;
  readonly gestures: number;
}

export function handledToday(parameters: Parameters): Handling {
  return { hours: parameters.recoveryTime, compensation: 0, gestures: 0 };
}

/**
 * What comes of a failure, on average over the customers who meet one.
 *
 * Inputs    handling; answered, shares of exit and voice; failures a month at the start 0..1, and recent
 *           ones beyond these [exposure over a year]: another within a year undoes a recovery
 * Returns   these shares; damage 0..1; points of satisfaction lost
 */
export function respondToFailure(
  handling: Handling,
  answered: Pick<FailureAnswer, 'exit' | 'voice'>,
  failures: number,
  recent: number,
  parameters: Parameters,
): FailureOutcome {
  const satisfied = shiftShare(parameters.complaintsSatisfied, satisfactionStep(handling, parameters));
  const speed = Math.log(parameters.recoveryTime / handling.hours) / Math.LN2;
  const quickly = satisfied * shiftShare(parameters.satisfiedQuickly, parameters.recoverySpeed * speed);
  // A recovery holds only for those without another failure within a year.
  const once = Math.exp(memoryMonths * Math.log1p(-failures) - recent);
  const shares: Readonly<Record<Rung, number>> = {
    silent: 1 - answered.exit - answered.voice,
    unsatisfied: answered.voice * (1 - once * satisfied),
    satisfied: answered.voice * once * (satisfied - quickly),
    quickly: answered.voice * once * quickly,
  };
  let damage = answered.exit;
  let points = answered.exit * parameters.failurePoints;
  for (const rung of rungs) {
    damage += shares[rung] * lossOnRung(rung, parameters.failureSeverity);
    points += shares[rung] * pointsOnRung(rung, failures, parameters);
  }
  return { exit: answered.exit, voice: answered.voice, damage, points };
}

/** Logit step of a complaint's being satisfied: gestures add, money adds ever less. */
function satisfactionStep(handling: Handling, parameters: Parameters): number {
  return (
    parameters.recoveryGesture * handling.gestures -
    parameters.compensationEffect * Math.expm1(-handling.compensation)
  );
}

/**
 * Points of satisfaction lost on a rung, in proportion to the repurchase lost. A quick recovery may leave customers
 * a little more satisfied than no failure, but what it returns through satisfaction is held to half of what the
 * failure costs directly: no recovery makes customers stay longer than no failure does.
 *
 * Inputs    failures a month at the start 0..1
 * Returns   points; negative for a gain
 * Source    paradox in satisfaction, not in repurchase: de Matos, Henrique & Rossi (2007)
 */
export function pointsOnRung(rung: Rung, failures: number, parameters: Parameters): number {
  const severity = parameters.failureSeverity;
  if (rung !== 'quickly') {
    return (parameters.failurePoints * lossOnRung(rung, severity)) / lossOnRung('silent', severity);
  }
  const { recoveryParadox, failureMemory } = parameters;
  const response = parameters.failureDamage;
  // Against the leaving of the start, which failures are part of: at most 1 + d·f/(1 − m) times that without any.
  const direct = (response * lossOnRung(rung, severity)) / (1 - failureMemory + response * failures);
  const slope = parameters.satisfactionResponse * parameters.delightMultiple;
  const returned = (slope * memoryMonths * recoveryParadox) / parameters.satisfactionSpread;
  return -recoveryParadox * (2 * returned > direct ? direct / (2 * returned) : 1);
}

/** Damage still fresh at the start: the sum of a steady stream that fades by the month. */
function startingDamage(segment: SegmentState): number {
  const { failures, failureOutcome } = segment.start;
  return (failures * failureOutcome.damage) / (1 - segment.parameters.failureMemory);
}

/** How the complaints of the month end, and what the failures of this month and before do to leaving. */
export function recover(segment: SegmentState, month: number): void {
  const { schedule, start, parameters, failures } = segment;
  const compensation = schedule.compensation[month] + schedule.guaranteePays[month];
  const handling: Handling = {
    hours: schedule.recoveryHours[month],
    compensation: (compensation + segment.brokenCompensation) / start.price,
    gestures: schedule.gestures[month],
  };
  const outcome = outcomeOf(segment, handling);
  const extraDamage = failures * outcome.damage - start.failures * start.failureOutcome.damage;
  const { failureMemory: memory, failureDamage: response } = parameters;
  segment.freshDamage = memory * segment.freshDamage + extraDamage;
  segment.failureFactor = 1 + (response * segment.freshDamage) / (1 + response * startingDamage(segment));
  const lost = segment.failuresBesideReliability * outcome.points;
  const extraPoints = lost - start.failures * start.failureOutcome.points;
  segment.grudge += extraPoints - segment.grudge / memoryMonths;
  segment.failureSatisfaction = 0 - segment.grudge;
  const extraExposure = failures === start.failures ? 0 : Math.log1p(-start.failures) - Math.log1p(-failures);
  segment.recentFailures += extraExposure - segment.recentFailures / memoryMonths;
  payComplaints(segment, month, compensation);
}

/** What comes of a failure this month; while complaints are answered as today, what the start has worked out. */
function outcomeOf(segment: SegmentState, handling: Handling): FailureOutcome {
  const { start, parameters, exitShare: exit, voiceShare: voice, recentFailures } = segment;
  const today = start.failureOutcome;
  const isAsToday =
    recentFailures === 0 &&
    exit === today.exit &&
    voice === today.voice &&
    handling.hours === parameters.recoveryTime &&
    handling.compensation === 0 &&
    handling.gestures === 0;
  return isAsToday
    ? today
    : respondToFailure(handling, { exit, voice }, start.failures, recentFailures, parameters);
}

/** Money of the month beyond today's: handling, what is paid to complainers, claims without a failure. */
function payComplaints(segment: SegmentState, month: number, compensation: number): void {
  const { parameters, schedule, start } = segment;
  const voiced = segment.failures * segment.voiceShare;
  const moreVoiced = voiced - start.failures * start.failureOutcome.voice;
  const checked = schedule.claimsChecked[month] === 1 ? 1 - parameters.claimCheck : 1;
  const invented = parameters.falseClaims * checked * (compensation / (compensation + start.price));
  const handling = parameters.complaintCost * start.price * (moreVoiced + invented);
  segment.serviceCost =
    segment.guaranteeCost + segment.customers * (handling + compensation * (voiced + invented));
}
