import { type Dimension, dimensions } from '../core/dimensions.ts';
import { fixed } from '../core/quantity.ts';
import { sum } from '../core/sum.ts';
import type { SegmentState } from '../mechanisms/state.ts';
import type { Action, Plan } from '../scenario/scenario.ts';

/** What a pad of promise against delivery moves: all dimensions together, or one. */
export type PadScope = Dimension | 'all';

/** Levels of a segment's service at the start, and what each counts for. */
interface SegmentLevels {
  readonly name: string;
  readonly customers: number;
  readonly weights: ArrayLike<number>;
  readonly promise: ArrayLike<number>;
  readonly delivery: ArrayLike<number>;
}

export interface PromisePad {
  /** Where promise and delivery stand at the start, 0 to 10: means over customers and what dimensions count for. */
  start(scope: PadScope): { readonly promise: number; readonly delivery: number };
  /** A plan under which the means are these from month 1 on. Delivery costs nothing. At the start's levels it does nothing. */
  plan(promise: number, delivery: number, scope: PadScope): Plan;
}

export function createPromisePad(states: readonly SegmentState[]): PromisePad {
  const segments = states.map(readLevels);
  const start = (scope: PadScope) => ({
    promise: meanOf(segments, 'promise', scope),
    delivery: meanOf(segments, 'delivery', scope),
  });
  return {
    start,
    plan(promise, delivery, scope) {
      const from = start(scope);
      const actions = segments.flatMap((segment) =>
        placesOf(scope).flatMap((k) => [
          ...promiseAction(segment, k, levelAt(segment.promise[k], from.promise, promise)),
          ...deliveryAction(segment, k, levelAt(segment.delivery[k], from.delivery, delivery)),
        ]),
      );
      return { name: 'the pad', actions };
    },
  };
}

/**
 * Level of one dimension when the mean over all moves: every level goes the same part of its way to the end of the
 * scale, so that none leaves it and the mean is met.
 */
export function levelAt(level: number, mean: number, target: number): number {
  if (target === mean) return level;
  return target > mean ? level + ((10 - level) * (target - mean)) / (10 - mean) : level * (target / mean);
}

function readLevels({ name, weight, dimensionWeights, schedule, start }: SegmentState): SegmentLevels {
  const promise = schedule.promise.slice(0, dimensions.length);
  return { name, customers: sum(weight), weights: dimensionWeights, promise, delivery: start.delivery };
}

function placesOf(scope: PadScope): readonly number[] {
  return scope === 'all' ? dimensions.map((_, k) => k) : [dimensions.indexOf(scope)];
}

function meanOf(segments: readonly SegmentLevels[], of: 'promise' | 'delivery', scope: PadScope): number {
  let [total, weight] = [0, 0];
  for (const segment of segments) {
    for (const k of placesOf(scope)) {
      const counts = segment.customers * segment.weights[k];
      total += counts * segment[of][k];
      weight += counts;
    }
  }
  return weight > 0 ? total / weight : 0;
}

function promiseAction({ name, promise }: SegmentLevels, k: number, level: number): readonly Action[] {
  if (level === promise[k]) return [];
  return [{ ...bare(name), promise: { [dimensions[k]]: { kind: 'to', quantity: stated(level) } } }];
}

function deliveryAction({ name, delivery }: SegmentLevels, k: number, level: number): readonly Action[] {
  if (level === delivery[k]) return [];
  const by = stated(level - delivery[k]);
  const invest = { in: dimensions[k], by, rampMonths: 1, once: stated(0), monthly: stated(0) };
  return [{ ...bare(name), invest }];
}

function bare(segment: string): Action {
  return { at: 1, announce: 1, announced: true, segments: [segment], reason: 'none', notify: false };
}

function stated(value: number) {
  return fixed(value, 'assumed', 'the pad');
}
