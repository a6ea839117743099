import { createRunKey, deriveKey, uniformAt } from '../core/random.ts';
import type { Decision } from '../scenario/decision.ts';

/** One value for each decision, in its unit. */
export type Point = readonly number[];

/** The box of all values that free numbers may take, on a grid fine enough for a file. */
export interface DecisionSpace {
  readonly decisions: readonly Decision[];
  readonly start: Point;
  /** From a point along a direction: `mesh` is a share of each decision's width. The result stays in the box. */
  move(point: Point, direction: readonly number[], mesh: number): Point;
  /** The point at these shares of each decision's width. */
  at(shares: readonly number[]): Point;
  /** Where no decision does anything: each amount as near to 0 as its bounds allow, the rest at its start. */
  readonly still: Point;
}

export function createDecisionSpace(decisions: readonly Decision[]): DecisionSpace {
  const bounds = decisions.map((decision) => decision.bounds);
  const start = bounds.map((bound) => bound.start);
  return {
    decisions,
    start,
    still: bounds.map(({ low, high, start, form, kind }) =>
      form === 'amount' && kind !== undefined ? Math.min(high, Math.max(low, 0)) : start,
    ),
    at: (shares) => shares.map((share, k) => onGrid(bounds[k].low + share * widthOf(bounds[k]), bounds[k])),
    move: (point, direction, mesh) =>
      point.map((value, k) => {
        const shift = direction[k] * mesh * widthOf(bounds[k]);
        if (shift === 0) return value;
        const moved = onGrid(value + shift, bounds[k]);
        // A whole number moves by one at least where the direction is mainly its own.
        const isMain = Math.abs(direction[k]) > 0.5;
        return moved === value && isMain
          ? onGrid(value + Math.sign(shift) * stepOf(bounds[k]), bounds[k])
          : moved;
      }),
  };
}

type Bounds = Decision['bounds'];

const widthOf = ({ low, high }: Bounds) => high - low;

/** Steps of 1, 2 or 5 times a power of ten, at least 500 of them between the bounds. */
export function stepOf(bounds: Bounds): number {
  if (bounds.whole) return 1;
  const finest = widthOf(bounds) / 500;
  const power = Number(`1e${Math.floor(Math.log10(finest))}`);
  const factor = [5, 2, 1].find((candidate) => candidate * power <= finest) ?? 1;
  return Number((factor * power).toPrecision(6));
}

/** The nearest value that is a multiple of the step, without the dust of binary fractions, within the bounds. */
function onGrid(value: number, bounds: Bounds): number {
  const step = stepOf(bounds);
  const rounded = Number((Math.round(value / step) * step).toPrecision(12));
  return Math.min(bounds.high, Math.max(bounds.low, rounded));
}

/**
 * Points spread over the box: each decision takes each of `count` equal parts of its width once.
 *
 * Source  McKay, Beckman & Conover (1979), Latin hypercube sampling; keyed, so that the same points come again
 */
export function spreadPoints(space: DecisionSpace, count: number): Point[] {
  const key = createRunKey('optimise');
  const columns = space.decisions.map((decision) => {
    const own = deriveKey(key, decision.place);
    const order = Array.from({ length: count }, (_, k) => k);
    order.sort((a, b) => uniformAt(own, a) - uniformAt(own, b));
    return order.map((part) => (part + 0.5) / count);
  });
  return Array.from({ length: count }, (_, k) => space.at(columns.map((column) => column[k])));
}
