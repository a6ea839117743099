import type { Plugin } from 'chart.js';
import { text } from '../text.ts';
import { drawText, textWidth } from './pen.ts';
import { type Box, placeAlong } from './place-along.ts';
import { readTokens } from './tokens.ts';

/** Curves of value over percent; those of bands only where the bands are drawn. */
export interface LabelledCurve {
  readonly lineName: string;
  readonly line: (percent: number) => number;
  readonly bands: {
    readonly high80: (percent: number) => number;
    readonly high50: (percent: number) => number;
    readonly low50: (percent: number) => number;
  } | null;
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
      const edge = (at: (percent: number) => number) => (x: number) =>
        scales.y.getPixelForValue(at(scales.x.getValueForPixel(x) ?? 0));
      const taken: Box[] = busy().map((percent) => {
        const x = scales.x.getPixelForValue(percent);
        return { left: x - 10, right: x + 10, top: chartArea.top, bottom: chartArea.bottom };
      });
      const { lineName, bands } = curve;
      const line = edge(curve.line);
      const labels = [
        ...(bands ? [{ words: text.of80, above: edge(bands.high80), below: null, bold: false }] : []),
        { words: lineName, above: bands && edge(bands.low50), below: line, bold: true },
        ...(bands ? [{ words: text.of50, above: line, below: edge(bands.high50), bold: false }] : []),
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
