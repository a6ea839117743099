import { describe, expect, test } from 'vitest';
import { evaluateArithmetic, readFeeInput } from '../../../web/state/fee-input.ts';
import fc from '../../support/properties.ts';

describe('a typed fee', () => {
  test.each([
    ['8', 8],
    ['+8 %', 8],
    ['+8.0\u202f%', 8],
    ['\u22122.5', -2.5],
    ['-2.5%', -2.5],
    [' 12.25 ', 12.25],
    ['.5', 0.5],
    ['12,5', 12.5],
    ['\u22120,25 %', -0.25],
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
    ['= 66,40 * 1,08', 71.712],
    ['$71,71', 71.71],
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
    '1,200',
    '1,200,5',
    '8,5,5',
    '= 1,200 * 2',
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
        expect(['percent', 'price', 'otherCurrency', 'unreadable']).toContain(readFeeInput(text).kind);
      }),
    );
  });
});

describe('a price in the currency of the scenario', () => {
  test.each([
    ['€5', '€'],
    ['= €5', '€'],
    ['CHF 5', 'CHF'],
    ['CHF5 * 2', 'CHF'],
    ['R$ 5', 'R$'],
  ])('%s is one', (typed, sign) => {
    expect(readFeeInput(typed, '.', sign).kind).toBe('price');
  });

  test.each([
    ['€5', '$'],
    ['= €5', '$'],
    ['$5', '€'],
    ['₹5', '€'],
    ['EUR 5', '$'],
    ['$5', 'CHF'],
  ])('%s is none where prices are in %s', (typed, sign) => {
    expect(readFeeInput(typed, '.', sign)).toEqual({ kind: 'otherCurrency' });
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

  test('elsewhere it is read where it cannot part thousands', () => {
    expect(readFeeInput('8,5')).toEqual({ kind: 'percent', percent: 8.5 });
    expect(readFeeInput('8,500')).toEqual({ kind: 'unreadable' });
  });
});
