import { expect, test } from 'vitest';
import { drawCurve } from '../../../web/charts/draw-curve.ts';
import { drawFifths } from '../../../web/charts/draw-fifths.ts';

const curve = { axisTitle: 'Price', formatX: String, format: String, summary: 'A sweep' };

/** Heights of the parts of the picture that show each sign. */
function halves(points: readonly { low80: number; high80: number }[], good: 'above' | 'below') {
  const each = points.map(({ low80, high80 }, x) => {
    const middle = (low80 + high80) / 2;
    return { x, value: middle, low50: middle, high50: middle, low80, high80 };
  });
  const drawn = drawCurve({ ...curve, good, points: each }, 400);
  const parts = [
    ...drawn.matchAll(/<svg y="([\d.]+)" width="400" height="([\d.]+)"[^>]*><path class="(\w+)-80"/g),
  ];
  return Object.fromEntries(
    parts.map(([, y, height, sign]) => [sign, [Number(y), Number(y) + Number(height)]]),
  );
}

test('bands over a sweep are cut exactly at zero, whichever side is good', () => {
  const points = [
    { low80: -10, high80: 10 },
    { low80: 5, high80: 20 },
  ];
  const { gain, loss } = halves(points, 'above');
  expect(gain[0]).toBe(0);
  expect(gain[1]).toBe(loss[0]);
  expect(loss[1]).toBe(260);
  const turned = halves(points, 'below');
  expect(turned).toEqual({ loss: gain, gain: loss });
});

test('a band that never falls below zero has its own edge only', () => {
  const points = [
    { low80: 1, high80: 10 },
    { low80: 2, high80: 20 },
  ];
  const drawn = drawCurve(
    { ...curve, good: 'above', points: points.map((p, x) => ({ x, value: 5, low50: 4, high50: 6, ...p })) },
    400,
  );
  // The path itself is the same in both halves; what lies beyond each is clipped, so that nothing is drawn along zero.
  const paths = [...drawn.matchAll(/class="(gain|loss)-80" d="([^"]+)"/g)].map(([, , d]) => d);
  expect(paths).toHaveLength(2);
  expect(paths[0]).toBe(paths[1]);
});

const bars = (shares: readonly number[]) => shares.map((share) => ({ share, error: 0.001 }));
const label = (shares: readonly number[]) => {
  const cells = [{ name: 'Members', pays: '$20 to $87', bars: bars(shares) }];
  const drawn = drawFifths(
    { cells, breakEven: 0.05, breakEvenLabel: 'break-even', format: String, summary: 'Fifths' },
    600,
  );
  return drawn.match(/<text[^>]*>break-even<\/text>/)?.[0] ?? '';
};

test('break-even is named where the bars do not reach it', () => {
  expect(label([0.01, 0.02, 0.03, 0.05, 0.07])).not.toContain('text-anchor');
  expect(label([0.07, 0.05, 0.03, 0.02, 0.01])).toContain('text-anchor="end"');
  expect(label([0.01, 0.01, 0.02, 0.02, 0.03])).toContain('text-anchor="end"');
});
