import { createAxis } from './scale.ts';
import { drawBetween, drawRule, drawSheet, drawWords, px, roughWidth } from './svg-text.ts';

/** One value of what is varied, and what comes of it. */
export interface CurvePoint {
  readonly x: number;
  readonly value: number;
  readonly low50: number;
  readonly high50: number;
  readonly low80: number;
  readonly high80: number;
}

export interface CurveData {
  readonly points: readonly CurvePoint[];
  readonly axisTitle: string;
  readonly formatX: (value: number) => string;
  readonly format: (value: number) => string;
  readonly good: 'above' | 'below';
  readonly summary: string;
}

const height = 260;
const top = 14;
const bottom = 40;

/** A figure as one number varies: the mean, and bands of 50 and 80 % cut at zero. */
export function drawCurve(
  { points, axisTitle, formatX, format, good, summary }: CurveData,
  width: number,
): string {
  if (points.length === 0) return '';
  const values = points.flatMap(({ low80, high80, value }) => [low80, high80, value]);
  const axis = createAxis(Math.min(...values), Math.max(...values), 4);
  const left = Math.max(...axis.lines.map((value) => roughWidth(format(value)))) + 10;
  const [first, last] = [points[0].x, points[points.length - 1].x];
  const x = (value: number) => left + ((value - first) / (last - first || 1)) * (width - left - 12);
  const y = (value: number) => top + ((axis.max - value) / (axis.max - axis.min)) * (height - top - bottom);
  const [above, below] = good === 'above' ? ['gain', 'loss'] : ['loss', 'gain'];
  const line = (of: (point: CurvePoint) => number) =>
    points.map((point) => `${px(x(point.x))} ${px(y(of(point)))}`);
  const band = (share: 50 | 80, kind: string) => {
    const high = line((point) => point[`high${share}`]);
    const low = line((point) => point[`low${share}`]);
    return `<path class="${kind}-${share}" d="M${high.join('L')}L${low.toReversed().join('L')}Z"/>`;
  };
  const bands = (kind: string, from: number, to: number) =>
    drawBetween(from, to, width, [band(80, kind), band(50, kind)]);
  const zero = Math.min(height - bottom, Math.max(top, y(0)));
  const every = Math.ceil((points.length * 64) / Math.max(64, width - left));
  return drawSheet(width, height, summary, [
    ...axis.lines.flatMap((value) => [
      drawRule(left, y(value), width - 12, y(value), value === 0 ? 'rule' : 'hair'),
      drawWords(left - 6, y(value) + 4, format(value), 'quiet', 'end'),
    ]),
    bands(above, 0, zero),
    bands(below, zero, height),
    `<path class="median" d="M${line(({ value }) => value).join('L')}"/>`,
    ...points.map((point, at) =>
      at % every === 0
        ? drawWords(x(point.x), height - bottom + 18, formatX(point.x), 'quiet', 'middle')
        : '',
    ),
    drawWords(width - 12, height - 4, `${axisTitle} →`, 'quiet', 'end'),
  ]);
}
