import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateArithmetic, readFeeInput } from '../../../web/state/fee-input.ts';

describe('a typed fee', () => {
  test.each([
    ['8', 8],
    ['+8 %', 8],
    ['+8.0\u202f%', 8],
    ['\u22122.5', -2.5],
    ['-2.5%', -2.5],
    [' 12.25 ', 12.25],
    ['.5', 0.5],
  ])('%s is a change in percent', (text, percent) => {
    expect(readFeeInput(text)).toEqual({ kind: 'percent', percent });
  });

  test.each([
    ['= 66.40 * 1.08', 71.712],
    ['= 66.40 × 1.08', 71.712],
    ['=(10+20)/4', 7.5],
    ['$71.71', 71.71],
    ['=$71.71', 71.71],
    ['= 80 - 2 - 3', 75],
    ['= 100 ÷ 4 ÷ 5', 5],
    ['= 2 + 3 * 4', 14],
    ['= -3 + 10', 7],
  ])('%s is a new price', (text, price) => {
    const read = readFeeInput(text);
    expect(read.kind).toBe('price');
    expect(read.kind === 'price' && read.price).toBeCloseTo(price, 10);
  });

  test.each([
    '',
    'eight',
    '8,5',
    '8 8',
    '8 %%',
    '= 66 +',
    '= (1',
    '= 1 / 0',
    '= 2 ** 3',
    '= alert(1)',
    '1e9',
    '--8',
    'NaN',
    '= 1'.padEnd(200, '+1'),
  ])('%s is refused', (text) => {
    expect(readFeeInput(text)).toEqual({ kind: 'unreadable' });
  });

  test('arithmetic agrees with the language for any sum of products', () => {
    const number = fc.integer({ min: 1, max: 999 }).map((n) => n / 10);
    const product = fc.array(number, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(product, { minLength: 1, maxLength: 4 }), (terms) => {
        const text = terms.map((factors) => factors.join('*')).join('+');
        const value = terms.reduce((sum, factors) => sum + factors.reduce((a, b) => a * b, 1), 0);
        expect(evaluateArithmetic(text)).toBeCloseTo(value, 6);
      }),
    );
  });

  test('no text is evaluated as code or throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        expect(['percent', 'price', 'unreadable']).toContain(readFeeInput(text).kind);
      }),
    );
  });
});

describe('where a comma parts whole and part', () => {
  test.each([
    ['8,5', { kind: 'percent', percent: 8.5 }],
    ['8.5', { kind: 'percent', percent: 8.5 }],
    ['−0,5 %', { kind: 'percent', percent: -0.5 }],
    ['= 1.234,50 * 2', { kind: 'price', price: 2469 }],
    ['= 66.40 * 1.08', { kind: 'price', price: 66.4 * 1.08 }],
    ['1,2,3', { kind: 'unreadable' }],
  ])('%j is read', (typed, meaning) => {
    expect(readFeeInput(typed, ',')).toEqual(meaning);
  });

  test('elsewhere it is not read, as it could mean either', () => {
    expect(readFeeInput('8,5')).toEqual({ kind: 'unreadable' });
  });
});
