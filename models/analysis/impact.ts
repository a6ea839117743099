import type { Trajectory } from '../engine/simulate.ts';
import type { SegmentTrajectory } from '../engine/trajectory.ts';
import { type BreakEven, computeBreakEven, discountFactors } from './break-even.ts';
import type { ImpactFigures } from './result.ts';

/** A plan against `do nothing` in one draw. */
export interface Impact extends Difference {
  readonly breakEven: BreakEven;
  readonly safetyMargin: number | null;
  /** Over months 0..T: difference of customers, and of profit added up undiscounted. */
  readonly customers: Float64Array;
  readonly cumulativeProfit: Float64Array;
}

/** The headline figures of a plan against `do nothing`, of the firm and of its segments. */
export interface Difference extends ImpactFigures {
  readonly segments: readonly SegmentImpact[];
}

export interface SegmentImpact {
  readonly name: string;
  readonly attrition: number;
  readonly customersLost: number;
  readonly profit: number;
}

/** Compares two runs on the same draw; docs/measures.md says what each figure means. */
export function computeImpact(plan: Trajectory, baseline: Trajectory): Impact {
  const difference = computeDifference(plan, baseline);
  const breakEven = computeBreakEven(plan, baseline);
  const overMonths = differenceOf(plan, baseline);
  return {
    ...difference,
    breakEven,
    safetyMargin: breakEven.attrition === null ? null : breakEven.attrition - difference.attrition,
    customers: perMonth(
      overMonths((segment, month) => segment.customers[month]),
      plan.months,
    ),
    cumulativeProfit: cumulate(
      overMonths((segment, month) => segment.revenue[month] - segment.costs[month]),
      plan.months,
    ),
  };
}

/** Of a run what the headline figures need. */
export interface RunTotals extends Pick<Trajectory, 'months' | 'monthlyDiscount' | 'customers'> {
  readonly segments: readonly SegmentTotals[];
}

export type SegmentTotals = Pick<
  SegmentTrajectory,
  'name' | 'equity' | 'base' | 'customers' | 'joiners' | 'revenue' | 'costs'
>;

function differenceOf(plan: RunTotals, baseline: RunTotals) {
  return (of: (segment: SegmentTotals, month: number) => number) => (month: number) =>
    plan.segments.reduce((sum, segment, s) => sum + of(segment, month) - of(baseline.segments[s], month), 0);
}

/** The headline figures alone: what a search over many plans needs. */
export function computeDifference(plan: RunTotals, baseline: RunTotals): Difference {
  const discounts = discountFactors(plan.months, plan.monthlyDiscount);
  const difference = differenceOf(plan, baseline);
  const present = (of: (month: number) => number) => {
    let total = 0;
    for (let month = 1; month <= plan.months; month++) total += discounts[month] * of(month);
    return total;
  };
  const profitOf = difference((segment, month) => segment.revenue[month] - segment.costs[month]);
  const baseDifference = difference((segment, month) => segment.base[month]);
  const start = plan.segments.reduce((sum, segment) => sum + segment.base[0], 0);
  const attrition = -baseDifference(plan.months) / start;
  const profit = present(profitOf);
  const equity = plan.segments.reduce(
    (sum, segment, s) => sum + segment.equity - baseline.segments[s].equity,
    0,
  );
  return {
    attrition,
    ...findPeak(baseDifference, plan.months, start),
    customersLost: start * attrition,
    joinersForgone: -sumMonths(
      difference((segment, month) => segment.joiners[month]),
      plan.months,
    ),
    customersEndDifference: difference((segment, month) => segment.customers[month])(plan.months),
    revenue: present(difference((segment, month) => segment.revenue[month])),
    profit,
    equity,
    profitWithEquity: profit + equity,
    segments: plan.segments.map((segment, s) =>
      computeSegmentImpact(segment, baseline.segments[s], discounts),
    ),
  };
}

function findPeak(baseDifference: (month: number) => number, months: number, start: number) {
  let peakAttrition = Number.NEGATIVE_INFINITY;
  let peakMonth = 1;
  for (let month = 1; month <= months; month++) {
    const share = -baseDifference(month) / start;
    if (share > peakAttrition) [peakAttrition, peakMonth] = [share, month];
  }
  return { peakAttrition, peakMonth };
}

function computeSegmentImpact(
  plan: SegmentTotals,
  baseline: SegmentTotals,
  discounts: Float64Array,
): SegmentImpact {
  const customersLost = baseline.base[baseline.base.length - 1] - plan.base[plan.base.length - 1];
  return {
    name: plan.name,
    attrition: customersLost / plan.base[0],
    customersLost,
    profit: presentProfit(plan, discounts) - presentProfit(baseline, discounts),
  };
}

/** Present value of a segment's profit over the run [money]. */
export function presentProfit(
  segment: Pick<SegmentTrajectory, 'revenue' | 'costs'>,
  discounts: Float64Array,
): number {
  let total = 0;
  for (let month = 1; month < discounts.length; month++) {
    total += discounts[month] * (segment.revenue[month] - segment.costs[month]);
  }
  return total;
}

function sumMonths(of: (month: number) => number, months: number): number {
  let total = 0;
  for (let month = 1; month <= months; month++) total += of(month);
  return total;
}

function perMonth(of: (month: number) => number, months: number): Float64Array {
  return Float64Array.from({ length: months + 1 }, (_, month) => of(month));
}

function cumulate(of: (month: number) => number, months: number): Float64Array {
  const values = new Float64Array(months + 1);
  for (let month = 1; month <= months; month++) values[month] = values[month - 1] + of(month);
  return values;
}
