import type { Quantity } from '../core/quantity.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Priors } from './estimate-priors.ts';

/** The scenario with these beliefs in place of the defaults. What the file states of a parameter itself is replaced. */
export function assumePriors(scenario: Scenario, priors: Priors): Scenario {
  const stated = Object.entries(priors).map(([name, { median, sdLog }]): [string, Quantity] => [
    name,
    {
      belief: { kind: 'lognormal', median, sdLog },
      ...{ evidence: 'backtested', source: 'estimated without this case', given: false },
    },
  ]);
  const assumptions = { ...scenario.world.assumptions, ...Object.fromEntries(stated) };
  return { ...scenario, world: { ...scenario.world, assumptions } };
}
