import type { Chart, Plugin } from 'chart.js';
import { formatSigned, thin } from '../format.ts';
import { drawLine, drawText } from './pen.ts';
import { readTokens } from './tokens.ts';

/** Chart.js plugin: the fader's scale under the plot, with ticks of three lengths at 1, 5 and 10 percent. */
export function feeRuler(): Plugin<'line'> {
  return { id: 'feeRuler', afterDraw: (chart) => drawRuler(chart) };
}

function drawRuler(chart: Chart<'line'>): void {
  const { ctx, chartArea, scales } = chart;
  const tokens = readTokens();
  const top = chartArea.bottom;
  const { min, max } = scales.x;
  const pixels = (chartArea.right - chartArea.left) / (max - min);
  drawLine(ctx, [chartArea.left, top], [chartArea.right, top], tokens.ink);
  for (let percent = Math.ceil(min); percent <= max; percent++) {
    if (percent % 5 !== 0 && pixels < 5 && (percent % 2 !== 0 || pixels < 3)) continue;
    const x = scales.x.getPixelForValue(percent);
    const length = percent % 10 === 0 ? 13 : percent % 5 === 0 ? 9 : 5;
    drawLine(ctx, [x, top], [x, top + length], percent % 5 === 0 ? tokens.ink : tokens.edge);
    const labelled = percent % (pixels * 10 < 34 ? 20 : 10) === 0;
    if (labelled) drawLabel(ctx, x, top + 30, percent, max);
  }
}

function drawLabel(ctx: CanvasRenderingContext2D, x: number, y: number, percent: number, max: number): void {
  const tokens = readTokens();
  if (percent === 0) {
    drawText(ctx, x, y, 'today', { align: 'center', bold: true, size: 13, colour: tokens.ink });
    return;
  }
  const last = percent === max;
  const text = formatSigned(percent) + (last ? `${thin}%` : '');
  drawText(ctx, last ? x + 10 : x, y, text, {
    align: last ? 'right' : 'center',
    size: 13,
    colour: tokens.ink3,
  });
}
