import type { SegmentState } from '../mechanisms/state.ts';
import { createMemory } from './memory.ts';

/** Arrays over as many cells as are worked on at a time: a run lends them to one block of customers after the other. */
export type Bench = ReturnType<typeof createBench>;

export function createBench(size: number) {
  const perCell = () => new Float64Array(size).fill(1);
  return {
    ...createMemory(size, size, 1, 1, (length) => new Float64Array(length)),
    ...{ frailty: perCell(), sensitivity: perCell(), spend: perCell() },
    ...{
      priceGroup: new Int32Array(size),
      expiryQuarter: new Int32Array(size),
      fromStart: new Uint8Array(size),
    },
  };
}

/** What a state of single customers is like, and what a state of all of them in one cell is like. */
const single = { nodes: 1, frailties: 1, sensitivities: 1, stride: 1 } as const;
const layout: ReadonlySet<string> = new Set(['cells', 'classes', ...Object.keys(single)]);

/** A segment's state with a customer in each cell of the bench, and numbers of the month of its own. */
export function stateOnBench(cohort: SegmentState, bench: Bench): SegmentState {
  const size = bench.present.length;
  const own = Object.entries(cohort)
    .filter(([name, value]) => value instanceof Float64Array && !(name in bench))
    .map(([name, value]) => [name, value.slice()]);
  return { ...cohort, ...Object.fromEntries(own), ...bench, ...single, cells: size, classes: size };
}

/** A segment's state with all customers in one cell, whose memory is that of everybody at the start. */
export function stateOfAll(cohort: SegmentState): SegmentState {
  const arrays = Object.entries(createMemory(1, 1, 1, 1, (length) => new Float64Array(length)));
  const first = arrays.map(([name, { length }]) => {
    return [name, (cohort[name as keyof Bench] as Float64Array).slice(0, length)];
  });
  return { ...cohort, ...Object.fromEntries(first), ...single, stride: 0, cells: 1, classes: 1 };
}

/**
 * Hands over what a month sets for a whole segment, so that each block of its customers goes through the month from the
 * same point.
 */
export function createHandover(
  from: SegmentState,
  bench: Bench,
): (from: SegmentState, to: SegmentState) => void {
  const entries = Object.entries(from).filter(([name]) => !(name in bench || layout.has(name)));
  const numbers = entries.filter(([, value]) => typeof value === 'number').map(([name]) => name);
  const arrays = entries.filter(([, value]) => value instanceof Float64Array).map(([name]) => name);
  return (from, to) => {
    const [source, target] = [from, to] as unknown as Record<string, number & Float64Array>[];
    for (const name of numbers) target[name] = source[name];
    for (const name of arrays) target[name].set(source[name]);
  };
}
