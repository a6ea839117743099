import type { CrowdRun } from '../../models/index.ts';
import { countCrowd, type DotMonth, type DotMoves, dotsAtStart, monthsShown } from './crowd-counts.ts';
import { createTurns } from './random.ts';

/** Heaps from left to right: those who left, then the groups. */
export const heapCount = 6;
/** In place of a heap: not there yet, or no longer shown. */
export const nowhere = 255;

/** Of each dot in one month: its heap, and its place in it from the floor up. */
export interface DotPlaces {
  readonly heap: Uint8Array;
  readonly place: Uint16Array;
}

/** A crowd's dots over the months. A dot is the same customer in every month. */
export interface CrowdDots {
  readonly months: number;
  /** How many there ever are. */
  readonly count: number;
  /** Customers that one dot stands for. */
  readonly customersPerDot: number;
  /** Months 0..T. */
  readonly counts: readonly DotMonth[];
  /** Most dots that any heap ever has. */
  readonly tallest: number;
  /** Where the dots are in a month; months are gone through when they are first asked for. */
  at(month: number): DotPlaces;
}

/** Turns a run into dots. */
export function createDots(run: CrowdRun): CrowdDots {
  const { customersPerDot, count, months, moves, tallest } = countCrowd(run);
  const known: DotPlaces[] = [startOf(months[0], count)];
  const turn = createTurns(11);
  const leftIn = new Uint8Array(count);
  let next = dotsAtStart;
  const at = (month: number) => {
    while (known.length <= month) {
      const to = known.length;
      const last = known[to - 1];
      const heap = moveDots(last.heap, leftIn, to, moves[to - 1], turn);
      next = addNewcomers(heap, next, moves[to - 1].joined);
      known.push({ heap, place: setPlaces(heap, last) });
    }
    return known[month];
  };
  return { months: run.months, count, customersPerDot, counts: months, tallest, at };
}

function startOf({ groups }: DotMonth, count: number): DotPlaces {
  const heap = new Uint8Array(count).fill(nowhere);
  addNewcomers(heap, 0, groups);
  return { heap, place: setPlaces(heap, null) };
}

function moveDots(
  from: Uint8Array,
  leftIn: Uint8Array,
  month: number,
  { flows, left }: DotMoves,
  turn: () => number,
): Uint8Array {
  const to = from.slice();
  const members = left.map((): number[] => []);
  for (let dot = 0; dot < from.length; dot++) {
    const heap = from[dot];
    if (heap === 0 && leftIn[dot] + monthsShown <= month) to[dot] = nowhere;
    else if (heap > 0 && heap !== nowhere) members[heap - 1].push(dot);
  }
  const take = (group: number) => {
    const list = members[group];
    const at = Math.floor(turn() * list.length);
    const dot = list[at];
    list[at] = list[list.length - 1];
    list.pop();
    return dot;
  };
  const arrived = left.map((): number[] => []);
  for (const flow of flows) {
    for (let k = 0; k < flow.count; k++) {
      const dot = take(flow.from);
      to[dot] = flow.to + 1;
      arrived[flow.to].push(dot);
    }
  }
  left.forEach((size, group) => {
    for (let k = 0; k < size; k++) {
      const dot = members[group].length > 0 ? take(group) : arrived[group].pop()!;
      to[dot] = 0;
      leftIn[dot] = month;
    }
  });
  return to;
}

function addNewcomers(heap: Uint8Array, first: number, joined: readonly number[]): number {
  let next = first;
  joined.forEach((size, group) => {
    heap.fill(group + 1, next, next + size);
    next += size;
  });
  return next;
}

/** A dot keeps its place while its heap holds it; what sits too high comes down first, then newcomers go on top. */
function setPlaces(heap: Uint8Array, before: DotPlaces | null): Uint16Array {
  const place = new Uint16Array(heap.length);
  const sizes = countHeaps(heap);
  const taken = sizes.map((size) => new Uint8Array(size));
  const homeless = sizes.map((): number[] => []);
  const fresh = sizes.map((): number[] => []);
  for (let dot = 0; dot < heap.length; dot++) {
    const column = heap[dot];
    if (column === nowhere) continue;
    if (before === null || before.heap[dot] !== column) fresh[column].push(dot);
    else if (before.place[dot] >= sizes[column]) homeless[column].push(dot);
    else {
      place[dot] = before.place[dot];
      taken[column][before.place[dot]] = 1;
    }
  }
  sizes.forEach((_, column) => {
    let free = 0;
    for (const dots of [homeless[column], fresh[column]]) {
      for (const dot of dots) {
        while (taken[column][free] === 1) free++;
        place[dot] = free++;
      }
    }
  });
  return place;
}

/** Dots of each heap. */
function countHeaps(heap: Uint8Array): number[] {
  const sizes = new Uint32Array(256);
  for (let dot = 0; dot < heap.length; dot++) sizes[heap[dot]]++;
  return Array.from(sizes.subarray(0, heapCount));
}
