import type { Chart } from 'chart.js';
import { expect, test } from 'vitest';
import { feeRuler } from '../../../web/charts/fee-ruler.ts';
import { thin } from '../../../web/format.ts';
import '../../../web/styles/index.css';

/** The labels of a ruler from `min` to `max` on so many pixels, in order. */
function labelsOn(min: number, max: number, width: number): readonly string[] {
  const ctx = document.createElement('canvas').getContext('2d')!;
  const labels: { readonly x: number; readonly text: string }[] = [];
  ctx.fillText = (text, x) => labels.push({ x, text });
  const scale = { min, max, getPixelForValue: (value: number) => ((value - min) / (max - min)) * width };
  const chart = { ctx, chartArea: { left: 0, right: width, bottom: 100 }, scales: { x: scale } };
  feeRuler().afterDraw?.(chart as unknown as Chart<'line'>, {}, {});
  return labels.sort((one, other) => one.x - other.x).map(({ text }) => text);
}

test('labels every ten percent where there is room', () => {
  expect(labelsOn(-20, 40, 700)).toEqual([
    '\u221220',
    '\u221210',
    'today',
    '+10',
    '+20',
    '+30',
    `+40${thin}%`,
  ]);
});

test('leaves out a label that would touch that of the end', () => {
  const labels = labelsOn(-100, 200, 600);
  expect(labels.at(-1)).toBe(`+200${thin}%`);
  expect(labels).not.toContain('+180');
  expect(labels).toContain('+160');
  expect(labels).toContain('today');
});
