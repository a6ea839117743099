import { fixed } from '../core/quantity.ts';
import { createSampler } from '../engine/sample.ts';
import { doNothing, simulate, type Trajectory } from '../engine/simulate.ts';
import type { Action, Change, Plan, Scenario } from '../scenario/scenario.ts';
import { discountFactors } from './break-even.ts';
import { createCurve } from './curve.ts';
import { evidenceRange } from './evidence-range.ts';
import { presentProfit } from './impact.ts';
import type { FeeCurve } from './result.ts';
import { summariseAll } from './summarise.ts';

/** −20 % to +40 % in steps of 5 points. */
export const defaultChanges: readonly number[] = Array.from({ length: 13 }, (_, k) => (k * 5 - 20) / 100);

export interface FeeCurveOptions {
  /** Ascending fractions. */
  readonly changes?: readonly number[];
  /** Default 128. */
  readonly draws?: number;
}

export interface FeeCurveRun {
  readonly draws: number;
  readonly done: number;
  advance(draws: number): void;
  /** Needs at least one draw. */
  result(): FeeCurve;
}

/** Profit impact of a plan against the size of its fee change, all sizes on the same draws. */
export function createFeeCurve(scenario: Scenario, plan: Plan, options: FeeCurveOptions = {}): FeeCurveRun {
  const changes = options.changes ?? defaultChanges;
  const draws = options.draws ?? 128;
  // Variants keep the plan's name, and so the streams of its uncertain quantities.
  const variants = changes.map((change) => withFeeChange(scenario, plan, change));
  const sampleAt = createSampler({ ...scenario, plans: variants }, scenario.seed);
  const impactsAt = (draw: number | 'best') => {
    const sample = sampleAt(draw);
    const baseline = simulate(scenario, doNothing, sample);
    const profit = totalProfit(baseline);
    return variants.map(
      (variant) => totalProfit(simulate(scenario, variant, sample, undefined, undefined, baseline)) - profit,
    );
  };
  const best = impactsAt('best');
  const impacts: number[][] = [];
  return {
    draws,
    get done() {
      return impacts.length;
    },
    advance(count) {
      const end = Math.min(draws, impacts.length + count);
      while (impacts.length < end) impacts.push(impactsAt(impacts.length));
    },
    result: () => summariseCurve(changes, best, impacts),
  };
}

/**
 * The plan with its fee change set to a share of the price: the first price action's change, or, where the
 * plan moves only a separate fee, that fee as the same share of the mean price of the segments it concerns.
 */
export function withFeeChange(scenario: Scenario, plan: Plan, change: number): Plan {
  const lead = plan.actions.find((action) => action.price) ?? plan.actions.find((action) => action.fee);
  if (!lead) return plan;
  return {
    ...plan,
    actions: plan.actions.map((action) => (action === lead ? withChange(scenario, action, change) : action)),
  };
}

function withChange(scenario: Scenario, action: Action, share: number): Action {
  if (action.price) return { ...action, price: { ...action.price, change: byPercent(share) } };
  const amount = share * meanPrice(scenario, action.segments);
  return { ...action, fee: { ...action.fee!, change: { kind: 'byAmount', quantity: fixed(amount) } } };
}

function byPercent(share: number): Change {
  return { kind: 'byPercent', quantity: fixed(share) };
}

/** Mean price at best values over the customers of some segments [money/month]. */
export function meanPrice(scenario: Scenario, segments: readonly string[]): number {
  const sample = createSampler({ ...scenario, plans: [] }, scenario.seed)('best');
  let money = 0;
  let customers = 0;
  for (const segment of scenario.world.segments) {
    if (!segments.includes(segment.name)) continue;
    const count = sample.of(segment.customers);
    money += count * sample.of(segment.price.mean);
    customers += count;
  }
  return money / customers;
}

function totalProfit(run: Trajectory): number {
  const discounts = discountFactors(run.months, run.monthlyDiscount);
  return run.segments.reduce((sum, segment) => sum + presentProfit(segment, discounts), 0);
}

function summariseCurve(
  changes: readonly number[],
  best: readonly number[],
  impacts: readonly number[][],
): FeeCurve {
  const points = changes.map((change, k) => {
    const profits = impacts.map((impact) => impact[k]);
    const chanceOfLoss = profits.filter((profit) => profit < 0).length / profits.length;
    return { change, profit: summariseAll(profits), chanceOfLoss, best: best[k] };
  });
  const curve = createCurve(
    changes,
    points.map((point) => point.profit.mean),
  );
  const optimum = curve.maximum();
  return {
    draws: impacts.length,
    points,
    optimum: { change: optimum.x, profit: optimum.y, onBound: optimum.onBound },
    breakEven: curve.fallsThroughZero(Math.max(0, optimum.x)),
    evidenceRange,
  };
}
