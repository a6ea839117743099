import type { Plugin } from 'chart.js';
import { drawLine, drawText, textWidth } from './pen.ts';
import { readTokens } from './tokens.ts';

export interface Grid {
  readonly lines: readonly number[];
  readonly format: (value: number) => string;
  /** Labels stand outside the plot on the left, or on the lines inside it. */
  readonly labels: 'outside' | 'inside';
}

/** Chart.js plugin: hairlines at round values beneath the data, the zero line in ink above it, and their labels. */
export function moneyGrid(read: () => Grid | null): Plugin<'line'> {
  return {
    id: 'moneyGrid',
    beforeDraw(chart) {
      const grid = read();
      if (!grid) return;
      const { ctx, chartArea, scales } = chart;
      for (const value of grid.lines) {
        if (value === 0) continue;
        const y = scales.y.getPixelForValue(value);
        drawLine(ctx, [chartArea.left, y], [chartArea.right, y], readTokens().hair);
      }
    },
    afterDatasetsDraw(chart) {
      const grid = read();
      if (!grid) return;
      const { ctx, chartArea, scales } = chart;
      const tokens = readTokens();
      const zero = scales.y.getPixelForValue(0);
      drawLine(ctx, [chartArea.left, zero], [chartArea.right, zero], tokens.ink);
      for (const value of grid.lines) {
        const y = scales.y.getPixelForValue(value);
        const style = value === 0 ? { colour: tokens.ink, bold: true } : { colour: tokens.ink3 };
        const text = value === 0 ? '0' : grid.format(value);
        if (grid.labels === 'outside') {
          // A long currency sign gives way rather than run off the edge.
          const room = chartArea.left - 8;
          const fitting = textWidth(ctx, text, style) > room ? text.replace(/[^\d\u2212+.,kmbn]/g, '') : text;
          drawText(ctx, chartArea.left - 8, y + 4, fitting, { ...style, align: 'right' });
        } else if (value !== 0) {
          drawText(ctx, chartArea.left, y - 4, text, { ...style, halo: true });
        }
      }
    },
  };
}
