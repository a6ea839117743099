import { layOutDots } from '../charts/lay-out-dots.ts';
import { drawRule, drawSheet, drawWords, px } from '../charts/svg-text.ts';
import { formatNumber, thin } from '../format.ts';
import { text } from '../text.ts';
import type { VerdictView } from '../views/verdict-view.ts';

const height = 114;
const base = 94;

/** One hundred runs by the room left before break-even, for paper. */
export function drawBoardDots(
  { margins, breakEven, losing, isAlarm, dots }: VerdictView,
  width: number,
): string {
  if (!margins?.length) return drawSheet(width, 20, dots.summary, [drawWords(0, 14, dots.summary, 'quiet')]);
  const layout = layOutDots(margins, width, base - 20);
  const right = losing > 50;
  const x = right ? layout.zero + 7 : layout.zero - 7;
  const side = right ? 'start' : 'end';
  return drawSheet(width, height, dots.summary, [
    ...layout.dots.map(
      ({ x: at, y, pays }) =>
        `<circle class="${pays ? 'gain' : 'loss'}" cx="${px(at)}" cy="${px(base - y)}" r="${px(layout.radius)}"/>`,
    ),
    drawRule(0, base, width, base, 'rule'),
    ...layout.ticks.map(({ x: at, points, last }) =>
      drawWords(
        at,
        base + 15,
        formatNumber(points, layout.digits) + (last ? `${thin}%` : ''),
        'quiet',
        'middle',
      ),
    ),
    drawRule(layout.zero, 2, layout.zero, base + 5, 'rule'),
    drawWords(x, 11, breakEven === null ? text.breakEven : text.breakEvenAt(breakEven), 'strong', side),
    drawWords(x, 26, text.losing(losing), isAlarm ? 'costs' : '', side),
  ]);
}
