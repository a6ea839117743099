import type { Chart, Plugin } from 'chart.js';
import { formatSigned, thin } from '../format.ts';
import { drawLine, drawText, type TextStyle, textWidth } from './pen.ts';
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
  }
  for (const { x, text, style } of placeLabels(chart, pixels * 10 < 34 ? 20 : 10)) {
    drawText(ctx, x, top + 30, text, style);
  }
}

interface RulerLabel {
  readonly x: number;
  readonly text: string;
  readonly style: TextStyle;
}

/** Labels that have room: where two would touch, today's stays, then that of the end. */
function placeLabels({ ctx, scales: { x: scale } }: Chart<'line'>, every: number): readonly RulerLabel[] {
  const { min, max } = scale;
  const percents: number[] = [];
  for (let percent = Math.ceil(min / every) * every; percent <= max; percent += every) percents.push(percent);
  const rank = (percent: number) => (percent === 0 ? 0 : percent === max ? 1 : 2);
  const taken: (readonly [from: number, to: number])[] = [];
  return percents
    .sort((one, other) => rank(one) - rank(other) || one - other)
    .map((percent) => labelOf(percent, max, scale.getPixelForValue(percent)))
    .filter((label) => {
      const [from, to] = extentOf(label, textWidth(ctx, label.text, label.style));
      if (taken.some(([left, right]) => from < right + labelGap && to > left - labelGap)) return false;
      taken.push([from, to]);
      return true;
    });
}

const labelGap = 4;

function extentOf({ x, style }: RulerLabel, width: number): readonly [from: number, to: number] {
  return style.align === 'right' ? [x - width, x] : [x - width / 2, x + width / 2];
}

function labelOf(percent: number, max: number, x: number): RulerLabel {
  const { ink, ink3 } = readTokens();
  if (percent === 0) {
    return { x, text: 'today', style: { align: 'center', bold: true, size: 13, colour: ink } };
  }
  if (percent !== max) {
    return { x, text: formatSigned(percent), style: { align: 'center', size: 13, colour: ink3 } };
  }
  const text = `${formatSigned(percent)}${thin}%`;
  return { x: x + 10, text, style: { align: 'right', size: 13, colour: ink3 } };
}
