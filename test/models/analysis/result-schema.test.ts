import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Static } from 'typebox';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { resultSchema } from '../../../models/analysis/result-schema.ts';
import type { RunResult } from '../../../models/index.ts';
import { impactResult, runResult, summary } from '../../support/results.ts';

const validate = new Ajv2020({ allErrors: true, strict: true }).compile(resultSchema);

type Mutable<T> = T extends object ? { -readonly [key in keyof T]: Mutable<T[key]> } : T;

describe('the schema of results', () => {
  it('is the one that is published', () => {
    const published = readFileSync(new URL('../../../scenarios/result.schema.json', import.meta.url), 'utf8');
    expect(published).toBe(`${JSON.stringify(resultSchema, null, 2)}\n`);
  });

  it('describes the type that the engine returns', () => {
    expectTypeOf<Static<typeof resultSchema>>().toExtend<RunResult>();
    expectTypeOf<Mutable<RunResult>>().toExtend<Static<typeof resultSchema>>();
  });

  it('accepts a result', () => {
    expect(validate(runResult()), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each([
    ['a field without a description', { ...runResult(), extra: 1 }],
    ['another format', { ...runResult(), format: 'kept-result/2' }],
    ['no plan', { ...runResult(), plans: [] }],
    ['a digest that is none', { ...runResult(), scenario: { ...runResult().scenario, digest: 'abc' } }],
    ['a chance above 1', runResult({ impact: impactResult({ chanceOfLoss: 1.2 }) })],
    [
      'a figure without a mean',
      runResult({ impact: { ...impactResult(), profit: { ...summary(1), mean: null } } }),
    ],
  ])('refuses %s', (_what, result) => {
    expect(validate(result)).toBe(false);
  });
});
