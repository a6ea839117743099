import { describe, expect, it } from 'vitest';
import { formulaLimits, formulaWords, parseFormula } from '../../../models/core/parse-formula.ts';
import fc, { runs } from '../../support/properties.ts';

const names = new Set(['wageRise', 'profit', 'customers', 'i']);
const refusal = (text: string) => {
  const parsed = parseFormula(text, names);
  return parsed.ok ? 'accepted' : parsed.message;
};

describe('parseFormula', () => {
  it.each([
    '18 * (1 + wageRise)',
    'profit / customers',
    'min(1, 2, max(3, abs(-4)))',
    'wageRise > 0.02 ? 1 : 0',
    'i < 3 ? 0 : i > 5 ? 0 : 1',
    '-2 ^ 2',
    '1e6 + .5',
    '  1  ',
  ])('accepts %s', (text) => {
    expect(refusal(text)).toBe('accepted');
  });

  it('makes a tree of plain data', () => {
    expect(parseFormula('-wageRise + 2', names)).toEqual({
      ok: true,
      tree: {
        op: 'call',
        name: 'add',
        args: [
          { op: 'call', name: 'negate', args: [{ op: 'name', name: 'wageRise' }] },
          { op: 'number', value: 2 },
        ],
      },
    });
  });

  it.each([
    ['wagerise', 'does not know "wagerise"; did you mean "wageRise"?'],
    ['revenue', 'does not know "revenue"; known are wageRise, profit, customers, i'],
    ['mni(1, 2)', 'does not know the function "mni"; did you mean "min"?'],
    ['min', '"min" is a function: write min(…)'],
    ['2 wageRise', 'write the multiplication sign: 2 * b, not 2 b'],
    ['2(3)', 'write the multiplication sign: 2 * b, not 2 b'],
    ['wageRise(3)', 'write the multiplication sign: wageRise * (…), not wageRise(…)'],
    ['1 + 2 # three', '"#" starts a comment; a formula holds none'],
    ['x = 5', 'a formula assigns nothing; compare with =='],
    ['f(x) = x', 'a formula assigns nothing; compare with =='],
    ['1:3', '":" stands only in a ? b : c'],
    ['[1, 2]', 'lists and objects are not part of a formula; group with ( )'],
    ['{a: 1}', 'lists and objects are not part of a formula; group with ( )'],
    ['"text"', 'a formula holds numbers, not text in quotes'],
    ['5 %', 'write a percent as a number: 0.05 for 5 %'],
    ['1 < 2 < 3', 'comparisons do not chain; write (a < b) * (b < c)'],
    ['1 and 2', '"and" is not part of a formula'],
    ['5!', '"!" is not part of a formula'],
    ['+5', 'leave the plus sign out'],
    ['1 + 2; 3', 'a formula is one expression on one line'],
    ['round(1.25, 1)', 'round takes one value'],
    ['min()', 'min takes 1 to 20 values'],
    ['true', '"true" is not a number'],
    ['1e999', 'a number in the formula is too large'],
    ['1 +', 'is no formula: Unexpected end of expression (char 4)'],
    ['', 'the formula is empty'],
    ['π', 'only plain letters, digits and signs are read'],
  ])('answers %s with: %s', (text, message) => {
    expect(refusal(text)).toBe(message);
  });

  // What froze or killed a process, or reached into the host, in formula languages that evaluate text.
  it.each([
    'ones(1e9)',
    'zeros(20000, 20000)',
    '1:1e9',
    'setPowerset(1:22)',
    'inv(random([600, 600]))',
    'kron(ones(200, 200), ones(200, 200))',
    'rationalize("(x + 1)^60")',
    'isPrime(bignumber("1e900000000"))',
    'bigint("9") ^ bigint(10000000)',
    'f(n) = n < 2 ? n : f(n - 1) + f(n - 2)',
    'config({"number": "BigNumber"})',
    'createUnit("foo")',
    'import({a: 1}, {})',
    'evaluate("1 + 1")',
    'parse("1 + 1")',
    'constructor',
    '__proto__',
    'toString()',
    'valueOf',
    'wageRise.constructor',
    'wageRise["constructor"]',
    'Math.min(1, 2)',
    'profit.min(1)',
    'this',
    'end',
    'random()',
    'Infinity',
    'NaN',
    'undefined',
    '5 cm',
    '0x1F',
    '3i',
    'sum(1, 2)',
    '((a) => a)(1)',
    'a => a',
    '1 ? 2',
  ])('refuses the hostile %s', (text) => {
    expect(refusal(text)).not.toBe('accepted');
  });

  it.each([
    ['a long name', 'i'.repeat(400)],
    ['signs without end', `${'-'.repeat(400)}1`],
    ['a number of 400 digits', '9'.repeat(400)],
    ['a sum of 240 terms', `1${'+1'.repeat(240)}`],
    ['a call of 200 values', `min(${'1,'.repeat(200)}1)`],
    ['calls inside calls', `${'sqrt('.repeat(21)}1${')'.repeat(21)}`],
    ['100,000 brackets', '('.repeat(100000)],
    ['two million characters', '1+'.repeat(1000000)],
  ])('refuses %s', (_what, text) => {
    expect(refusal(text)).not.toBe('accepted');
  });

  it('refuses long and deep text before it is parsed, and wide trees before they are walked to the end', () => {
    expect(refusal('1'.repeat(formulaLimits.characters + 1))).toContain('at most 500 characters');
    const depth = formulaLimits.bracketDepth + 1;
    expect(refusal(`${'('.repeat(depth)}1${')'.repeat(depth)}`)).toBe('brackets nest deeper than 20');
    const wide = `max(${Array(20).fill('max(1,2,3,4,5,6,7,8,9)').join(',')})`;
    expect(refusal(wide)).toBe('a formula has at most 200 parts');
  });

  it('answers any text with a tree or a message, and never throws', () => {
    const piece = fc.constantFrom(
      '1',
      '2.5',
      'wageRise',
      'min(',
      ')',
      '(',
      '+',
      '-',
      '*',
      '/',
      '^',
      '?',
      ':',
      '<',
      ',',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(text, (formula) => {
        const parsed = parseFormula(formula, names);
        expect(parsed.ok ? parsed.tree.op : parsed.message).not.toBe('');
      }),
      runs(500),
    );
  });

  it('reserves its own words', () => {
    for (const word of ['min', 'log', 'and', 'true', 'mod', 'end']) expect(formulaWords.has(word)).toBe(true);
    expect(formulaWords.has('wageRise')).toBe(false);
  });
});
