import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Claim,
  checkClaims,
  createCrowdRunner,
  doNothing,
  formatProblem,
  parseScenario,
  type Scenario,
} from '../../models/index.ts';

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

/** What the debriefs and answers say beyond the claims: of a mechanism, where less, where more, in which month. */
const said = [
  ['advocates', 'word-of-mouth', 'Thank the advocates', 'Something to talk about', 36],
  ['blunder-1-training', 'staff', 'Train everybody', 'do nothing', 12],
  ['blunder-2-demotivation', 'staff', 'Systems that shorten calls', 'A campaign for spirit', 12],
  ['blunder-2-demotivation', 'failure', 'Systems that shorten calls', 'A campaign for spirit', 36],
  ['blunder-2-demotivation', 'contact-centre', 'Two more agents', 'Systems that shorten calls', 36],
  ['blunder-3-finding-fault', 'listening', 'do nothing', 'Ratings that find fault', 12],
  ['blunder-3-finding-fault', 'delivery', 'Ratings that find fault', 'do nothing', 12],
  ['blunder-4-splashy-recoveries', 'failure', 'Reward prevention', 'Reward recoveries only', 36],
  ['blunder-5-competing-on-price', 'price-level', 'Match the cut', 'do nothing', 36],
  ['means-without-attitude', 'delivery', 'All into means', 'Means and people', 36],
  ['promise-what-you-deliver', 'acquisition', 'Promise 6 and deliver 7', 'do nothing', 36],
  ['promise-what-you-deliver', 'acquisition', 'do nothing', 'Promise 9 and deliver 7', 36],
  ['promise-what-you-deliver', 'trust', 'Promise 9 and deliver 7', 'do nothing', 36],
  ['the-delivery-gap', 'listening', 'Ask first and spend the rest', 'Spend on what management believes', 36],
  ['the-delivery-gap', 'acquisition', 'Promise less', 'do nothing', 36],
  ['the-guarantee', 'guarantee', 'Repair quicker then guarantee', 'Guarantee now', 36],
  ['the-guarantee', 'trust', 'Repair quicker', 'Repair quicker then guarantee', 36],
  ['the-leaky-bucket', 'word-of-mouth', 'Pour in more', 'Stop the leak', 36],
  ['the-surge', 'contact-centre', 'Raise with agents for the surge', 'Raise in two waves', 4],
  ['the-surge', 'contact-centre', 'Raise in two waves', 'Raise unprepared', 4],
  ['the-surge', 'staff', 'Raise unprepared', 'do nothing', 6],
  ['value-or-price', 'trust', 'Cut the price by 5 %', 'Spend it on service', 36],
] as const;

it.each(said)(
  '%s: %s is less where one would %s than where one would %s',
  (file, name, less, more, month) => {
    const [, scenario] = lessons.find(([known]) => known === `${file}.yaml`)!;
    const runner = createCrowdRunner(scenario);
    const levelOf = (plan: string) =>
      runner.trace([doNothing, ...scenario.plans].find((one) => one.name === plan)!).get(name)![month - 1];
    const [low, high] = [levelOf(less), levelOf(more)];
    expect(high - low).toBeGreaterThan(0.01 * Math.abs(high));
  },
);
