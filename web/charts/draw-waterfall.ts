import { drawBar, drawRule, drawSheet, drawWhisker, drawWords, roughWidth } from './svg-text.ts';

/** What one cause brings. */
export interface WaterfallStep {
  readonly name: string;
  /** Money, and its words. */
  readonly value: number;
  readonly label: string;
  /** What it does to customers, in words; empty where nothing. */
  readonly beside: string;
}

export interface WaterfallData {
  readonly steps: readonly WaterfallStep[];
  /** Where it starts: its name, and what it is worth in words. */
  readonly start: { readonly name: string; readonly label: string };
  /** Where it ends: the sum of all steps, and its 80 % interval where there is one. */
  readonly end: {
    readonly name: string;
    readonly value: number;
    readonly label: string;
    readonly low80?: number;
    readonly high80?: number;
  };
  /** Heads the column of `beside`. */
  readonly besideTitle: string;
  readonly summary: string;
}

const rowHeight = 30;
const narrowRow = 44;
const barHeight = 16;
const top = 22;

/** Steps from doing nothing to the plan, measured from doing nothing, as the text of an SVG. */
export function drawWaterfall(data: WaterfallData, width: number, wideRow = rowHeight): string {
  const narrow = width < 560;
  const { steps, start, end } = data;
  const row = narrow ? narrowRow : wideRow;
  const place = placer(data, width, narrow);
  const base = (index: number) => (narrow ? 6 : top) + index * row;
  const barTop = (index: number) => base(index) + (narrow ? 22 : (row - barHeight) / 2);
  const nameAt = (index: number) => base(index) + (narrow ? 15 : row / 2 + 4);
  const height = base(steps.length + 2) + 2;
  const hair = (index: number) => drawRule(0, base(index + 1) - 0.5, width, base(index + 1) - 0.5, 'hair');
  const last = steps.length + 1;
  const parts = [
    ...(narrow
      ? Array.from({ length: last + 1 }, (_, k) =>
          drawRule(place(0), barTop(k) - 2, place(0), barTop(k) + barHeight + 2, 'rule'),
        )
      : [drawRule(place(0), barTop(0), place(0), barTop(last) + barHeight, 'rule')]),
    narrow ? '' : drawWords(width, 12, data.besideTitle, 'quiet', 'end'),
    drawWords(0, nameAt(0), start.name, 'name strong'),
    drawRule(place(0), barTop(0), place(0), barTop(0) + barHeight, 'rule thick'),
    drawWords(place(0) + 8, barTop(0) + 12, start.label, 'strong'),
    hair(0),
  ];
  let before = 0;
  steps.forEach((step, k) => {
    const index = k + 1;
    const [from, to] = [place(before), place(before + step.value)];
    const costs = step.value < 0;
    parts.push(
      drawWords(0, nameAt(index), step.name, 'name'),
      // Where names stand above the bars, the steps are not joined.
      narrow ? '' : drawRule(from, barTop(index) - (row - barHeight), from, barTop(index), 'quiet-rule'),
      drawBar(from, to, barTop(index), barHeight, costs ? 'loss' : 'gain'),
      drawWords(
        Math.max(from, to) + 7,
        barTop(index) + 12,
        step.label,
        costs ? 'costs strong' : 'pays strong',
      ),
      step.beside ? drawWords(width, nameAt(index), step.beside, '', 'end') : '',
      hair(index),
    );
    before += step.value;
  });
  const [zero, to] = [place(0), place(end.value)];
  const middle = barTop(last) + barHeight / 2;
  const whisker = end.low80 !== undefined && end.high80 !== undefined;
  const labelAt = Math.max(zero, to, whisker ? place(end.high80!) : 0) + 8;
  const room = labelAt + roughWidth(end.label) < width;
  parts.push(
    drawWords(0, nameAt(last), end.name, 'name strong'),
    narrow
      ? ''
      : drawRule(place(before), barTop(last) - (row - barHeight), place(before), barTop(last), 'quiet-rule'),
    drawBar(zero, to, barTop(last), barHeight, 'ink'),
    whisker ? drawWhisker(place(end.low80!), place(end.high80!), middle) : '',
    drawWords(
      room ? labelAt : width,
      room ? barTop(last) + 12 : nameAt(last),
      end.label,
      'strong',
      room ? 'start' : 'end',
    ),
    hair(last),
  );
  return drawSheet(width, height, data.summary, parts);
}

/** From money to pixels: all totals on the way, the interval at the end, and room for the longest label. */
function placer({ steps, end }: WaterfallData, width: number, narrow: boolean): (value: number) => number {
  let total = 0;
  const totals = steps.map(({ value }) => (total += value));
  const values = [0, ...totals, end.low80 ?? 0, end.high80 ?? 0];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const left = narrow ? 8 : 232;
  const label = Math.max(...steps.map((step) => roughWidth(step.label)), 40) + 14;
  const right = width - label - (narrow ? 0 : 96);
  const scale = (right - left) / (high - low || 1);
  return (value) => left + (value - low) * scale;
}
