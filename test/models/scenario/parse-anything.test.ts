import { describe, expect, it } from 'vitest';
import { parseScenarioText } from '../../../models/scenario/parse.ts';
import { listBrokenFiles, readBrokenFile } from '../../support/broken-files.ts';
import fc, { runs } from '../../support/properties.ts';
import { scenarioText } from '../../support/scenario-text.ts';
import { readFormatPage, readShippedFile } from '../../support/shipped-files.ts';

describe('any change to a valid file', () => {
  const seeds = [scenarioText(), readFormatPage().example, readShippedFile('backtests/netflix-2011.yaml')];
  const shards = [...seeds, ...listBrokenFiles().map(readBrokenFile)].filter((text) => text.length < 20_000);
  const snippets = [
    '\n',
    '  ',
    '\t',
    ':',
    ': ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '#',
    '&a ',
    '*a',
    '!',
    '%',
    '|',
    '>',
    ',',
  ];
  const values = [
    'null',
    'true',
    '12,000',
    '= x',
    '"= 1 / 0"',
    '1e999',
    '{ free: 1 }',
    '[]',
    '{}',
    '-5',
    '0 %',
    '5 to 3',
    '2027-13',
  ];
  const mutation = fc.record({
    text: fc.constantFrom(...seeds),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.integer({ min: 0, max: 60 }),
    put: fc.oneof(
      fc.constantFrom(...snippets, ...values),
      fc.string({ maxLength: 5 }),
      fc
        .constantFrom(...shards)
        .chain((shard) => fc.nat({ max: shard.length }).map((start) => shard.slice(start, start + 40))),
    ),
  });

  it('gives a scenario or positioned problems, never an exception', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
        let { text } = mutations[0];
        for (const { at, cut, put } of mutations) {
          const start = Math.floor(at * text.length);
          text = text.slice(0, start) + put + text.slice(start + cut);
        }
        const parsed = parseScenarioText(text, 'a.yaml');
        const lines = text.split('\n').length;
        if (parsed.ok) {
          expect(parsed.scenario.world.segments.length).toBeGreaterThan(0);
          return;
        }
        expect(parsed.problems.length).toBeGreaterThan(0);
        for (const { line, column, message } of parsed.problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(message).toMatch(/\S/);
          // A name of our own code in a message would be a mistake of ours, not of the writer.
          expect(message).not.toMatch(/undefined|\[object|NaN\b(?!")|TypeError|Cannot read/);
        }
      }),
      runs(400),
    );
  });
});
