import {
  type Action,
  fixed,
  type Plan,
  type PriceAction,
  type Reason,
  type Scenario,
} from '../../models/index.ts';
import type { BestValue } from './base.ts';
import { type FeeTarget, findFeeTarget } from './fee-target.ts';

/** What the reader has chosen about one plan's fee. */
export interface Levers {
  /** The change as it is written in the file: percent (8 for +8 %), or money a month. */
  readonly written: number;
  /** First month in force. */
  readonly at: number;
  /** Months between being told and paying, where the run has so many before; `null` when customers are not told. */
  readonly noticeMonths: number | null;
  /** Names, in the order of the scenario. */
  readonly segments: readonly string[];
  readonly reason: Reason;
  /** Equal steps the change comes in, and the months between them. */
  readonly phases: number;
  readonly everyMonths: number;
}

const usualStepMonths = 6;

/** The levers as the file has them. */
export function readLevers(scenario: Scenario, planIndex: number, bestValue: BestValue): Levers {
  const plan = scenario.plans[planIndex];
  const target = findFeeTarget(plan, planIndex);
  const action = plan?.actions[target.actionIndex];
  const change = action?.price?.change ?? action?.fee?.change;
  if (!action || !change) return newLevers(scenario);
  const value = bestValue(change.quantity);
  return {
    written: target.form === 'byPercent' ? Number((value * 100).toFixed(4)) : value,
    at: action.at,
    noticeMonths: action.announced ? action.at - action.announce : null,
    segments: action.segments,
    reason: action.reason,
    phases: action.price?.phases ?? 1,
    everyMonths: (action.price?.phases ?? 1) > 1 ? action.price!.everyMonths : usualStepMonths,
  };
}

/** Levers of a plan that changes no fee: nothing yet, for everyone, from the first month. */
function newLevers(scenario: Scenario): Levers {
  return {
    written: 0,
    at: 1,
    noticeMonths: null,
    segments: scenario.world.segments.map(({ name }) => name),
    reason: 'none',
    phases: 1,
    everyMonths: usualStepMonths,
  };
}

/** Levers with one of them moved. */
export function withLever<K extends keyof Levers>(levers: Levers, lever: K, value: Levers[K]): Levers {
  return { ...levers, [lever]: value };
}

/** The notice that is given: what is wished never reaches back before month 1, and is there again from a later month. */
export function givenNotice({ noticeMonths, at }: Levers): number | null {
  return noticeMonths === null ? null : Math.min(noticeMonths, at - 1);
}

/** The plan that the levers describe; parts they did not move stay as the file has them. */
export function planWithLevers(scenario: Scenario, planIndex: number, initial: Levers, levers: Levers): Plan {
  const plan: Plan = scenario.plans[planIndex] ?? { name: newPlanName, actions: [] };
  const target = findFeeTarget(plan, planIndex);
  const action = plan.actions[target.actionIndex];
  if (!action)
    return levers.written === 0 ? plan : { ...plan, actions: [...plan.actions, newAction(levers)] };
  const actions = plan.actions.with(target.actionIndex, changeAction(action, target, initial, levers));
  return { ...plan, actions };
}

/** Name of the plan that is added to a scenario without any. */
export const newPlanName = 'New fee';

function timing(levers: Levers): Pick<Action, 'at' | 'announce' | 'announced' | 'segments' | 'reason'> {
  const { at, segments, reason } = levers;
  const notice = givenNotice(levers);
  return { at, announce: at - (notice ?? 0), announced: notice !== null, segments, reason };
}

function changeAction(action: Action, target: FeeTarget, initial: Levers, levers: Levers): Action {
  const moved = levers.written !== initial.written;
  const quantity = fixed(target.form === 'byPercent' ? fraction(levers.written) : levers.written);
  const changed: Action = { ...action, ...timing(levers) };
  if (target.of === 'fee') {
    const fee = action.fee!;
    return moved ? { ...changed, fee: { ...fee, change: { kind: target.form, quantity } } } : changed;
  }
  const price = action.price!;
  const steps = price.phases === levers.phases && levers.phases === 1 ? {} : stepsOf(levers);
  const change = moved ? { kind: target.form, quantity } : price.change;
  return { ...changed, price: { ...price, change, ...steps } };
}

/** A change in one step has no time between steps; the file's form for it is one month. */
function stepsOf({ phases, everyMonths }: Levers): Pick<PriceAction, 'phases' | 'everyMonths'> {
  return phases === 1 ? { phases, everyMonths: 1 } : { phases, everyMonths };
}

/** Percent as the file's reader takes it: 2.6 % is 0.026 to the last bit, which a division is not. */
function fraction(percent: number): number {
  return Number(`${percent}e-2`);
}

function newAction(levers: Levers): Action {
  const change = { kind: 'byPercent', quantity: fixed(fraction(levers.written)) } as const;
  return { ...timing(levers), price: { change, ...stepsOf(levers) }, notify: false };
}
