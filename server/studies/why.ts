import { type Static, Type } from 'typebox';
import {
  type AttributedPlan,
  type AttributionResult,
  createTask,
  defaultAttributionDraws,
  mostAttributionDraws,
  reportAttribution,
  type TaskRequest,
} from '../../models/index.ts';
import { draws, plans, strict } from './options.ts';
import { countPlans, priceOfDraws, requirePlans } from './price.ts';
import type { Study } from './study.ts';

const options = Type.Object(
  { plans, draws: draws(2, mostAttributionDraws, defaultAttributionDraws) },
  strict,
);

/** Runs of a plan in which some of its causes are off, for each draw; a few more than are measured. */
const runsPerDraw = 100;

/** What a plan's impact comes from. */
export const why: Study<Static<typeof options>, AttributionResult> = {
  name: 'why',
  summary: 'Splits the impact of each plan over its causes',
  ...{ files: 'one', isShort: false, options },
  format: 'kept-attribution/1',
  askedFor: ({ engine, plans }) => ({ draws: engine.draws, plans: plans.map(({ name }) => name) }),
  price: (sources, { draws = defaultAttributionDraws, plans: wanted }) =>
    priceOfDraws(sources, draws, (scenario) => countPlans(scenario, wanted) * runsPerDraw),
  async compute([{ scenario }], { plans: wanted = [], draws = defaultAttributionDraws }, cores) {
    requirePlans(scenario, wanted);
    const plans = scenario.plans.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
    const attributed: AttributedPlan[] = [];
    for (const [before, plan] of plans.entries()) {
      const request: TaskRequest<'attribution'> = {
        ...{ kind: 'attribution', scenario, plan, options: { draws } },
      };
      const words = (done: number) => `${plan.name}: ${done} of ${draws} draws`;
      attributed.push(
        await cores.run(request, createTask(request), { words, part: { before, of: plans.length } }),
      );
    }
    return reportAttribution(scenario, draws, attributed);
  },
};
