import { describe, expect, it } from 'vitest';
import { findRoot, type Point } from '../../../models/core/find-root.ts';

/** Root between two points, and how often the function was asked. */
function solve(f: (x: number) => number, a: number, b: number, known: readonly number[] = []) {
  let asked = 0;
  const counted = (x: number) => {
    asked++;
    return f(x);
  };
  const [first, second, ...others] = [a, b, ...known].map((x): Point => [x, f(x)]);
  return { root: findRoot(counted, first, second, others), asked };
}

describe('findRoot', () => {
  it('finds roots that are known', () => {
    expect(solve((x) => x * x - 2, 0, 2).root).toBeCloseTo(Math.SQRT2, 11);
    expect(solve((x) => Math.exp(-x) - 0.25, 8, 0).root).toBeCloseTo(Math.log(4), 11);
    expect(solve((x) => 3 - x, 1, 7).root).toBe(3);
    // Where a function is flat, the value tells little of the place: 1e-13 of 1.5³.
    expect(Math.abs(solve((x) => x * x * x, -1, 1.5).root)).toBeLessThanOrEqual(Math.cbrt(1e-13 * 1.5 ** 3));
  });

  it('asks a smooth function less than ten times', () => {
    expect(solve((x) => Math.exp(-0.3 * x) - 0.2, 4, 8).asked).toBeLessThan(10);
  });

  it('asks less where more of the function is known', () => {
    const roots = Array.from({ length: 40 }, (_, index) => 4.05 + index / 10);
    const falls = roots.map((root) => (x: number) => Math.exp(-0.3 * x) - Math.exp(-0.3 * root));
    const alone = falls.map((fall) => solve(fall, 4, 8));
    const told = falls.map((fall) => solve(fall, 4, 8, [0, 0.5, 1, 2]));
    roots.forEach((root, index) => {
      expect(alone[index].root).toBeCloseTo(root, 10);
      expect(told[index].root).toBeCloseTo(root, 10);
    });
    const total = (runs: typeof told) => runs.reduce((sum, { asked }) => sum + asked, 0);
    expect(total(told)).toBeLessThan(total(alone));
  });

  it('takes no end of the bracket for the root, however much larger the other', () => {
    const { root } = solve((x) => (x / 0.043) ** 11 - 1, 0, 0.6);
    expect(root).toBeCloseTo(0.043, 10);
  });

  it('is not misled by known points far from the root, or by two of one value', () => {
    const { root } = solve((x) => Math.sin(x), 2, 4, [0.2, 0.2, Math.PI - 0.2, 7, -1]);
    expect(root).toBeCloseTo(Math.PI, 11);
  });

  it('comes to the jump of a step, halving where nothing can be interpolated', () => {
    const { root, asked } = solve((x) => (x < 5.3 ? -1 : 1), 4, 8);
    expect(root).toBeCloseTo(5.3, 11);
    expect(asked).toBeLessThan(60);
  });

  it('stays between its points where a function is flat over most of them', () => {
    const { root } = solve((x) => Math.expm1(40 * (x - 0.9)), 0, 1);
    expect(root).toBeCloseTo(0.9, 10);
  });
});
