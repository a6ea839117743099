import { describe, expect, it } from 'vitest';
import { parameterDescriptions } from '../../../models/mechanisms/index.ts';
import { type Explanation, explainScenario } from '../../../models/scenario/explain.ts';
import { listQuantities } from '../../../models/scenario/list-quantities.ts';
import { parseScenarioText } from '../../../models/scenario/parse.ts';
import { readParts, type ScenarioParts } from '../../support/scenario-text.ts';
import { listShippedFiles, readShippedFile } from '../../support/shipped-files.ts';

const explain = (parts: ScenarioParts) => explainScenario(readParts(parts));
const find = (explained: readonly Explanation[], path: string) => {
  const found = explained.find((explanation) => explanation.path === path);
  if (!found) throw new Error(`nothing at ${path}`);
  return found;
};

describe('explainScenario', () => {
  it('says where the file names no source, and claims none', () => {
    const explained = explain({ segment: 'costToServe: { value: 12, evidence: expert }' });
    expect(find(explained, 'segments.Everyone.costToServe')).toMatchObject({
      ...{ source: 'no source stated', given: true },
    });
    for (const { source } of explained) expect(source).not.toMatch(/stated in the file/);
  });

  it('explains every quantity and every parameter of the shipped files, with its source', () => {
    for (const name of listShippedFiles()) {
      const parsed = parseScenarioText(readShippedFile(name));
      if (!parsed.ok) throw new Error(name);
      const explained = explainScenario(parsed.scenario);
      const paths = explained.map(({ path }) => path);
      for (const { name: parameter } of parameterDescriptions)
        expect(paths).toContain(`assumptions.${parameter}`);
      expect(explained.length).toBeGreaterThan(listQuantities(parsed.scenario).length);
      for (const { source, distribution, value, low80, high80 } of explained) {
        expect([source, distribution].filter((text) => text.trim() === '')).toEqual([]);
        if (low80 === null || high80 === null || value === null) continue;
        expect(low80).toBeLessThan(high80);
        expect(value).toBeGreaterThan(low80);
        expect(value).toBeLessThan(high80);
      }
    }
  });

  it('says what is stated, with its range as stated', () => {
    const segment =
      'churn: { best: 2.4 %/month, range: 1.9 %/month to 3 %/month, evidence: fitted, source: telco.csv }';
    expect(find(explain({ segment }), 'segments.Everyone.churn')).toEqual({
      path: 'segments.Everyone.churn',
      meaning: 'Share of customers who leave',
      value: 0.024,
      unit: '1/month',
      low80: 0.019,
      high80: 0.03,
      distribution: 'logit-normal in two pieces around its median',
      evidence: 'fitted',
      source: 'telco.csv',
      given: true,
    });
  });

  it('says that a certain number is certain', () => {
    expect(find(explain({}), 'segments.Everyone.customers')).toMatchObject({
      value: 1000,
      low80: null,
      high80: null,
      distribution: 'certain',
      given: true,
    });
  });

  it('marks defaults, those that are no number included', () => {
    const explained = explain({});
    for (const path of [
      'discountRate',
      'segments.Everyone.costToServe',
      'segments.Everyone.tenure',
      'assumptions.attention',
    ]) {
      expect(find(explained, path).given).toBe(false);
    }
    expect(find(explained, 'segments.Everyone.joiners')).toMatchObject({ value: null, given: false });
    const stated = explain({
      segment: 'tenure: [{ months: 10, share: 40 % }, { months: 60, share: 60 % }]\njoiners: 5 /month',
    });
    expect(find(stated, 'segments.Everyone.tenure')).toMatchObject({
      value: 40,
      distribution: '40 % at 10, 60 % at 60',
      given: true,
    });
    expect(find(stated, 'segments.Everyone.joiners')).toMatchObject({ value: 5, given: true });
  });

  it('works out the range of a formula from its inputs', () => {
    const top = 'inputs: { wageRise: { range: 1 % to 4 % }, sure: 2 }';
    const one = find(
      explain({ top, segment: 'costToServe: "= 5 * (1 + wageRise)"' }),
      'segments.Everyone.costToServe',
    );
    expect(one.low80).toBeCloseTo(5.05, 3);
    expect(one.high80).toBeCloseTo(5.2, 3);
    expect(one.distribution).toBe('= 5 * (1 + wageRise)');
    const none = find(
      explain({ top, segment: 'costToServe: "= 5 * sure"' }),
      'segments.Everyone.costToServe',
    );
    expect(none).toMatchObject({ value: 10, low80: null, high80: null });
  });

  it('adds independent inputs as independent numbers', () => {
    // Two equal normal inputs: the 80 % range of their sum is √2 times as wide, not twice.
    const top = 'inputs: { a: -1 to 1, b: -1 to 1 }';
    const sum = find(
      explain({ top, segment: 'costToServe: "= 10 + a + b"' }),
      'segments.Everyone.costToServe',
    );
    expect(sum.low80).toBeCloseTo(10 - Math.SQRT2, 1);
    expect(sum.high80).toBeCloseTo(10 + Math.SQRT2, 1);
  });

  it('shows names with dots as they are written', () => {
    expect(explain({ segment: 'fees: { "St. Mary": 1 }' }).map(({ path }) => path)).toContain(
      'segments.Everyone.fees.St. Mary',
    );
  });
});
