import { afterEach, describe, expect, test } from 'vitest';
import {
  calendarMonth,
  decimalSign,
  formatAxisMoney,
  formatCount,
  formatFee,
  formatFigure,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPrice,
  formatSigned,
  formatSignedCount,
  formatSignedMoney,
  formatSignedPercent,
  spokenPercent,
  thin,
  useLocale,
} from '../../web/format.ts';

describe('numbers', () => {
  test('a minus is the true sign, and what rounds to zero has none', () => {
    expect(formatNumber(-1234.5, 1)).toBe('\u22121,234.5');
    expect(formatNumber(-0.04, 1)).toBe('0.0');
    expect(formatSigned(0.04, 1)).toBe('0.0');
    expect(formatSigned(7)).toBe('+7');
  });

  test('percent keeps a narrow space that does not break', () => {
    expect(formatPercent(0.0914)).toBe('9.1\u202f%');
    expect(formatSignedPercent(-0.05, 0)).toBe('\u22125\u202f%');
    expect(formatSignedPercent(0.08)).toBe('+8.0\u202f%');
  });
});

describe('money', () => {
  test.each([
    [71.712, '$71.71'],
    [-0.004, '$0.00'],
    [-3, '\u2212$3.00'],
  ])('%d a month is %s', (amount, text) => {
    expect(formatPrice(amount, 'USD')).toBe(text);
  });

  test.each([
    [950, '$950'],
    [9_999, '$9,999'],
    [155_400, '$155k'],
    [999_400, '$999k'],
    [1_250_000, '$1.25m'],
    [1_177_000_000, '$1.18bn'],
    [12_340_000, '$12.3m'],
    [-38_200, '\u2212$38k'],
    [0.2, '$0'],
  ])('%d is %s', (amount, text) => {
    expect(formatMoney(amount, 'USD')).toBe(text);
  });

  test('a gain has a plus, nothing has no sign', () => {
    expect(formatSignedMoney(155_400, 'EUR')).toBe('+€155k');
    expect(formatSignedMoney(0.1, 'EUR')).toBe('€0');
  });

  test('a currency written in letters keeps a space', () => {
    expect(formatPrice(12, 'CHF')).toBe('CHF\u00a012.00');
  });

  test('an axis drops decimals that say nothing, and only those', () => {
    expect(formatAxisMoney(2_000_000, 'USD')).toBe('+$2m');
    expect(formatAxisMoney(-1_500_000, 'USD')).toBe('\u2212$1.5m');
    expect(formatAxisMoney(500_000, 'USD')).toBe('+$500k');
    expect(formatAxisMoney(100, 'USD')).toBe('+$100');
  });
});

describe('counts and figures', () => {
  test('many customers are told in three figures, few with a decimal', () => {
    expect([formatCount(12_345), formatCount(2_101_052), formatCount(-547_467)]).toEqual([
      '12,345',
      '2.10m',
      '\u2212547k',
    ]);
    expect([formatSignedCount(-3.26), formatSignedCount(240), formatSignedCount(0)]).toEqual([
      '\u22123.3',
      '+240',
      '0',
    ]);
  });

  test.each([
    [0.0512, '0.0512'],
    [40.744, '40.7'],
    [-1234.5, '\u22121,235'],
    [0, '0'],
  ])('a figure of unknown size, %d, is %s', (value, text) => {
    expect(formatFigure(value)).toBe(text);
  });
});

describe('months', () => {
  test('month 1 is the start, and years turn', () => {
    expect(calendarMonth('2027-01', 1)).toBe('January 2027');
    expect(calendarMonth('2027-11', 4)).toBe('February 2028');
    expect(calendarMonth(undefined, 4)).toBeNull();
  });
});

test.each([
  [8, '8.0'],
  [7.25, '7.25'],
  [-12.5, '12.5'],
  // 66.40 to 82.99.
  [24.9849, '24.98'],
  [24.99, '24.99'],
  [24.9951, '25.0'],
  [10.99, '10.99'],
  [0.004, '0.0'],
])('a fee moved by %d percent is written as it was set', (percent, written) => {
  expect(formatFee(percent)).toBe(`${written}${thin}%`);
});

test('a change is spoken with its sign in words', () => {
  expect(spokenPercent(8)).toBe('plus 8.0 percent');
  expect(spokenPercent(7.25)).toBe('plus 7.25 percent');
  expect(spokenPercent(-2.5)).toBe('minus 2.5 percent');
  expect(spokenPercent(0)).toBe('no change');
});

describe('the language of the reader', () => {
  afterEach(() => useLocale('en-US'));

  test('writes its numbers, whole and short, and says what parts them', () => {
    useLocale('de-DE');
    expect(formatNumber(-1234.5, 1)).toBe('\u22121.234,5');
    expect(formatMoney(12_400_000, 'USD')).toBe('$12,4m');
    expect(formatAxisMoney(-1_500_000, 'EUR')).toBe('\u2212€1,5m');
    expect(formatAxisMoney(500_000, 'EUR')).toBe('+€500k');
    expect(decimalSign()).toBe(',');
    expect(spokenPercent(8.5)).toBe('plus 8,5 percent');
  });

  test('keeps digits that can be typed back, and words in English', () => {
    useLocale('ar-EG');
    expect(formatNumber(8.5, 1)).toMatch(/^8\D5$/);
    expect(calendarMonth('2027-01', 3)).toBe('March 2027');
  });

  test('is English where it is not known', () => {
    useLocale('qqq');
    expect(formatNumber(1234.5, 1)).toBe('1,234.5');
    expect(decimalSign()).toBe('.');
  });
});
