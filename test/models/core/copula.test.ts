import { describe, expect, it } from 'vitest';
import { type Correlation, createCopula } from '../../../models/core/copula.ts';
import { createRunKey, deriveKey } from '../../../models/core/random.ts';
import { stratifiedAt } from '../../../models/core/stratified.ts';

const n = 4096;
const run = createRunKey('copula');

function draw(correlations: readonly Correlation[], ids: readonly string[]) {
  const correlate = createCopula(correlations)!;
  const keys = new Map(ids.map((id) => [id, deriveKey(run, id)]));
  const columns = ids.map(() => new Float64Array(n));
  for (let k = 0; k < n; k++) {
    const uniform = correlate((id) => stratifiedAt(keys.get(id)!, k));
    for (const [column, id] of ids.entries()) columns[column][k] = uniform(id);
  }
  return columns;
}

/** Of uniform numbers rank correlation is plain correlation. */
function correlation(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < n; k++) sum += (a[k] - 0.5) * (b[k] - 0.5);
  return (12 * sum) / n;
}

describe('createCopula', () => {
  it.each([-0.95, -0.4, 0.2, 0.8])('gives a rank correlation of %s, and leaves each number uniform', (by) => {
    const [a, b, other] = draw([{ between: ['a', 'b'], by }], ['a', 'b', 'other']);
    expect(Math.abs(correlation(a, b) - by)).toBeLessThan(4 / Math.sqrt(n));
    for (const column of [a, b]) {
      expect(Math.abs(correlation(column, other))).toBeLessThan(4 / Math.sqrt(n));
      const sorted = column.slice().sort();
      const distance = Math.max(...sorted.map((value, k) => Math.abs(value - (k + 0.5) / n)));
      expect(distance).toBeLessThan(1.95 / Math.sqrt(n));
    }
  });

  it('holds several at once, and those left out between them at none', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const stated: readonly Correlation[] = [
      { between: ['a', 'b'], by: 0.5 },
      { between: ['d', 'b'], by: -0.3 },
      { between: ['c', 'a'], by: 0.4 },
    ];
    const columns = draw(stated, ids);
    const of = (a: string, b: string) => correlation(columns[ids.indexOf(a)], columns[ids.indexOf(b)]);
    for (const { between, by } of stated) expect(Math.abs(of(...between) - by)).toBeLessThan(0.05);
    for (const [a, b] of ['ad', 'bc', 'cd']) expect(Math.abs(of(a, b))).toBeLessThan(0.05);
    expect(draw([...stated].reverse(), ids)).toEqual(columns);
  });

  it('moves no number that it does not name, nor any where none is stated', () => {
    const uniform = (id: string) => id.length / 10;
    expect(createCopula([])!(uniform)('abc')).toBe(0.3);
    expect(createCopula([{ between: ['a', 'b'], by: 0.5 }])!(uniform)('abc')).toBe(0.3);
  });

  it('stays within (0, 1) at the ends', () => {
    const correlate = createCopula([{ between: ['a', 'b'], by: 0.99 }])!;
    for (const end of [2 ** -54, 1 - 2 ** -53]) {
      const value = correlate(() => end)('b');
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThan(1);
    }
  });

  it('refuses what contradicts itself', () => {
    const three = (by: number): readonly Correlation[] => [
      { between: ['a', 'b'], by: 0.9 },
      { between: ['b', 'c'], by: 0.9 },
      { between: ['a', 'c'], by },
    ];
    expect(createCopula(three(-0.5))).toBeUndefined();
    expect(createCopula(three(0.8))).toBeDefined();
  });
});
