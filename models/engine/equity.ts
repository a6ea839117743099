import type { SegmentState } from '../mechanisms/state.ts';
import { type SegmentTrajectory, stayingAt } from './trajectory.ts';

/** Nobody counts on a customer for longer than this. */
const horizonMonths = 120;
/** Less than a billionth of a customer has no margin worth dividing out. */
const negligible = 1e-9;

/**
 * Present value at month 0 of what the customers alive after the last month will still contribute, with the
 * plan-end prices and costs and each cell's last hazard held; the lock of a contract ends with the contract.
 *
 * Equation  Σ_cells n·m·Σ_{j=1..120} S(j − 1)·v^(T + j), S from the held hazard, v = 1/(1 + i)
 * Returns   money; no future joiners, and no exit fees of those who leave later
 */
export function computeEquity(
  state: SegmentState,
  trajectory: SegmentTrajectory,
  monthlyDiscount: number,
): number {
  const months = state.schedule.months;
  const discountToEnd = Math.exp(-months * Math.log(1 + monthlyDiscount));
  const { cells } = trajectory;
  let equity = 0;
  for (let cell = 0; cell < state.cells; cell++) {
    const at = (months - 1) * state.cells + cell;
    const weight = cells.weight[at];
    if (weight < negligible) continue;
    const locked = -Math.log(stayingAt(cells, at));
    const margin = cells.contribution[at] / weight;
    const alive = weight - cells.leavers[at] + cells.joiners[at];
    const lockedMonths = state.expiryQuarter[cell] < 0 ? 0 : monthsToExpiry(state, cell, months);
    equity += alive * margin * annuity(locked, locked / state.lock[cell], lockedMonths, monthlyDiscount);
  }
  return equity * discountToEnd;
}

/** Months from the end of the run to the middle of the quarter in which the cell's contracts end. */
function monthsToExpiry(state: SegmentState, cell: number, months: number): number {
  const quarters = state.contractQuarters;
  const current = Math.floor((months - 1) / 3);
  const wait = (((state.expiryQuarter[cell] - current) % quarters) + quarters) % quarters;
  return Math.max(0, (current + wait) * 3 + 2 - months);
}

/** Discounted expected number of months paid, from the hazard while locked and the hazard when free. */
function annuity(locked: number, free: number, lockedMonths: number, monthlyDiscount: number): number {
  const first = Math.min(lockedMonths, horizonMonths);
  const discount = Math.log(1 + monthlyDiscount);
  const untilFree = geometric(locked + discount, first);
  const afterFree = geometric(free + discount, horizonMonths - first);
  return Math.exp(-discount) * (untilFree + Math.exp(-(locked + discount) * first) * afterFree);
}

/** Σ_{j=0..n−1} exp(−decay·j). */
function geometric(decay: number, n: number): number {
  return Math.abs(decay) < 1e-12 ? n : Math.expm1(-decay * n) / Math.expm1(-decay);
}
