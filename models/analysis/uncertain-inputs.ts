import { KeptError } from '../core/errors.ts';
import type { Evidence } from '../core/quantity.ts';
import { createQuantileSampler, type Sample, type Standing } from '../engine/sample.ts';
import { doNothing, simulate } from '../engine/simulate.ts';
import { type ListedQuantity, listQuantities, readablePath } from '../scenario/list-quantities.ts';
import type { Plan, Scenario } from '../scenario/scenario.ts';
import { computePlanFigures, type PlanFigures } from './plan-figures.ts';

/** An uncertain number of a scenario, as reports name it. */
export interface UncertainInput {
  /** As `kept explain` prints it. */
  readonly path: string;
  readonly meaning: string;
  readonly unit: string;
  readonly evidence: Evidence;
}

/** The numbers that draws differ in, in the order of the file; formulas follow from them. */
export function listUncertain(scenario: Scenario): ListedQuantity[] {
  return listQuantities(scenario).filter(
    ({ quantity }) => quantity.belief.kind !== 'fixed' && quantity.belief.kind !== 'formula',
  );
}

export function describeInput({ id, meaning, unit, quantity }: ListedQuantity): UncertainInput {
  return { path: readablePath(id), meaning, unit, evidence: quantity.evidence };
}

/** The scenario with one plan, by name; absent: its first. Errors: unknown-plan */
export function withPlan(
  scenario: Scenario,
  name: string | undefined,
): Scenario & { plans: readonly [Plan] } {
  const plan = name === undefined ? scenario.plans[0] : scenario.plans.find((one) => one.name === name);
  if (plan) return { ...scenario, plans: [plan] };
  const message =
    name === undefined ? 'the scenario has no plan' : `there is no plan named ${JSON.stringify(name)}`;
  throw new KeptError('unknown-plan', message, name === undefined ? {} : { plan: name });
}

/** A plan against `do nothing`, each uncertain number standing where the caller says. */
export function createPlanRun(scenario: Scenario & { plans: readonly [Plan] }) {
  const sampleAt = createQuantileSampler(scenario);
  const [plan] = scenario.plans;
  return (standing: (id: string) => Standing): { sample: Sample; figures: PlanFigures } => {
    const sample = sampleAt(standing);
    const baseline = simulate(scenario, doNothing, sample);
    const run = simulate(scenario, plan, sample, undefined, undefined, baseline);
    return { sample, figures: computePlanFigures(run, baseline) };
  };
}
