import type { StreamKey } from '../core/random.ts';
import type { SegmentState } from '../mechanisms/state.ts';
import type { FirmState } from '../mechanisms/state-firm.ts';
import { blendMemory, freshMemory, moveCustomers } from './close-month.ts';
import { createMemory } from './memory.ts';
import { createCustomers, type SpendVariety } from './place-customers.ts';

/** A segment with a cell for each customer. */
export interface Population {
  readonly state: SegmentState;
  /** Whose draws these are. */
  readonly key: StreamKey;
  /** Customers of the starting base that are followed one by one; they hold the first seats. */
  readonly count: number;
  /** Customers that each of them stands for. */
  readonly weight: number;
  /** Over seats: number of the customer who has it, that of a newcomer being below 0. */
  readonly occupant: Int32Array;
  /** Over seats: how awake its customer was a month ago. */
  readonly awakeBefore: Float64Array;
  /** Over the starting base: the cell of the cohort that each comes from. */
  readonly origin: Int32Array;
  readonly newcomerGroup: number;
  /** Who joins at the end of this month. */
  readonly newcomers: Newcomer[];
  /** Seats given up. */
  readonly free: number[];
  /** Seats taken at least once. */
  taken: number;
  /** Arrays over seats, with what a newcomer's seat holds at first. */
  readonly fresh: readonly { readonly values: Memory; readonly start: Memory }[];
}

/** Somebody who joins at the end of the month, and whom they take after. */
export interface Newcomer {
  readonly index: number;
  readonly frailty: number;
  readonly sensitivity: number;
  readonly spend: number;
  readonly expiryQuarter: number;
  readonly lastingFactor: number;
}

type Memory = Float64Array | Uint8Array;

/** A population outgrew the seats prepared for it. */
export class OutOfSeats extends Error {}

/**
 * Turns a cohort at its start into single customers with the same memory: each takes over what their cell of the
 * cohort remembers, and has frailty, sensitivity and spend of their own.
 *
 * Inputs    the cohort, sd of the log of spend, number of customers to follow (at least 1), seats in all
 */
export function createPopulation(
  cohort: SegmentState,
  key: StreamKey,
  variety: SpendVariety,
  count: number,
  seats: number,
): Population {
  const memory = createMemory(seats, seats, 1, 1, (length) => new Float64Array(length));
  const perSeat = () => new Float64Array(seats);
  const state: SegmentState = {
    ...cohort,
    ...restOf(memory, cohort, seats),
    ...{ cells: seats, nodes: 1, frailties: 1, sensitivities: 1, classes: seats, stride: 1 },
    // Empty seats count as average customers: mechanisms may work on all of them.
    ...{ frailty: perSeat().fill(1), sensitivity: perSeat().fill(1), spend: perSeat().fill(1) },
    ...{ priceGroup: new Int32Array(seats), expiryQuarter: new Int32Array(seats) },
    fromStart: Uint8Array.from({ length: seats }, (_, seat) => (seat < count ? 1 : 0)),
    start: { ...cohort.start, places: perSeat() },
  };
  const newcomerCell = cohort.cells - 1;
  const population: Population = {
    ...{ state, key, count, weight: cohort.present.reduce((sum, value) => sum + value, 0) / count },
    ...{ occupant: new Int32Array(seats), awakeBefore: perSeat(), origin: new Int32Array(count) },
    newcomerGroup: cohort.priceGroup[newcomerCell],
    ...{ newcomers: [], free: [], taken: count, fresh: memoryOf(memory, cohort, newcomerCell, seats) },
  };
  fill(population, cohort, createCustomers(cohort, key, variety), memory);
  moveCustomers(state);
  state.start.places.set(state.places);
  return population;
}

/** Memory over seats as created; what belongs to the segment as a whole, from the cohort. */
function restOf(
  memory: ReturnType<typeof createMemory>,
  cohort: SegmentState,
  seats: number,
): ReturnType<typeof createMemory> {
  const all = Object.entries(memory).map(([name, value]) => {
    const own = cohort[name as keyof typeof memory];
    if (typeof value === 'number' || typeof own === 'number') return [name, own];
    return [name, isOverSeats(value, seats) ? value : own.slice()];
  });
  return Object.fromEntries(all);
}

/** Arrays over seats have one or several numbers for each; others are shorter than any population. */
function isOverSeats(values: Memory, seats: number): boolean {
  return values.length >= seats && values.length % seats === 0;
}

/** For each array over seats: the array, and what a seat holds that comes from this cell of the cohort. */
function memoryOf(
  memory: ReturnType<typeof createMemory>,
  cohort: SegmentState,
  cell: number,
  seats: number,
) {
  return Object.entries(memory).flatMap(([name, values]) => {
    if (typeof values === 'number' || !isOverSeats(values, seats)) return [];
    const source = cohort[name as keyof typeof memory] as Memory;
    const perCell = source.length / cohort.cells;
    const width = values.length / seats;
    // Places of newcomers are worked out anew; all else has a part for each cell.
    const start = Number.isInteger(perCell)
      ? source.slice(cell * perCell, cell * perCell + width)
      : values.slice(0, width);
    return [{ values, start }];
  });
}

function fill(
  population: Population,
  cohort: SegmentState,
  customerAt: ReturnType<typeof createCustomers>,
  memory: ReturnType<typeof createMemory>,
): void {
  const { state, count, weight, origin, occupant } = population;
  const memories = Array.from({ length: cohort.cells }, (_, cell) =>
    memoryOf(memory, cohort, cell, state.cells),
  );
  for (let seat = 0; seat < count; seat++) {
    const { frailty, sensitivity, spend, cell } = customerAt(seat);
    for (const { values, start } of memories[cell]) values.set(start, seat * start.length);
    state.frailty[seat] = frailty;
    state.sensitivity[seat] = sensitivity;
    state.spend[seat] = spend;
    state.priceGroup[seat] = cohort.priceGroup[cell];
    state.expiryQuarter[seat] = cohort.expiryQuarter[cell];
    state.weight[seat] = weight;
    origin[seat] = cell;
    occupant[seat] = seat;
  }
}

/** The month ends: leavers free their seats, newcomers take seats with a fresh memory. */
export function closePopulationMonth(population: Population, month: number, firm: FirmState): void {
  const { state, newcomers, free, occupant, awakeBefore } = population;
  for (let seat = 0; seat < population.taken; seat++) if (state.leaving[seat] > 0) free.push(seat);
  state.joining.fill(0);
  const memory = freshMemory(state, month, firm);
  for (const newcomer of newcomers) {
    const seat = free.pop() ?? population.taken++;
    if (seat >= state.cells) throw new OutOfSeats();
    for (const { values, start } of population.fresh) values.set(start, seat * start.length);
    state.frailty[seat] = newcomer.frailty;
    state.sensitivity[seat] = newcomer.sensitivity;
    state.spend[seat] = newcomer.spend;
    state.expiryQuarter[seat] = newcomer.expiryQuarter;
    state.lastingFactor[seat] = newcomer.lastingFactor;
    state.priceGroup[seat] = population.newcomerGroup;
    state.fromStart[seat] = 0;
    occupant[seat] = newcomer.index;
    awakeBefore[seat] = 0;
    blendMemory(state, seat, 1, memory);
    state.joining[seat] = population.weight;
  }
  newcomers.length = 0;
  moveCustomers(state);
}
