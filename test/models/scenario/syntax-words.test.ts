import { describe, expect, it } from 'vitest';
import { parseScenarioText } from '../../../models/scenario/parse.ts';
import { readShippedFile } from '../../support/shipped-files.ts';

const template = readShippedFile('templates/new-scenario.yaml');

/** What is said of the template with one text in it replaced by another, each problem behind its place. */
function saidOf(before: string, after: string): string[] {
  const broken = template.replace(before, after);
  expect(broken).not.toBe(template);
  const outcome = parseScenarioText(broken);
  return outcome.ok
    ? []
    : outcome.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const lineOf = (words: string) => template.slice(0, template.indexOf(words)).split('\n').length;

describe('a file that is no YAML', () => {
  it('says which bracket is open, where it opens', () => {
    const line = lineOf('price: { mean');
    expect(saidOf('spread: 20 % } ', 'spread: 20 % ')).toEqual([
      `${line}:14 this { is never closed; end it with }`,
    ]);
    expect(saidOf('- { measure: chanceOfLoss', '- [ measure: chanceOfLoss')).toEqual([
      `${lineOf('measure: chanceOfLoss')}:7 this [ is never closed; end it with ]`,
    ]);
  });

  it('says which quote is open, where it opens, and nothing of what follows from it', () => {
    const line = lineOf('source: "put');
    expect(saidOf('"put in your own"', '"put in your own')).toEqual([
      expect.stringMatching(new RegExp(`^${line}:78 this quote is never closed`)),
    ]);
  });

  it.each([
    ['a bracket too many', 'spread: 20 % }', 'spread: 20 % }}', /never opened/],
    ['a comma that is missing', 'mean: 30, spread', 'mean: 30 spread', /comma/],
    ['a colon that is missing', 'months: 36', 'months 36', /add the ":"/],
    ['a colon in a text', 'title: New', 'title: New: one', /put a text in quotes/],
    ['a key that is indented', 'months: 36', '  months: 36', /same indentation/],
    ['a sign that starts no value', 'months: 36', 'months: @36', /put it in quotes/],
    ['a tab', 'months: 36', '\tmonths: 36', /tab/],
  ])('tells what to do about %s, once', (_, before, after, advice) => {
    const said = saidOf(before, after);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(advice);
  });

  it('says of an empty file how a scenario starts', () => {
    const outcome = parseScenarioText('\n');
    expect(outcome).toMatchObject({
      problems: [{ message: 'the file is empty; a scenario starts with format: kept/1' }],
    });
  });
});
