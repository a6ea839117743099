import type { StreamKey } from '../core/random.ts';
import type { SegmentState } from '../mechanisms/state.ts';
import type { FirmState } from '../mechanisms/state-firm.ts';
import { blendMemory, freshMemory } from './close-month.ts';
import { type Customer, createCustomers, type SpendVariety } from './place-customers.ts';
import { type Bench, createHandover, stateOfAll, stateOnBench } from './population-bench.ts';
import {
  addSeats,
  createSeats,
  keepFacts,
  keepMemory,
  keptBySeats,
  recallFacts,
  recallMemory,
  recallTraits,
  type Seats,
  vacant,
} from './population-seats.ts';

/**
 * A segment whose customers are followed one by one. Seats hold what of each outlasts a month; a month's work is done on
 * the bench, one block of customers after the other; `all` has what the month comes to for the segment.
 */
export interface Population {
  /** The cohort at its start, from whose cells the customers come. */
  readonly cohort: SegmentState;
  /** The segment as one cell, its customers and the month's leavers in `present` and `left`. */
  readonly all: SegmentState;
  /** The customers on the bench, one a cell. */
  readonly block: SegmentState;
  readonly seats: Seats;
  /** Whose draws these are. */
  readonly key: StreamKey;
  /** Customers of the starting base that are followed one by one; they hold the first seats. */
  readonly count: number;
  /** Customers that each of them stands for. */
  readonly weight: number;
  readonly handOver: ReturnType<typeof createHandover>;
  /** Arrays of the bench that begin a month with what everybody had at the start. */
  readonly scratch: readonly { readonly values: Float64Array | Uint8Array; readonly start: number }[];
  /** Seats taken at least once, and customers who are here. */
  taken: number;
  here: number;
}

/**
 * Turns a cohort at its start into single customers with the same memory: each takes over what their cell of the
 * cohort remembers, and has frailty, sensitivity and spend of their own.
 *
 * Inputs    the cohort, sd of the log of spend, number of customers to follow (at least 1)
 */
export function createPopulation(
  cohort: SegmentState,
  key: StreamKey,
  variety: SpendVariety,
  count: number,
  bench: Bench,
): Population {
  const all = stateOfAll(cohort);
  const population: Population = {
    ...{ cohort, all, block: stateOnBench(cohort, bench), seats: createSeats(count, cohort.cells) },
    ...{ key, count, weight: cohort.customers / count, taken: count, here: count },
    handOver: createHandover(all, bench),
    scratch: scratchOf(cohort, bench),
  };
  const customerAt = createCustomers(cohort, key, variety);
  for (let seat = 0; seat < count; seat++) {
    const customer = customerAt(seat);
    seatCustomer(population, seat, seat, customer, cohort, customer.cell);
  }
  countCustomers(population);
  return population;
}

/** Somebody with the memory of a state's cell. */
function seatCustomer(
  { seats, cohort }: Population,
  seat: number,
  index: number,
  customer: Customer,
  state: SegmentState,
  cell: number,
): void {
  seats.occupant[seat] = index;
  seats.cell[seat] = customer.cell;
  seats.frailty[seat] = customer.frailty;
  seats.sensitivity[seat] = customer.sensitivity;
  seats.spend[seat] = customer.spend;
  seats.aware[seat] = 0;
  seats.tradedDown[seat] = 0;
  keepMemory(seats, state, cell, cohort, seat, 1);
}

function countCustomers({ all, here, weight }: Population): void {
  all.customers = here * weight;
  all.present[0] = all.customers;
}

/** What `place` and `countSpending` set. */
const set = [
  ...['priceGroup', 'expiryQuarter', 'fromStart', 'lastingFactor'],
  ...['present', 'weight', 'places', 'spending', 'downSpending'],
];

function scratchOf(cohort: SegmentState, bench: Bench): Population['scratch'] {
  return Object.entries(bench).flatMap(([name, values]) => {
    if (keptBySeats.includes(name) || set.includes(name) || values instanceof Int32Array) return [];
    return [{ values, start: (cohort[name as keyof Bench] as Float64Array)[0] }];
  });
}

/** Puts one block of seats after the other on the bench: who sits there, and what the month has set for all. */
export function forEachBlock(population: Population, work: (first: number, count: number) => void): void {
  const { all, block, seats, taken, handOver } = population;
  const size = block.present.length;
  handOver(all, block);
  for (let first = 0; first < taken; first += size) {
    const count = Math.min(size, taken - first);
    place(population, first, count);
    recallTraits(seats, block, first, count);
    work(first, count);
  }
}

/** The same with all that customers remember; what the work adds up over cells goes on from block to block. */
export function liveInBlocks(population: Population, work: (first: number) => void): void {
  const { all, block, seats, scratch, cohort, handOver } = population;
  forEachBlock(population, (first, count) => {
    for (const { values, start } of scratch) values.fill(start, 0, count);
    recallFacts(seats, block, first, count);
    recallMemory(seats, block, cohort, first, count);
    countSpending(block);
    handOver(all, block);
    work(first);
    keepMemory(seats, block, 0, cohort, first, count);
    keepFacts(seats, block, first, count);
    all.excessLeavers = block.excessLeavers;
    all.separated = block.separated;
  });
  handOver(block, all);
}

/** Who sits there, and what the cell of the cohort that they come from says of them. */
function place(population: Population, first: number, count: number): void {
  const { block, seats, cohort, weight: own } = population;
  const state = block as { cells: number; classes: number };
  state.cells = count;
  state.classes = count;
  const { cell, occupant } = seats;
  const { priceGroup, expiryQuarter, fromStart, lastingFactor, present, weight, places } = block;
  for (let k = 0; k < count; k++) {
    const from = cell[first + k];
    priceGroup[k] = cohort.priceGroup[from];
    expiryQuarter[k] = cohort.expiryQuarter[from];
    fromStart[k] = cohort.fromStart[from];
    lastingFactor[k] = cohort.lastingFactor[from];
    const here = occupant[first + k] === vacant ? 0 : own;
    present[k] = here;
    weight[k] = here;
    places[k] = here;
  }
}

function countSpending({ cells, weight, spend, spending, tradedDown, downSpending }: SegmentState): void {
  for (let cell = 0; cell < cells; cell++) {
    spending[cell] = weight[cell] * spend[cell];
    downSpending[cell] = spending[cell] * tradedDown[cell];
  }
}

/** The month ends: leavers give up their seats, newcomers take seats with a fresh memory. */
export function closePopulationMonth(
  population: Population,
  newcomers: readonly Customer[],
  month: number,
  firm: FirmState,
): void {
  const { all, seats } = population;
  for (let seat = 0; seat < population.taken; seat++) {
    if (seats.leaves[seat] === 0) continue;
    seats.leaves[seat] = 0;
    seats.occupant[seat] = vacant;
    population.here--;
  }
  blendMemory(all, 0, 1, freshMemory(all, month, firm));
  let seat = 0;
  newcomers.forEach((newcomer, k) => {
    while (seat < population.taken && seats.occupant[seat] !== vacant) seat++;
    if (seat === seats.occupant.length) addSeats(seats);
    if (seat === population.taken) population.taken++;
    seatCustomer(population, seat, numberOfNewcomer(month, k), newcomer, all, 0);
  });
  population.here += newcomers.length;
  countCustomers(population);
  all.excessLeavers = 0;
}

/** Numbers of newcomers leave room for a million a month. */
const newcomersPerMonth = 1 << 20;

function numberOfNewcomer(month: number, k: number): number {
  return -(month * newcomersPerMonth + k + 1);
}
