import { fixed } from '../core/quantity.ts';
import { createSampler, type Draw } from '../engine/sample.ts';
import { doNothing, simulate, type Trajectory } from '../engine/simulate.ts';
import type { Action, Change, Plan, Scenario } from '../scenario/scenario.ts';
import { discountFactors } from './break-even.ts';
import { createCurve } from './curve.ts';
import { type DrawsTask, drawsOf, requireDraws } from './draws.ts';
import { evidenceRange } from './evidence-range.ts';
import { presentProfit } from './impact.ts';
import type { FeeCurve, FeeCurvePoint } from './result.ts';
import { createFigure, required } from './summarise.ts';
import type { Collector } from './task.ts';

/** −20 % to +40 % in steps of 5 points. */
export const defaultChanges: readonly number[] = Array.from({ length: 13 }, (_, k) => (k * 5 - 20) / 100);

export interface FeeCurveOptions {
  /** Ascending fractions. */
  readonly changes?: readonly number[];
  /** 1 to 1,000,000; default 128. */
  readonly draws?: number;
}

/** Profit impacts by draw and size of the change; the first block holds those at best values instead. */
type FeeCurvePart = readonly (readonly number[])[];

/**
 * Profit impact of a plan against the size of its fee change, all sizes on the same draws, as a task.
 *
 * Errors  invalid-argument for a number of draws out of range
 */
export function createFeeCurveTask(
  scenario: Scenario,
  plan: Plan,
  options: FeeCurveOptions = {},
): DrawsTask<FeeCurvePart, FeeCurve> {
  const changes = options.changes ?? defaultChanges;
  // Variants keep the plan's name, and so the streams of its uncertain quantities.
  const variants = changes.map((change) => withFeeChange(scenario, plan, change));
  const sampleAt = createSampler({ ...scenario, plans: variants }, scenario.seed);
  const impactsAt = (draw: Draw) => {
    const sample = sampleAt(draw);
    const baseline = simulate(scenario, doNothing, sample);
    const profit = totalProfit(baseline);
    return variants.map(
      (variant) => totalProfit(simulate(scenario, variant, sample, undefined, undefined, baseline)) - profit,
    );
  };
  const task = drawsOf(requireDraws(options.draws ?? 128), variants.length + 1, impactsAt);
  return {
    draws: task.draws,
    drawsIn: (blocks) => task.drawsIn(Math.max(0, blocks - 1)),
    blocks: task.blocks + 1,
    compute: (block) => (block === 0 ? [impactsAt('best')] : task.compute(block - 1)),
    collect: () => createCollector(changes),
  };
}

function createCollector(changes: readonly number[]): Collector<FeeCurvePart, FeeCurve> {
  const points = changes.map(() => ({ profit: createFigure(), losses: 0 }));
  let best: readonly number[] | undefined;
  let draws = 0;
  return {
    enough: false,
    add(part) {
      if (!best) {
        best = part[0];
        return;
      }
      for (const impacts of part) {
        draws++;
        for (const [k, point] of points.entries()) {
          point.profit.add(impacts[k]);
          if (impacts[k] < 0) point.losses++;
        }
      }
    },
    result: () => {
      const summarised = points.map(({ profit, losses }, k) => ({
        change: changes[k],
        profit: required(profit.summary()),
        chanceOfLoss: losses / draws,
        best: best![k],
      }));
      return describeCurve(changes, summarised, draws);
    },
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

function describeCurve(
  changes: readonly number[],
  points: readonly FeeCurvePoint[],
  draws: number,
): FeeCurve {
  const curve = createCurve(
    changes,
    points.map((point) => point.profit.mean),
  );
  const optimum = curve.maximum();
  return {
    draws,
    points,
    optimum: { change: optimum.x, profit: optimum.y, onBound: optimum.onBound },
    breakEven: curve.fallsThroughZero(Math.max(0, optimum.x)),
    evidenceRange,
  };
}
