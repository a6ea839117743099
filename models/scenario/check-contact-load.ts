import type { Quantity } from '../core/quantity.ts';
import type { WorldDescription } from './scenario.ts';
import { complainPath, type ReadContext } from './spot.ts';

/** Work in an hour of an agent, beyond which a figure must be a slip of the pen. */
const mostLoad = 20;

/** Whether agents could answer what is stated, at best values: one in twenty contacts at least. */
export function checkContactLoad(
  { operations, segments }: WorldDescription,
  best: (quantity: Quantity) => number,
  context: ReadContext,
): void {
  if (!operations) return;
  const customers = segments.reduce((sum, segment) => sum + best(segment.customers), 0);
  const contactsPerHour =
    (customers * best(operations.contactsPerMonth)) / best(operations.openHoursPerMonth);
  const load = (contactsPerHour * best(operations.handleTimeSeconds)) / 3600 / best(operations.agents);
  if (load <= mostLoad) return;
  const message = `gives each agent ${Number(load.toPrecision(3))} hours of work in an hour; check agents, contacts, handleTime and openHours`;
  complainPath(context, 'world.operations', 'out-of-range', message);
}
