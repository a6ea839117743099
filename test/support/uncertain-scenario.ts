import { medianOf } from '../../models/core/distributions.ts';
import { type Distribution, type Evidence, fixed, type Quantity } from '../../models/core/quantity.ts';
import { parameterDescriptions } from '../../models/mechanisms/index.ts';
import type { Plan, Scenario } from '../../models/scenario/scenario.ts';
import { buildAction, buildScenario, inert } from './build-scenario.ts';

/** A mean and a standard deviation, believed on this evidence. */
export function normal(mean: number, sd: number, evidence: Evidence = 'assumed'): Quantity {
  return { belief: { kind: 'normal', mean, sd }, evidence, source: 'test', given: true };
}

/** Money spent once in month 1, each amount an action of its own, that buys nothing. */
export function buildSpending(name: string, amounts: readonly Quantity[]): Plan {
  const actions = amounts.map((once) =>
    buildAction({ invest: { in: 'responsiveness', by: fixed(0), rampMonths: 1, once } }),
  );
  return { name, actions };
}

/**
 * A firm of which everything is certain and no mechanism moves, over one month and without discounting: the profit of a
 * plan that spends is less what it spends, to the cent.
 */
export function buildCertain(plans: readonly Plan[]): Scenario {
  const certain = parameterDescriptions.map(({ name, default: belief }) => [
    name,
    fixed(name === 'indirectCostShare' ? 0 : (inert[name] ?? medianOf(belief as Distribution))),
  ]);
  const scenario = buildScenario({ months: 1, discount: 0, plans });
  return { ...scenario, world: { ...scenario.world, assumptions: Object.fromEntries(certain) } };
}
