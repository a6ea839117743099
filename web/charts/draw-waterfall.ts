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
  const frame = createFrame(data, width, wideRow);
  const { steps, start } = data;
  const { place, barTop, nameAt, hair } = frame;
  const last = steps.length + 1;
  const parts = [
    ...(frame.narrow
      ? Array.from({ length: last + 1 }, (_, k) =>
          drawRule(place(0), barTop(k) - 2, place(0), barTop(k) + barHeight + 2, 'rule'),
        )
      : [drawRule(place(0), barTop(0), place(0), barTop(last) + barHeight, 'rule')]),
    frame.narrow ? '' : drawWords(width, 12, data.besideTitle, 'quiet', 'end'),
    drawWords(0, nameAt(0), start.name, 'name strong'),
    drawRule(place(0), barTop(0), place(0), barTop(0) + barHeight, 'rule thick'),
    drawWords(place(0) + 8, barTop(0) + 12, start.label, 'strong'),
    hair(0),
  ];
  let before = 0;
  steps.forEach((step, k) => {
    parts.push(...drawStep(step, before, k + 1, frame));
    before += step.value;
  });
  parts.push(...drawEnd(data.end, before, last, frame));
  return drawSheet(width, frame.height, data.summary, parts);
}

/** Where rows, bars and money stand. */
function createFrame(data: WaterfallData, width: number, wideRow: number) {
  const narrow = width < 560;
  const row = narrow ? narrowRow : wideRow;
  const base = (index: number) => (narrow ? 6 : top) + index * row;
  const place = placer(data, width, narrow);
  const barTop = (index: number) => base(index) + (narrow ? 22 : (row - barHeight) / 2);
  return {
    ...{ narrow, width, place, barTop },
    height: base(data.steps.length + 2) + 2,
    nameAt: (index: number) => base(index) + (narrow ? 15 : row / 2 + 4),
    hair: (index: number) => drawRule(0, base(index + 1) - 0.5, width, base(index + 1) - 0.5, 'hair'),
    /** From the bar above to this one; where names stand above the bars, they are not joined. */
    join: (value: number, index: number) =>
      narrow
        ? ''
        : drawRule(
            place(value),
            barTop(index) - (row - barHeight),
            place(value),
            barTop(index),
            'quiet-rule',
          ),
  };
}

type Frame = ReturnType<typeof createFrame>;

function drawStep(
  { name, value, label, beside }: WaterfallStep,
  before: number,
  index: number,
  { place, barTop, nameAt, hair, join, width }: Frame,
): string[] {
  const [from, to] = [place(before), place(before + value)];
  const costs = value < 0;
  return [
    drawWords(0, nameAt(index), name, 'name'),
    join(before, index),
    drawBar(from, to, barTop(index), barHeight, costs ? 'loss' : 'gain'),
    drawWords(Math.max(from, to) + 7, barTop(index) + 12, label, costs ? 'costs strong' : 'pays strong'),
    beside ? drawWords(width, nameAt(index), beside, '', 'end') : '',
    hair(index),
  ];
}

function drawEnd(
  { name, value, label, low80, high80 }: WaterfallData['end'],
  before: number,
  index: number,
  { place, barTop, nameAt, hair, join, width }: Frame,
): string[] {
  const [zero, to] = [place(0), place(value)];
  const whisker = low80 !== undefined && high80 !== undefined;
  const labelAt = Math.max(zero, to, whisker ? place(high80) : 0) + 8;
  const room = labelAt + roughWidth(label) < width;
  return [
    drawWords(0, nameAt(index), name, 'name strong'),
    join(before, index),
    drawBar(zero, to, barTop(index), barHeight, 'ink'),
    whisker ? drawWhisker(place(low80), place(high80), barTop(index) + barHeight / 2) : '',
    room
      ? drawWords(labelAt, barTop(index) + 12, label, 'strong')
      : drawWords(width, nameAt(index), label, 'strong', 'end'),
    hair(index),
  ];
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
