import type { Plugin } from 'chart.js';
import { drawText } from './pen.ts';
import { readTokens } from './tokens.ts';

/** A value named at the right edge of its line; the first named keep their place. */
export interface EndLabel {
  readonly value: number;
  readonly text: string;
  readonly weight: 'strong' | 'plain' | 'quiet';
}

/** Chart.js plugin: values and band names at the right edge, nudged apart by at least 14 px. */
export function endLabels(read: () => readonly EndLabel[]): Plugin<'line'> {
  return {
    id: 'endLabels',
    afterDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      const tokens = readTokens();
      const labels = [...read()].sort((a, b) => b.value - a.value);
      const wanted = labels.map(({ value }) => scales.y.getPixelForValue(value) + 4);
      const ys = nudgeApart(wanted, 14, chartArea.top + 10, chart.height - 2);
      labels.forEach(({ text, weight }, index) => {
        const colour = { strong: tokens.ink, plain: tokens.ink2, quiet: tokens.ink3 }[weight];
        drawText(ctx, chartArea.right + 7, ys[index], text, { colour, bold: weight === 'strong' });
      });
    },
  };
}

/**
 * Places as near the wanted ones as may be, in the same order and at least `gap` apart, within the ends.
 * Labels that collide share their distance: the least-squares places under the gap (pool adjacent violators).
 */
export function nudgeApart(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
  const pools: { sum: number; count: number }[] = [];
  wanted.forEach((place, index) => {
    pools.push({ sum: place - index * gap, count: 1 });
    while (pools.length > 1) {
      const last = pools[pools.length - 1];
      const before = pools[pools.length - 2];
      if (before.sum / before.count <= last.sum / last.count) break;
      pools.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  });
  const placed = pools.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count));
  const latest = bottom - (wanted.length - 1) * gap;
  return placed.map((place, index) => Math.max(top, Math.min(place, latest)) + index * gap);
}
