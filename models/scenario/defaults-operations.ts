import type { Distribution, Quantity } from '../core/quantity.ts';

/** What stands where a file says nothing about its contact centre. Each call makes a new quantity. */
export const operationsDefaults = {
  patience: () =>
    assumed(
      { kind: 'interval', scale: 'positive', low: 60, high: 180, best: 120 },
      'default: 1 to 3 minutes, judgement',
    ),
  target: () => assumed({ kind: 'fixed', value: 20 }, 'default: 20 seconds, a convention of the trade'),
  peakContacts: () =>
    assumed({ kind: 'fixed', value: 0.6 }, 'default: 60 % of contacts in the peak, judgement'),
  peakHours: () => assumed({ kind: 'fixed', value: 0.4 }, 'default: 40 % of open hours, judgement'),
  peakAgents: () =>
    assumed({ kind: 'fixed', value: 0.5 }, 'default: rosters follow the peak halfway, judgement'),
  resolved: () =>
    assumed(
      { kind: 'interval', scale: 'share', low: 0.65, high: 0.85, best: 0.75 },
      'default: about three of four, judgement',
    ),
  agentCost: () => assumed({ kind: 'fixed', value: 0 }, 'default: no staff action needs it'),
  turnover: () =>
    assumed(
      { kind: 'interval', scale: 'positive', low: 0.15, high: 0.5, best: 0.3 },
      'default: 15 to 50 % a year, judgement',
    ),
  once: () => assumed({ kind: 'fixed', value: 0 }, 'default: no cost at the start'),
} as const;

function assumed(belief: Distribution, source: string): Quantity {
  return { belief, evidence: 'assumed', source, given: false };
}
