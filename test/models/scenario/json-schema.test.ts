import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { scenarioJsonSchema } from '../../../models/scenario/json-schema.ts';
import { parseScenarioText } from '../../../models/scenario/parse.ts';
import type { ScenarioFile } from '../../../models/scenario/schema.ts';
import { listBrokenFiles, readBrokenFile } from '../../support/broken-files.ts';
import { listShippedFiles, readFormatPage, readShippedFile } from '../../support/shipped-files.ts';

const published = new URL('../../../scenarios/scenario.schema.json', import.meta.url);
const schema = JSON.parse(readFileSync(published, 'utf8'));
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
const errorsOf = (value: unknown) => {
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

/** Paths of all that is no map and no list. */
function leavesOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, child]) => leavesOf(child, [...path, key]));
}

describe('the published JSON Schema', () => {
  it('is fresh: npm run schema', () => {
    expect(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`).toBe(readFileSync(published, 'utf8'));
  });

  it('holds nothing of how the program reads a file', () => {
    expect(JSON.stringify(schema)).not.toMatch(/~|Symbol|function/);
  });

  it.each(listShippedFiles())('accepts %s', (name) => {
    expect(errorsOf(parse(readShippedFile(name)))).toEqual([]);
  });

  it('accepts the example with every key', () => {
    expect(errorsOf(parse(readFormatPage().example))).toEqual([]);
  });

  // Those whose mistake is one of structure, which an editor can show while one writes.
  it.each([
    ...['unknown-keys', 'missing-keys', 'not-yet-available', 'no-segments', 'wrong-types', 'idle-actions'],
    ...['months-out-of-range', 'other-format', 'not-a-map', 'services', 'kpis', 'evidence'],
  ])('refuses the broken %s', (name) => {
    expect(listBrokenFiles()).toContain(name);
    expect(errorsOf(parse(readBrokenFile(name), { uniqueKeys: false }))).not.toEqual([]);
  });

  it('names the place of a structural mistake', () => {
    const { example } = readFormatPage();
    expect(errorsOf(parse(example.replace('reason: cost', 'reason: costs')))).toEqual([
      '/plans/0/actions/0/reason must be equal to one of the allowed values',
    ]);
    expect(errorsOf(parse(example.replace('discountRate', 'discount')))).toEqual([
      ' must NOT have additional properties',
    ]);
  });

  it('admits a free number where the program does, and nowhere else', () => {
    const free = { free: '1 to 2', start: 1 };
    const document = parseDocument(readFormatPage().example);
    const leaves = leavesOf(document.toJS());
    const admitted = leaves.filter((path) => {
      const changed = document.clone();
      changed.setIn(path, free);
      return errorsOf(changed.toJS()).length === 0;
    });
    for (const path of admitted) document.setIn(path, free);
    const parsed = parseScenarioText(document.toString());
    const problems = parsed.ok ? [] : parsed.problems;
    expect(problems.filter(({ message }) => /cannot be (left )?free/.test(message))).toEqual([]);
    expect(admitted.filter(([section]) => section !== 'plans')).toEqual([]);
    const ways = ['at', 'by', 'to', 'phases', 'tenure', 'announce', 'ramp', 'until'];
    expect(admitted.map((path) => path.at(-1))).toEqual(expect.arrayContaining(ways));
  });

  it('describes every key', () => {
    const undescribed: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, child] of Object.entries((node as { properties?: object }).properties ?? {})) {
        if (!/\w/.test((child as { description?: string }).description ?? ''))
          undescribed.push(`${path}.${key}`);
      }
      for (const [key, child] of Object.entries(node)) if (key !== '$defs') visit(child, `${path}.${key}`);
    };
    visit(schema, '');
    expect(undescribed).toEqual([]);
  });

  it('has the type that programs write files with', () => {
    const file: ScenarioFile = {
      format: 'kept/1',
      title: 'Typed',
      world: {
        segments: [{ name: 'A', customers: 5, price: { mean: 3, spread: '5 %' }, churn: '2 %/month' }],
      },
      plans: [{ name: 'P', actions: [{ at: 1, price: { by: '8 %' } }] }],
    };
    expect(errorsOf(file)).toEqual([]);
  });
});
