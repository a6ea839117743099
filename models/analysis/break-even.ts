import { findRoot, type Point } from '../core/find-root.ts';
import type { Trajectory } from '../engine/simulate.ts';
import { type CellTrajectory, type SegmentTrajectory, stayingAt } from '../engine/trajectory.ts';

export type BreakEvenReason = 'exists' | 'always pays' | 'never pays' | 'nothing changes';

export interface BreakEven {
  readonly reason: BreakEvenReason;
  /** Multiple of the plan's extra log hazard at which profit is 0; `null` where there is none. */
  readonly multiple: number | null;
  /** Extra leavers out of the starting base at that multiple, as a share of it. */
  readonly attrition: number | null;
}

/** Shares of customers that differ by less are the same share, summed in another order. */
const trifle = 1e-12;

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
  if (replay.unchanged) return without('nothing changes');
  const multiple = findMultiple(replay);
  if (multiple === null) return without(replay.profitAt(0) > 0 ? 'always pays' : 'never pays');
  const attrition = replay.attritionAt(multiple);
  // Where newcomers carry the effect, more of it moves the base the other way: then no loss of the base is the
  // point at which the plan stops paying.
  const margin = attrition - replay.attritionAt(1);
  const recorded = replay.profitAt(1);
  const movesBase = Math.abs(margin) > trifle;
  if (movesBase && recorded !== 0 && margin > 0 !== recorded > 0) {
    return without(recorded > 0 ? 'always pays' : 'never pays');
  }
  return { reason: 'exists', multiple, attrition };
}

function without(reason: BreakEvenReason): BreakEven {
  return { reason, multiple: null, attrition: null };
}

/** The smallest multiple with profit 0, as far as a change of sign shows it. */
function findMultiple({ profitAt }: Replay): number | null {
  const known: Point[] = [];
  for (const multiple of multiples) {
    const point: Point = [multiple, profitAt(multiple)];
    const [last, ...others] = known;
    if (point[1] === 0) return multiple;
    if (last && last[1] > 0 !== point[1] > 0) return findRoot(profitAt, last, point, others);
    known.unshift(point);
  }
  return null;
}

interface Replay {
  /** Whether neither hazards nor money differ from `do nothing`. */
  readonly unchanged: boolean;
  profitAt(multiple: number): number;
  attritionAt(multiple: number): number;
}

interface ReplayedCells {
  readonly cells: CellTrajectory;
  /** Share that the baseline leaves, its hazard where the plan has another, and the plan's as a multiple of it. */
  readonly stays: Float64Array;
  readonly hazard: Float64Array;
  readonly ratio: Float64Array;
  /** ln of the ratio, once it has been asked for. */
  extra: Float64Array | null;
  /** The factor ratioᵏ as last worked out, and the multiple k it is for. */
  readonly moved: Float64Array;
  movedAt: number;
  /** Contribution per customer, discounted; and of all as recorded. */
  readonly margin: Float64Array;
  readonly money: number;
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
  const profit = presentProfit(plan, discounts) - presentProfit(baseline, discounts);
  const money = parts.reduce((sum, part) => sum + part.money, 0);
  // What does not depend on how many stay: programmes, fixed cost, newcomers as recorded.
  const fixed = profit - money;
  const baseAt = (run: Trajectory, month: number) =>
    run.segments.reduce((sum, { base }) => sum + base[month], 0);
  const replayed = new Map<number, Replayed>([[1, { money, base: baseAt(plan, plan.months) }]]);
  const replayAt = (multiple: number) => {
    const known = replayed.get(multiple) ?? replayAll(parts, multiple);
    replayed.set(multiple, known);
    return known;
  };
  return {
    unchanged: isUnchanged(plan, baseline),
    profitAt: (multiple) => {
      const found = replayAt(multiple).money + fixed;
      // A letter that changes nothing has exactly no profit without leavers; sums of floats only nearly so.
      return Math.abs(found) <= 1e-11 * Math.abs(fixed) ? 0 : found;
    },
    attritionAt: (multiple) => (baseAt(baseline, plan.months) - replayAt(multiple).base) / baseAt(plan, 0),
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

function presentProfit({ segments, months }: Trajectory, discounts: Float64Array): number {
  let total = 0;
  for (const { revenue, costs } of segments) {
    for (let month = 1; month <= months; month++) total += discounts[month] * (revenue[month] - costs[month]);
  }
  return total;
}

function prepareCells(
  { cells, joiners, returners }: SegmentTrajectory,
  baseline: CellTrajectory,
  discounts: Float64Array,
): ReplayedCells {
  const size = cells.weight.length;
  const perCell = () => new Float64Array(size);
  const [stays, hazard, ratio, margin] = [perCell().fill(1), perCell(), perCell().fill(1), perCell()];
  let money = 0;
  for (let at = 0; at < size; at++) {
    if (cells.weight[at] === 0) continue;
    const own = stayingAt(cells, at);
    stays[at] = baseline.weight[at] > 0 ? stayingAt(baseline, at) : own;
    if (Math.abs(own - stays[at]) > trifle && stays[at] !== 1) {
      hazard[at] = -Math.log(stays[at]);
      ratio[at] = -Math.log(own) / hazard[at];
    }
    const discount = discounts[Math.floor(at / cells.count) + 1];
    margin[at] = (cells.contribution[at] / cells.weight[at]) * discount;
    money += (cells.contribution[at] + (cells.exitMoney?.[at] ?? 0)) * discount;
  }
  const returning = joiners.map((count, month) => (count > 0 ? returners[month] / count : 0)).subarray(1);
  const part: ReplayedCells = {
    cells,
    stays,
    hazard,
    ratio,
    extra: null,
    moved: ratio.slice(),
    movedAt: 1,
    margin,
    money,
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

/** Multiples are mostly powers of two, and a square is cheaper than an exponential. */
function moveTo(part: ReplayedCells, multiple: number): void {
  const { moved, ratio, movedAt } = part;
  if (multiple === movedAt) return;
  const half = multiple === 2 ? ratio : multiple === 2 * movedAt ? moved : null;
  if (multiple === 0) moved.fill(1);
  else if (half) for (let at = 0; at < moved.length; at++) moved[at] = half[at] * half[at];
  else if (multiple === 0.5) for (let at = 0; at < moved.length; at++) moved[at] = Math.sqrt(ratio[at]);
  else {
    part.extra ??= ratio.map((times) => (times === 1 ? 0 : Math.log(times)));
    const { extra } = part;
    for (let at = 0; at < moved.length; at++)
      moved[at] = extra[at] === 0 ? 1 : Math.exp(multiple * extra[at]);
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
