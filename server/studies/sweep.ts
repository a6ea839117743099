import { type Static, Type } from 'typebox';
import { createTask, mostInformedDraws, mostSteps, type Sweep } from '../../models/index.ts';
import { draws, optional, plan, seed, strict } from './options.ts';
import { requirePlans, workOfRun } from './price.ts';
import type { Study } from './study.ts';

const axis = Type.Object(
  {
    path: Type.String({ minLength: 1, maxLength: 300, description: 'As kept explain prints it' }),
    from: Type.Number({ description: 'In the base unit of the number; shares are fractions' }),
    to: Type.Number(),
    steps: Type.Integer({ minimum: 2, maximum: mostSteps, description: 'Values in all, the ends included' }),
  },
  strict,
);

const options = Type.Object(
  {
    over: Type.Array(axis, { minItems: 1, maxItems: 2, description: 'One number, or two for a grid' }),
    plan: optional(plan('The plan to look at; the first unless stated')),
    draws: draws(1, mostInformedDraws, 1),
    seed,
  },
  strict,
);

/** A plan's figures over a line or a grid. */
export const sweep: Study<Static<typeof options>, Sweep> = {
  name: 'sweep',
  summary: "A plan's figures while one or two numbers of the scenario take other values",
  ...{ files: 'one', isShort: false, options },
  format: 'kept-sweep/1',
  askedFor: ({ engine, plan, draws, axes }) => ({
    over: axes.map(({ path, values }) => ({
      ...{ path, from: values[0], to: values[values.length - 1], steps: values.length },
    })),
    ...{ plan, seed: engine.seed },
    ...(draws > 0 && { draws }),
  }),
  price([{ scenario }], { over, draws = 1 }) {
    const points = over.reduce((product, { steps }) => product * steps, 1);
    return { work: workOfRun(scenario) * 2 * points * draws, of: { name: 'draws', asked: draws, lowest: 1 } };
  },
  compute([{ scenario }], asked, cores) {
    requirePlans(scenario, asked.plan === undefined ? [] : [asked.plan]);
    const request = { kind: 'sweep', scenario, options: asked } as const;
    const task = createTask<'sweep'>(request);
    return cores.run(request, task, { words: (blocks) => `${blocks} of ${task.blocks} runs` });
  },
};
