import {
  type Crowd,
  fillPlaces,
  fillUsualLeaving,
  isSomebody,
  tiltToSteady,
} from '../mechanisms/acquisition.ts';
import { lockFactor } from '../mechanisms/attrition.ts';
import type { SegmentState } from '../mechanisms/state.ts';
import type { Customer } from './place-customers.ts';
import { drawOfMonth } from './population-draws.ts';
import type { LuckAccount } from './population-luck.ts';
import { forEachBlock, type Population } from './population-state.ts';

/**
 * A whole number of newcomers, each like a customer whom the acquisition step has them resemble. In `joining`, seats have
 * the share of each customer that the baseline hazard takes.
 *
 * Inputs    change of the share of referred newcomers, and customers whom the baseline hazard takes
 */
export function drawNewcomers(
  population: Population,
  month: number,
  { moreReferred, usual }: { readonly moreReferred: number; readonly usual: number },
  luck: LuckAccount,
): Customer[] {
  const { all, weight } = population;
  if (all.joiners === 0) return [];
  const isAnybody = isSomebody(all.customers);
  const crowd = { present: all.customers, left: all.left[0], expected: usual };
  if (!isAnybody) crowd.expected = leaveOnceMore(population, month);
  const total = fillSeats(population, month, { moreReferred, crowd, isAnybody }, luck);
  const drawn = Math.floor(all.joiners / weight + drawOfMonth(population, month, 'joiners'));
  const newcomers = pickNewcomers(population, month, luck, total, drawn);
  all.joiners = newcomers.length * weight;
  return newcomers;
}

/** Where nobody is left to resemble, newcomers resemble those who had the seats of the base that once was. */
function placeBase({ block, count, weight }: Population, first: number): void {
  for (let cell = 0; cell < block.cells; cell++) block.places[cell] = first + cell < count ? weight : 0;
}

function leaveOnceMore(population: Population, month: number): number {
  const { block, seats } = population;
  const { contractQuarters, expiryQuarter, parameters, lock } = block;
  let expected = 0;
  forEachBlock(population, (first) => {
    placeBase(population, first);
    for (let cell = 0; cell < block.cells; cell++) {
      lock[cell] = lockFactor(expiryQuarter[cell], contractQuarters, month, parameters);
    }
    expected = fillUsualLeaving(block, block.places, expected);
    seats.joining.set(block.joining.subarray(0, block.cells), first);
  });
  return expected;
}

interface Filling {
  readonly moreReferred: number;
  readonly crowd: Crowd;
  readonly isAnybody: boolean;
}

/** Turns shares of leaving into newcomers by seat and adds them up; their mean is what luck is held against. */
function fillSeats(
  population: Population,
  month: number,
  { moreReferred, crowd, isAnybody }: Filling,
  luck: LuckAccount,
): number {
  const { all, block, seats, weight } = population;
  const sums: Sums = { total: 0, staying: 0, value: 0 };
  forEachBlock(population, (first) => {
    const shares = seats.joining.subarray(first, first + block.cells);
    block.joining.set(shares);
    if (!isAnybody) placeBase(population, first);
    fillPlaces(block, block.places, crowd);
    if (moreReferred !== 0) tiltToSteady(block, moreReferred);
    addUp(block, shares, month, luck, sums);
  });
  const { total, staying, value } = sums;
  if (total > 0) {
    luck.noteNewcomers({ staying: staying / total, value: value / total }, -all.joiners / weight);
  }
  return total;
}

/** Sums over seats: newcomers, and what is expected of them. */
interface Sums {
  total: number;
  staying: number;
  value: number;
}

function addUp(block: SegmentState, seats: Float32Array, month: number, luck: LuckAccount, sums: Sums): void {
  const { cells, joining } = block;
  let { total, staying, value } = sums;
  for (let cell = 0; cell < cells; cell++) {
    seats[cell] = joining[cell];
    const share = seats[cell];
    if (!(share > 0)) continue;
    const prospect = luck.prospectOf(block, cell, month);
    total += share;
    staying += share * prospect.staying;
    value += share * prospect.value;
  }
  sums.total = total;
  sums.staying = staying;
  sums.value = value;
}

/** Evenly spaced points along the sum: each customer is taken as often as they should be, to within one. */
function pickNewcomers(
  population: Population,
  month: number,
  luck: LuckAccount,
  total: number,
  drawn: number,
): Customer[] {
  const { cohort, seats, taken } = population;
  const offset = drawOfMonth(population, month, 'resemblance');
  const firstCell = cohort.cells - cohort.classes;
  const newcomers: Customer[] = [];
  let reached = 0;
  for (let seat = 0; seat < taken; seat++) {
    reached += seats.joining[seat];
    while (newcomers.length < drawn && ((newcomers.length + offset) / drawn) * total <= reached) {
      const [frailty, sensitivity, spend] = [seats.frailty[seat], seats.sensitivity[seat], seats.spend[seat]];
      const cell = seats.cell[seat];
      luck.noteNewcomers(luck.prospectOf(cohort, cell, month, frailty, spend), 1);
      newcomers.push({ frailty, sensitivity, spend, cell: firstCell + (cell % cohort.classes) });
    }
  }
  return newcomers;
}
