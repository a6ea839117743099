import type { Chart, Plugin } from 'chart.js';
import { drawLine, drawText, textWidth } from './pen.ts';
import { readTokens } from './tokens.ts';

export interface MonthRuler {
  readonly months: number;
  readonly lastLabel: string;
  readonly label: (month: number) => string;
  /** Months in which the plan acts, each an accent tick on zero; the first carries the text. */
  readonly decisions: readonly number[];
  readonly decisionText: string;
}

/** Chart.js plugin: months under the plot, the month that is pointed at, and the decision as an accent tick on zero. */
export function monthRuler(read: () => MonthRuler | null, pointed: () => number | null): Plugin<'line'> {
  return {
    id: 'monthRuler',
    afterDraw(chart) {
      const ruler = read();
      if (!ruler) return;
      const month = pointed();
      drawDecisions(chart, ruler);
      if (month === null) drawMonths(chart, ruler);
      else drawPointed(chart, ruler, month);
    },
  };
}

function drawMonths(chart: Chart<'line'>, { months, lastLabel }: MonthRuler): void {
  const { ctx, chartArea, scales } = chart;
  const colour = readTokens().ink3;
  const y = chartArea.bottom + 20;
  const step = months > 60 ? 24 : months > 12 ? 12 : 3;
  const end = scales.x.getPixelForValue(months);
  const room = end - textWidth(ctx, lastLabel) - 8;
  for (let month = 0; month < months; month += step) {
    const x = scales.x.getPixelForValue(month);
    if (x + (month === 0 ? 0 : 8) > room) continue;
    drawText(ctx, x, y, `${month}`, { align: month === 0 ? 'left' : 'center', colour });
  }
  drawText(ctx, end, y, lastLabel, { align: 'right', colour });
}

function drawPointed(chart: Chart<'line'>, { label }: MonthRuler, month: number): void {
  const { ctx, chartArea, scales } = chart;
  const { ink } = readTokens();
  const x = scales.x.getPixelForValue(month);
  const words = label(month);
  const half = textWidth(ctx, words, { bold: true }) / 2;
  const middle = Math.min(chartArea.right - half, Math.max(chartArea.left + half, x));
  drawLine(ctx, [x, chartArea.top], [x, chartArea.bottom + 6], ink);
  drawText(ctx, middle, chartArea.bottom + 20, words, { align: 'center', bold: true, colour: ink });
}

function drawDecisions(chart: Chart<'line'>, { decisions, decisionText }: MonthRuler): void {
  const { ctx, chartArea, scales } = chart;
  const tokens = readTokens();
  const zero = scales.y.getPixelForValue(0);
  const up = zero - chartArea.top > 40;
  const tip = up ? zero - 30 : zero + 30;
  decisions.forEach((month, index) => {
    const x = scales.x.getPixelForValue(month);
    drawLine(ctx, [x, zero], [x, index === 0 ? tip : (zero + tip) / 2], tokens.accent, 1.5);
    if (index > 0) return;
    drawText(ctx, x + 5, up ? tip + 9 : tip, decisionText, { colour: tokens.ink, halo: true });
  });
}
