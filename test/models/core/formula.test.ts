import { describe, expect, it } from 'vitest';
import { KeptError } from '../../../models/core/errors.ts';
import { compileFormula, type FormulaTree, namesInFormula } from '../../../models/core/formula.ts';
import { parseFormula } from '../../../models/core/parse-formula.ts';
import fc from '../../support/properties.ts';

const names = ['a', 'b', 'c'];

function treeOf(text: string): FormulaTree {
  const parsed = parseFormula(text, new Set(names));
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.tree;
}

const resultOf = (text: string, ...values: number[]) =>
  compileFormula(treeOf(text), names)(Float64Array.from(values));

describe('a compiled formula', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2 - 3 - 4', -5],
    ['12 / 4 / 3', 1],
    ['-2 ^ 2', -4],
    ['2 ^ 3 ^ 2', 512],
    ['2 ^ -2', 0.25],
    ['0 ^ 0', 1],
    ['min(3, 1, 2) + max(3, 1, 2)', 4],
    ['abs(-3) + sqrt(16) + floor(2.7) + ceil(2.2) + round(2.5)', 15],
    ['1 < 2 ? 10 : 20', 10],
    ['2 <= 1 ? 10 : 3 >= 3 ? 30 : 40', 30],
    ['(1 == 1) + (1 != 1) + (2 > 1)', 2],
    ['19.99 * 1.08', 19.99 * 1.08],
    ['.5 + 1e3', 1000.5],
  ])('computes %s', (text, expected) => {
    expect(resultOf(text)).toBe(expected);
  });

  it('reads each value under its own name', () => {
    expect(resultOf('a + 10 * b + 100 * c', 1, 2, 3)).toBe(321);
    expect(namesInFormula(treeOf('c + a * (c - 1)'))).toEqual(['c', 'a']);
  });

  it('knows exp and log as inverses of each other', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (x) => {
        expect(resultOf('exp(log(a))', x)).toBeCloseTo(x, -Math.log10(x * 1e-12));
      }),
    );
  });

  it('raises to powers as exp(b·log a), and to small whole powers as products', () => {
    expect(resultOf('a ^ 0.5', 2)).toBe(Math.exp(0.5 * Math.log(2)));
    expect(resultOf('a ^ 3', 1.1)).toBe(1.1 * 1.1 * 1.1);
    expect(resultOf('(0 - 2) ^ 3')).toBe(-8);
  });

  it('agrees with JavaScript on sums, differences, products and quotients', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.double({ min: 0.1, max: 1e6, noNaN: true }), (a, b, c) => {
        expect(resultOf('(a - b) * a + b / c', a, b, c)).toBe((a - b) * a + b / c);
      }),
    );
  });

  it.each([
    '1 / 0',
    '0 / 0',
    'log(0)',
    'log(-1)',
    'sqrt(-1)',
    'exp(1000)',
    '1e308 * 10',
    '(0 - 2) ^ 0.5',
    '1 / (1 / 0)',
  ])('stops at %s, which is no finite number', (text) => {
    expect(() => resultOf(text)).toThrow(expect.objectContaining({ code: 'formula-not-finite' }));
  });

  it('looks only at the branch that its condition picks', () => {
    expect(resultOf('a == 0 ? 0 : 1 / a', 0)).toBe(0);
    expect(resultOf('a == 0 ? 0 : 1 / a', 4)).toBe(0.25);
  });

  it('refuses trees that no formula makes', () => {
    const call = (name: string, ...args: FormulaTree[]): FormulaTree => ({ op: 'call', name, args });
    const one: FormulaTree = { op: 'number', value: 1 };
    const bad = [call('constructor', one), call('add', one), call('min'), { op: 'name', name: 'd' } as const];
    for (const tree of bad) expect(() => compileFormula(tree, names)).toThrow(KeptError);
  });
});
