import { describe, expect, it } from 'vitest';
import { findRoot } from '../../../models/core/find-root.ts';

/** Root between two points, and how often the function was asked. */
function solve(f: (x: number) => number, a: number, b: number) {
  let asked = 0;
  const counted = (x: number) => {
    asked++;
    return f(x);
  };
  return { root: findRoot(counted, a, f(a), b, f(b)), asked };
}

describe('findRoot', () => {
  it('finds roots that are known', () => {
    expect(solve((x) => x * x - 2, 0, 2).root).toBeCloseTo(Math.SQRT2, 11);
    expect(solve((x) => Math.exp(-x) - 0.25, 8, 0).root).toBeCloseTo(Math.log(4), 11);
    expect(solve((x) => 3 - x, 1, 7).root).toBe(3);
    expect(solve((x) => x * x * x, -1, 1.5).root).toBeCloseTo(0, 4);
  });

  it('asks a smooth function less than ten times', () => {
    expect(solve((x) => Math.exp(-0.3 * x) - 0.2, 4, 8).asked).toBeLessThan(10);
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
