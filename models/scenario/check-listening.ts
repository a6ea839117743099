import type { Quantity } from '../core/quantity.ts';
import type { Plan } from './scenario.ts';
import { steered } from './schema-listening.ts';
import { complainPath, type ReadContext } from './spot.ts';

/** Customers are heard by the firm as a whole: its insight does not differ by segment. */
export function checkListening(
  action: { readonly listen?: object | undefined; readonly segments?: readonly unknown[] | undefined },
  path: string,
  context: ReadContext,
): void {
  if (action.listen === undefined || action.segments === undefined) return;
  const message = 'is the firm’s and takes no segments; put listen into an action of its own';
  complainPath(context, `${path}.listen`, 'conflict', message);
}

/** A gain may go where management believes it to count; a cut falls on what is named. */
export function checkSteering(
  plan: Plan,
  path: string,
  best: (quantity: Quantity) => number,
  context: ReadContext,
): void {
  plan.actions.forEach(({ invest }, index) => {
    if (invest?.in !== steered || best(invest.by) > 0) return;
    const message = 'is a cut; name the quality that gets worse under in:';
    complainPath(context, `${path}.actions[${index}].invest.by`, 'out-of-range', message);
  });
}
