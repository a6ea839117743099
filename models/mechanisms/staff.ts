import { dimensions } from '../core/dimensions.ts';
import type { MechanismDescription } from './description.ts';
import type { SegmentState } from './state.ts';
import type { FirmState } from './state-firm.ts';

// Staff reach the hazard on one path only: attitude, skill and job aids shift what is delivered, and customers judge
// that. Handle time and resolution, which skill moves too, reach it through waits.

export const staffDescription = {
  name: 'staff',
  title: 'Staff: morale, attitude, skill',
  equation:
    'm ← m + n_m·(m* − m), m* = m₀ − b_o·Δoverload + recognition + b_e·Δempowerment + feedback − cynicism; attitude ← attitude + (m − m₀ − attitude)/lag; turnover = t₀·exp(−b₄·(m − m₀))',
  source:
    'links: Harter, Schmidt & Hayes (2002); Rucci, Kirn & Quinn (1998), Sears, which sizes attitude; morale reaches customers through the quality they meet alone; other sizes judgement',
  reads: [
    'schedule.empowerment',
    'schedule.jobAids',
    'schedule.training',
    'schedule.taught',
    'schedule.recognisesPrevention',
    'schedule.recognisesRecovery',
    'schedule.feedback',
    'schedule.agents',
    'schedule.cost',
    'centreMonth',
  ],
  writes: [
    'morale',
    'attitude',
    'cynicism',
    'skill',
    'turnover',
    'staffCost',
    'rootCauseEffort',
    'hearingBias',
    'serviceShift',
  ],
  example: 'Morale that has risen by 0.05 for good ends at 0.9 points more empathy and assurance.',
  parameters: [
    {
      name: 'empowermentStart',
      meaning: 'How far staff may decide for themselves at the start',
      symbol: 'E₀',
      unit: '1',
      default: { kind: 'interval', scale: 'share', low: 0.3, high: 0.7, best: 0.5 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'moralePace',
      meaning: 'Share of the way to its new level that morale goes each month',
      symbol: 'n_m',
      unit: '1/month',
      default: { kind: 'interval', scale: 'share', low: 0.15, high: 0.5, best: 0.3 },
      bounds: [0.01, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'overloadMorale',
      meaning: 'Loss of morale per unit of occupancy above the comfortable level',
      symbol: 'b_o',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.2, high: 1, best: 0.5 },
      bounds: [0, 10],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'recognitionMorale',
      meaning: 'Rise of morale where good work is recognised, and again where feedback looks for it',
      symbol: '',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.01, high: 0.06, best: 0.03 },
      bounds: [0, 1],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'empowermentMorale',
      meaning: 'Rise of morale from no empowerment to full',
      symbol: 'b_e',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.04, high: 0.2, best: 0.1 },
      bounds: [0, 2],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'blameMorale',
      meaning: 'Loss of morale where feedback looks for fault',
      symbol: '',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.015, high: 0.08, best: 0.04 },
      bounds: [0, 1],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'blameBias',
      meaning: 'Points by which fear of blame brightens what management hears',
      symbol: '',
      unit: 'points',
      default: { kind: 'interval', scale: 'positive', low: 0.2, high: 1, best: 0.5 },
      bounds: [0, 5],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'imposedTraining',
      meaning:
        'Loss of morale from training the whole scale of skill to people whom policy blocks altogether',
      symbol: '',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 0.05, high: 0.3, best: 0.15 },
      bounds: [0, 2],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'cynicismFade',
      meaning: 'Share of cynicism that fades each month',
      symbol: '',
      unit: '1/month',
      default: { kind: 'interval', scale: 'share', low: 0.05, high: 0.2, best: 0.1 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'attitudeLag',
      meaning: 'Months by which the attitude that customers meet lags behind morale',
      symbol: 'lag',
      unit: 'months',
      default: { kind: 'interval', scale: 'positive', low: 3, high: 6, best: 4.5 },
      bounds: [1, 24],
      scale: 'positive',
      evidence: 'assumed',
      source: 'one to two quarters, judgement',
    },
    {
      name: 'attitudePoints',
      meaning: 'Empathy and assurance delivered per unit of attitude',
      symbol: '',
      unit: 'points',
      default: { kind: 'interval', scale: 'positive', low: 9, high: 30, best: 18 },
      bounds: [0, 60],
      scale: 'positive',
      evidence: 'expert',
      source:
        'Rucci, Kirn & Quinn (1998): +5 of 100 employee attitude, +1.3 of 100 customer satisfaction, +0.5 % revenue',
    },
    {
      name: 'skillPoints',
      meaning: 'Assurance delivered per unit of skill that people may use',
      symbol: '',
      unit: 'points',
      default: { kind: 'interval', scale: 'positive', low: 1, high: 4, best: 2 },
      bounds: [0, 20],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'jobAidsPoints',
      meaning: 'Reliability delivered, through more even work, where job aids cover all of it',
      symbol: '',
      unit: 'points',
      default: { kind: 'interval', scale: 'positive', low: 0.3, high: 2, best: 1 },
      bounds: [0, 10],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'recognitionEffort',
      meaning:
        'Rise of the work on root causes where prevention is recognised, and its fall where recovery is',
      symbol: '',
      unit: '1',
      default: { kind: 'interval', scale: 'share', low: 0.1, high: 0.4, best: 0.25 },
      bounds: [0, 1],
      scale: 'share',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'turnoverMorale',
      meaning: 'Fall of the log of turnover per unit of morale',
      symbol: 'b₄',
      unit: '1',
      default: { kind: 'interval', scale: 'positive', low: 1, high: 6, best: 2.5 },
      bounds: [0, 20],
      scale: 'positive',
      evidence: 'assumed',
      source: 'sign Harter, Schmidt & Hayes (2002), r = −.30; size judgement',
    },
    {
      name: 'replacementMonths',
      meaning: 'Cost of replacing an agent in months of pay',
      symbol: '',
      unit: 'months',
      default: { kind: 'interval', scale: 'positive', low: 2, high: 8, best: 4 },
      bounds: [0, 60],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
    {
      name: 'learningMonths',
      meaning: 'Months of skill lost with each agent who is replaced',
      symbol: '',
      unit: 'months',
      default: { kind: 'interval', scale: 'positive', low: 1.5, high: 6, best: 3 },
      bounds: [0, 24],
      scale: 'positive',
      evidence: 'assumed',
      source: 'judgement',
    },
  ],
} as const satisfies MechanismDescription;

/** Morale at the start on its scale from 0 to 1. Only changes count; the level says how much room there is. */
export const parMorale = 0.6;

/** Below this empowerment policy blocks what training teaches. */
const enoughEmpowerment = 0.5;

/**
 * Level that morale moves to.
 *
 * Equation  m* = m₀ − b_o·Δoverload + recognition + b_e·(E − E₀) + feedback − cynicism, kept within 0..1
 * Inputs    the firm's state, month 1..T
 * Source    judgement; more load never raises it, more recognition and empowerment never lower it
 */
export function moraleTarget(firm: FirmState, month: number): number {
  const { parameters, schedule } = firm;
  const recognised = schedule.recognisesPrevention[month] || schedule.recognisesRecovery[month];
  const feedback = schedule.feedback[month];
  const target =
    parMorale -
    parameters.overloadMorale * (firm.centreMonth.overload - (firm.centre?.start.overload ?? 0)) +
    (recognised ? parameters.recognitionMorale : 0) +
    parameters.empowermentMorale * (schedule.empowerment[month] - schedule.empowerment[0]) +
    (feedback > 0 ? parameters.recognitionMorale : feedback * parameters.blameMorale) -
    firm.cynicism;
  return Math.min(1, Math.max(0, target));
}

/** Work on root causes against the start: recognition draws attention to what it rewards. */
export function rootCauseEffort({ parameters, schedule }: FirmState, month: number): number {
  const towards = schedule.recognisesPrevention[month] - schedule.recognisesRecovery[month];
  return 1 + parameters.recognitionEffort * towards;
}

/** Morale, attitude, skill and turnover of the month, and what they cost. Reads last month's load. */
export function leadStaff(firm: FirmState, _segments: readonly SegmentState[], month: number): void {
  const { parameters, schedule, centre } = firm;
  const blocked = Math.max(0, 1 - schedule.empowerment[month] / enoughEmpowerment);
  firm.cynicism =
    (1 - parameters.cynicismFade) * firm.cynicism +
    parameters.imposedTraining * schedule.taught[month] * blocked;
  firm.morale += parameters.moralePace * (moraleTarget(firm, month) - firm.morale);
  firm.attitude += (firm.morale - parMorale - firm.attitude) / parameters.attitudeLag;
  firm.rootCauseEffort = rootCauseEffort(firm, month);
  firm.hearingBias = schedule.feedback[month] < 0 ? parameters.blameBias : 0;
  firm.skill = schedule.training[month];
  firm.staffCost = schedule.cost[month];
  if (!centre) return;
  firm.turnover = centre.turnover * Math.exp(-parameters.turnoverMorale * (firm.morale - parMorale));
  const replaced = (firm.turnover - centre.turnover) / 12;
  firm.skill -= parameters.learningMonths * replaced;
  firm.staffCost += parameters.replacementMonths * centre.agentCost * schedule.agents[month] * replaced;
}

const [reliability, assurance, empathy] = (['reliability', 'assurance', 'empathy'] as const).map((name) =>
  dimensions.indexOf(name),
);

/** What customers meet of it: points on empathy, assurance and reliability. */
export function showAttitude(segment: SegmentState, month: number, firm: FirmState): void {
  const { parameters, schedule } = firm;
  const attitude = parameters.attitudePoints * firm.attitude;
  segment.serviceShift[empathy] = attitude;
  segment.serviceShift[assurance] =
    attitude + parameters.skillPoints * firm.skill * schedule.empowerment[month];
  segment.serviceShift[reliability] = parameters.jobAidsPoints * schedule.jobAids[month];
}
