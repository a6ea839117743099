import { medianOf } from '../core/distributions.ts';
import type { Quantity } from '../core/quantity.ts';
import { parameterDescriptions } from '../mechanisms/index.ts';
import { mostAgents } from './places.ts';
import type { Change, Plan, WorldDescription } from './scenario.ts';
import { complainPath, type ReadContext } from './spot.ts';

/** Follows the staff of a plan at best values: somebody must be on duty, and empowerment stays within 0 to 1. */
export function checkStaffLevels(
  world: WorldDescription,
  plan: Plan,
  planIndex: number,
  best: (quantity: Quantity) => number,
  context: ReadContext,
): void {
  let agents = world.operations ? best(world.operations.agents) : 0;
  let empowerment = startingEmpowerment(world, best);
  const inOrder = plan.actions
    .map((action, index) => ({ action, path: `plans[${planIndex}].actions[${index}].staff` }))
    .sort((a, b) => a.action.at - b.action.at);
  for (const { action, path } of inOrder) {
    const { staff } = action;
    if (staff?.agents) agents = changed(agents, staff.agents, best);
    if (staff?.empower) empowerment = changed(empowerment, staff.empower, best);
    if (staff?.agents && agents <= 0) {
      const message = `leaves ${rounded(agents)} agents on duty; somebody must answer`;
      complainPath(context, `${path}.agents`, 'out-of-range', message);
    }
    if (staff?.agents && agents > mostAgents) {
      const message = `leaves ${rounded(agents)} agents on duty; at most ${mostAgents} can be computed with`;
      complainPath(context, `${path}.agents`, 'out-of-range', message);
    }
    if (staff?.empower && (empowerment < 0 || empowerment > 1)) {
      const message = `takes empowerment to ${rounded(empowerment)}, off the scale from 0 to 1`;
      complainPath(context, `${path}.empower`, 'out-of-range', message);
    }
  }
}

function startingEmpowerment(world: WorldDescription, best: (quantity: Quantity) => number): number {
  const stated = world.assumptions.empowermentStart;
  if (stated) return best(stated);
  return medianOf(parameterDescriptions.find(({ name }) => name === 'empowermentStart')!.default);
}

function changed(level: number, { kind, quantity }: Change, best: (quantity: Quantity) => number): number {
  const value = best(quantity);
  if (kind === 'to') return value;
  return kind === 'byAmount' ? level + value : level * (1 + value);
}

function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
