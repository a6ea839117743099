import type { Wanted } from '../runner/results.ts';
import type { Choice, Situation } from './choice.ts';
import type { FeeScale } from './fee-scale.ts';
import { planWithLevers } from './levers.ts';

/** What must be run for a choice; the fee curve depends on everything but the fee that is set. */
export function createWanted({ document, planIndex }: Choice, situation: Situation, scale: FeeScale): Wanted {
  const { scenario, plan, initial, levers, base } = situation;
  // A change of nothing may mean that there is no action yet; the curve needs one to vary.
  const curvePlan = planWithLevers(scenario, planIndex, initial, { ...levers, written: levers.written || 1 });
  const rest = { ...levers, written: null };
  const curveKey = JSON.stringify([document.key, planIndex, rest, scale.min, scale.max]);
  const { seed, months, currency, start } = scenario;
  const customers = base.map(({ name, customers }) => [name, customers]);
  const baseKey = JSON.stringify([document.key, seed, months, currency, start, customers]);
  return { scenario, plan, curvePlan, curveKey, baseKey, changes: scale.changes };
}
