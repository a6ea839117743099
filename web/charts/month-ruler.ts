import type { Plugin } from 'chart.js';
import { drawLine, drawText, textWidth } from './pen.ts';
import { readTokens } from './tokens.ts';

export interface MonthRuler {
  readonly months: number;
  readonly lastLabel: string;
  /** Months in which the plan acts, each an accent tick on zero; the first carries the text. */
  readonly decisions: readonly number[];
  readonly decisionText: string;
}

/** Chart.js plugin: months under the plot, and the decision as an accent tick on the zero line. */
export function monthRuler(read: () => MonthRuler | null): Plugin<'line'> {
  return {
    id: 'monthRuler',
    afterDraw(chart) {
      const ruler = read();
      if (!ruler) return;
      const { ctx, chartArea, scales } = chart;
      const tokens = readTokens();
      const x = (month: number) => scales.x.getPixelForValue(month);
      const y = chartArea.bottom + 20;
      const step = ruler.months > 60 ? 24 : ruler.months > 12 ? 12 : 3;
      const room = x(ruler.months) - textWidth(ctx, ruler.lastLabel) - 8;
      for (let month = 0; month < ruler.months; month += step) {
        const half = month === 0 ? 0 : 8;
        if (x(month) + half > room) continue;
        const align = month === 0 ? 'left' : 'center';
        drawText(ctx, x(month), y, `${month}`, { align, colour: tokens.ink3 });
      }
      drawText(ctx, x(ruler.months), y, ruler.lastLabel, { align: 'right', colour: tokens.ink3 });
      const zero = scales.y.getPixelForValue(0);
      const up = zero - chartArea.top > 40;
      const tip = up ? zero - 30 : zero + 30;
      ruler.decisions.forEach((month, index) => {
        const at = x(month);
        drawLine(ctx, [at, zero], [at, index === 0 ? tip : (zero + tip) / 2], tokens.accent, 1.5);
        if (index === 0)
          drawText(ctx, at + 5, up ? tip + 9 : tip, ruler.decisionText, { colour: tokens.ink, halo: true });
      });
    },
  };
}
