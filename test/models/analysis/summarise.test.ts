import { describe, expect, it } from 'vitest';
import { summarise, summariseAll } from '../../../models/analysis/summarise.ts';

describe('summarise', () => {
  it('gives the type 7 quantiles of 0 to 100', () => {
    const values = Array.from({ length: 101 }, (_, k) => (k * 37) % 101);
    expect(summarise(values)).toEqual({
      ...{ mean: 50, median: 50, low50: 25, high50: 75 },
      ...{ low80: 10, high80: 90, low95: 2.5, high95: 97.5 },
    });
  });

  it('interpolates between order statistics', () => {
    expect(summariseAll([10, 20]).low80).toBeCloseTo(11, 12);
  });

  it('counts the draws in which the figure does not exist', () => {
    expect(summarise([1, Number.NaN, 3])).toMatchObject({ mean: 2, nulls: 1 });
    expect(summarise([Number.NaN])).toBeNull();
    expect(() => summariseAll([])).toThrow(/no draws/);
  });
});
