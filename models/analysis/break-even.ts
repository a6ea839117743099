import type { Trajectory } from '../engine/simulate.ts';
import { type CellTrajectory, hazardAt } from '../engine/trajectory.ts';

export type BreakEvenReason = 'exists' | 'always pays' | 'never pays' | 'nothing changes';

export interface BreakEven {
  readonly reason: BreakEvenReason;
  /** Multiple of the plan's extra log hazard at which profit is 0; `null` where there is none. */
  readonly multiple: number | null;
  /** Extra leavers out of the starting base at that multiple, as a share of it. */
  readonly attrition: number | null;
}

/** Multiples looked at for the first change of sign; beyond the last, everybody who responds at all has left. */
const multiples = [0, 0.5, 1, 2, 4, 8, 16, 32, 64, 128];

/**
 * The attrition at which a plan's profit impact is exactly 0.
 *
 * The plan's extra log cumulative hazard against `do nothing`, ln(H/H₀) per cell and month, is multiplied by
 * k with everything else as recorded; the smallest k ≥ 0 with profit 0 gives the attrition.
 */
export function computeBreakEven(plan: Trajectory, baseline: Trajectory): BreakEven {
  const replay = createReplay(plan, baseline);
  if (replay.unchanged) return { reason: 'nothing changes', multiple: null, attrition: null };
  let k = multiples[0];
  let profit = replay.profitAt(k);
  const paysWithoutLoss = profit > 0;
  for (const next of multiples.slice(1)) {
    if (profit === 0) break;
    const nextProfit = replay.profitAt(next);
    if (profit > 0 !== nextProfit > 0) {
      k = findRoot(replay.profitAt, k, profit, next, nextProfit);
      profit = 0;
      break;
    }
    k = next;
    profit = nextProfit;
  }
  if (profit !== 0)
    return { reason: paysWithoutLoss ? 'always pays' : 'never pays', multiple: null, attrition: null };
  const attrition = replay.attritionAt(k);
  // Where newcomers carry the effect, more of it moves the base the other way: then no loss of the base is the
  // point at which the plan stops paying.
  const margin = attrition - replay.attritionAt(1);
  const recorded = replay.profitAt(1);
  if (margin !== 0 && recorded !== 0 && margin > 0 !== recorded > 0) {
    return { reason: recorded > 0 ? 'always pays' : 'never pays', multiple: null, attrition: null };
  }
  return { reason: 'exists', multiple: k, attrition };
}

/** Root between two points of opposite sign: regula falsi with Illinois' halving, to 1e-12 of the bracket. */
export function findRoot(f: (x: number) => number, a: number, fa: number, b: number, fb: number): number {
  let [low, flow, high, fhigh] = [a, fa, b, fb];
  for (let iteration = 0; iteration < 100; iteration++) {
    const x = high - (fhigh * (high - low)) / (fhigh - flow);
    const fx = f(x);
    if (fx === 0 || Math.abs(high - low) <= 1e-12 * Math.max(1, Math.abs(x))) return x;
    if (fx > 0 !== fhigh > 0) [low, flow] = [high, fhigh];
    else flow /= 2;
    [high, fhigh] = [x, fx];
    if (Math.abs(fx) <= 1e-13 * Math.max(Math.abs(fa), Math.abs(fb))) return x;
  }
  return high;
}

interface Replay {
  /** Whether neither hazards nor money differ from `do nothing`. */
  readonly unchanged: boolean;
  profitAt(multiple: number): number;
  attritionAt(multiple: number): number;
}

interface ReplayedCells {
  readonly cells: CellTrajectory;
  readonly hazard: Float64Array;
  readonly extra: Float64Array;
  /** Contribution per customer, discounted. */
  readonly margin: Float64Array;
}

function createReplay(plan: Trajectory, baseline: Trajectory): Replay {
  const discounts = discountFactors(plan.months, plan.monthlyDiscount);
  const parts = plan.segments.map((segment, s) =>
    prepareCells(segment.cells, baseline.segments[s].cells, discounts),
  );
  const recorded = plan.segments.reduce((sum, _, s) => {
    let fixed = 0;
    for (let month = 1; month <= plan.months; month++) {
      fixed += discounts[month] * (nonCellProfit(plan, s, month) - segmentProfit(baseline, s, month));
    }
    return sum + fixed;
  }, 0);
  const start = plan.segments.reduce((sum, segment) => sum + segment.base[0], 0);
  const baselineLeft = baseline.segments.reduce((sum, segment) => sum + segment.base[plan.months], 0);
  return {
    unchanged: isUnchanged(plan, baseline),
    profitAt: (multiple) => {
      const profit = replayAll(parts, multiple).money + recorded;
      // A letter that changes nothing has exactly no profit without leavers; sums of floats only nearly so.
      return Math.abs(profit) <= 1e-11 * Math.abs(recorded) ? 0 : profit;
    },
    attritionAt: (multiple) => (baselineLeft - replayAll(parts, multiple).base) / start,
  };
}

function isUnchanged(plan: Trajectory, baseline: Trajectory): boolean {
  const same = (a: Float64Array, b: Float64Array) => a.every((value, month) => value === b[month]);
  return plan.segments.every((segment, s) => {
    const other = baseline.segments[s];
    return (
      same(segment.revenue, other.revenue) &&
      same(segment.costs, other.costs) &&
      same(segment.base, other.base)
    );
  });
}

/** Discount factor of each month 0..T. */
export function discountFactors(months: number, monthlyDiscount: number): Float64Array {
  const factors = new Float64Array(months + 1).fill(1);
  for (let month = 1; month <= months; month++) factors[month] = factors[month - 1] / (1 + monthlyDiscount);
  return factors;
}

function segmentProfit(run: Trajectory, s: number, month: number): number {
  return run.segments[s].revenue[month] - run.segments[s].costs[month];
}

/** Profit that does not depend on how many stay: programmes, fixed cost, newcomers as recorded. */
function nonCellProfit(run: Trajectory, s: number, month: number): number {
  const { cells } = run.segments[s];
  let contribution = 0;
  for (let cell = 0; cell < cells.count; cell++)
    contribution += cells.contribution[(month - 1) * cells.count + cell];
  return segmentProfit(run, s, month) - contribution;
}

function prepareCells(
  cells: CellTrajectory,
  baseline: CellTrajectory,
  discounts: Float64Array,
): ReplayedCells {
  const size = cells.weight.length;
  const [hazard, extra, margin] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  for (let at = 0; at < size; at++) {
    if (cells.weight[at] === 0) continue;
    const own = hazardAt(cells, at);
    const before = baseline.weight[at] > 0 ? hazardAt(baseline, at) : own;
    hazard[at] = before;
    extra[at] = own === before || before === 0 ? 0 : Math.log(own / before);
    margin[at] = (cells.contribution[at] / cells.weight[at]) * discounts[Math.floor(at / cells.count) + 1];
  }
  return { cells, hazard, extra, margin };
}

function replayAll(parts: readonly ReplayedCells[], multiple: number): { money: number; base: number } {
  let money = 0;
  let base = 0;
  for (const part of parts) {
    const { cells, hazard, extra, margin } = part;
    for (let cell = 0; cell < cells.count; cell++) {
      let weight = cells.weight[cell];
      for (let at = cell; at < hazard.length; at += cells.count) {
        money += weight * margin[at];
        const rate = extra[at] === 0 ? hazard[at] : hazard[at] * Math.exp(multiple * extra[at]);
        weight = weight * Math.exp(-rate) + cells.joiners[at];
      }
      if (cells.fromStart[cell] === 1) base += weight;
    }
  }
  return { money, base };
}

/**
 * One-period rules of thumb, shown beside the simulated figure.
 *
 * Equation  Δp/(m + Δp), all as shares of the old price; 1 − 1/(1 + p) where there is no cost to save
 * Returns   share of customers that may be lost before a rise stops paying
 */
export function breakEvenRuleOfThumb(rise: number, margin: number): number {
  return rise / (margin + rise);
}

/** The same without looking at costs: revenue alone stays level. */
export function revenueBreakEven(rise: number): number {
  return 1 - 1 / (1 + rise);
}
