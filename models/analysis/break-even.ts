import { findRoot } from '../core/find-root.ts';
import type { Trajectory } from '../engine/simulate.ts';
import { type CellTrajectory, hazardAt, type SegmentTrajectory } from '../engine/trajectory.ts';

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

interface Replay {
  /** Whether neither hazards nor money differ from `do nothing`. */
  readonly unchanged: boolean;
  profitAt(multiple: number): number;
  attritionAt(multiple: number): number;
}

interface ReplayedCells {
  readonly cells: CellTrajectory;
  /** The baseline's hazard, the share that it leaves, and the plan's extra log hazard. */
  readonly hazard: Float64Array;
  readonly stays: Float64Array;
  readonly extra: Float64Array;
  /** The factor exp(multiple·extra) as last worked out, and the multiple it is for. */
  readonly moved: Float64Array;
  movedAt: number;
  /** Contribution per customer, discounted. */
  readonly margin: Float64Array;
  /** What a leaver pays, discounted; and the part of stayers whose relationship the firm does not end, as recorded. */
  readonly exitMoney: Float64Array | undefined;
  readonly kept: Float64Array | undefined;
  /** Over months: share of joiners who had left because of the plan, and those lost before the month as recorded. */
  readonly returning: Float64Array;
  readonly excess?: Float64Array;
}

function createReplay(plan: Trajectory, baseline: Trajectory): Replay {
  const discounts = discountFactors(plan.months, plan.monthlyDiscount);
  const parts = plan.segments.map((segment, s) =>
    prepareCells(segment, baseline.segments[s].cells, discounts),
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
  const replayed = new Map<number, Replayed>();
  const replayAt = (multiple: number) => {
    const known = replayed.get(multiple) ?? replayAll(parts, multiple);
    replayed.set(multiple, known);
    return known;
  };
  return {
    unchanged: isUnchanged(plan, baseline),
    profitAt: (multiple) => {
      const profit = replayAt(multiple).money + recorded;
      // A letter that changes nothing has exactly no profit without leavers; sums of floats only nearly so.
      return Math.abs(profit) <= 1e-11 * Math.abs(recorded) ? 0 : profit;
    },
    attritionAt: (multiple) => (baselineLeft - replayAt(multiple).base) / start,
  };
}

interface Replayed {
  readonly money: number;
  readonly base: number;
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
  for (let cell = 0; cell < cells.count; cell++) {
    const at = (month - 1) * cells.count + cell;
    contribution += cells.contribution[at] + (cells.exitMoney?.[at] ?? 0);
  }
  return segmentProfit(run, s, month) - contribution;
}

function prepareCells(
  { cells, joiners, returners }: SegmentTrajectory,
  baseline: CellTrajectory,
  discounts: Float64Array,
): ReplayedCells {
  const size = cells.weight.length;
  const perCell = () => new Float64Array(size);
  const [hazard, stays, extra, margin] = [perCell(), perCell().fill(1), perCell(), perCell()];
  for (let at = 0; at < size; at++) {
    if (cells.weight[at] === 0) continue;
    const own = hazardAt(cells, at);
    const before = baseline.weight[at] > 0 ? hazardAt(baseline, at) : own;
    hazard[at] = before;
    stays[at] = Math.exp(-before);
    extra[at] = own === before || before === 0 ? 0 : Math.log(own / before);
    margin[at] = (cells.contribution[at] / cells.weight[at]) * discounts[Math.floor(at / cells.count) + 1];
  }
  const returning = joiners.map((count, month) => (count > 0 ? returners[month] / count : 0)).subarray(1);
  const part: ReplayedCells = {
    cells,
    hazard,
    stays,
    extra,
    moved: perCell().fill(1),
    movedAt: 0,
    margin,
    returning,
    ...prepareEndings(cells, discounts),
  };
  if (!returning.some((share) => share > 0)) return part;
  const { excess } = replayCells(part, 1);
  return { ...part, excess };
}

function prepareEndings(cells: CellTrajectory, discounts: Float64Array) {
  const { exitMoney, ended, weight, leavers, count } = cells;
  const own = (at: number) => leavers[at] - (ended?.[at] ?? 0);
  return {
    exitMoney: exitMoney?.map((money, at) =>
      money === 0 ? 0 : (money / own(at)) * discounts[Math.floor(at / count) + 1],
    ),
    kept: ended?.map((sent, at) => (sent === 0 ? 1 : 1 - sent / (weight[at] - own(at)))),
  };
}

function replayAll(parts: readonly ReplayedCells[], multiple: number): Replayed {
  let money = 0;
  let base = 0;
  for (const part of parts) {
    const replayed = replayCells(part, multiple, part.excess);
    money += replayed.money;
    base += replayed.base;
  }
  return { money, base };
}

/** Multiples are mostly doubled, and a square is cheaper than an exponential. */
function moveTo(part: ReplayedCells, multiple: number): void {
  const { moved, extra } = part;
  const isDoubled = multiple === 2 * part.movedAt;
  for (let at = 0; at < moved.length; at++) {
    if (isDoubled) moved[at] *= moved[at];
    else moved[at] = extra[at] === 0 ? 1 : Math.exp(multiple * extra[at]);
  }
  part.movedAt = multiple;
}

/** Month by month; who comes back is a share of those lost so far, against as many lost as recorded. */
function replayCells(part: ReplayedCells, multiple: number, recorded?: Float64Array) {
  const { cells, hazard, stays, moved, margin, exitMoney, kept, returning } = part;
  moveTo(part, multiple);
  const { count, joiners } = cells;
  const weight = cells.weight.slice(0, count);
  const excess = new Float64Array(returning.length);
  let money = 0;
  let lost = 0;
  for (let at = 0, month = 0; at < hazard.length; month++) {
    const more =
      recorded && returning[month] * recorded[month] > 0
        ? returning[month] * (lost / recorded[month] - 1)
        : 0;
    excess[month] = lost;
    for (let cell = 0; cell < count; cell++, at++) {
      const factor = moved[at];
      const staying = weight[cell] * (factor === 1 ? stays[at] : Math.exp(-hazard[at] * factor));
      money += weight[cell] * margin[at];
      if (factor > 1) lost += (weight[cell] - staying) * (1 - 1 / factor);
      if (exitMoney) money += (weight[cell] - staying) * exitMoney[at];
      weight[cell] = (kept ? staying * kept[at] : staying) + joiners[at] * (1 + more);
    }
  }
  const base = weight.reduce((sum, left, cell) => (cells.fromStart[cell] === 1 ? sum + left : sum), 0);
  return { money, base, excess };
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
