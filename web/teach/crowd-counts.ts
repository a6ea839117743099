import type { CrowdMonth, CrowdRun } from '../../models/index.ts';
import { type Flow, smallestFlow, wholeParts } from './whole-dots.ts';

/** Dots at the start. */
export const dotsAtStart = 1000;
/** Those who left are shown for so many months. */
export const monthsShown = 12;

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

/** Whole dots of one month: who changes group, then who leaves and who joins, by group. */
export interface DotMoves {
  readonly flows: readonly Flow[];
  readonly left: readonly number[];
  readonly joined: readonly number[];
}

/** A run in whole dots. */
export interface CrowdCounts {
  /** Customers that one dot stands for. */
  readonly customersPerDot: number;
  /** How many dots there ever are. */
  readonly count: number;
  /** Months 0..T. */
  readonly months: readonly DotMonth[];
  /** Of months 1..T; that of month 1 is at 0. */
  readonly moves: readonly DotMoves[];
  /** Most dots that any heap ever has. */
  readonly tallest: number;
}

/**
 * Turns a run into whole dots. Leavers and newcomers are rounded as sums since the start, so that no rounding adds up;
 * between months dots take the smallest flow.
 */
export function countCrowd(run: CrowdRun): CrowdCounts {
  const customersPerDot = sumOf(run.crowd[0].groups) / dotsAtStart;
  const counted = countDots(run.crowd, customersPerDot);
  const months: DotMonth[] = [{ ...still, groups: wholeParts(run.crowd[0].groups, dotsAtStart) }];
  const moves = counted.map(({ before, left, joined }): DotMoves => {
    const last = months[months.length - 1];
    const flows = smallestFlow(last.groups, before);
    months.push({
      groups: before.map((size, group) => size - left[group] + joined[group]),
      ...{ left: sumOf(left), joined: sumOf(joined), leftSoFar: last.leftSoFar + sumOf(left) },
      leftShown: sumOf(
        counted
          .slice(Math.max(0, months.length - monthsShown), months.length)
          .map((month) => sumOf(month.left)),
      ),
      ...{ up: sumOf(flows.map((flow) => (flow.to > flow.from ? flow.count : 0))) },
      ...{ down: sumOf(flows.map((flow) => (flow.to < flow.from ? flow.count : 0))) },
    });
    return { flows, left, joined };
  });
  const tallest = Math.max(...months.map(({ groups, leftShown }) => Math.max(leftShown, ...groups)));
  const count = dotsAtStart + sumOf(months.map(({ joined }) => joined));
  return { customersPerDot, count, months, moves, tallest };
}

const still = { left: 0, joined: 0, leftSoFar: 0, leftShown: 0, up: 0, down: 0 };

interface Counted {
  readonly before: readonly number[];
  readonly left: readonly number[];
  readonly joined: readonly number[];
}

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

function sumOf(values: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < values.length; index++) total += values[index];
  return total;
}
