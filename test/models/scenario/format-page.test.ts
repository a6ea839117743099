import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parameterDescriptions } from '../../../models/mechanisms/index.ts';
import { everydayWordList, everydayWords } from '../../../models/scenario/everyday-words.ts';
import { scenarioJsonSchema } from '../../../models/scenario/json-schema.ts';
import { parseScenarioText } from '../../../models/scenario/parse.ts';
import { kpiSeries } from '../../../models/scenario/scenario.ts';
import { readFormatPage } from '../../support/shipped-files.ts';

const { page, example } = readFormatPage();

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly string[];
}

/** Keys of the format by their place, parameters and qualities as one each. */
function keysOf(schema: Schema, path: string): string[] {
  if (schema.items) return keysOf(schema.items, `${path}[]`);
  const names = Object.keys(schema.properties ?? {});
  const isTable = names.includes('priceResponse') || names.includes('empathy');
  return Object.entries(schema.properties ?? {}).flatMap(([key, child]) =>
    isTable && key !== 'priceResponse' && key !== 'empathy'
      ? []
      : [`${path}.${key}`, ...keysOf(child, isTable ? `${path}.*` : `${path}.${key}`)],
  );
}

describe('the page on the scenario file', () => {
  const keys = keysOf(scenarioJsonSchema() as Schema, '');
  const names = [...new Set(keys.map((key) => key.split('.').at(-1) ?? ''))];

  it('has an example that is valid and uses every key', () => {
    expect(parseScenarioText(example)).toMatchObject({ ok: true });
    const used = new Set<string>();
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Array.isArray(value)) for (const key of Object.keys(value)) used.add(key);
      Object.values(value).forEach(visit);
    };
    visit(parse(example));
    expect(names.length).toBeGreaterThan(50);
    // A goal has one direction.
    const unused = ['$schema', 'minimise'];
    expect(names.filter((name) => !used.has(name) && !unused.includes(name))).toEqual([]);
  });

  it('names every key outside its example', () => {
    const prose = page.replace(/^```.*?^```/gms, '');
    const missing = names.filter((name) => !new RegExp(`\\b${name.replace('$', '')}\\b`).test(prose));
    const tables = new Set(['priceResponse', 'empathy', 'competitorPrice']);
    expect(missing.filter((name) => !tables.has(name))).toEqual([]);
  });

  it('names every series, everyday word and choice', () => {
    const words = [
      ...kpiSeries,
      ...everydayWordList,
      'in the price',
      'at purchase',
      'at billing',
      'none',
      'market',
    ];
    expect(words.filter((word) => !page.includes(word))).toEqual([]);
  });

  it('fits on a few pages', () => {
    expect(page.split('\n').length).toBeLessThanOrEqual(320);
  });
});

describe('the everyday words', () => {
  it('are the nine and the five, each with one dimension', () => {
    const nine =
      'reliability responsiveness accessibility safety courtesy consideration communication recognition competence';
    for (const word of nine.split(' ')) expect(everydayWordList).toContain(word);
    expect([...new Set(Object.values(everydayWords))].sort()).toEqual(
      ['assurance', 'empathy', 'reliability', 'responsiveness', 'tangibles'].sort(),
    );
    expect(everydayWordList).toHaveLength(12);
  });

  it('share no name with a parameter', () => {
    const names = new Set(parameterDescriptions.map(({ name }): string => name));
    expect(everydayWordList.filter((word) => names.has(word))).toEqual([]);
  });
});
