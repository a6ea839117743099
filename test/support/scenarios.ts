import { dimensions } from '../../models/core/dimensions.ts';
import { fixed } from '../../models/core/quantity.ts';
import type { Action, Plan, Scenario, Segment } from '../../models/index.ts';

/** A segment of 1,000 customers paying 10 a month, whose promises are kept. */
export function segment(parts: Partial<Segment> = {}): Segment {
  const level = { promise: fixed(7), delivery: fixed(7) };
  return {
    name: 'Everyone',
    customers: fixed(1000),
    joinersPerMonth: 'as many as leave',
    price: { mean: fixed(10), spread: fixed(0) },
    fees: [],
    churnPerMonth: fixed(0.02),
    failuresPerMonth: fixed(0.04),
    costToServe: fixed(4),
    acquisitionCost: fixed(20),
    tenure: [{ months: 24, share: 1 }],
    service: Object.fromEntries(dimensions.map((dimension) => [dimension, level])) as Segment['service'],
    assumptions: {},
    ...parts,
  };
}

/** An action in month 4, told in month 3, for everyone. */
export function action(parts: Partial<Action> = {}): Action {
  return {
    at: 4,
    announce: 3,
    announced: true,
    segments: ['Everyone'],
    reason: 'cost',
    notify: false,
    ...parts,
  };
}

export function plan(name: string, ...actions: readonly Action[]): Plan {
  return { name, actions };
}

/** Twelve months of one segment without plans. */
export function scenario(parts: Partial<Scenario> = {}): Scenario {
  return {
    format: 'kept/1',
    title: 'A small world',
    currency: 'EUR',
    months: 12,
    discountRatePerYear: fixed(0.1),
    seed: 'kept',
    inputs: [],
    world: {
      market: { competitorFollows: fixed(0.1) },
      segments: [segment()],
      events: [],
      standards: [],
      insight: fixed(0),
      fixedCostPerMonth: fixed(0),
      assumptions: {},
    },
    plans: [],
    kpis: [],
    ...parts,
  };
}
