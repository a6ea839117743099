import { describe, expect, it } from 'vitest';
import { isBetter } from '../../../models/analysis/candidate-ledger.ts';
import {
  createDecisionSpace,
  type Point,
  spreadPoints,
  stepOf,
} from '../../../models/analysis/decision-space.ts';
import { nonDominated } from '../../../models/analysis/optimise-frontier.ts';
import { rotatedBasis, searchPattern } from '../../../models/analysis/pattern-search.ts';
import type { Decision } from '../../../models/scenario/decision.ts';

const decision = (place: string, low: number, high: number, whole: boolean): Decision => ({
  ...{ plan: 'Plan', place, at: [] },
  bounds: { low, high, start: low, unit: '', whole, form: 'amount', kind: 'byMoney' },
});

describe('the space of decisions', () => {
  const space = createDecisionSpace([decision('a', -20, 40, false), decision('b', 3, 12, true)]);

  it('has steps of 1, 2 or 5 times a power of ten, at least 500 of them', () => {
    expect(stepOf(decision('a', 0, 20, false).bounds)).toBe(0.02);
    expect(stepOf(decision('a', -20, 40, false).bounds)).toBe(0.1);
    expect(stepOf(decision('a', 0, 30000, false).bounds)).toBe(50);
    expect(stepOf(decision('a', 3, 12, true).bounds)).toBe(1);
  });

  it('keeps to the box and to whole numbers, without the dust of binary fractions', () => {
    expect(space.move([0.1, 5], [1, 0], 1 / 300)).toEqual([0.3, 5]);
    expect(space.move([39.9, 5], [1, 0], 1)).toEqual([40, 5]);
    expect(space.move([0, 5], [0, 1], 1e-9)).toEqual([0, 6]);
    expect(space.move([0, 12], [0, 1], 1 / 4)).toEqual([0, 12]);
    expect(space.still).toEqual([0, 3]);
  });

  it('spreads points so that each decision takes each part of its width once', () => {
    const points = spreadPoints(space, 12);
    const parts = points.map(([a]) => Math.floor((a + 20) / 5));
    expect([...parts].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, k) => k));
    expect(points).toEqual(spreadPoints(space, 12));
  });
});

describe('the compass search', () => {
  const quadratic = ([a, b]: Point) => -((a - 7.3) * (a - 7.3)) - 3 * (b - 9) * (b - 9) + 0.5 * a * b;
  const space = createDecisionSpace([decision('a', -20, 40, false), decision('b', 3, 12, true)]);
  const climb = (of: (point: Point) => number) => async (points: readonly Point[], held: Point) => {
    const best = points.reduce((top, point) => (of(point) > of(top) ? point : top), held);
    return best === held ? undefined : best;
  };

  it('climbs a concave function of a fraction and a whole number to its top', async () => {
    const search = { from: [-20, 3], mesh: 1 / 4, finest: 1 / 1024, oblique: false, poll: climb(quadratic) };
    const [a, b] = await searchPattern(space, search);
    const tops = Array.from({ length: 10 }, (_, k) => k + 3).map((whole) => [7.3 + whole / 4, whole]);
    const top = tops.reduce((x, y) => (quadratic(y) > quadratic(x) ? y : x));
    expect(b).toBe(top[1]);
    expect(Math.abs(a - top[0])).toBeLessThanOrEqual(0.1);
  });

  it('moves only what may move', async () => {
    const search = {
      from: [0, 3],
      mesh: 1 / 4,
      finest: 1 / 64,
      oblique: false,
      moving: [0],
      poll: climb(quadratic),
    };
    expect((await searchPattern(space, search))[1]).toBe(3);
  });

  it('turns its axes without bending them', () => {
    const basis = rotatedBasis(4, 3);
    basis.forEach((one, i) => {
      basis.forEach((other, j) => {
        expect(one.reduce((sum, part, k) => sum + part * other[k], 0)).toBeCloseTo(i === j ? 1 : 0, 12);
      });
    });
    expect(rotatedBasis(4, 3)).not.toEqual(rotatedBasis(4, 4));
  });
});

describe('what counts as better', () => {
  it('is first to keep the conditions, then to break them less, then the goal', () => {
    expect(isBetter({ violation: 0, score: 1 }, { violation: 0.1, score: 9 })).toBe(true);
    expect(isBetter({ violation: 0.1, score: 1 }, { violation: 0.2, score: 9 })).toBe(true);
    expect(isBetter({ violation: 0, score: 1 }, { violation: 0, score: 2 })).toBe(false);
    expect(isBetter({ violation: 0, score: 1 }, { violation: 0, score: 1 })).toBe(false);
  });

  it('is, on the frontier, more gain or less attrition than any other', () => {
    const points = [
      [5, 2],
      [3, 1],
      [4, 3],
      [5, 4],
      [8, 5],
      [3, 1],
    ] as const;
    expect(nonDominated(points, (point) => point)).toEqual([
      [3, 1],
      [5, 2],
      [8, 5],
    ]);
  });
});
