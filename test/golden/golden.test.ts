import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { computeGolden, goldenScenarios } from './figures.ts';

const golden = JSON.parse(readFileSync(new URL('./golden.json', import.meta.url), 'utf8'));

test.each(goldenScenarios)('%s gives the recorded figures', { timeout: 120_000 }, async (file) => {
  expect(await computeGolden(file)).toEqual(golden[file]);
});
