import type { Candidate, Ledger } from './candidate-ledger.ts';
import { isBetter } from './candidate-ledger.ts';
import { type DecisionSpace, type Point, spreadPoints } from './decision-space.ts';
import { searchPattern } from './pattern-search.ts';

/** What a search found. */
export interface SearchResult {
  readonly best: Candidate;
  /** Draws on which plans were sifted first. */
  readonly sifted: number;
  /** Draws on which those that were left were compared next. */
  readonly narrowed: number;
  /** Whether the search ended because it had measured as much as it may. */
  readonly cutShort: boolean;
}

/** Plans in a search, beyond which the best so far stands. */
export const mostPlans = 2000;

/**
 * Finds the best point of a space on the first `draws` of the common draws.
 *
 * On fixed draws the means are plain functions of the decisions, so that a search without luck applies (sample average
 * approximation). It starts from the file's own plan, from doing as little as the bounds allow, from the corners and
 * from points spread over the box; follows the two best by compass search on a few draws; and halves the field as it
 * multiplies the draws, with ever finer steps.
 *
 * Source   Kleywegt, Shapiro & Homem-de-Mello (2002); Karnin, Koren & Somekh (2013), successive halving
 */
export async function searchOptimum(
  space: DecisionSpace,
  ledger: Ledger,
  draws: number,
): Promise<SearchResult> {
  const sifted = Math.min(8, draws);
  const narrowed = Math.min(32, draws);
  const oblique = ledger.conditions.length > 0 && space.decisions.length > 1;
  let cutShort = false;
  const follow = (from: Point, on: number, mesh: number, finest: number, moving?: readonly number[]) =>
    searchPattern(space, {
      ...{ from, mesh, finest, oblique: oblique && !moving, ...(moving && { moving }) },
      poll: async (points, held) => {
        cutShort ||= ledger.candidates.length >= mostPlans;
        if (cutShort) return undefined;
        const tried = await ledger.measure(points, on);
        const [current] = await ledger.measure([held], on);
        const best = ledger.best(tried, on);
        return isBetter(ledger.standing(best, on), ledger.standing(current, on)) ? best.point : undefined;
      },
    });
  const starts = await ledger.measure(startPoints(space), sifted);
  for (const { point } of leading(ledger, starts, sifted, 2)) await follow(point, sifted, 1 / 4, 1 / 16);
  const kept = await ledger.measure(pointsOf(leading(ledger, ledger.candidates, sifted, 4)), narrowed);
  const coarse = await follow(ledger.best(kept, narrowed).point, narrowed, 1 / 8, 1 / 64);
  await extendPoll(space, ledger, coarse, narrowed, (point, moving) =>
    follow(point, narrowed, 1 / 8, 1 / 64, moving),
  );
  const measured = ledger.candidates.filter((candidate) => candidate.draws >= narrowed);
  const finalists = await ledger.measure(pointsOf(leading(ledger, measured, narrowed, 3)), draws);
  // Down to single steps of the grid, which has 500 to 1,250: under a condition the best lies on its edge.
  const point = await follow(ledger.best(finalists, draws).point, draws, 1 / 32, 1 / 1024);
  const [best] = await ledger.measure([point], draws);
  return { best, sifted, narrowed, cutShort };
}

/** Rounds of extended polls; each moves every whole number once. */
const mostRounds = 3;

/** One step each way, however short, and a quarter of the width. */
const wholeSteps = [1e-9, -1e-9, 1 / 4, -1 / 4];

/**
 * Steps of whole numbers that pay only once the others have followed, as where a condition cuts the box: from each
 * neighbour in a whole number the fractions are searched anew, and the best end counts.
 *
 * Source   Audet & Dennis (2001), Pattern search algorithms for mixed variable programming: the extended poll
 */
async function extendPoll(
  space: DecisionSpace,
  ledger: Ledger,
  from: Point,
  draws: number,
  follow: (point: Point, moving: readonly number[]) => Promise<Point>,
): Promise<void> {
  const isWhole = space.decisions.map(({ bounds }) => bounds.whole);
  const fractions = isWhole.flatMap((whole, k) => (whole ? [] : [k]));
  if (fractions.length === 0) return;
  let held = from;
  for (let round = 0; round < mostRounds; round++) {
    const neighbours = isWhole.flatMap((whole, k) => {
      const axis = isWhole.map((_, j) => (j === k ? 1 : 0));
      return whole ? wholeSteps.map((mesh) => space.move(held, axis, mesh)) : [];
    });
    const before = held;
    for (const neighbour of neighbours.filter((point) => point.join() !== held.join())) {
      const [end, current] = await ledger.measure([await follow(neighbour, fractions), held], draws);
      if (current && isBetter(ledger.standing(end, draws), ledger.standing(current, draws))) held = end.point;
    }
    if (held === before) return;
  }
}

/** The file's own start, doing as little as possible, both corners, and points spread over the box. */
function startPoints(space: DecisionSpace): Point[] {
  const count = space.decisions.length;
  const all = (share: number) => space.at(space.decisions.map(() => share));
  const spread = count === 1 ? 15 : Math.min(32, 8 * count);
  return [space.start, space.still, all(0), all(1), ...spreadPoints(space, spread)];
}

/** The best of some, best first. */
export function leading(
  ledger: Ledger,
  candidates: readonly Candidate[],
  draws: number,
  count: number,
): Candidate[] {
  const standings = new Map(candidates.map((candidate) => [candidate, ledger.standing(candidate, draws)]));
  return [...candidates]
    .sort((a, b) => {
      const [one, other] = [standings.get(a)!, standings.get(b)!];
      return isBetter(one, other) ? -1 : isBetter(other, one) ? 1 : 0;
    })
    .slice(0, count);
}

function pointsOf(candidates: readonly Candidate[]): Point[] {
  return candidates.map(({ point }) => point);
}
