import type { Action, Change, Plan, Scenario } from '../../models/index.ts';
import { meanOver, type SegmentBase } from './base.ts';

/** The action that the fee levers change, and the form in which its change is written. */
export interface FeeTarget {
  readonly planIndex: number;
  /** Equal to the number of actions when the plan changes no fee yet. */
  readonly actionIndex: number;
  readonly of: 'price' | 'fee';
  readonly form: Change['kind'];
  /** Name of the separate fee. */
  readonly feeName?: string;
}

/** The plan shown first: the first that changes a price or a fee a month. */
export function firstFeePlan(scenario: Scenario): number {
  const index = scenario.plans.findIndex((plan) => plan.actions.some(changesFee));
  return Math.max(0, index);
}

/** The first price action of a plan, else its first separate fee a month, else one still to be added. */
export function findFeeTarget(plan: Plan | undefined, planIndex: number): FeeTarget {
  const actions = plan?.actions ?? [];
  const priced = actions.findIndex((action) => action.price !== undefined);
  const price = actions[priced]?.price;
  if (price) return { planIndex, actionIndex: priced, of: 'price', form: price.change.kind };
  const charged = actions.findIndex(({ fee }) => fee !== undefined && !fee.perUse);
  const fee = actions[charged]?.fee;
  if (fee) return { planIndex, actionIndex: charged, of: 'fee', form: fee.change.kind, feeName: fee.name };
  return { planIndex, actionIndex: actions.length, of: 'price', form: 'byPercent' };
}

function changesFee(action: Action): boolean {
  return action.price !== undefined || (action.fee !== undefined && !action.fee.perUse);
}

/**
 * What a written change comes to, in percent of the mean price of the customers it is meant for.
 *
 * Inputs   written: percent (8 for +8 %), amount or level in money a month, as `target.form` says
 */
export function percentFromWritten(
  target: FeeTarget,
  written: number,
  base: readonly SegmentBase[],
  segments: readonly string[],
): number {
  const price = meanPrice(base, segments);
  const before = target.of === 'price' ? price : meanFee(target, base, segments);
  if (target.form === 'byPercent') return target.of === 'price' ? written : (written * before) / price;
  const amount = target.form === 'to' ? written - before : written;
  return (100 * amount) / price;
}

/**
 * The written form of a change in percent of the mean price: percent to 4 decimals, money to the cent, or to as many
 * decimals as small prices take to say this percent and no other.
 */
export function writtenFromPercent(
  target: FeeTarget,
  percent: number,
  base: readonly SegmentBase[],
  segments: readonly string[],
): number {
  const price = meanPrice(base, segments);
  const before = target.of === 'price' ? price : meanFee(target, base, segments);
  if (target.form === 'byPercent') {
    return target.of === 'price' ? round(percent, 4) : round((percent * price) / before, 4);
  }
  const amount = (percent * price) / 100;
  const written = target.form === 'to' ? before + amount : amount;
  const isTold = (value: number) => (100 * Math.abs(value - written)) / price <= halfDecimal;
  const digits = [2, 3, 4, 5].find((count) => isTold(round(written, count)));
  return round(written, digits ?? 6);
}

/** Half of the last decimal that a fee in percent is shown to. */
const halfDecimal = 0.005;

/** A price of nothing is no price: what a customer pays keeps this share at least. */
const deepestCut = -95;

/** Lowest change in percent that still means something: nobody's separate fee can fall below nothing. */
export function lowestPercent(
  target: FeeTarget,
  base: readonly SegmentBase[],
  segments: readonly string[],
): number {
  if (target.of === 'price') return deepestCut;
  const charged = base.filter(({ name }) => segments.includes(name));
  const fees = charged.map(({ fees: { [target.feeName ?? '']: fee = 0 } }) => fee);
  return (-100 * Math.min(...fees)) / meanPrice(base, segments) + 0;
}

export function meanPrice(base: readonly SegmentBase[], segments: readonly string[]): number {
  return meanOver(base, segments, (segment) => segment.price);
}

function meanFee(target: FeeTarget, base: readonly SegmentBase[], segments: readonly string[]): number {
  return meanOver(base, segments, (segment) => segment.fees[target.feeName ?? ''] ?? 0);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
