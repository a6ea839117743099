import { dimensions } from '../core/dimensions.ts';
import type { SegmentState } from '../mechanisms/state.ts';

/** Number of the customer in a seat that nobody has. */
export const vacant = -0x80000000;

/** What sets customers apart for good. */
const traits = ['frailty', 'sensitivity', 'spend'] as const;
/** What is true or not of a single customer: 0 or 1 once it has been drawn. */
const facts = ['aware', 'tradedDown'] as const;
/** What customers remember from month to month, with how many numbers it takes. */
const memories = [
  { name: 'tenureMonths', width: 1 },
  { name: 'reference', width: 1 },
  { name: 'referenceFee', width: 1 },
  { name: 'trust', width: 1 },
  { name: 'awake', width: 1 },
  { name: 'cumulativeSatisfaction', width: 1 },
  { name: 'priceLevel', width: 1 },
  { name: 'usePrice', width: 1 },
  { name: 'furtherServices', width: 1 },
  { name: 'will', width: dimensions.length },
  { name: 'should', width: dimensions.length },
] as const;
type MemoryName = (typeof memories)[number]['name'];

/** Arrays over cells of which seats keep what they hold. */
export const keptBySeats: readonly string[] = [...traits, ...facts, ...memories.map(({ name }) => name)];

/**
 * Arrays over seats, or over seats × dimensions: all of a customer that outlasts a month. Memories are kept in single
 * precision as the change since the start, so that what rests is exact; one that nobody's has left yet takes no room.
 */
export interface Seats
  extends Record<(typeof traits)[number], Float32Array>,
    Record<(typeof facts)[number], Uint8Array>,
    Record<MemoryName, Float32Array | undefined> {
  /** Number of the customer who has the seat, that of a newcomer below 0; or `vacant`. */
  occupant: Int32Array;
  /** Cell of the cohort that the customer comes from: price group, contract quarter and lasting factor are its. */
  cell: Uint16Array | Uint32Array;
  /** For the rest of a month: 1 where the customer leaves; and how many newcomers take after the customer. */
  leaves: Uint8Array;
  joining: Float32Array;
}

/** Empty seats for the customers of a segment whose cohort has this many cells. */
export function createSeats(count: number, cells: number): Seats {
  const [numbers, flags] = [() => new Float32Array(count), () => new Uint8Array(count)];
  const noMemory = Object.fromEntries(memories.map(({ name }) => [name, undefined]));
  return {
    ...(noMemory as Record<MemoryName, undefined>),
    ...{ frailty: numbers(), sensitivity: numbers(), spend: numbers(), joining: numbers() },
    ...{ aware: flags(), tradedDown: flags(), leaves: flags() },
    occupant: new Int32Array(count).fill(vacant),
    cell: cells > 0x10000 ? new Uint32Array(count) : new Uint16Array(count),
  };
}

/** Makes room for a thirty-second more. */
export function addSeats(seats: Seats): void {
  const before = seats.occupant.length;
  const count = before + Math.ceil(before / 32);
  const more = createSeats(count, seats.cell instanceof Uint16Array ? 0 : 0x10001);
  for (const { name, width } of memories) if (seats[name]) more[name] = new Float32Array(count * width);
  for (const name of Object.keys(more) as (keyof Seats)[]) more[name]?.set(seats[name]!);
  Object.assign(seats, more);
}

/** Fills the first cells of a state with the traits of the customers in `count` seats from `first` on. */
export function recallTraits(seats: Seats, state: SegmentState, first: number, count: number): void {
  for (const name of traits) state[name].set(seats[name].subarray(first, first + count));
}

/** Fills them with whether these customers know of a change, and have traded down. */
export function recallFacts(seats: Seats, state: SegmentState, first: number, count: number): void {
  for (const name of facts) {
    const [from, to] = [seats[name], state[name]];
    for (let k = 0; k < count; k++) to[k] = from[first + k];
  }
}

/** Fills them with what these customers remember. In its first cell `start` has the memory of everybody at the start. */
export function recallMemory(
  seats: Seats,
  state: SegmentState,
  start: SegmentState,
  first: number,
  count: number,
): void {
  for (const { name, width } of memories) {
    const kept = seats[name];
    rest(state[name], count, start[name], width);
    if (kept) change(state[name], kept, first, count, width);
  }
}

/**
 * Takes down what cells of a state remember, the first of them `cell`, for the seats from `first` on. Nobody goes through
 * expectations that all share since the start.
 */
export function keepMemory(
  seats: Seats,
  state: SegmentState,
  cell: number,
  start: SegmentState,
  first: number,
  count: number,
): void {
  for (const { name, width } of memories) {
    if (!seats[name]) {
      if (state.expectsAsAtStart === 1 && width > 1) continue;
      if (isAtRest(state[name], cell, count, start[name], width)) continue;
      seats[name] = new Float32Array(seats.occupant.length * width);
    }
    narrow(state[name], cell, seats[name], first, count, start[name], width);
  }
}

/** Takes down what the customers in the first cells of a state know, and who traded down. */
export function keepFacts(seats: Seats, state: SegmentState, first: number, count: number): void {
  for (const name of facts) {
    const [from, to] = [state[name], seats[name]];
    for (let k = 0; k < count; k++) to[first + k] = from[k];
  }
}

/** Over seats × width: to = from − start. */
function narrow(
  from: Float64Array,
  cell: number,
  to: Float32Array,
  first: number,
  count: number,
  start: Float64Array,
  width: number,
): void {
  for (let part = 0; part < width; part++) {
    const before = start[part];
    let k = cell * width + part;
    for (let at = first * width + part; at < (first + count) * width; at += width, k += width) {
      to[at] = from[k] - before;
    }
  }
}

/** Over seats × width: to = to + from. */
function change(to: Float64Array, from: Float32Array, first: number, count: number, width: number): void {
  for (let k = 0, at = first * width; k < count * width; k++, at++) to[k] += from[at];
}

/** Fills as many cells with what all had at the start. */
function rest(values: Float64Array, count: number, start: Float64Array, width: number): void {
  for (let part = 0; part < width; part++) values[part] = start[part];
  for (let filled = width; filled < count * width; filled *= 2) {
    values.copyWithin(filled, 0, Math.min(filled, count * width - filled));
  }
}

function isAtRest(
  values: Float64Array,
  cell: number,
  count: number,
  start: Float64Array,
  width: number,
): boolean {
  for (let part = 0; part < width; part++) {
    const before = start[part];
    for (let k = cell * width + part; k < (cell + count) * width; k += width) {
      if (values[k] !== before) return false;
    }
  }
  return true;
}
