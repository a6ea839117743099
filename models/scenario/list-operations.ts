import { anyNumber, changeEntry, entry, type ListedQuantity, notNegative, share } from './listed-quantity.ts';
import type { Operations, StaffAction } from './scenario.ts';

/** Every number of the contact centre; none where the world has no such centre. */
export function operationsQuantities(operations: Operations | undefined, currency: string): ListedQuantity[] {
  if (!operations) return [];
  const at = (...parts: readonly string[]) => ['operations', ...parts];
  const { peak } = operations;
  return [
    entry(at('agents'), operations.agents, 'Agents on duty', 'agents', notNegative),
    entry(at('openHours'), operations.openHoursPerMonth, 'Open hours', 'h/month', notNegative),
    entry(
      at('handleTime'),
      operations.handleTimeSeconds,
      'Time an agent needs for a contact',
      's',
      notNegative,
    ),
    entry(at('contacts'), operations.contactsPerMonth, 'Contacts of a customer', '1/month', notNegative),
    entry(at('patience'), operations.patienceSeconds, 'Time after which callers hang up', 's', notNegative),
    entry(at('target'), operations.targetSeconds, 'Time to answer within', 's', notNegative),
    entry(at('peak', 'contacts'), peak.contacts, 'Share of contacts in the peak', '1', share),
    entry(at('peak', 'hours'), peak.hours, 'Share of open hours in the peak', '1', share),
    entry(at('peak', 'agents'), peak.agents, 'Share of agents’ hours in the peak', '1', share),
    entry(at('resolved'), operations.resolved, 'Share of answered contacts resolved', '1', share),
    entry(
      at('agentCost'),
      operations.agentCost,
      'Cost of one more agent on duty',
      `${currency}/month`,
      notNegative,
    ),
    entry(at('turnover'), operations.turnoverPerYear, 'Share of agents who leave', '1/year', notNegative),
  ];
}

/** Every number of a staff action. */
export function staffQuantities(
  path: readonly (string | number)[],
  staff: StaffAction,
  currency: string,
): ListedQuantity[] {
  const { agents, empower, train, jobAids, once, monthly } = staff;
  const listed: ListedQuantity[] = [];
  if (agents) listed.push(changeEntry([...path, 'agents'], agents, 'Agents on duty', 'agents', notNegative));
  if (empower) listed.push(changeEntry([...path, 'empower'], empower, 'Empowerment', '1', share));
  if (train) listed.push(entry([...path, 'train'], train, 'Skill that is taught', '1', share));
  if (jobAids) listed.push(entry([...path, 'jobAids'], jobAids, 'Work that job aids cover', '1', share));
  listed.push(entry([...path, 'once'], once, 'Cost for staff, once', currency, anyNumber));
  if (monthly) {
    listed.push(entry([...path, 'monthly'], monthly, 'Upkeep for staff', `${currency}/month`, anyNumber));
  }
  return listed;
}
