import { type Static, Type } from 'typebox';
import {
  defaultSafeDraws,
  KeptError,
  makeSafe,
  mostSafeDraws,
  type SafetyResult,
} from '../../models/index.ts';
import { draws, plan, strict } from './options.ts';
import { requirePlans, workOfRun } from './price.ts';
import type { Study } from './study.ts';

const options = Type.Object(
  {
    plan: plan('The plan to make safe'),
    bound: Type.Object(
      {
        measure: Type.Union([Type.Literal('chanceOfLoss'), Type.Literal('attrition')]),
        atMost: Type.Number({ minimum: 0, exclusiveMaximum: 1, description: 'A share' }),
      },
      { ...strict, description: 'What must hold' },
    ),
    draws: draws(20, mostSafeDraws, defaultSafeDraws),
  },
  strict,
);

/** Changes that are tried on few draws, and plans that are measured on all of them, doing nothing among them: roughly. */
const [usualTries, drawsOfTry, usualPlans] = [60, 64, 12];

/** The smallest changes that bring a plan under a bound. */
export const safe: Study<Static<typeof options>, SafetyResult> = {
  name: 'safe',
  summary: 'Finds the smallest changes of each kind that make a plan safe',
  ...{ files: 'one', isShort: false, options },
  format: 'kept-safe/1',
  askedFor: ({ engine, plan, bound }) => ({ plan, bound, draws: engine.draws }),
  price: ([{ scenario }], { draws = defaultSafeDraws }) => ({
    work: workOfRun(scenario) * (usualTries * Math.min(draws, drawsOfTry) + usualPlans * draws),
    of: { name: 'draws', asked: draws, lowest: 20 },
  }),
  compute([{ text, scenario }], asked, cores) {
    requirePlans(scenario, [asked.plan]);
    if (asked.plan === 'do nothing') {
      const message = 'doing nothing is what plans are compared with; name another';
      throw new KeptError('invalid-argument', message);
    }
    return makeSafe(text, { ...asked, ...cores.search }, cores.evaluate);
  },
};
