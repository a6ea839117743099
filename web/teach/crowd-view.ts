import { crowdCuts, crowdGroups } from '../../models/index.ts';
import type { Sheet } from '../charts/sheet.ts';
import { formatCount } from '../format.ts';
import { monthsShown } from './crowd-counts.ts';
import type { CrowdDots } from './crowd-dots.ts';
import { words } from './text.ts';

/** What stands at a heap: its count and the change this month. */
export interface HeapHead {
  /** 0 for those who left, 1 to 5 for the groups. */
  readonly heap: number;
  readonly name: string;
  readonly count: number;
  readonly note: string;
}

export interface CrowdView {
  readonly title: string;
  readonly sub: string;
  readonly summary: string;
  readonly heads: readonly HeapHead[];
  readonly hollow: string | null;
  readonly sheet: Sheet;
}

/** A month of a crowd in words and figures; `short` where crowds stand side by side. */
export function createCrowdView(name: string, dots: CrowdDots, month: number, short = false): CrowdView {
  const now = dots.counts[month];
  const before = dots.counts[Math.max(0, month - 1)];
  const note = (change: number) =>
    month === 0 ? (short ? '' : words.atStart) : short ? words.change(change) : words.thisMonth(change);
  const heads = [
    { heap: 0, name: words.gone, count: now.leftSoFar, note: note(now.left) },
    ...crowdGroups.map((group, index) => ({
      heap: index + 1,
      name: words.groups[group],
      count: now.groups[index],
      note: note(now.groups[index] - before.groups[index]),
    })),
  ];
  const there = now.groups.reduce((sum, count) => sum + count, 0);
  const start = dots.counts[0].groups.reduce((sum, count) => sum + count, 0);
  const parts = heads.map(({ count, name }) => words.crowdPart(count, name)).join(', ');
  return {
    title: titleOf(dots, month),
    sub: words.crowdSub(start, there, dots.customersPerDot),
    summary: words.crowdSummary(name, month, parts),
    heads,
    hollow: now.leftShown < now.leftSoFar ? words.recentLeavers(monthsShown, now.leftShown) : null,
    sheet: sheetOf(dots),
  };
}

/** A change of mind is worth a title where it is clearly more one way than the other. */
function titleOf(dots: CrowdDots, month: number): string {
  const { up, down, left, joined, groups } = dots.counts[month];
  if (month === 0) return words.crowdStart(groups[4], groups[0]);
  if (down >= 5 && down > 2 * up) return words.crowdDown(down, left, joined);
  if (up >= 5 && up > 2 * down) return words.crowdUp(up, left, joined);
  return words.crowdStill(left, joined);
}

const sheets = new WeakMap<CrowdDots, Sheet>();

function sheetOf(dots: CrowdDots): Sheet {
  const known = sheets.get(dots);
  if (known) return known;
  const { month, customers, left, joined, leftSoFar } = words.crowdColumns;
  const titles = [
    month,
    customers,
    ...crowdGroups.map((group) => words.groups[group]),
    left,
    joined,
    leftSoFar,
  ];
  const sheet = {
    columns: titles.map((title) => ({ title, format: formatCount })),
    rows: dots.counts.map((at, index) => [
      index,
      at.groups.reduce((sum, count) => sum + count, 0),
      ...at.groups,
      at.left,
      at.joined,
      at.leftSoFar,
    ]),
  };
  sheets.set(dots, sheet);
  return sheet;
}

/** Which satisfaction puts a customer where. */
export function groupMeanings() {
  return crowdGroups.map((group, index) => ({
    name: words.groups[group],
    answer:
      index === 0
        ? words.below(crowdCuts[0])
        : index === crowdCuts.length
          ? words.above(crowdCuts[index - 1])
          : words.between(crowdCuts[index - 1], crowdCuts[index]),
    why: words.meaningWhy[group],
  }));
}
