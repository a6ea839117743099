import { type Static, Type } from 'typebox';
import {
  analyseSensitivity,
  createTask,
  defaultDraws,
  defaultRows,
  KeptError,
  mostInformedDraws,
  mostRows,
  type PlanMeasure,
  planMeasures,
  type Scenario,
  type SensitivityResult,
  type SensitivityWork,
} from '../../models/index.ts';
import { draws, optional, plan, seed, strict } from './options.ts';
import { requirePlans, workOfRun } from './price.ts';
import type { Cores, Study } from './study.ts';

const options = Type.Object(
  {
    plan: optional(plan('The plan to look at; the first unless stated')),
    measure: optional(
      Type.Unsafe<PlanMeasure>(
        Type.Union(
          planMeasures.map((measure) => Type.Literal(measure)),
          { description: 'profit unless stated' },
        ),
      ),
    ),
    rows: optional(
      Type.Integer({
        minimum: 2,
        maximum: mostRows,
        description: `Rows of the design, a power of two; ${defaultRows} unless stated`,
      }),
    ),
    draws: draws(1, mostInformedDraws, defaultDraws),
    seed,
  },
  strict,
);

/** Pairs of runs for a row of the design, and those that do not depend on rows. */
const pairsPerRow = 26;
const otherPairs = 300;

/** What the outcome of a plan depends on. */
export const sensitivity: Study<Static<typeof options>, SensitivityResult> = {
  name: 'sensitivity',
  summary: 'Which inputs the outcome of a plan depends on, and which are worth measuring first',
  ...{ files: 'one', isShort: false, options },
  format: 'kept-sensitivity/1',
  askedFor: ({ engine, plan, measure }) => ({
    ...{ plan, measure, rows: engine.rows, draws: engine.draws, seed: engine.seed },
  }),
  price([{ scenario }], { rows = defaultRows, draws = defaultDraws }) {
    const informed = draws * (scenario.plans.length + 1);
    const runs = 2 * (rows * pairsPerRow + otherPairs) + informed;
    return { work: workOfRun(scenario) * runs, of: { name: 'rows', asked: rows, lowest: 2 } };
  },
  compute([{ scenario }], asked, cores) {
    requirePlans(scenario, asked.plan === undefined ? [] : [asked.plan]);
    if (scenario.plans.length === 0)
      throw new KeptError('invalid-argument', 'the scenario has no plan to look at');
    return analyseSensitivity(scenario, asked, workOn(scenario, cores));
  },
};

function workOn(scenario: Scenario, { run }: Cores): SensitivityWork {
  const words = (step: number, what: string, all: number, of: string) => (blocks: number) =>
    `step ${step} of 3, ${what}: ${blocks} of ${all} ${of}`;
  return {
    tornado: (options) => {
      const request = { kind: 'tornado', scenario, options } as const;
      const task = createTask<'tornado'>(request);
      return run(request, task, { words: words(1, 'inputs one by one', task.blocks, 'runs') });
    },
    indices: (options) => {
      const request = { kind: 'indices', scenario, options } as const;
      const task = createTask<'indices'>(request);
      return run(request, task, { words: words(2, 'inputs together', task.blocks, 'runs') });
    },
    information: (options) => {
      const request = { kind: 'information', scenario, options } as const;
      const task = createTask<'information'>(request);
      return run(request, task, { words: words(3, 'value of information', task.blocks, 'draws') });
    },
  };
}
