import type { Chart, Plugin } from 'chart.js';
import { drawDot, drawLine, drawText, textWidth } from './pen.ts';
import { placeNotes } from './place-notes.ts';
import { readTokens } from './tokens.ts';

/** A mark on the fee curve, with its note of two lines above the plot. */
export interface FeeMark {
  /** Change in percent, and profit there. */
  readonly percent: number;
  readonly profit: number;
  readonly title: string;
  readonly detail: string;
  /** Shorter words for a narrow plot. */
  readonly shortTitle: string;
  readonly shortDetail: string;
}

/** Where the fader stands: the needle, thick over 80 % of runs. */
export interface Needle extends FeeMark {
  readonly low80?: number;
  readonly high80?: number;
}

export interface FeeMarks {
  readonly needle: Needle | null;
  readonly rings: readonly FeeMark[];
  /** Changes in percent outside which the evidence ends. */
  readonly evidence: readonly [number, number];
  readonly beyondText: string;
}

const narrowPlot = 560;

/** Chart.js plugin: rings at best and break-even, what lies beyond the evidence, and the needle of the fader. */
export function feeMarks(read: () => FeeMarks | null): Plugin<'line'> {
  return {
    id: 'feeMarks',
    beforeDraw(chart) {
      const marks = read();
      if (marks) washBeyond(chart, marks);
    },
    afterDatasetsDraw(chart) {
      const marks = read();
      if (marks) drawBeyond(chart, marks);
    },
    afterDraw(chart) {
      const marks = read();
      if (marks) drawMarks(chart, marks);
    },
  };
}

function drawMarks(chart: Chart<'line'>, { needle, rings }: FeeMarks): void {
  const { ctx, chartArea, scales } = chart;
  const narrow = chartArea.right - chartArea.left < narrowPlot;
  const tokens = readTokens();
  const marks: readonly FeeMark[] = needle ? [needle, ...rings] : rings;
  const words = marks.map((mark) =>
    narrow ? ([mark.shortTitle, mark.shortDetail] as const) : ([mark.title, mark.detail] as const),
  );
  const notes = marks.map((mark, index) => ({
    x: scales.x.getPixelForValue(mark.percent),
    width: Math.max(textWidth(ctx, words[index][0], { bold: true }), textWidth(ctx, words[index][1])),
  }));
  const sides = placeNotes(notes, 0, chart.width);
  rings.forEach((ring, index) => {
    const at = index + marks.length - rings.length;
    drawRing(chart, ring, sides[at] !== null);
  });
  if (needle) drawNeedle(chart, needle);
  sides.forEach((side, index) => {
    if (side === null) return;
    const { x } = notes[index];
    const align = side === 'right' ? 'left' : 'right';
    const colour = needle && index === 0 ? tokens.accent : tokens.ink;
    const shift = side === 'right' ? 7 : -7;
    drawText(ctx, x + shift, 13, words[index][0], { align, bold: true, colour });
    drawText(ctx, x + shift, 29, words[index][1], { align });
  });
}

function drawRing(chart: Chart<'line'>, ring: FeeMark, noted: boolean): void {
  const { ctx, scales, chartArea } = chart;
  const tokens = readTokens();
  const x = scales.x.getPixelForValue(ring.percent);
  const y = scales.y.getPixelForValue(ring.profit);
  if (y < chartArea.top || y > chartArea.bottom) return;
  if (noted) drawLine(ctx, [x, 4], [x, y - 5], tokens.ink);
  drawDot(ctx, x, y, 4, tokens.paper, tokens.ink, 1.5);
}

function drawNeedle(chart: Chart<'line'>, needle: Needle): void {
  const { ctx, chartArea, scales } = chart;
  const tokens = readTokens();
  const x = scales.x.getPixelForValue(needle.percent);
  const inside = (value: number) =>
    Math.min(chartArea.bottom, Math.max(chartArea.top, scales.y.getPixelForValue(value)));
  const foot = chart.height > chartArea.bottom + 60 ? chart.height - 24 : chartArea.bottom + 14;
  drawLine(ctx, [x, 4], [x, foot], tokens.paper, 5);
  drawLine(ctx, [x, 4], [x, foot], tokens.accent, 1.5);
  if (needle.low80 !== undefined && needle.high80 !== undefined) {
    drawLine(ctx, [x, inside(needle.low80)], [x, inside(needle.high80)], tokens.accent, 5);
  }
  const y = scales.y.getPixelForValue(needle.profit);
  if (y >= chartArea.top && y <= chartArea.bottom) drawDot(ctx, x, y, 6, tokens.accent, tokens.paper, 2);
}

function beyondStretches(chart: Chart<'line'>, { evidence }: FeeMarks): (readonly [number, number])[] {
  const { chartArea, scales } = chart;
  const from = Math.max(chartArea.left, scales.x.getPixelForValue(evidence[0]));
  const to = Math.min(chartArea.right, scales.x.getPixelForValue(evidence[1]));
  const stretches = [[chartArea.left, from] as const, [to, chartArea.right] as const];
  return stretches.filter(([start, end]) => end - start > 1);
}

function washBeyond(chart: Chart<'line'>, marks: FeeMarks): void {
  const { ctx, chartArea } = chart;
  ctx.save();
  ctx.fillStyle = readTokens().inset;
  for (const [start, end] of beyondStretches(chart, marks)) {
    ctx.fillRect(start, chartArea.top, end - start, chartArea.bottom - chartArea.top);
  }
  ctx.restore();
}

function drawBeyond(chart: Chart<'line'>, marks: FeeMarks): void {
  const { ctx, chartArea } = chart;
  const tokens = readTokens();
  for (const [start, end] of beyondStretches(chart, marks)) {
    const edge = start > chartArea.left ? start : end;
    drawLine(ctx, [edge, chartArea.top], [edge, chartArea.bottom], tokens.edge, 1, [2, 3]);
    const left = start > chartArea.left;
    drawText(ctx, left ? edge + 6 : edge - 6, chartArea.bottom - 8, marks.beyondText, {
      align: left ? 'left' : 'right',
      colour: tokens.ink,
      halo: true,
    });
  }
}
