import { expect, test } from 'vitest';
import { createFeeScale, stepFee } from '../../../web/state/fee-scale.ts';
import fc from '../../support/properties.ts';

test('the scale goes from −20 to +40 % in 13 changes', () => {
  const scale = createFeeScale(-100, 8);
  expect([scale.min, scale.max, scale.changes.length]).toEqual([-20, 40, 13]);
});

test('the scale widens by tens to hold a fee, and today stays one of its changes', () => {
  fc.assert(
    fc.property(fc.double({ min: -100, max: 200, noNaN: true }), (percent) => {
      const { min, max, changes } = createFeeScale(-100, percent);
      expect(min).toBeLessThanOrEqual(percent);
      expect(max).toBeGreaterThanOrEqual(percent);
      expect(changes[0] * 100).toBeCloseTo(min, 9);
      expect(changes.at(-1)! * 100).toBeCloseTo(max, 9);
      expect(changes).toContain(0);
    }),
  );
});

test.each([
  [0, 0],
  [-7.5, -5],
  [-12, -10],
  [-50, -20],
])('a fee that can fall by %d percent at most begins its scale at %d', (lowest, min) => {
  const scale = createFeeScale(lowest, 8);
  expect(scale.min).toBe(min);
  expect(scale.changes).toContain(0);
});

test.each([
  [8, 1, 8.5],
  [8.25, 1, 8.5],
  [8.25, -1, 8],
  [8, -1, 7.5],
  [0.1 + 0.2 + 7.7, 1, 8.5],
  [-0.3, 1, 0],
] as const)('from %d a step of %d leads to %d', (from, direction, to) => {
  expect(stepFee(from, direction)).toBe(to);
});
