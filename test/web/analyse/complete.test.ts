import { beforeAll, describe, expect, it } from 'vitest';
import { describeFile, explainScenario, parseScenario } from '../../../models/index.ts';
import { type FileNames, noNames, offersAt } from '../../../web/analyse/complete.ts';
import { describePlace, type KnownFile } from '../../../web/analyse/describe-place.ts';
import { findPlace } from '../../../web/analyse/file-place.ts';
import { createFileSchema, type FileSchema } from '../../../web/analyse/file-schema.ts';
import { smallScenario } from '../../support/small-scenario.ts';

let schema: FileSchema;
beforeAll(async () => {
  schema = createFileSchema(await describeFile());
});

/** What is offered at the bar. */
function offers(marked: string, names: FileNames = noNames) {
  const offset = marked.indexOf('|');
  const place = findPlace(marked.replace('|', ''), offset);
  return offersAt(schema, place, names, 0);
}
const labels = (marked: string, names?: FileNames) => offers(marked, names).map(({ label }) => label);

describe('completion', () => {
  it('offers the keys of the map that are not there yet, those that must be there first', () => {
    const found = labels('format: kept/1\n|');
    expect(found).toContain('world');
    expect(found).not.toContain('format');
    expect(found.indexOf('title')).toBeLessThan(found.indexOf('months'));
    expect(labels('world:\n  segments:\n    - name: A\n      |')).toContain('churn');
  });

  it('offers the words of a choice, and yes or no', () => {
    expect(labels('plans:\n  - name: A\n    actions:\n      - { at: 3, reason: |')).toEqual([
      'none',
      'cost',
      'quality',
      'market',
      'profit',
    ]);
    expect(labels('world:\n  segments:\n    - profile: { economic: |')).toEqual(['low', 'medium', 'high']);
    expect(labels('plans:\n  - actions:\n      - { at: 1, recover: { ownFault: |')).toEqual([
      'true',
      'false',
    ]);
  });

  it('offers what a number rests on, and what the optimiser is left in a plan alone', () => {
    expect(labels('world:\n  segments:\n    - churn: { |')).toEqual(
      expect.arrayContaining(['best', 'range', 'evidence', 'source']),
    );
    expect(labels('world:\n  segments:\n    - churn: { |')).not.toContain('free');
    expect(labels('plans:\n  - actions:\n      - price: { by: { |')).toContain('free');
    expect(labels('inputs:\n  rise: { evidence: |')).toEqual(['assumed', 'expert', 'fitted', 'backtested']);
  });

  it('offers names of the file where one is meant, in quotes where they need them', () => {
    const names = { ...noNames, segments: ['Members', 'Two: years'], plans: ['Ask for more'] };
    const found = offers('plans:\n  - actions:\n      - { at: 2, segments: [|', names);
    expect(found.map(({ apply }) => apply)).toEqual(['Members', '"Two: years"']);
    expect(labels('optimise:\n  plan: |', names)).toEqual(['Ask for more']);
  });

  it('writes a map or a list so that the next word stands in it', () => {
    const under = Object.fromEntries(offers('world:\n  |').map(({ label, apply }) => [label, apply]));
    expect(under.market).toBe('market:\n  ');
    expect(under.segments).toBe('segments:\n  - ');
    expect(under.insight).toBe('insight: ');
    const within = offers('plans:\n  - actions:\n      - { at: 1, |').find(({ label }) => label === 'price');
    expect(within?.apply).toBe('price: { ');
  });

  it('offers nothing where the schema knows no place', () => {
    expect(labels('nothing:\n  of: |')).toEqual([]);
  });
});

describe('documentation of a place', () => {
  let known: KnownFile;
  beforeAll(async () => {
    const outcome = await parseScenario(smallScenario);
    if (!outcome.ok) throw new Error('the small scenario has a problem');
    const { scenario } = outcome;
    const names = { segments: scenario.world.segments.map(({ name }) => name) };
    known = { names, explained: new Map(explainScenario(scenario).map((each) => [each.path, each])) };
  });

  it('says what a key means, what it takes, and what the file makes of it', () => {
    const words = describePlace(schema, ['world', 'segments', '[0]', 'churn'], known);
    expect(words?.where).toBe('world.segments[0].churn');
    expect(words?.meaning).toMatch(/leave/);
    expect(words?.lines.join(' ')).toMatch(/Takes a share.*In the file: 2.00.% a month.*expert: last year/);
    expect(
      describePlace(schema, ['world', 'segments', '[0]', 'churn', 'range'], known)?.lines.join(),
    ).toMatch(/expert: last year/);
  });

  it('says bounds, default, evidence and source of a parameter', () => {
    const words = describePlace(schema, ['world', 'assumptions', 'priceResponse'], known);
    const said = words?.lines.join('\n') ?? '';
    expect(said).toMatch(/Between .* and |At least /);
    expect(said).toMatch(/By default .*80.%: .* to .*(assumed|expert|fitted|back-tested): \w/);
  });

  it('says what stands where a number is left out', () => {
    const words = describePlace(schema, ['world', 'insight'], known);
    expect(words?.lines.join()).toMatch(/Left out, it is /);
  });

  it('knows nothing of what the schema does not have', () => {
    expect(describePlace(schema, ['world', 'segments', '[0]', 'chrun'], known)).toBeNull();
  });
});
