import { acquire, attract, fillUsualLeaving } from '../mechanisms/acquisition.ts';
import { decide } from '../mechanisms/attrition.ts';
import { becomeAware } from '../mechanisms/awareness.ts';
import { answerContacts, customersTold } from '../mechanisms/contact-centre.ts';
import { costsBesideCells } from '../mechanisms/finance.ts';
import { imitate } from '../mechanisms/imitation.ts';
import { listen } from '../mechanisms/listening.ts';
import { moveCompetitor } from '../mechanisms/price-level.ts';
import { endRelationships, sendAway } from '../mechanisms/separation.ts';
import { leadStaff } from '../mechanisms/staff.ts';
import type { SegmentState } from '../mechanisms/state.ts';
import type { FirmState } from '../mechanisms/state-firm.ts';
import { comeBack } from '../mechanisms/win-back.ts';
import { hearTalk, poolTalk, silence, spreadTalk, type TalkPool } from '../mechanisms/word-of-mouth.ts';
import { drawAwareness, drawFates, drawSendingAway } from './population-draws.ts';
import type { LuckAccount } from './population-luck.ts';
import { drawNewcomers } from './population-newcomers.ts';
import { recallFacts, type Seats, vacant } from './population-seats.ts';
import { closePopulationMonth, forEachBlock, liveInBlocks, type Population } from './population-state.ts';
import { type Step, steps } from './steps.ts';

/** A population with the account of its luck, and where it is taken down what happens to its customers. */
export interface Followed {
  readonly population: Population;
  readonly luck: LuckAccount;
  readonly record: PopulationRecord;
}

export interface PopulationRecord {
  /** The customers on the bench have lived through the month. */
  noteBlock(first: number, month: number): void;
  /** The firm has sent away those whose `leaving` is above 0. */
  noteSentAway(first: number, month: number): void;
  /** The month's sums stand, and nobody has gone or come yet. */
  noteMonth(month: number): void;
}

type FirmWork<Sums> = (
  firm: FirmState,
  segments: readonly SegmentState[],
  month: number,
  sums?: readonly Sums[],
) => void;

const firmFirst: readonly FirmWork<number>[] = [moveCompetitor, leadStaff, answerContacts];
const firmLater: readonly FirmWork<TalkPool>[] = [hearTalk, imitate];
const segmentLater = [spreadTalk, comeBack] as const;
/** Of these the population has its own form: `sendSomeAway` and `drawNewcomers`. */
const inParts = [endRelationships, acquire] as const;
const notInBlocks: ReadonlySet<Step['run'][number]> = new Set([...segmentLater, ...inParts]);

/**
 * The month of `steps` in another order: what takes sums over customers is done before or after all of them, block after
 * block, have lived through what does not. Management's beliefs are left out: nobody's month depends on them.
 */
export const regroupedMonth = {
  ...{ firmFirst, firmLater, segmentLater, inParts },
  inBlocks: steps.flatMap(({ run }) => run).filter((work) => !notInBlocks.has(work)),
  leftOut: [listen],
};

/** One month of all segments. Where a step leaves a share of a customer, a draw decides before the next. */
export function runPopulationMonth(followed: readonly Followed[], firm: FirmState, month: number): void {
  const segments = followed.map(({ population }) => population.all);
  const told = firm.centre && followed.map(({ population }) => countTold(population, month));
  for (const work of firmFirst) work(firm, segments, month, told);
  const lived = followed.map((each) => live(each, firm, month));
  for (const each of followed) sendSomeAway(each, month);
  const talks = lived.map(({ talk }) => talk);
  for (const work of firmLater) work(firm, segments, month, talks);
  followed.forEach(({ population, luck, record }, k) => {
    const { all } = population;
    for (const work of segmentLater) work(all, month, firm);
    const moreReferred = attract(all, month, firm);
    const newcomers = drawNewcomers(population, month, { moreReferred, usual: lived[k].usual }, luck);
    all.costs += costsBesideCells(all, month, firm);
    record.noteMonth(month);
    closePopulationMonth(population, newcomers, month, firm);
  });
}

function countTold(population: Population, month: number): number {
  let told = 0;
  forEachBlock(population, (first, count) => {
    recallFacts(population.seats, population.block, first, count);
    told = customersTold(population.block, month, told);
  });
  return told;
}

/** The customers live through the month. Returns how they talk about it, and how many the baseline hazard takes. */
function live({ population, luck, record }: Followed, firm: FirmState, month: number) {
  const { block, all, seats } = population;
  const talk = silence();
  const sums: Sums = { left: 0, usual: 0, revenue: 0, costs: 0 };
  liveInBlocks(population, (first) => {
    for (const work of regroupedMonth.inBlocks) {
      work(block, month, firm);
      if (work === becomeAware) drawAwareness(population, month, first);
      if (work === decide) drawFates(population, month, first, luck);
    }
    poolTalk(block, talk);
    sums.usual = fillUsualLeaving(block, block.places, sums.usual);
    seats.joining.set(block.joining.subarray(0, block.cells), first);
    addUp(block, sums);
    noteLeavers(seats, block, first);
    record.noteBlock(first, month);
  });
  all.left[0] = sums.left;
  all.revenue = sums.revenue;
  all.costs = sums.costs;
  return { talk, usual: sums.usual };
}

interface Sums {
  left: number;
  usual: number;
  revenue: number;
  costs: number;
}

function addUp(block: SegmentState, sums: Sums): void {
  const { cells, present, cellRevenue, cellCost, exitMoney } = block;
  let { left, revenue, costs } = sums;
  for (let cell = 0; cell < cells; cell++) {
    if (present[cell] === 0) continue;
    left += block.left[cell];
    revenue += cellRevenue[cell] + exitMoney[cell];
    costs += cellCost[cell];
  }
  sums.left = left;
  sums.revenue = revenue;
  sums.costs = costs;
}

function noteLeavers({ leaves }: Seats, { cells, leaving }: SegmentState, first: number): void {
  for (let cell = 0; cell < cells; cell++) leaves[first + cell] = leaving[cell] > 0 ? 1 : 0;
}

/** Relationships that the firm ends. Like `left`, `separated` keeps the expected number. */
function sendSomeAway({ population, luck, record }: Followed, month: number): void {
  const { all, block, seats, weight } = population;
  const { separatedShare, leastValuable } = all.schedule;
  all.separated = 0;
  all.separationMoney = 0;
  const share = separatedShare[month];
  if (share === 0) return;
  const fractionAt = leastValuable[month] === 1 ? leastSpendFirst(population, share) : () => share;
  liveInBlocks(population, (first) => {
    for (let cell = 0; cell < block.cells; cell++) {
      block.leaving[cell] = seats.leaves[first + cell] * weight;
    }
    sendAway(block, month, fractionAt);
    drawSendingAway(population, month, first, luck);
    noteLeavers(seats, block, first);
    record.noteSentAway(first, month);
  });
  all.left[0] += all.separated;
}

/** Fractions by spend of those who stay that come to a share of all: from the lowest up, of equal spend all alike. */
function leastSpendFirst({ seats, taken }: Population, share: number): (spend: number) => number {
  const staying = seats.spend
    .slice(0, taken)
    .filter((_, seat) => seats.occupant[seat] !== vacant && seats.leaves[seat] === 0)
    .sort();
  if (staying.length === 0) return () => 0;
  const wanted = share * staying.length;
  const limit = staying[Math.min(staying.length - 1, Math.floor(wanted))];
  const below = staying.indexOf(limit);
  const fraction = Math.min(1, (wanted - below) / (staying.lastIndexOf(limit) + 1 - below));
  return (spend) => (spend < limit ? 1 : spend > limit ? 0 : fraction);
}
