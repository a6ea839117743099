import type { Evidence } from '../../models/index.ts';
import { drawMoon } from './draw-moon.ts';
import { drawBar, drawRule, drawSheet, drawWords, escapeMarkup, roughWidth } from './svg-text.ts';

/** One input at its low and at its high end. */
export interface TornadoRow {
  readonly name: string;
  readonly evidence: Evidence;
  /** The evidence class in words, and whatever else is to stand under the name. */
  readonly note: string;
  readonly low: TornadoRowEnd;
  readonly high: TornadoRowEnd;
  /** What stands at the right: where the answer flips, or the share of the spread. */
  readonly beside: string;
}

export interface TornadoRowEnd {
  /** The input as words, "3.0". */
  readonly input: string;
  /** What the measure is there. */
  readonly value: number;
}

export interface TornadoData {
  readonly rows: readonly TornadoRow[];
  /** The measure with every input at its best, and its words. */
  readonly best: number;
  readonly bestLabel: string;
  /** Where the answer flips, drawn dotted where it is in the picture; `null` for none. */
  readonly breakEven: number | null;
  /** The side of the best that is better: less of what is lost is. */
  readonly good: 'above' | 'below';
  readonly format: (value: number) => string;
  readonly besideTitle: string;
  readonly summary: string;
}

const rowHeight = 46;
const narrowRow = 78;
const barHeight = 16;
/** Up to this width the words at an end stand one below the other, which leaves the bars more room. */
const stackedBelow = 700;
const top = 44;

/** Bars from the answer as planned to the answer at each end of an input, as the text of an SVG. */
export function drawTornado(data: TornadoData, width: number): string {
  const narrow = width < 620;
  const row = narrow ? narrowRow : rowHeight;
  const x = placer(data, width, narrow);
  const best = x(data.best);
  const bottom = top + data.rows.length * row;
  const { breakEven } = data;
  const flips = breakEven !== null && breakEven !== data.best && isInside(data, breakEven);
  // Two heads on one line keep apart, or the dotted line goes without its own.
  const apart = flips && Math.abs(x(breakEven) - best) > roughWidth(data.bestLabel) / 2 + 14;
  // Where names stand above the bars, lines are drawn at the bars only.
  const upright = (at: number, kind: string) =>
    narrow
      ? data.rows.map((_, index) => drawRule(at, top + index * row + 34, at, top + index * row + 58, kind))
      : [drawRule(at, top - 8, at, bottom, kind)];
  const parts = [
    ...upright(best, 'rule'),
    ...(flips ? upright(x(breakEven), 'dotted') : []),
    apart ? drawWords(x(breakEven), top - 14, '0', 'quiet', 'middle') : '',
    drawWords(best, top - 14, data.bestLabel, 'strong', anchorAt(best, data.bestLabel, width)),
    drawWords(width, narrow ? 10 : top - 14, data.besideTitle, 'quiet', 'end'),
    ...data.rows.map((one, index) => drawRow(one, data, top + index * row, row, width, narrow, x)),
  ];
  return drawSheet(width, bottom + 2, data.summary, parts);
}

function drawRow(
  row: TornadoRow,
  data: TornadoData,
  y: number,
  height: number,
  width: number,
  narrow: boolean,
  x: (value: number) => number,
): string {
  const barTop = narrow ? y + 38 : y + (height - barHeight) / 2;
  const [low, high] = [row.low, row.high].sort((a, b) => a.value - b.value);
  const baseline = barTop + 12;
  const best = x(data.best);
  const side = (end: TornadoRowEnd, left: boolean) => {
    const at = left ? Math.min(x(end.value), best) - 6 : Math.max(x(end.value), best) + 6;
    const words = `<tspan class="strong">${escapeMarkup(end.input)}</tspan>`;
    const value = `<tspan class="quiet">${escapeMarkup(data.format(end.value))}</tspan>`;
    const anchor = left ? ' text-anchor="end"' : '';
    if (width < stackedBelow) {
      const line = (content: string, down: number) =>
        `<text x="${at.toFixed(1)}" y="${baseline + down}"${anchor}>${content}</text>`;
      return line(words, -7) + line(value, 8);
    }
    return `<text x="${at.toFixed(1)}" y="${baseline}"${anchor}>${left ? `${value} ${words}` : `${words} ${value}`}</text>`;
  };
  const isBetter = (value: number) => (data.good === 'above' ? value > data.best : value < data.best);
  const bar = (end: TornadoRowEnd) =>
    end.value === data.best
      ? ''
      : drawBar(best, x(end.value), barTop, barHeight, isBetter(end.value) ? 'gain' : 'worse');
  return [
    drawWords(0, narrow ? y + 16 : y + height / 2 - 4, row.name, 'name'),
    drawMoon(row.evidence, 0, narrow ? y + 20 : y + height / 2 + 3),
    drawWords(16, narrow ? y + 30 : y + height / 2 + 13, row.note),
    bar(low),
    bar(high),
    side(low, true),
    side(high, false),
    drawWords(width, narrow ? y + 30 : baseline, row.beside, '', 'end'),
    drawRule(0, y + height - 0.5, width, y + height - 0.5, 'hair'),
  ].join('');
}

function isInside({ rows, best }: TornadoData, value: number): boolean {
  const values = [best, ...rows.flatMap(({ low, high }) => [low.value, high.value])];
  return value >= Math.min(...values) && value <= Math.max(...values);
}

function placer(data: TornadoData, width: number, narrow: boolean): (value: number) => number {
  const ends = data.rows.flatMap(({ low, high }) => [low, high]);
  const values = [data.best, ...ends.map(({ value }) => value)];
  const [min, max] = [Math.min(...values), Math.max(...values)];
  const words = Math.max(40, ...ends.map(({ input, value }) => wordsWidth(input, data.format(value), width)));
  const left = (narrow ? 0 : 190) + words;
  const right = width - (narrow ? 0 : 84) - words;
  const scale = Math.max(20, right - left) / (max - min || 1);
  return (value) => left + (value - min) * scale;
}

function wordsWidth(input: string, value: string, width: number): number {
  const beside = roughWidth(`${input} ${value}`);
  return (width < stackedBelow ? Math.max(roughWidth(input), roughWidth(value)) : beside) + 12;
}

function anchorAt(x: number, words: string, width: number): 'start' | 'middle' | 'end' {
  const half = roughWidth(words) / 2;
  if (x - half < 0) return 'start';
  return x + half > width - 80 ? 'end' : 'middle';
}
