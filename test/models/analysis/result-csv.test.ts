import { describe, expect, it } from 'vitest';
import { formatResultCsv } from '../../../models/index.ts';
import { readCsv } from '../../support/read-csv.ts';
import { impactResult, runResult } from '../../support/results.ts';

const rows = readCsv(formatResultCsv(runResult()));
const valueAt = (...place: string[]) =>
  rows.find((row) => row.slice(0, 5).join('|') === place.join('|'))?.[5];

describe('formatResultCsv', () => {
  it('names its six columns and gives every line as many', () => {
    expect(rows[0]).toEqual(['plan', 'segment', 'month', 'measure', 'statistic', 'value']);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([6]));
  });

  it('has a line for each plan, month, measure and statistic', () => {
    expect(valueAt('do nothing', '', '12', 'customers', 'mean')).toBe('1011');
    expect(valueAt('Raise 8 %', '', '1', 'profit', 'high80')).toBe('1100');
    const monthly = rows.filter(([, , month, measure]) => month !== '' && !measure.startsWith('impact.'));
    expect(monthly.slice(1)).toHaveLength(2 * 12 * 12 * 8);
  });

  it('has the figures of segments, of the impact and of the user', () => {
    expect(valueAt('do nothing', 'Everyone', '', 'customersStart', 'value')).toBe('7043');
    expect(valueAt('Raise 8 %', '', '', 'impact.attrition', 'low80')).toBe('0.041');
    expect(valueAt('Raise 8 %', 'Everyone', '', 'impact.attrition', 'mean')).toBe('0.062');
    expect(valueAt('Raise 8 %', '', '', 'impact.chanceOfLoss', 'value')).toBe('0.14');
    expect(valueAt('Raise 8 %', '', '', 'kpi.Margin per customer', 'median')).toBe('42.5');
    expect(valueAt('Raise 8 %', '', '', 'impact.breakEvenNulls.neverPays', 'value')).toBe('0');
  });

  it('has no line for a figure that does not exist', () => {
    const impact = impactResult({ breakEvenAttrition: null });
    expect(formatResultCsv(runResult({ impact }))).not.toContain('impact.breakEvenAttrition');
  });

  it('keeps commas, quotes and line breaks of a name', () => {
    const name = 'Raise "gently", 8 %\nthen stop';
    expect(readCsv(formatResultCsv(runResult({ name }))).at(-1)?.[0]).toBe(name);
  });

  it('disarms a plan that is named like a formula, in every flavour', () => {
    const name = '=HYPERLINK("http://a.example","x")';
    for (const flavour of ['plain', 'comma', 'semicolon'] as const) {
      const text = formatResultCsv(runResult({ name }), flavour).replace(/^\uFEFF/, '');
      expect(readCsv(text, flavour === 'semicolon' ? ';' : ',').at(-1)?.[0]).toBe(`'${name}`);
    }
  });
});
