import { digestOf } from '../core/digest.ts';
import { engineVersion } from '../core/version.ts';
import {
  defaultCustomers,
  describeCustomers,
  type PopulationOptions,
  simulatePopulation,
} from '../engine/population.ts';
import { createSampler } from '../engine/sample.ts';
import { doNothing } from '../engine/simulate.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ConcentrationResult } from './concentration-result.ts';
import { rankCustomers } from './customer-value.ts';
import { describeBase, describePlan } from './value-deciles.ts';

/**
 * How revenue and profit concentrate on customers, and whom the plans lose: a population run at best values of doing
 * nothing and of each plan, the same customers with the same draws in all.
 *
 * Inputs    customers to follow and seed as in `PopulationOptions`; names of plans, all when left out
 * Returns   figures that docs/measures.md defines, with standard errors from the sample of customers
 */
export function computeConcentration(
  scenario: Scenario,
  options: PopulationOptions & { readonly plans?: readonly string[] } = {},
): ConcentrationResult {
  const seed = options.seed ?? scenario.seed;
  const sample = createSampler(scenario, seed)('best');
  const wanted = scenario.plans.filter(({ name }) => options.plans?.includes(name) ?? true);
  const baseline = simulatePopulation(scenario, doNothing, sample, options);
  const ranked = rankCustomers(baseline, describeCustomers(scenario, doNothing, sample, options));
  const { title, currency, months } = scenario;
  return {
    format: 'kept-concentration/1',
    engine: { version: engineVersion, seed, customers: options.customers ?? defaultCustomers },
    scenario: { title, digest: digestOf(scenario), currency, months },
    base: describeBase(baseline, ranked),
    plans: wanted.map((plan) =>
      describePlan(plan.name, simulatePopulation(scenario, plan, sample, options), baseline, ranked),
    ),
  };
}
