import { describe, expect, test } from 'vitest';
import { levelAt } from '../../../models/analysis/promise-pad.ts';
import fc from '../../support/properties.ts';

describe('a level when the mean moves', () => {
  test.each([
    [7, 7, 7, 7],
    [7, 6, 10, 10],
    [7, 6, 0, 0],
    [8, 6, 8, 9],
    [4, 6, 3, 2],
  ])('of %d, with a mean of %d moved to %d, is %d', (level, mean, target, expected) => {
    expect(levelAt(level, mean, target)).toBeCloseTo(expected, 12);
  });

  test('stays on the scale, and the levels have the mean that was asked for', () => {
    const points = fc.double({ min: 0, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.array(points, { minLength: 1, maxLength: 6 }), points, (levels, target) => {
        const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
        const moved = levels.map((level) => levelAt(level, mean, target));
        for (const level of moved) {
          expect(level).toBeGreaterThanOrEqual(-1e-9);
          expect(level).toBeLessThanOrEqual(10 + 1e-9);
        }
        expect(moved.reduce((sum, level) => sum + level, 0) / moved.length).toBeCloseTo(target, 6);
      }),
    );
  });
});
