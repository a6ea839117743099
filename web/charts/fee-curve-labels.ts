import type { Plugin } from 'chart.js';
import { createCurve } from '../../models/index.ts';
import { text } from '../text.ts';
import { drawText, textWidth } from './pen.ts';
import { type Box, placeAlong } from './place-along.ts';
import { readTokens } from './tokens.ts';

export interface LabelledCurve {
  readonly percents: readonly number[];
  readonly line: readonly number[];
  readonly lineName: string;
  readonly high80?: readonly number[];
  readonly high50?: readonly number[];
  readonly low50?: readonly number[];
  readonly stale: boolean;
}

/**
 * Chart.js plugin: names the line and the bands where there is room for the words: the 80 % band above its upper
 * edge, the 50 % band and the line inside the bands. `busy` are percents with a mark of their own.
 */
export function feeCurveLabels(
  read: () => LabelledCurve | null,
  busy: () => readonly number[],
): Plugin<'line'> {
  return {
    id: 'feeCurveLabels',
    afterDatasetsDraw(chart) {
      const curve = read();
      if (!curve) return;
      const { ctx, chartArea, scales } = chart;
      const edge = (ys: readonly number[]) => {
        const { at } = createCurve(curve.percents, ys);
        return (x: number) => scales.y.getPixelForValue(at(scales.x.getValueForPixel(x) ?? 0));
      };
      const taken: Box[] = busy().map((percent) => {
        const x = scales.x.getPixelForValue(percent);
        return { left: x - 10, right: x + 10, top: chartArea.top, bottom: chartArea.bottom };
      });
      const { line, high80, high50, low50, lineName, stale } = curve;
      const labels = [
        ...(high80 && !stale ? [{ words: text.of80, above: edge(high80), below: null, bold: false }] : []),
        { words: lineName, above: low50 && !stale ? edge(low50) : null, below: edge(line), bold: true },
        ...(high50 && !stale
          ? [{ words: text.of50, above: edge(line), below: edge(high50), bold: false }]
          : []),
      ];
      for (const { words, above, below, bold } of labels) {
        const width = textWidth(ctx, words, { bold });
        const box = placeAlong({ width, height: 13 }, above, below, chartArea, taken);
        if (!box) continue;
        taken.push(box);
        drawText(ctx, box.left, box.bottom - 2, words, { bold, colour: readTokens().ink });
      }
    },
  };
}
