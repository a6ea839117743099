import { medianOf } from '../core/distributions.ts';
import type { Quantity } from '../core/quantity.ts';
import type { Action, Change, Plan, Scenario } from '../scenario/scenario.ts';

/** How a plan is called in its verdict: by the direction of its price where it has one. */
export type PlanKind = 'increase' | 'cut' | 'plan';

/**
 * Whether a plan raises prices, cuts them or does neither clearly: no price or fee in it, changes both ways, or a
 * formula whose sign only a draw can tell.
 */
export function planKind(plan: Plan, scenario: Scenario): PlanKind {
  const signs = new Set(plan.actions.flatMap((action) => priceSigns(action, scenario)));
  if (signs.size !== 1) return 'plan';
  if (signs.has(1)) return 'increase';
  return signs.has(-1) ? 'cut' : 'plan';
}

function priceSigns(action: Action, scenario: Scenario): number[] {
  const targets = scenario.world.segments.filter(({ name }) => action.segments.includes(name));
  const { price, fee } = action;
  return targets.flatMap((segment) => [
    ...(price ? [changeSign(price.change, segment.price.mean)] : []),
    ...(fee ? [changeSign(fee.change, segment.fees.find(({ name }) => name === fee.name)?.quantity)] : []),
  ]);
}

/** Sign of a change against today's amount; 0 when unknown. A fee that does not exist yet is one of nothing. */
function changeSign(change: Change, today: Quantity | undefined): number {
  const target = knownMedian(change.quantity);
  const from = change.kind !== 'to' || today === undefined ? 0 : knownMedian(today);
  return target === undefined || from === undefined ? 0 : Math.sign(target - from);
}

function knownMedian({ belief }: Quantity): number | undefined {
  return belief.kind === 'formula' ? undefined : medianOf(belief);
}
