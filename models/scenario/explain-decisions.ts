import type { Quantity } from '../core/quantity.ts';
import { type Decision, writeDecision } from './decision.ts';
import type { Explanation } from './explain.ts';
import type { Scenario } from './scenario.ts';

/** The quantities of plans that are left free. */
export function findFreeQuantities({ plans, decisions = [] }: Scenario): ReadonlyMap<Quantity, Decision> {
  const found = decisions.map((decision) => {
    const plan = plans.find(({ name }) => name === decision.plan);
    const value = decision.at.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], plan);
    return [value, decision] as const;
  });
  return new Map(found.filter((entry): entry is [Quantity, Decision] => typeof entry[0] === 'object'));
}

export function describeFree(decision: Decision): string {
  const { low, high } = decision.bounds;
  const [from, to] = [low, high].map((value) => writeDecision(decision, value));
  return `free to be searched, from ${from} to ${to}`;
}

/** Free months, steps and tenures, which are no quantities. */
export function explainFreeMonths({ decisions = [] }: Scenario): Explanation[] {
  return decisions
    .filter(({ bounds }) => bounds.kind === undefined)
    .map((decision) => ({
      path: `plans.${decision.plan}.${decision.place}`,
      meaning: 'A decision of the plan',
      value: decision.bounds.start,
      unit: decision.place.endsWith('phases') ? '1' : 'months',
      low80: null,
      high80: null,
      distribution: describeFree(decision),
      evidence: 'assumed',
      source: 'a decision',
      given: true,
    }));
}
