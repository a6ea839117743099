import { describe, expect, test } from 'vitest';
import { nudgeApart } from '../../../web/charts/end-labels.ts';
import { layOutDots } from '../../../web/charts/lay-out-dots.ts';
import { type Box, placeAlong } from '../../../web/charts/place-along.ts';
import { placeNotes } from '../../../web/charts/place-notes.ts';
import { createAxis, niceStep } from '../../../web/charts/scale.ts';
import fc from '../../support/properties.ts';

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('an axis', () => {
  test.each([
    [0.9, 1],
    [1.1, 2],
    [2.3, 5],
    [60, 100],
    [0.03, 0.05],
    [200, 200],
  ])('%d is rounded up to %d', (size, step) => {
    expect(niceStep(size)).toBeCloseTo(step, 12);
  });

  test('holds its values and zero, with few lines, all round', () => {
    fc.assert(
      fc.property(finite(-1e6, 1e6), finite(0, 1e6), (low, width) => {
        const { min, max, lines } = createAxis(low, low + width);
        expect(min).toBeLessThanOrEqual(Math.min(0, low) + 1e-6);
        expect(max).toBeGreaterThanOrEqual(Math.max(0, low + width) - 1e-6);
        expect(lines.length).toBeLessThanOrEqual(7);
        expect(lines.some((line) => line === 0)).toBe(true);
      }),
    );
  });
});

describe('labels at the edge', () => {
  test('keep their order and 14 px of distance, and stay where they can', () => {
    expect(nudgeApart([20, 60, 100], 14, 0, 200)).toEqual([20, 60, 100]);
    expect(nudgeApart([50, 50], 14, 0, 200)).toEqual([43, 57]);
    expect(nudgeApart([195, 199], 14, 0, 200)).toEqual([186, 200]);
  });

  test('do not overlap, whatever the values', () => {
    fc.assert(
      fc.property(fc.array(finite(0, 250), { minLength: 1, maxLength: 7 }), (values) => {
        const placed = nudgeApart(
          values.toSorted((a, b) => a - b),
          14,
          10,
          250,
        );
        for (const [i, y] of placed.slice(1).entries()) {
          expect(y - placed[i]).toBeGreaterThanOrEqual(14 - 1e-9);
        }
        expect(Math.min(...placed)).toBeGreaterThanOrEqual(10 - 1e-9);
        expect(Math.max(...placed)).toBeLessThanOrEqual(250 + 1e-9);
      }),
    );
  });
});

describe('notes above the curve', () => {
  test('stand right of their line, or left where the right is taken', () => {
    expect(placeNotes([{ x: 100, width: 80 }], 0, 600)).toEqual(['right']);
    expect(placeNotes([{ x: 560, width: 80 }], 0, 600)).toEqual(['left']);
    expect(
      placeNotes(
        [
          { x: 300, width: 100 },
          { x: 340, width: 100 },
        ],
        0,
        600,
      ),
    ).toEqual(['left', 'right']);
  });

  test('the needle’s is never left out, and no two cross', () => {
    const note = fc.record({ x: finite(0, 700), width: finite(20, 200) });
    fc.assert(
      fc.property(fc.array(note, { minLength: 1, maxLength: 3 }), (notes) => {
        const sides = placeNotes(notes, 0, 700);
        expect(sides[0]).not.toBeNull();
        const spans = notes.flatMap(({ x, width }, i) =>
          sides[i] === null ? [] : [sides[i] === 'right' ? [x, x + width] : [x - width, x]],
        );
        const sorted = spans.toSorted((a, b) => a[0] - b[0]);
        for (const [i, [start]] of sorted.slice(1).entries()) {
          expect(start).toBeGreaterThanOrEqual(sorted[i][1]);
        }
      }),
    );
  });
});

describe('words along a line', () => {
  const plot: Box = { left: 0, right: 400, top: 0, bottom: 200 };
  const size = { width: 60, height: 13 };

  test('stand above a rising line, clear of it over their whole width', () => {
    const line = (x: number) => 200 - x / 4;
    const box = placeAlong(size, line, null, plot, [])!;
    expect(box.bottom).toBeLessThanOrEqual(line(box.right) - 4);
    expect(box.right).toBeGreaterThan(380);
  });

  test('stand between two lines where they are far enough apart, or nowhere', () => {
    const upper = (x: number) => 100 - x / 8;
    const box = placeAlong(size, () => 100, upper, plot, [])!;
    expect(box.top).toBeGreaterThanOrEqual(upper(box.left) + 4);
    expect(box.bottom).toBeLessThanOrEqual(96);
    expect(
      placeAlong(
        size,
        () => 100,
        () => 90,
        plot,
        [],
      ),
    ).toBeNull();
  });

  test('give way to what is there already', () => {
    const taken = { left: 330, right: 400, top: 0, bottom: 200 };
    expect(placeAlong(size, () => 100, null, plot, [taken])!.right).toBeLessThanOrEqual(330);
  });
});

describe('dots', () => {
  const margins = fc.array(finite(-0.3, 0.3), { minLength: 100, maxLength: 100 });

  test('stand left of zero where money is lost, right where it is earned, one for each run', () => {
    fc.assert(
      fc.property(margins, (values) => {
        const { dots, zero, beyondLow, beyondHigh } = layOutDots(values, 352, 92);
        expect(dots.length + beyondLow + beyondHigh).toBe(100);
        expect(beyondLow + beyondHigh).toBeLessThanOrEqual(5);
        for (const { x, y, pays } of dots) {
          expect(x > zero).toBe(pays);
          expect(y).toBeLessThanOrEqual(92);
        }
        expect(dots.filter(({ pays }) => !pays).length + beyondLow).toBe(
          values.filter((value) => value < 0).length,
        );
      }),
    );
  });

  test('zero stands still when the data move', () => {
    const near = layOutDots(Array(100).fill(0.01), 352, 92);
    const far = layOutDots(Array(100).fill(-0.2), 352, 92);
    expect(near.zero).toBe(far.zero);
  });

  test('there may be none', () => {
    expect(layOutDots([], 352, 92).dots).toEqual([]);
  });
});
