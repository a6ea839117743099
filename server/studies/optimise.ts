import { type Static, Type } from 'typebox';
import {
  defaultOptimiseDraws,
  mostOptimiseDraws,
  type Optimum,
  optimise as optimisePlan,
} from '../../models/index.ts';
import { draws, strict } from './options.ts';
import { workOfRun } from './price.ts';
import type { Study } from './study.ts';

const options = Type.Object({ draws: draws(8, mostOptimiseDraws, defaultOptimiseDraws) }, strict);

/** Plans that a search measures on all draws, roughly; most are dropped on fewer. */
const usualPlans = 100;

/** The best values of what a file leaves free. */
export const optimise: Study<Static<typeof options>, Optimum> = {
  name: 'optimise',
  summary: 'Finds the best values of the numbers that a scenario leaves free',
  ...{ files: 'one', isShort: false, options },
  format: 'kept-optimum/1',
  askedFor: ({ engine }) => ({ draws: engine.draws }),
  price: ([{ scenario }], { draws = defaultOptimiseDraws }) => ({
    work: workOfRun(scenario) * 2 * usualPlans * draws,
    of: { name: 'draws', asked: draws, lowest: 8 },
  }),
  compute: ([{ scenario }], asked, cores) =>
    optimisePlan(scenario, { ...asked, ...cores.search }, cores.evaluate),
};
