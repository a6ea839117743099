import { dimensions } from '../core/dimensions.ts';
import type { Zeros } from '../core/zeros.ts';
import { shareKept, standardReach, timeSpread } from '../mechanisms/delivery.ts';
import type { Parameters } from '../mechanisms/index.ts';
import type { SegmentSchedule, ServiceSchedule } from '../mechanisms/state.ts';
import type { Action, ProgrammeCost, RecoveryAction, Standard } from '../scenario/scenario.ts';
import { amountOf } from './price-path.ts';
import { withIndirect } from './programme-cost.ts';
import type { Sample } from './sample.ts';

/** Months in which the plan does nothing about standards, failures and complaints. */
export function unchangedService(months: number, parameters: Parameters, zeros: Zeros): ServiceSchedule {
  const none = () => zeros(months + 1);
  return {
    experienceSpread: none().fill(1),
    rootCauseWork: none(),
    recoveryHours: none().fill(parameters.recoveryTime),
    compensation: none(),
    gestures: none(),
    complaintEase: none(),
    claimsChecked: new Uint8Array(months + 1),
    guaranteePays: none(),
    guaranteedCases: none(),
    brokenCases: none(),
    brokenPay: none(),
  };
}

interface ServiceInput {
  readonly sample: Sample;
  readonly parameters: Parameters;
  readonly shareOf: (action: Action) => number;
  readonly standards: readonly Standard[];
}

/** What a standard is at some point of the plan; `pays` is its guarantee. */
interface StandardLevel {
  promise: number;
  median: number;
  spread: number;
  clear: boolean;
  readonly startClear: boolean;
  readonly cases: number;
  pays: number;
}

/** Lays out what actions do about service. Call it for each action of a segment, in the order of their months. */
export function createServicePlanner(
  schedule: SegmentSchedule,
  input: ServiceInput,
): (action: Action) => void {
  const { sample, parameters } = input;
  const levels = new Map(input.standards.map((standard) => [standard.name, levelOf(standard, sample)]));
  return (action) => {
    const { at, consistency, rootCauses, recover, standard, guarantee } = action;
    if (consistency) {
      const factor = 1 + sample.of(consistency.by);
      for (let month = at; month <= schedule.months; month++) schedule.experienceSpread[month] *= factor;
      pay(schedule, action, consistency, input);
    }
    if (rootCauses) {
      const work = Math.log(1 + sample.of(rootCauses.by)) / rootCauses.rampMonths;
      const last = Math.min(schedule.months, at + rootCauses.rampMonths - 1);
      for (let month = at; month <= last; month++) schedule.rootCauseWork[month] += work;
      pay(schedule, action, rootCauses, input);
    }
    if (recover) scheduleRecovery(schedule, recover, action, input);
    if (standard) {
      moveStandard(schedule, levels.get(standard.name)!, action, sample, parameters);
      pay(schedule, action, standard, input);
    }
    if (guarantee?.standard === undefined) {
      if (guarantee) schedule.guaranteePays.fill(sample.of(guarantee.pays), at);
    } else levels.get(guarantee.standard)!.pays = sample.of(guarantee.pays);
    if (standard || guarantee) scheduleGuarantees(schedule, [...levels.values()], at, parameters);
  };
}

function levelOf(standard: Standard, sample: Sample): StandardLevel {
  return {
    promise: sample.of(standard.promiseHours),
    median: sample.of(standard.medianHours),
    spread: sample.of(standard.spread),
    clear: standard.clear,
    startClear: standard.clear,
    cases: sample.of(standard.casesPerMonth),
    pays: 0,
  };
}

/** What is left out of `recover` is as at the start: a new way of answering replaces the one before. */
function scheduleRecovery(
  schedule: SegmentSchedule,
  recover: RecoveryAction,
  action: Action,
  input: ServiceInput,
): void {
  const { sample, parameters } = input;
  const { withinHours, compensation, ease } = recover;
  schedule.recoveryHours.fill(withinHours ? sample.of(withinHours) : parameters.recoveryTime, action.at);
  schedule.compensation.fill(compensation ? sample.of(compensation) : 0, action.at);
  schedule.gestures.fill((recover.ownFault ? 1 : 0) + (recover.followUp ? 1 : 0), action.at);
  schedule.complaintEase.fill(ease ? sample.of(ease) : 0, action.at);
  schedule.claimsChecked.fill(recover.limit ? 1 : 0, action.at);
  pay(schedule, action, recover, input);
}

/** A standard that changes moves reliability by how it is kept, and responsiveness as it is promised and as it is met. */
function moveStandard(
  schedule: SegmentSchedule,
  level: StandardLevel,
  action: Action,
  sample: Sample,
  parameters: Parameters,
): void {
  const { promise, median, spread, clear } = action.standard!;
  const before = { ...level, kept: keptOf(level, parameters) };
  if (promise) level.promise += amountOf(promise, level.promise, sample);
  if (median) level.median += amountOf(median, level.median, sample);
  if (spread) level.spread += amountOf(spread, level.spread, sample);
  if (clear !== undefined) level.clear = clear;
  const reach = standardReach(level.cases);
  const halvings = (from: number, to: number) => Math.log(from / to) / Math.LN2;
  const kept = keptOf(level, parameters) - before.kept;
  addPoints(schedule, 'capability', 'reliability', reach * parameters.standardKept * kept, action.at);
  const faster = reach * parameters.standardHalving * halvings(before.median, level.median);
  addPoints(schedule, 'capability', 'responsiveness', faster, action.at);
  const sooner = reach * parameters.standardHalving * halvings(before.promise, level.promise);
  addPoints(schedule, 'promise', 'responsiveness', sooner, action.at);
}

/** The stated spread is that under the clarity of the start. */
function keptOf(level: StandardLevel, parameters: Parameters): number {
  const vagueness = level.clear === level.startClear ? 0 : level.clear ? -1 : 1;
  return shareKept(level.promise, level.median, timeSpread(level.spread, vagueness, parameters));
}

function addPoints(
  schedule: SegmentSchedule,
  of: 'capability' | 'promise',
  dimension: (typeof dimensions)[number],
  points: number,
  from: number,
): void {
  const values = schedule[of];
  for (let month = from; month <= schedule.months; month++) {
    const index = month * dimensions.length + dimensions.indexOf(dimension);
    values[index] = Math.min(10, Math.max(0, values[index] + points));
  }
}

function scheduleGuarantees(
  schedule: SegmentSchedule,
  levels: readonly StandardLevel[],
  from: number,
  parameters: Parameters,
): void {
  let [cases, broken, money] = [0, 0, 0];
  for (const level of levels) {
    if (level.pays === 0) continue;
    const late = level.cases * (1 - keptOf(level, parameters));
    cases += level.cases;
    broken += late;
    money += late * level.pays;
  }
  schedule.guaranteedCases.fill(cases, from);
  schedule.brokenCases.fill(broken, from);
  schedule.brokenPay.fill(money, from);
}

/** Lays a programme's cost on the months. */
function pay(
  schedule: SegmentSchedule,
  action: Action,
  { once, monthly }: ProgrammeCost,
  { sample, parameters, shareOf }: ServiceInput,
): void {
  const share = shareOf(action);
  if (once) schedule.programmeCost[action.at] += share * withIndirect(sample.of(once), parameters);
  if (!monthly) return;
  for (let month = action.at; month <= schedule.months; month++) {
    schedule.programmeCost[month] += share * withIndirect(sample.of(monthly), parameters);
  }
}
