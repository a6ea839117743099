import type { CrowdRun } from '../../models/index.ts';
import type { Sheet } from '../charts/sheet.ts';
import { formatCount } from '../format.ts';
import { words } from './text.ts';

/** Customers who come and go each month, months 0..T; month 0 has none. */
export interface Traffic {
  readonly joined: readonly number[];
  readonly left: readonly number[];
}

export interface TradeView {
  readonly title: string;
  readonly sub: string;
  readonly summary: string;
  readonly traffic: Traffic;
  readonly beside: Traffic;
  readonly sheet: Sheet;
}

/** Sign-ups against those who leave, up to a month, beside another run. */
export function createTradeView(run: CrowdRun, reference: CrowdRun, name: string, month: number): TradeView {
  const traffic = trafficOf(run);
  const beside = trafficOf(reference);
  const title =
    month === 0
      ? words.tradeStart
      : words.tradeTitle(
          sumTo(traffic.joined, month) / sumTo(beside.joined, month) - 1,
          stayersTo(run, traffic, month) / stayersTo(reference, beside, month) - 1,
        );
  const sub = words.tradeSub(name);
  return { title, sub, summary: `${title}. ${sub}.`, traffic, beside, sheet: sheetOf(traffic, beside) };
}

function trafficOf({ crowd }: CrowdRun): Traffic {
  return {
    joined: crowd.map(({ joined }) => sumTo(joined)),
    left: crowd.map(({ left }) => sumTo(left)),
  };
}

/** Share of a customer who would still be there after so many months, at each month's share of leavers. */
function stayersTo({ crowd }: CrowdRun, { left }: Traffic, month: number): number {
  let share = 1;
  for (let at = 1; at <= month; at++) share *= 1 - left[at] / Math.max(sumTo(crowd[at].before), 1e-9);
  return share;
}

function sumTo(values: ArrayLike<number>, last = values.length - 1): number {
  let sum = 0;
  for (let index = 0; index <= last; index++) sum += values[index];
  return sum;
}

function sheetOf(traffic: Traffic, beside: Traffic): Sheet {
  const { month, joined, left, joinedBeside, leftBeside } = words.tradeColumns;
  return {
    columns: [month, joined, left, joinedBeside, leftBeside].map((title) => ({ title, format: formatCount })),
    rows: traffic.joined
      .map((count, at) => [at, count, traffic.left[at], beside.joined[at], beside.left[at]])
      .slice(1),
  };
}
