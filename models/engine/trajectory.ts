import { sum } from '../core/sum.ts';
import type { Zeros } from '../core/zeros.ts';
import type { SegmentState } from '../mechanisms/state.ts';
import { talkAt } from '../mechanisms/word-of-mouth.ts';
import { arrivals } from './close-month.ts';

/** What happened to one segment. Arrays over months have entries 0..T; month 0 holds the starting count. */
export interface SegmentTrajectory {
  readonly name: string;
  readonly customers: Float64Array;
  readonly leavers: Float64Array;
  readonly joiners: Float64Array;
  readonly revenue: Float64Array;
  readonly costs: Float64Array;
  /** Mean over the customers who were there, 0–10. */
  readonly satisfaction: Float64Array;
  /** Delivered minus promised, weighted over dimensions [points]. */
  readonly promiseGap: Float64Array;
  /** Per cent of advocates less per cent of saboteurs. */
  readonly promoterScore: Float64Array;
  /** Joiners who had left because of what moved, and are back by themselves. */
  readonly returners: Float64Array;
  /** Customers of the starting base still here. */
  readonly base: Float64Array;
  /** Customers on a cheaper tier at the end. */
  tradedDown: number;
  /** Present value of what the customers alive at the end will still contribute [money]. */
  equity: number;
  /** Lowest and highest price, fees included, against the start. */
  readonly priceRange: readonly [number, number];
  readonly cells: CellTrajectory;
}

/** Month by month, cell by cell: index = (month − 1) × count + cell. */
export interface CellTrajectory {
  readonly count: number;
  readonly fromStart: Uint8Array;
  readonly weight: Float64Array;
  readonly leavers: Float64Array;
  readonly joiners: Float64Array;
  /** Leavers of these whose relationship the firm ends, where it ends any. */
  readonly ended?: Float64Array;
  /** What leavers under contract pay [money], where they pay. */
  readonly exitMoney?: Float64Array;
  /** What the cell's customers pay less what serving them, crediting them and making failures good costs [money]. */
  readonly contribution: Float64Array;
}

/** Share of a cell's customers who stay of their own accord; where everybody left, the least that shows in a share of floats. */
export function stayingAt(cells: CellTrajectory, at: number): number {
  const leavers = cells.ended ? cells.leavers[at] - cells.ended[at] : cells.leavers[at];
  return Math.max(1 - leavers / cells.weight[at], Number.EPSILON);
}

export function createTrajectory(state: SegmentState, months: number, zeros: Zeros): SegmentTrajectory {
  const perMonth = () => zeros(months + 1);
  const perCell = () => zeros(months * state.cells);
  const trajectory: SegmentTrajectory = {
    name: state.name,
    customers: perMonth(),
    leavers: perMonth(),
    joiners: perMonth(),
    revenue: perMonth(),
    costs: perMonth(),
    promiseGap: perMonth(),
    promoterScore: perMonth(),
    returners: perMonth(),
    satisfaction: perMonth(),
    base: perMonth(),
    tradedDown: 0,
    equity: 0,
    priceRange: priceRange(state),
    cells: {
      count: state.cells,
      fromStart: state.fromStart,
      weight: perCell(),
      leavers: perCell(),
      joiners: perCell(),
      contribution: perCell(),
      ...(state.schedule.separatedShare.some((share) => share > 0) && { ended: perCell() }),
      ...(state.exitFee > 0 && { exitMoney: perCell() }),
    },
  };
  const start = sum(state.weight);
  trajectory.customers[0] = start;
  trajectory.base[0] = start;
  trajectory.satisfaction[0] = state.start.satisfaction;
  trajectory.promiseGap[0] = state.promiseGap;
  trajectory.promoterScore[0] = startingScore(state);
  return trajectory;
}

function startingScore({ start, parameters }: SegmentState): number {
  const talk = talkAt(start.satisfaction, parameters.satisfactionSpread, parameters.complaintMessages);
  return 100 * (talk.advocates - talk.saboteurs);
}

function priceRange({ schedule }: SegmentState): readonly [number, number] {
  let low = 1;
  let high = 1;
  for (let at = 0; at < schedule.chargedPrice.length; at++) {
    const ratio =
      (schedule.chargedPrice[at] + schedule.chargedFee[at]) /
      (schedule.chargedPrice[0] + schedule.chargedFee[0]);
    low = Math.min(low, ratio);
    high = Math.max(high, ratio);
  }
  return [low, high];
}

/** Takes down a month whose steps have run and which has not yet been closed. */
export function recordMonth(trajectory: SegmentTrajectory, state: SegmentState, month: number): void {
  const { cells } = trajectory;
  let leavers = 0;
  let satisfaction = 0;
  let base = 0;
  let present = 0;
  for (let cell = 0; cell < state.cells; cell++) {
    const weight = state.present[cell];
    if (weight === 0) continue;
    const leaving = state.left[cell];
    const at = (month - 1) * state.cells + cell;
    cells.weight[at] = weight;
    cells.leavers[at] = leaving;
    if (cells.ended) cells.ended[at] = state.ended[cell];
    if (cells.exitMoney) cells.exitMoney[at] = state.exitMoney[cell];
    cells.contribution[at] = state.cellRevenue[cell] - state.cellCost[cell];
    leavers += leaving;
    present += weight;
    satisfaction += weight * state.satisfaction[cell];
    if (state.fromStart[cell] === 1) base += weight - leaving;
  }
  for (let contractClass = 0; contractClass < state.classes; contractClass++) {
    const { cell, count } = arrivals(state, contractClass);
    cells.joiners[(month - 1) * state.cells + cell] = count;
  }
  trajectory.leavers[month] = leavers;
  trajectory.joiners[month] = state.joiners;
  trajectory.promiseGap[month] = state.promiseGap;
  trajectory.promoterScore[month] = state.promoterScore;
  trajectory.returners[month] = state.returnersDue[month];
  trajectory.revenue[month] = state.revenue;
  trajectory.costs[month] = state.costs;
  trajectory.satisfaction[month] = present > 0 ? satisfaction / present : trajectory.satisfaction[month - 1];
  trajectory.base[month] = base;
  trajectory.customers[month] = trajectory.customers[month - 1] - leavers + state.joiners;
}
