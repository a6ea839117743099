import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Claim, checkClaims, formatProblem, parseScenario, type Scenario } from '../../models/index.ts';

const folder = new URL('../../scenarios/lessons/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));

async function load(file: string): Promise<Scenario> {
  const parsed = await parseScenario(readFileSync(new URL(file, folder), 'utf8'), file);
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
  return parsed.scenario;
}

const lessons = await Promise.all(files.map(async (file) => [file, await load(file)] as const));

it('has a lesson for each thing a trainer shows', () => {
  expect(files).toEqual(
    [
      'advocates',
      ...['training', 'demotivation', 'finding-fault', 'splashy-recoveries', 'competing-on-price'].map(
        (blunder, k) => `blunder-${k + 1}-${blunder}`,
      ),
      'means-without-attitude',
      'promise-what-you-deliver',
      'the-delivery-gap',
      'the-guarantee',
      'the-leaky-bucket',
      'the-surge',
      'value-or-price',
    ].map((name) => `${name}.yaml`),
  );
});

const draws = 24;

describe.each(lessons)('%s', (_file, scenario) => {
  const claims: readonly Claim[] = scenario.lesson?.claim ?? [];

  it('claims something, and it holds at best values', () => {
    expect(claims.length).toBeGreaterThan(0);
    expect(claims.filter((_, k) => !checkClaims(scenario)[k])).toEqual([]);
  });

  it('claims what holds in most draws', () => {
    const outcomes = Array.from({ length: draws }, (_, draw) => checkClaims(scenario, draw));
    const rare = claims.filter((_, k) => outcomes.filter((held) => held[k]).length <= draws / 2);
    expect(rare).toEqual([]);
  });
});
