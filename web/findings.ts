import type { FeeCurve } from '../models/index.ts';
import { formatCount, formatPercent, formatSignedPercent } from './format.ts';

// Titles that state the finding. Each is made from the result it stands over, so it can never contradict it.

/** A fee change as a title writes it: whole percent, or one decimal where it has one. */
export function titlePercent(fraction: number): string {
  return formatSignedPercent(fraction, Math.abs(fraction * 100 - Math.round(fraction * 100)) < 0.05 ? 0 : 1);
}

/** What the fee curve says about the fee that is set; `change` as a fraction. */
export function feeCurveTitle(curve: FeeCurve, change: number): string {
  const { optimum, breakEven, points } = curve;
  const first = points[0].change;
  if (optimum.onBound) {
    if (optimum.profit < 0)
      return `No fee on this scale pays; the loss is least at ${titlePercent(optimum.change)}`;
    return optimum.change > first
      ? `Profit still rises at ${titlePercent(optimum.change)}: the best fee lies beyond this scale`
      : `The lower the fee, the more it earns: even ${titlePercent(optimum.change)} is not the end`;
  }
  if (optimum.profit <= 0 || Math.abs(optimum.change) < 0.0025) return 'No other fee earns more than today’s';
  const best = titlePercent(Math.round(optimum.change * 100) / 100);
  if (optimum.change < 0) return `A lower fee earns more: ${best} is best on average`;
  if (change <= 0)
    return `Up to ${breakEven === null ? 'the end of the scale' : titlePercent(Math.round(breakEven * 100) / 100)} a higher fee earns more than today’s`;
  if (breakEven !== null && change > breakEven)
    return `At ${titlePercent(change)} the rise loses money on average`;
  if (Math.abs(change - optimum.change) <= 0.01) return aboutBest;
  if (change > optimum.change) return `Past ${best} each point of fee costs more than it brings`;
  return higherFeeTitle(curve, change);
}

const aboutBest = 'This is about the fee that earns most on average';

/** The best fee of a curve, which has fewer draws than the verdict, earns no more than so many times what this one does. */
const aboutAsMuch = 1.1;

function higherFeeTitle(curve: FeeCurve, change: number): string {
  const xs = curve.points.map((point) => point.change);
  const profit = between(
    xs,
    curve.points.map((point) => point.profit.mean),
    change,
  );
  const chances = curve.points.map(({ chanceOfLoss }) => chanceOfLoss);
  const risk = between(xs, chances, curve.optimum.change) - between(xs, chances, change);
  const gain = curve.optimum.profit / profit;
  if (profit > 0 && gain < aboutAsMuch) return aboutBest;
  const earn = gain < 1.2 ? 'a little more' : gain > 1.8 ? 'a lot more' : 'more';
  if (risk < 0.02) return `A higher fee would earn ${earn} at no greater risk`;
  return `A higher fee would earn ${earn} and risk ${risk >= 0.08 ? 'a lot more' : 'more'}`;
}

/** What the line at best values says while there are no draws. */
export function feeLineTitle(percents: readonly number[], line: readonly number[], percent: number): string {
  const top = percents[line.indexOf(Math.max(...line))];
  if (Math.max(...line) <= 0 || top === 0) return 'No other fee earns more than today’s';
  if (top === percents.at(-1)) return 'Profit still rises where this scale ends';
  const near = Math.abs(top - percent) <= 2.5;
  if (near) return 'This is about the fee that earns most';
  return top > percent ? 'A higher fee would earn more' : 'A lower fee would earn more';
}

/** When the plan is ahead; `profit[m]` is the difference added up to month m. */
export function profitFanTitle(profit: readonly number[]): string {
  const last = profit.length - 1;
  const final = profit[last];
  const size = Math.max(...profit.map(Math.abs));
  if (size === 0) return 'No difference from doing nothing';
  const small = size * 0.005;
  if (final > small) {
    const behind = profit.findLastIndex((value) => value < -small);
    const ahead = profit.findIndex((value, month) => month > behind && value > small);
    return `Ahead from month ${ahead}${pace(profit, ahead)}`;
  }
  const wasAhead = profit.findLastIndex((value) => value > small);
  if (wasAhead > 0) return `Ahead until month ${wasAhead}, then behind`;
  return `Behind from month ${profit.findIndex((value) => value < -small)}`;
}

function pace(profit: readonly number[], from: number): string {
  const last = profit.length - 1;
  const peak = profit.indexOf(Math.max(...profit));
  if (peak < last && profit[last] < 0.97 * profit[peak]) return `, less so after month ${peak}`;
  const third = Math.floor((last - from) / 3);
  if (third < 2) return '';
  const early = profit[from + third] - profit[from];
  const late = profit[last] - profit[last - third];
  if (late < 0.6 * early) return ', then slowing';
  return late > 1.4 * early ? ', then faster' : ' and still gaining';
}

/** How many customers the plan costs by the end; `customers[m]` is the difference at the end of month m. */
export function customersFanTitle(customers: readonly number[]): string {
  const last = customers.length - 1;
  const final = customers[last];
  if (Math.abs(final) < 0.5) return 'No fewer customers at the end';
  const end = `${peopleOf(final, final < 0 ? 'fewer' : 'more')} in month ${last}`;
  const lowest = customers.indexOf(Math.min(...customers));
  return final < 0 && customers[lowest] < 1.15 * final ? `${end}, after a low in month ${lowest}` : end;
}

/** Who leaves, in one line; `lost` may be negative where a plan keeps customers. */
export function segmentsTitle(
  bars: readonly { readonly name: string; readonly lost: number; readonly share: number }[],
  breakEven: number | null,
): string {
  const total = bars.reduce((sum, { lost }) => sum + lost, 0);
  if (Math.abs(total) < 0.5) return 'Nobody leaves because of it';
  if (total < 0) return `${peopleOf(total)} ${isOne(total) ? 'stays' : 'stay'} who would have left`;
  const leave = `${peopleOf(total, 'more')} ${isOne(total) ? 'leaves' : 'leave'}`;
  const beyond = breakEven === null ? [] : bars.filter(({ share }) => share > breakEven);
  const most = bars.reduce((top, bar) => (bar.lost > top.lost ? bar : top));
  const touched = bars.filter(({ share }) => Math.abs(share) >= 0.0005).length;
  if (beyond.length > 0 && beyond.length < bars.length) {
    const who = beyond.length === 1 ? beyond[0].name : `${beyond.length} of ${bars.length} segments`;
    return `${leave}; ${who} ${beyond.length === 1 ? 'passes' : 'pass'} break-even`;
  }
  if (touched < 2 || most.lost >= 0.995 * total) return `${leave}, all from ${most.name}`;
  return `${leave}, ${formatPercent(most.lost / total, 0)} of them from ${most.name}`;
}

/** So many customers, without a sign, at the head of a title; people are whole, though a mean of them is not. */
function peopleOf(customers: number, which: '' | 'more' | 'fewer' = ''): string {
  const size = Math.abs(customers);
  const about = size < 10 && !Number.isInteger(size) ? 'About ' : '';
  return [`${about}${formatCount(size)}`, which, isOne(size) ? 'customer' : 'customers']
    .filter(Boolean)
    .join(' ');
}

function isOne(customers: number): boolean {
  return Math.round(Math.abs(customers)) === 1;
}

function between(xs: readonly number[], ys: readonly number[], x: number): number {
  const i = Math.max(
    0,
    Math.min(
      xs.length - 2,
      xs.findLastIndex((at) => at <= x),
    ),
  );
  const t = Math.max(0, Math.min(1, (x - xs[i]) / (xs[i + 1] - xs[i])));
  return ys[i] + t * (ys[i + 1] - ys[i]);
}
