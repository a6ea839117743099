import { KeptError } from '../core/errors.ts';
import type { Parameters } from '../mechanisms/index.ts';
import type { FirmSchedule } from '../mechanisms/state-firm.ts';
import type { Operations, Plan, StaffAction } from '../scenario/scenario.ts';
import { amountOf } from './price-path.ts';
import { withIndirect } from './programme-cost.ts';
import type { Sample } from './sample.ts';

/**
 * What a plan sets for the people who serve, month by month, in one draw. Actions apply in the order of their month.
 *
 * Errors   invalid-scenario where a draw leaves nobody on duty
 */
export function createFirmSchedule(
  plan: Plan,
  months: number,
  operations: Operations | undefined,
  sample: Sample,
  parameters: Parameters,
): FirmSchedule {
  const agents = operations ? sample.of(operations.agents) : 0;
  const filled = (value: number) => new Float64Array(months + 1).fill(value);
  const schedule: FirmSchedule = {
    months,
    agents: filled(agents),
    empowerment: filled(parameters.empowermentStart),
    jobAids: filled(0),
    training: filled(0),
    taught: filled(0),
    cost: filled(0),
    recognisesPrevention: new Uint8Array(months + 1),
    recognisesRecovery: new Uint8Array(months + 1),
    feedback: new Int8Array(months + 1),
  };
  for (const { at, staff } of [...plan.actions].sort((a, b) => a.at - b.at)) {
    if (staff && at <= months) scheduleStaff(schedule, at, staff, sample, parameters);
  }
  const agentCost = operations ? sample.of(operations.agentCost) : 0;
  for (let month = 1; month <= months; month++) {
    schedule.cost[month] += agentCost * (schedule.agents[month] - agents);
  }
  return schedule;
}

function scheduleStaff(
  schedule: FirmSchedule,
  at: number,
  staff: StaffAction,
  sample: Sample,
  parameters: Parameters,
): void {
  const { agents, empower, jobAids, recognise, feedback } = staff;
  if (agents) schedule.agents.fill(agentsAfter(schedule, at, agents, sample), at);
  if (empower) {
    const level = schedule.empowerment[at];
    schedule.empowerment.fill(withinOne(level + amountOf(empower, level, sample)), at);
  }
  if (jobAids) schedule.jobAids.fill(sample.of(jobAids), at);
  if (recognise) {
    schedule.recognisesPrevention.fill(recognise === 'prevention' || recognise === 'both' ? 1 : 0, at);
    schedule.recognisesRecovery.fill(recognise === 'recovery' || recognise === 'both' ? 1 : 0, at);
  }
  if (feedback) schedule.feedback.fill(feedbackSigns[feedback], at);
  if (staff.train) scheduleTraining(schedule, at, staff, sample.of(staff.train), parameters);
  scheduleCost(schedule, at, staff, sample, parameters);
}

const feedbackSigns = { 'to find fault': -1, 'to find what goes right': 1, none: 0 } as const;

function agentsAfter(
  schedule: FirmSchedule,
  at: number,
  change: NonNullable<StaffAction['agents']>,
  sample: Sample,
): number {
  const agents = schedule.agents[at] + amountOf(change, schedule.agents[at], sample);
  if (agents > 0) return agents;
  const message = `a staff action of month ${at} leaves ${agents} agents on duty; narrow the range of its change`;
  throw new KeptError('invalid-scenario', message, { month: at, value: agents });
}

/** What is taught fades like any improvement without upkeep; skill ends with its scale. */
function scheduleTraining(
  schedule: FirmSchedule,
  at: number,
  staff: StaffAction,
  taught: number,
  parameters: Parameters,
): void {
  schedule.taught[at] += taught;
  let kept = 1;
  for (let month = at; month < schedule.training.length; month++) {
    schedule.training[month] = withinOne(schedule.training[month] + taught * kept);
    if (!staff.monthly) kept *= 1 - parameters.upkeepDecay;
  }
}

/** What is spent on staff beside their pay. */
function scheduleCost(
  schedule: FirmSchedule,
  at: number,
  staff: StaffAction,
  sample: Sample,
  parameters: Parameters,
): void {
  schedule.cost[at] += withIndirect(sample.of(staff.once), parameters);
  const monthly = staff.monthly ? withIndirect(sample.of(staff.monthly), parameters) : 0;
  for (let month = at; month < schedule.cost.length; month++) schedule.cost[month] += monthly;
}

function withinOne(share: number): number {
  return Math.min(1, Math.max(0, share));
}
