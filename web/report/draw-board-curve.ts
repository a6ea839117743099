import { createAxis } from '../charts/scale.ts';
import { drawRule, drawSheet, drawWords, px } from '../charts/svg-text.ts';
import { formatNumber, thin } from '../format.ts';
import type { Model } from '../state/session.ts';
import type { FeeCurveView } from '../views/fee-curve-view.ts';
import { boardText } from './board-text.ts';

const top = 34;
const left = 64;
const right = 8;

/** The fee curve for paper: bands cut at zero, mean, the fee that is set. */
export function drawBoardCurve(
  { data, marks, summary }: FeeCurveView,
  { axisMoney }: Model,
  width: number,
  height: number,
): string {
  if (!data) return '';
  const { percents, line } = data;
  const values = [...line, ...(data.low80 ?? []), ...(data.high80 ?? [])];
  const axis = createAxis(Math.min(...values), Math.max(...values), 4);
  const bottom = height - 22;
  const [first, last] = [percents[0], percents[percents.length - 1]];
  const x = (percent: number) => left + ((percent - first) / (last - first)) * (width - left - right);
  const y = (money: number) => bottom - ((money - axis.min) / (axis.max - axis.min)) * (bottom - top);
  const path = (ys: readonly number[]) => ys.map((money, k) => `${px(x(percents[k]))},${px(y(money))}`);
  const band = (low: readonly number[] | undefined, high: readonly number[] | undefined, share: number) =>
    low && high
      ? ['gain', 'loss'].map(
          (sign) =>
            `<polygon class="${sign}-${share}" clip-path="url(#board-${sign})" points="${[...path(high), ...path(low).toReversed()].join(' ')}"/>`,
        )
      : [];
  const clip = (sign: string, from: number, to: number) =>
    `<clipPath id="board-${sign}"><rect x="${left}" y="${px(from)}" width="${px(width - left - right)}" height="${px(Math.max(0, to - from))}"/></clipPath>`;
  const needle = marks.needle;
  return drawSheet(width, height, summary, [
    clip('gain', top, y(0)),
    clip('loss', y(0), bottom),
    ...axis.lines.flatMap((money) => [
      drawRule(left, y(money), width - right, y(money), money === 0 ? 'rule' : 'hair'),
      drawWords(left - 6, y(money) + 4, money === 0 ? '0' : axisMoney(money), 'quiet', 'end'),
    ]),
    ...band(data.low80, data.high80, 80),
    ...band(data.low50, data.high50, 50),
    drawRule(left, y(0), width - right, y(0), 'rule'),
    data.median ? `<polyline class="median" points="${path(data.median).join(' ')}"/>` : '',
    `<polyline class="line" points="${path(line).join(' ')}"/>`,
    ...percents
      .filter((percent) => Math.abs(percent % 10) < 1e-6)
      .map((percent) =>
        drawWords(
          x(percent),
          height - 6,
          percent === 0
            ? boardText.today
            : `${percent > 0 ? '+' : ''}${formatNumber(percent)}${percent === last ? `${thin}%` : ''}`,
          'quiet',
          percent === last ? 'end' : 'middle',
        ),
      ),
    ...(needle ? drawNeedle(needle, x, y, bottom, width) : []),
  ]);
}

function drawNeedle(
  needle: NonNullable<FeeCurveView['marks']['needle']>,
  x: (percent: number) => number,
  y: (money: number) => number,
  bottom: number,
  width: number,
): string[] {
  const at = x(needle.percent);
  const end = at > width / 2;
  const say = (line: string, baseline: number, classes: string) =>
    drawWords(end ? at - 6 : at + 6, baseline, line, classes, end ? 'end' : 'start');
  return [
    drawRule(at, 6, at, bottom, 'accent'),
    needle.low80 !== undefined && needle.high80 !== undefined
      ? `<line class="accent wide" x1="${px(at)}" x2="${px(at)}" y1="${px(y(needle.low80))}" y2="${px(y(needle.high80))}"/>`
      : '',
    `<circle class="accent-dot" cx="${px(at)}" cy="${px(y(needle.profit))}" r="4.5"/>`,
    say(needle.title, 14, 'accent-text strong'),
    say(needle.detail, 28, ''),
  ];
}
