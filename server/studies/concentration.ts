import { type Static, Type } from 'typebox';
import {
  type ConcentrationResult,
  computeConcentration,
  defaultCustomers,
  mostCustomers,
} from '../../models/index.ts';
import { optional, plans, seed, strict } from './options.ts';
import { countPlans, requirePlans } from './price.ts';
import type { Study } from './study.ts';

const options = Type.Object(
  {
    plans,
    customers: optional(
      Type.Integer({
        minimum: 10,
        maximum: mostCustomers,
        description: `Customers to follow one by one; ${defaultCustomers} unless stated`,
      }),
    ),
    seed,
  },
  strict,
);

/** How much hangs on a few customers. */
export const concentration: Study<Static<typeof options>, ConcentrationResult> = {
  name: 'concentration',
  summary: 'How profit concentrates on customers, and which of them each plan loses',
  ...{ files: 'one', isShort: false, options },
  format: 'kept-concentration/1',
  askedFor: ({ engine, plans }) => ({
    ...{ customers: engine.customers, seed: engine.seed, plans: plans.map(({ name }) => name) },
  }),
  // A customer is a cell.
  price: ([{ scenario }], { customers = defaultCustomers, plans: wanted }) => ({
    work: customers * scenario.months * (1 + countPlans(scenario, wanted)),
    of: { name: 'customers', asked: customers, lowest: 10 },
  }),
  async compute([{ scenario }], asked) {
    requirePlans(scenario, asked.plans ?? []);
    return computeConcentration(scenario, asked);
  },
};
