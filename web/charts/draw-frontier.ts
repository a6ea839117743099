import { createAxis } from './scale.ts';
import { drawRule, drawSheet, drawWords, px, roughWidth } from './svg-text.ts';

export interface FrontierPoint {
  readonly attrition: number;
  readonly gain: number;
  /** Keeps every condition. */
  readonly kept: boolean;
  /** The one that was found best. */
  readonly best: boolean;
}

export interface FrontierData {
  readonly points: readonly FrontierPoint[];
  readonly across: string;
  readonly up: string;
  readonly formatAcross: (value: number) => string;
  readonly formatUp: (value: number) => string;
  readonly bestLabel: string;
  readonly summary: string;
}

/** Drawn hollow: it breaks a condition. The best is drawn in its own way. */
export function isHollow({ kept, best }: FrontierPoint): boolean {
  return !kept && !best;
}

const height = 260;
const top = 26;
const bottom = 42;

/** Plans of which none brings more and loses fewer: full where every condition is kept, hollow where not. */
export function drawFrontier(data: FrontierData, width: number): string {
  const { points, formatAcross, formatUp } = data;
  const up = createAxis(
    Math.min(...points.map(({ gain }) => gain)),
    Math.max(...points.map(({ gain }) => gain)),
    4,
  );
  const across = createAxis(0, Math.max(...points.map(({ attrition }) => attrition)), width < 480 ? 3 : 5);
  const left = Math.max(...up.lines.map((value) => roughWidth(formatUp(value)))) + 10;
  const x = (value: number) =>
    left + ((value - across.min) / (across.max - across.min)) * (width - left - 16);
  const y = (value: number) => top + ((up.max - value) / (up.max - up.min)) * (height - top - bottom);
  const base = height - bottom;
  const line = points
    .toSorted((one, other) => one.attrition - other.attrition)
    .map(({ attrition, gain }) => `${px(x(attrition))} ${px(y(gain))}`);
  return drawSheet(width, height, data.summary, [
    drawWords(0, 12, `↑ ${data.up}`, 'quiet'),
    ...up.lines.flatMap((value) => [
      drawRule(left, y(value), width - 16, y(value), value === 0 ? 'rule' : 'hair'),
      drawWords(left - 6, y(value) + 4, formatUp(value), 'quiet', 'end'),
    ]),
    ...across.lines.map((value) => drawWords(x(value), base + 18, formatAcross(value), 'quiet', 'middle')),
    drawWords(width - 16, height - 4, `${data.across} →`, 'quiet', 'end'),
    line.length > 1 ? `<path class="frontier" d="M${line.join('L')}"/>` : '',
    ...points.map((point) => {
      const { attrition, gain, best } = point;
      const kind = best ? 'frontier-best' : isHollow(point) ? 'frontier-hollow' : 'ink-2';
      return `<circle class="${kind}" cx="${px(x(attrition))}" cy="${px(y(gain))}" r="${best ? 6 : 4}"/>`;
    }),
    ...points
      .filter(({ best }) => best)
      .map(({ attrition, gain }) => {
        const late = x(attrition) > width / 2;
        return drawWords(
          x(attrition) + (late ? -10 : 10),
          y(gain) - 8,
          data.bestLabel,
          'strong',
          late ? 'end' : 'start',
        );
      }),
  ]);
}
