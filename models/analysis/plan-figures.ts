import type { Trajectory } from '../engine/simulate.ts';
import { discountFactors } from './break-even.ts';
import { presentProfit } from './impact.ts';

/** What a plan can be judged by in sensitivity and sweeps; docs/measures.md defines them. */
export const planMeasures = ['profit', 'profitWithEquity', 'attrition'] as const;
export type PlanMeasure = (typeof planMeasures)[number];

/** A plan against `do nothing` in one draw. */
export type PlanFigures = { readonly [measure in PlanMeasure]: number };

/** The figures of `computeImpact` that many runs can afford. */
export function computePlanFigures(plan: Trajectory, baseline: Trajectory): PlanFigures {
  const discounts = discountFactors(plan.months, plan.monthlyDiscount);
  const { months } = plan;
  let [profit, equity, lost, start] = [0, 0, 0, 0];
  plan.segments.forEach((segment, s) => {
    const usual = baseline.segments[s];
    profit += presentProfit(segment, discounts) - presentProfit(usual, discounts);
    equity += segment.equity - usual.equity;
    lost += usual.base[months] - segment.base[months];
    start += segment.base[0];
  });
  return { profit, profitWithEquity: profit + equity, attrition: lost / start };
}
