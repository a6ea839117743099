import {
  type CustomerTraits,
  describeCustomers,
  type PopulationOptions,
  type PopulationTrajectory,
  simulatePopulation,
} from '../../models/engine/population.ts';
import { createSampler } from '../../models/engine/sample.ts';
import { doNothing } from '../../models/engine/simulate.ts';
import type { Plan, Scenario } from '../../models/scenario/scenario.ts';
import { buildRise, buildScenario, buildSegment } from './build-scenario.ts';

/** One population run at best values. */
export function runPopulation(
  scenario: Scenario,
  plan: Plan = doNothing,
  options: PopulationOptions = {},
): PopulationTrajectory {
  const sample = createSampler({ ...scenario, plans: [plan] }, scenario.seed)('best');
  return simulatePopulation(scenario, plan, sample, options);
}

/** The customers that it follows, by segment. */
export function customersOf(scenario: Scenario, options: PopulationOptions = {}): CustomerTraits[] {
  const sample = createSampler({ ...scenario, plans: [] }, scenario.seed)('best');
  return describeCustomers(scenario, doNothing, sample, options);
}

const tenure = [
  { months: 3, share: 0.3 },
  { months: 30, share: 0.7 },
];
export const free = buildSegment({ name: 'Free', spread: 0.6, tenure, customers: 2000 });
export const bound = buildSegment({ name: 'Bound', tenure, contract: { termMonths: 12 }, customers: 2000 });

/** A segment without and one with contracts, and a rise for both. */
export const mixed = buildScenario({ segments: [free, bound], months: 18 });
export const rise = buildRise(0.15, { at: 4, announce: 3, announced: true, segments: ['Free', 'Bound'] });

/** Mean over replications and its standard error. */
export function meanAndError(values: readonly number[]): readonly [number, number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return [mean, Math.sqrt(squares / (values.length - 1) / values.length)];
}

export const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
