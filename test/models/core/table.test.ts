import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../models/core/numbers.ts';
import { createNormalTable, createTable } from '../../../models/core/table.ts';

describe('a table', () => {
  it('is exact for a straight line, and is its end beyond the range', () => {
    const table = createTable((x) => 3 * x - 1, -2, 2, 7);
    for (const x of [-2, -1.3, 0, 0.001, 1.999, 2]) expect(table.at(x)).toBeCloseTo(3 * x - 1, 13);
    expect(table.at(-9)).toBe(table.at(-2));
    expect(table.at(9)).toBe(table.at(2));
  });

  it('errs by an eighth of the square of the step times the curvature', () => {
    const cells = 1000;
    const table = createTable(Math.exp, 0, 1, cells);
    let worst = 0;
    for (let k = 0; k < 20_000; k++) {
      const x = (k + 0.37) / 20_000;
      worst = Math.max(worst, Math.abs(table.at(x) - Math.exp(x)));
    }
    expect(worst).toBeLessThanOrEqual(Math.E / (8 * cells * cells));
    expect(worst).toBeGreaterThan(0.5 / (8 * cells * cells));
  });

  it('refuses an empty range', () => {
    expect(() => createTable((x) => x, 1, 1, 4)).toThrow(/needs a range/);
  });
});

describe('the table of normals', () => {
  const table = createNormalTable();

  it('holds the middles of equally likely slices', () => {
    for (const k of [0, 1, 777, 32_767, 32_768, 65_535]) {
      expect(table[k]).toBe(Math.fround(normalQuantile((k + 0.5) / 65_536)));
    }
  });

  it('has mean 0 and variance 1, within 1 in 10,000', () => {
    const mean = table.reduce((sum, z) => sum + z, 0) / table.length;
    const variance = table.reduce((sum, z) => sum + z * z, 0) / table.length;
    expect(Math.abs(mean)).toBeLessThan(1e-9);
    expect(Math.abs(variance - 1)).toBeLessThan(1e-4);
  });
});
