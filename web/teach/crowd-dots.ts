import type { CrowdMonth, CrowdRun } from '../../models/index.ts';
import { createTurns } from './random.ts';
import { smallestFlow, wholeParts } from './whole-dots.ts';

/** Dots at the start. */
export const dotsAtStart = 1000;
/** Those who left are shown for so many months. */
export const monthsShown = 12;
/** Heaps from left to right: those who left, then the groups. */
export const heapCount = 6;
/** In place of a heap: not there yet, or no longer shown. */
export const nowhere = 255;

/** What one month comes to in dots. */
export interface DotMonth {
  /** By group, least satisfied first. */
  readonly groups: readonly number[];
  /** Left this month, joined this month, left since the start, and left within the months that are shown. */
  readonly left: number;
  readonly joined: number;
  readonly leftSoFar: number;
  readonly leftShown: number;
  /** Moved to a better or a worse group. */
  readonly up: number;
  readonly down: number;
}

/** A crowd's dots over the months. A dot is the same customer in every month. */
export interface CrowdDots {
  readonly months: number;
  /** How many there ever are. */
  readonly count: number;
  /** Customers that one dot stands for. */
  readonly customersPerDot: number;
  /** By month 0..T, of each dot: its heap, and its place in it from the floor up. */
  readonly heap: readonly Uint8Array[];
  readonly place: readonly Uint16Array[];
  readonly counts: readonly DotMonth[];
  /** Most dots that any heap ever has. */
  readonly tallest: number;
}

interface Counted {
  readonly before: readonly number[];
  readonly left: readonly number[];
  readonly joined: readonly number[];
}

/**
 * Turns a run into dots. Leavers and newcomers are rounded as sums since the start, so that no rounding adds up;
 * between months dots take the smallest flow.
 */
export function createDots(run: CrowdRun): CrowdDots {
  const total = sumOf(run.crowd[0].groups);
  const customersPerDot = total / dotsAtStart;
  const first = wholeParts(run.crowd[0].groups, dotsAtStart);
  const counted = countDots(run.crowd, customersPerDot);
  const count = dotsAtStart + counted.reduce((sum, { joined }) => sum + sumOf(joined), 0);
  const heap = run.crowd.map(() => new Uint8Array(count).fill(nowhere));
  const place = run.crowd.map(() => new Uint16Array(count));
  const turn = createTurns(11);
  let next = 0;
  first.forEach((size, group) => {
    for (let k = 0; k < size; k++) heap[0][next++] = group + 1;
  });
  const leftIn = new Uint8Array(count);
  const counts: DotMonth[] = [{ ...still, groups: first }];
  for (let month = 1; month <= run.months; month++) {
    const before = counts[month - 1];
    const news = moveDots(
      heap[month - 1],
      heap[month],
      leftIn,
      month,
      before.groups,
      counted[month - 1],
      turn,
    );
    next = addNewcomers(heap[month], next, counted[month - 1].joined);
    const leftSoFar = before.leftSoFar + news.left;
    const [leftShown, ...groups] = countHeaps(heap[month]);
    counts.push({ ...news, leftSoFar, leftShown, groups });
  }
  const tallest = setPlaces(heap, place);
  return { months: run.months, count, customersPerDot, heap, place, counts, tallest };
}

const still = { left: 0, joined: 0, leftSoFar: 0, leftShown: 0, up: 0, down: 0 };

function countDots(crowd: readonly CrowdMonth[], customersPerDot: number): Counted[] {
  let [left, joined, leftDots, joinedDots] = [0, 0, 0, 0];
  return crowd.slice(1).map((month) => {
    const there = dotsAtStart + joinedDots - leftDots;
    left += sumOf(month.left);
    joined += sumOf(month.joined);
    const leftNow = Math.min(there, Math.round(left / customersPerDot) - leftDots);
    const joinedNow = Math.round(joined / customersPerDot) - joinedDots;
    leftDots += leftNow;
    joinedDots += joinedNow;
    const before = wholeParts(month.before, there);
    return {
      before,
      left: withinParts(wholeParts(month.left, leftNow), before),
      joined: wholeParts(month.joined, joinedNow),
    };
  });
}

/** Where rounding asks a group for more than it has, its neighbours give. */
function withinParts(parts: readonly number[], most: readonly number[]): number[] {
  const kept = parts.map((part, index) => Math.min(part, most[index]));
  let short = sumOf(parts) - sumOf(kept);
  for (let index = 0; short > 0 && index < kept.length; index++) {
    const more = Math.min(short, most[index] - kept[index]);
    kept[index] += more;
    short -= more;
  }
  return kept;
}

function moveDots(
  from: Uint8Array,
  to: Uint8Array,
  leftIn: Uint8Array,
  month: number,
  groups: readonly number[],
  { before, left, joined }: Counted,
  turn: () => number,
) {
  const members = groups.map((): number[] => []);
  from.forEach((heap, dot) => {
    to[dot] = heap;
    if (heap === 0 && leftIn[dot] + monthsShown <= month) to[dot] = nowhere;
    else if (heap > 0 && heap !== nowhere) members[heap - 1].push(dot);
  });
  const take = (group: number) => {
    const list = members[group];
    const at = Math.floor(turn() * list.length);
    const [dot] = list.splice(at, 1, list[list.length - 1]);
    list.pop();
    return dot;
  };
  const arrived = groups.map((): number[] => []);
  let [up, down] = [0, 0];
  for (const flow of smallestFlow(groups, before)) {
    if (flow.to > flow.from) up += flow.count;
    else down += flow.count;
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
  return { left: sumOf(left), joined: sumOf(joined), up, down };
}

function addNewcomers(heap: Uint8Array, first: number, joined: readonly number[]): number {
  let next = first;
  joined.forEach((size, group) => {
    for (let k = 0; k < size; k++) heap[next++] = group + 1;
  });
  return next;
}

/** A dot keeps its place while its heap holds it; what sits too high comes down first, then newcomers go on top. */
function setPlaces(heap: readonly Uint8Array[], place: readonly Uint16Array[]): number {
  let tallest = 0;
  heap.forEach((now, month) => {
    const sizes = countHeaps(now);
    const before = month === 0 ? null : { heap: heap[month - 1], place: place[month - 1] };
    const taken = sizes.map((size) => new Uint8Array(size));
    const homeless = sizes.map((): number[] => []);
    const fresh = sizes.map((): number[] => []);
    for (let dot = 0; dot < now.length; dot++) {
      const column = now[dot];
      if (column === nowhere) continue;
      if (before === null || before.heap[dot] !== column) fresh[column].push(dot);
      else if (before.place[dot] >= sizes[column]) homeless[column].push(dot);
      else {
        place[month][dot] = before.place[dot];
        taken[column][before.place[dot]] = 1;
      }
    }
    sizes.forEach((size, column) => {
      tallest = Math.max(tallest, size);
      let free = 0;
      for (const dots of [homeless[column], fresh[column]]) {
        for (const dot of dots) {
          while (taken[column][free] === 1) free++;
          place[month][dot] = free++;
        }
      }
    });
  });
  return tallest;
}

/** Dots of each heap. */
function countHeaps(heap: Uint8Array): number[] {
  const sizes = new Uint32Array(256);
  for (let dot = 0; dot < heap.length; dot++) sizes[heap[dot]]++;
  return Array.from(sizes.subarray(0, heapCount));
}

function sumOf(values: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < values.length; index++) total += values[index];
  return total;
}
