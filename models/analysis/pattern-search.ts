import { createRunKey, uniformAt } from '../core/random.ts';
import type { DecisionSpace, Point } from './decision-space.ts';

export interface PatternSearch {
  readonly from: Point;
  /** Length of the first and of the last steps, as shares of each decision's width. */
  readonly mesh: number;
  readonly finest: number;
  /** Decisions that move; all where left out. */
  readonly moving?: readonly number[];
  /** Whether directions between the axes are tried as well, which edges of conditions need. */
  readonly oblique: boolean;
  /** The best of the points where it beats the one held, else nothing. */
  readonly poll: (points: readonly Point[], held: Point) => Promise<Point | undefined>;
}

/**
 * Compass search: from the point held, one step up and one down in every decision; the best that beats it is held
 * next, and where none does the step is halved. Whole numbers move by one at least. Where conditions cut the box, a
 * failed round of axes is followed by one along a rotated basis, another each time.
 *
 * Returns  the point held when the step is shorter than the finest
 * Source   Kolda, Lewis & Torczon (2003), Optimization by direct search; mixed variables as in Audet & Dennis (2001);
 *          rotated bases by Householder as in Abramson, Audet, Dennis & Le Digabel (2009), OrthoMADS
 */
export async function searchPattern(space: DecisionSpace, search: PatternSearch): Promise<Point> {
  const moving = search.moving ?? space.decisions.map((_, k) => k);
  const axes = moving.map((k) => space.decisions.map((_, j) => (j === k ? 1 : 0)));
  let held = search.from;
  let mesh = search.mesh;
  for (let turn = 0; mesh >= search.finest; turn++) {
    const better =
      (await pollAlong(space, axes, held, mesh, search)) ??
      (search.oblique
        ? await pollAlong(space, rotatedBasis(axes.length, turn), held, mesh, search)
        : undefined);
    if (better) held = better;
    else mesh /= 2;
  }
  return held;
}

async function pollAlong(
  space: DecisionSpace,
  directions: readonly (readonly number[])[],
  held: Point,
  mesh: number,
  { poll }: PatternSearch,
): Promise<Point | undefined> {
  const points = directions
    .flatMap((direction) => [direction, direction.map((part) => -part)])
    .map((direction) => space.move(held, direction, mesh))
    .filter((point) => point.join() !== held.join());
  return points.length === 0 ? undefined : poll(points, held);
}

/** An orthonormal basis that differs from turn to turn: I − 2vvᵀ for a unit vector v. */
export function rotatedBasis(size: number, turn: number): number[][] {
  const key = createRunKey('directions');
  const v = Array.from({ length: size }, (_, k) => uniformAt(key, turn, k) - 0.5);
  const length = Math.sqrt(v.reduce((sum, part) => sum + part * part, 0));
  const unit = v.map((part) => part / length);
  return unit.map((row, k) => unit.map((part, j) => (j === k ? 1 : 0) - 2 * row * part));
}
