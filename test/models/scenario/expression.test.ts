import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../../models/scenario/expression.ts';
import fc, { runs } from '../../support/properties.ts';

const amount = (value: number, unit: string) => ({ kind: 'amount', amount: { value, unit } });
const range = (low: [number, string], high: [number, string]) => ({
  kind: 'range',
  low: { value: low[0], unit: low[1] },
  high: { value: high[0], unit: high[1] },
});

describe('an amount', () => {
  it.each([
    ['8', 8, ''],
    ['66.40', 66.4, ''],
    ['.5', 0.5, ''],
    ['5.', 5, ''],
    ['1e6', 1e6, ''],
    ['1.5E-3', 0.0015, ''],
    ['-3', -3, ''],
    ['8 %', 8, '%'],
    ['8%', 8, '%'],
    ['2.4 %/month', 2.4, '%/month'],
    ['2.4%/month', 2.4, '%/month'],
    ['2.4 % / month', 2.4, '%/month'],
    ['10 %/year', 10, '%/year'],
    ['92 /month', 92, '/month'],
    ['92/month', 92, '/month'],
    ['1104 /year', 1104, '/year'],
    ['4 months', 4, 'months'],
    ['1 month', 1, 'months'],
    ['2 years', 2, 'years'],
    ['1 year', 1, 'years'],
    ['30 days', 30, 'days'],
    ['48 h', 48, 'h'],
    ['5 min', 5, 'min'],
    ['300 s', 300, 's'],
    ['2 points', 2, 'points'],
    ['1 point', 1, 'points'],
  ])('%s is %d in %j', (text, value, unit) => {
    expect(parseExpression(text)).toEqual(amount(value, unit));
  });
});

describe('a range', () => {
  it.each([
    ['20 to 28', [20, ''], [28, '']],
    ['5 % to 50 %', [5, '%'], [50, '%']],
    ['5 to 50 %', [5, '%'], [50, '%']],
    ['5 % to 50', [5, '%'], [50, '%']],
    ['1.9 %/month to 3 %/month', [1.9, '%/month'], [3, '%/month']],
    ['1.9 % to 3 %/month', [1.9, '%/month'], [3, '%/month']],
    ['1 %/month to 20 %/year', [1, '%/month'], [20, '%/year']],
    ['4 months to 2 years', [4, 'months'], [2, 'years']],
    ['-5 to -1', [-5, ''], [-1, '']],
    ['1e2   to   1e3', [100, ''], [1000, '']],
  ] as const)('%s has both ends', (text, low, high) => {
    expect(parseExpression(text)).toEqual(range([...low], [...high]));
  });
});

describe('a formula', () => {
  it('is everything after its equals sign', () => {
    expect(parseExpression('= 18 * (1 + wageRise)')).toEqual({
      kind: 'formula',
      text: '18 * (1 + wageRise)',
    });
  });
});

describe('what is refused', () => {
  it.each([
    ['12,000', 'has a comma; write 12000 without it'],
    ['1,234,567.89', 'has a comma; write 1234567.89 without it'],
    ['2,4 %', 'has a comma; decimals have a point, as in 1.5'],
    ['+8 %', 'starts with a plus sign; leave it out'],
    ['1 to +2', 'starts with a plus sign; leave it out'],
    ['−5', 'has a typographic minus; write -'],
    ['20–28', 'is no range; write A to B'],
    ['20 - 28', 'is no range; write A to B'],
    ['20..28', 'is no range; write A to B'],
    ['5 ± 1', 'gives a middle and a margin; write the two ends: A to B'],
    ['€5', 'names a currency; the file states it once, at its top'],
    ['5 EUR', 'names a currency; the file states it once, at its top'],
    ['5k', 'is shortened; write the digits out'],
    ['12 000', 'has a sign between its digits; write them without'],
    ['1_000', 'has a sign between its digits; write them without'],
    ["12'000", 'has a sign between its digits; write them without'],
    ['1e9999', 'is too large to compute with'],
    ['1e-9999', 'is too small to compute with'],
    ['NaN', 'is no number to compute with'],
    ['-.inf', 'is no number to compute with'],
    ['0x10', 'is no decimal number'],
    ['five', 'is no number'],
    ['%', 'is no number'],
    ['1 to 2 to 3', 'has more than two ends; a range is A to B'],
    [
      '5 to',
      'has an unknown unit; known are %, %/month, %/year, /month, /year, months, years, days, h, min, s, points',
    ],
    ['8 percent', 'has no known unit; write %'],
    ['8 % per month', 'has no known unit; write %/month'],
    ['8 % p.a.', 'has no known unit; write %/year'],
    ['8 %/mo', 'has no known unit; write %/month'],
    ['92 a month', 'has no known unit; write /month'],
    ['3 mo', 'has no known unit; write months'],
    ['48 hours', 'has no known unit; write h'],
    ['2 pp', 'has no known unit; write points'],
    ['1'.repeat(700), 'is longer than 600 characters'],
  ])('%s', (text, message) => {
    expect(parseExpression(text)).toEqual({ kind: 'refused', message });
  });
});

describe('the grammar', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  const unit = fc.constantFrom('', ' %', ' %/month', ' months', ' points', ' /year', ' s');

  it('reads back any finite number to the last digit', () => {
    fc.assert(
      fc.property(number, unit, (value, suffix) => {
        const text = `${value}${suffix}`.replace('+', '');
        expect(parseExpression(text)).toEqual(
          amount(value === 0 ? Number(text.split(' ')[0]) : value, suffix.trim()),
        );
      }),
    );
  });

  it('answers every text and never throws', () => {
    const piece = fc.constantFrom(
      '1',
      '2.5',
      ',',
      '-',
      '+',
      '%',
      '/',
      'month',
      ' to ',
      ' ',
      '=',
      'e',
      '.',
      '€',
      '−',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 20 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        expect(['amount', 'range', 'formula', 'refused']).toContain(parseExpression(written).kind);
      }),
      runs(1000),
    );
  });
});
