import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Static, TSchema } from 'typebox';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { analyseSensitivity, type SensitivityResult } from '../../../models/analysis/sensitivity.ts';
import { sensitivitySchema } from '../../../models/analysis/sensitivity-schema.ts';
import { createSweepTask, type Sweep } from '../../../models/analysis/sweep.ts';
import { sweepSchema } from '../../../models/analysis/sweep-schema.ts';
import { runTask } from '../../../models/analysis/task.ts';
import { buildCertain, buildSpending, normal } from '../../support/uncertain-scenario.ts';

const amounts = Array.from({ length: 25 }, (_, k) =>
  normal(k - 12, k + 1, k % 2 === 0 ? 'expert' : 'assumed'),
);
const scenario = buildCertain([
  buildSpending('Save', amounts),
  buildSpending('Wait', [normal(5, 3, 'fitted')]),
]);
const result = await analyseSensitivity(scenario, { rows: 256, draws: 300 });

describe('analyseSensitivity', () => {
  it('looks at the nineteen inputs that move the plan most one by one, and at the others as one group', () => {
    const widest = Array.from({ length: 19 }, (_, k) => `plans.Save.actions.${24 - k}.invest.once`);
    expect(result.tornado.inputs.slice(0, 19).map(({ path }) => path)).toEqual(widest);
    expect(result.indices.inputs.map(({ path }) => path)).toEqual(widest);
    expect(result.indices.everythingElse!.inputs).toBe(6);
  });

  it('leaves to the group what its inputs bring', () => {
    const sum = (upTo: number) => (upTo * (upTo + 1) * (2 * upTo + 1)) / 6;
    const share = sum(6) / sum(25);
    expect(Math.abs(result.indices.everythingElse!.total.share - share)).toBeLessThan(0.01);
  });

  it('values knowledge of the inputs of all plans, and shares out the doubt of the one', () => {
    expect(result.information.options.map(({ name }) => name)).toEqual(['do nothing', 'Save', 'Wait']);
    expect(result.information.inputs.length + result.information.without).toBe(26);
    expect(result.indices.evidenceShare.map(({ evidence }) => evidence)).toEqual(['assumed', 'expert']);
  });

  it('values knowledge in money where the figure is none', async () => {
    const attrition = await analyseSensitivity(scenario, { measure: 'attrition', rows: 2, draws: 20 });
    expect(attrition.information.measure).toBe('profit');
    expect(attrition.indices).toMatchObject({ variance: 0, togetherShare: 1 });
  });
});

type Mutable<T> = T extends object ? { -readonly [key in keyof T]: Mutable<T[key]> } : T;
const compile = (schema: TSchema) => new Ajv2020({ allErrors: true, strict: true }).compile(schema);
const published = (file: string) =>
  readFileSync(new URL(`../../../scenarios/${file}`, import.meta.url), 'utf8');

describe('the schema of sensitivity reports', () => {
  it('is the one that is published', () => {
    expect(published('sensitivity.schema.json')).toBe(`${JSON.stringify(sensitivitySchema, null, 2)}\n`);
  });

  it('describes what is computed, and nothing else', () => {
    expectTypeOf<Static<typeof sensitivitySchema>>().toExtend<SensitivityResult>();
    expectTypeOf<Mutable<SensitivityResult>>().toExtend<Static<typeof sensitivitySchema>>();
    const validate = compile(sensitivitySchema);
    expect(validate(result), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...result, extra: 1 })).toBe(false);
    expect(validate({ ...result, indices: { ...result.indices, togetherShare: 1.2 } })).toBe(false);
  });
});

describe('the schema of sweeps', () => {
  const over = [{ path: 'plans.Save.actions.0.invest.once', from: 0, to: 1, steps: 2 }];

  it('is the one that is published', () => {
    expect(published('sweep.schema.json')).toBe(`${JSON.stringify(sweepSchema, null, 2)}\n`);
  });

  it('describes what is computed, and nothing else', () => {
    expectTypeOf<Static<typeof sweepSchema>>().toExtend<Sweep>();
    expectTypeOf<Mutable<Sweep>>().toExtend<Static<typeof sweepSchema>>();
    const validate = compile(sweepSchema);
    for (const options of [{ over }, { over, draws: 5 }]) {
      const computed = runTask(createSweepTask(scenario, options));
      expect(validate(computed), JSON.stringify(validate.errors)).toBe(true);
      expect(validate({ ...computed, extra: 1 })).toBe(false);
    }
  });
});
