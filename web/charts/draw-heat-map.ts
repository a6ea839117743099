import { drawRule, drawSheet, drawWords, px, roughWidth } from './svg-text.ts';

export interface HeatAxis {
  readonly title: string;
  readonly values: readonly string[];
}

export interface HeatMapData {
  /** Upwards, and to the right. */
  readonly up: HeatAxis;
  readonly right: HeatAxis;
  /** By row and column; `null` where nothing is known yet. */
  readonly cells: readonly (readonly (number | null)[])[];
  readonly format: (value: number) => string;
  /** Which side of zero is good. */
  readonly good: 'above' | 'below';
  /** Row and column of what is planned, where it is in the picture. */
  readonly planned: readonly [row: number, column: number] | null;
  readonly summary: string;
}

const rowHeight = 34;
const top = 10;
const bottom = 44;

/** A grid of figures: blue above zero, vermilion below, the stronger the further from it. */
export function drawHeatMap(data: HeatMapData, width: number): string {
  const { up, right, cells, format } = data;
  const left = Math.max(...up.values.map((value) => roughWidth(value)), 30) + 14;
  const cell = (width - left - 4) / right.values.length;
  const y = (row: number) => top + 18 + (up.values.length - 1 - row) * rowHeight;
  const known = cells.flat().filter((value): value is number => value !== null);
  const most = Math.max(1e-12, ...known.map(Math.abs));
  const widest = Math.max(0, ...known.map((value) => roughWidth(format(value), 11)));
  const numbered = widest + 6 <= cell;
  const end = y(0) + rowHeight;
  const every = Math.ceil(
    Math.max(...right.values.map((value) => roughWidth(value))) / Math.max(1, cell - 4),
  );
  const parts = [
    drawWords(0, top + 2, `↑ ${up.title}`, 'quiet'),
    ...cells.flatMap((row, r) =>
      row.map((value, c) => {
        const x = left + c * cell;
        const place = `x="${px(x)}" y="${px(y(r))}" width="${px(cell)}" height="${rowHeight}"`;
        if (value === null) return `<rect class="heat-none" ${place}/>`;
        const words = numbered
          ? drawWords(x + cell / 2, y(r) + 21, format(value), 'heat-word', 'middle')
          : '';
        return `<rect class="${shade(value, most, data.good)}" ${place}/>${words}`;
      }),
    ),
    ...up.values.map((value, r) => drawWords(left - 8, y(r) + 21, value, '', 'end')),
    ...right.values.map((value, c) =>
      c % every === 0 ? drawWords(left + (c + 0.5) * cell, end + 16, value, '', 'middle') : '',
    ),
    drawRule(left, end, width - 4, end, 'rule'),
    drawWords(width - 4, end + 34, `${right.title} →`, 'quiet', 'end'),
    data.planned
      ? `<rect class="heat-planned" x="${px(left + data.planned[1] * cell + 1)}" y="${px(y(data.planned[0]) + 1)}" width="${px(cell - 2)}" height="${rowHeight - 2}"/>`
      : '',
  ];
  return drawSheet(width, end + bottom, data.summary, parts);
}

/** Three tints a side, so that ink stays legible on all of them. */
function shade(value: number, most: number, good: HeatMapData['good']): string {
  const size = Math.abs(value) / most;
  if (size < 1e-9) return 'heat-zero';
  const level = size > 0.6 ? 50 : size > 0.2 ? 80 : 95;
  return `${value > 0 === (good === 'above') ? 'gain' : 'loss'}-cell-${level}`;
}
