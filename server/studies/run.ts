import { type Static, Type } from 'typebox';
import {
  coarsestError,
  createTask,
  defaultDraws,
  finestError,
  type RunResult,
  type TaskRequest,
} from '../../models/index.ts';
import { allDraws, optional, plans, seed, strict } from './options.ts';
import { countPlans, priceOfDraws, requirePlans } from './price.ts';
import type { Study } from './study.ts';

const options = Type.Object(
  {
    plans,
    draws: allDraws(defaultDraws),
    untilError: optional(
      Type.Number({
        minimum: finestError,
        maximum: coarsestError,
        description:
          'Stop when the standard error of every chance of loss is below this share; draws is then the most',
      }),
    ),
    seed,
  },
  strict,
);

/** All plans of a file against doing nothing. */
export const run: Study<Static<typeof options>, RunResult> = {
  name: 'run',
  summary: 'Simulates the plans of a scenario against doing nothing',
  ...{ files: 'one', isShort: false, hasPartialResults: true, options },
  format: 'kept-result/1',
  askedFor: ({ engine, plans }) => ({
    ...{ draws: engine.draws, seed: engine.seed, plans: plans.slice(1).map(({ name }) => name) },
    ...(engine.stop && { untilError: engine.stop.untilError }),
  }),
  price: (sources, { draws = defaultDraws, plans: wanted }) =>
    priceOfDraws(sources, draws, (scenario) => countPlans(scenario, wanted)),
  compute([{ scenario }], asked, cores) {
    requirePlans(scenario, asked.plans ?? []);
    const request: TaskRequest<'run'> = { kind: 'run', scenario, options: asked };
    const task = createTask(request);
    const openEnded = asked.untilError !== undefined;
    const of = openEnded ? 'of at most' : 'of';
    const words = (blocks: number) => `${task.drawsIn(blocks)} ${of} ${task.draws} draws`;
    return cores.run(request, task, { words, openEnded });
  },
};
