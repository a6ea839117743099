import { dimensions } from '../core/dimensions.ts';
import type { Quantity } from '../core/quantity.ts';
import type { ParameterDescription } from '../mechanisms/description.ts';
import { parameterDescriptions } from '../mechanisms/index.ts';
import {
  actionMarketQuantities,
  eventMarketQuantities,
  type MarketQuantity,
  segmentMarketQuantities,
} from './list-market-quantities.ts';
import { operationsQuantities, staffQuantities } from './list-operations.ts';
import { serviceQuantities, standardQuantities } from './list-service.ts';
import {
  anyNumber,
  changeEntry,
  entry,
  type ListedQuantity,
  level,
  notNegative,
  share,
} from './listed-quantity.ts';
import type { Action, Assumptions, Scenario, Segment, WorldEvent } from './scenario.ts';

export { type ListedQuantity, quantityId, readablePath } from './listed-quantity.ts';

/**
 * Every number of a scenario and every parameter of every mechanism, overridden or not.
 *
 * The order is that of the file. Ids are unique. `joiners: as many as leave` is no number and is not listed.
 */
export function listQuantities(scenario: Scenario): ListedQuantity[] {
  const { world, currency } = scenario;
  return [
    entry(['discountRate'], scenario.discountRatePerYear, 'Discount rate', '1/year', notNegative),
    ...scenario.inputs.map(({ name, quantity }) =>
      entry(['inputs', name], quantity, `Input ${name}`, '1', anyNumber),
    ),
    ...marketQuantities(world.market, currency),
    ...world.segments.flatMap((segment) => segmentQuantities(segment, currency)),
    ...world.events.flatMap((event, index) => eventQuantities(event, index, currency)),
    ...world.standards.flatMap(standardQuantities),
    entry(['fixedCost'], world.fixedCostPerMonth, 'Fixed cost of the firm', `${currency}/month`, notNegative),
    ...operationsQuantities(world.operations, currency),
    entry(['insight'], world.insight, 'What management knows of its customers', '1', share),
    ...parameterDescriptions.map((description) =>
      parameterEntry(description, world.assumptions[description.name] ?? defaults.get(description)!, []),
    ),
    ...scenario.plans.flatMap((plan) =>
      plan.actions.flatMap((action, index) =>
        actionQuantities(['plans', plan.name, 'actions', index], action, currency),
      ),
    ),
  ];
}

function marketQuantities(market: Scenario['world']['market'], currency: string): ListedQuantity[] {
  const { competitorPrice, competitorFollows, potential } = market;
  const follows = 'Share of our own price change that the competitor follows';
  const money = `${currency}/month`;
  return [
    ...marketEntries(
      ['market'],
      [[['competitorPrice'], competitorPrice, 'Price of the best alternative', money, notNegative]],
    ),
    entry(['market', 'competitorFollows'], competitorFollows, follows, '1', share),
    ...marketEntries(
      ['market'],
      [[['potential'], potential, 'Everybody who could be a customer', 'customers', notNegative]],
    ),
  ];
}

function eventQuantities(event: WorldEvent, index: number, currency: string): ListedQuantity[] {
  const at = ['events', index];
  const price = event.competitorPrice;
  const meaning = `Competitor’s price from month ${event.at}`;
  return [
    ...(price
      ? [changeEntry([...at, 'competitorPrice'], price, meaning, `${currency}/month`, notNegative)]
      : []),
    ...marketEntries(at, eventMarketQuantities(event)),
  ];
}

function segmentQuantities(segment: Segment, currency: string): ListedQuantity[] {
  const at = (...parts: readonly (string | number)[]) => ['segments', segment.name, ...parts];
  const money = `${currency}/month`;
  return [
    entry(at('customers'), segment.customers, 'Customers at the start', 'customers', notNegative),
    ...(segment.joinersPerMonth === 'as many as leave'
      ? []
      : [entry(at('joiners'), segment.joinersPerMonth, 'Newcomers', 'customers/month', notNegative)]),
    entry(at('price', 'mean'), segment.price.mean, 'Mean price', money, notNegative),
    entry(
      at('price', 'spread'),
      segment.price.spread,
      'Spread of price among customers: coefficient of variation',
      '1',
      notNegative,
    ),
    ...segment.fees.map(({ name, quantity }) =>
      entry(at('fees', name), quantity, `Separate fee ${name}`, money, notNegative),
    ),
    entry(at('churn'), segment.churnPerMonth, 'Share of customers who leave', '1/month', share),
    entry(
      at('failures'),
      segment.failuresPerMonth,
      'Share of customers who meet a failure',
      '1/month',
      share,
    ),
    entry(at('costToServe'), segment.costToServe, 'Cost to serve a customer', money, notNegative),
    entry(at('acquisitionCost'), segment.acquisitionCost, 'Cost of a newcomer', currency, notNegative),
    ...(segment.downgrade === undefined
      ? []
      : [
          entry(
            at('downgrade', 'price'),
            segment.downgrade.price,
            `Price of ${segment.downgrade.to}`,
            money,
            notNegative,
          ),
        ]),
    ...dimensions.flatMap((dimension) => [
      entry(
        at('service', dimension, 'promise'),
        segment.service[dimension].promise,
        `Promised ${dimension}`,
        'points',
        level,
      ),
      entry(
        at('service', dimension, 'delivery'),
        segment.service[dimension].delivery,
        `Delivered ${dimension}`,
        'points',
        level,
      ),
    ]),
    ...marketEntries(at(), segmentMarketQuantities(segment, currency)),
    ...overrides(segment.assumptions, at()),
  ];
}

function overrides(assumptions: Assumptions, path: readonly (string | number)[]): ListedQuantity[] {
  return parameterDescriptions.flatMap((description) => {
    const quantity = assumptions[description.name];
    return quantity === undefined ? [] : [parameterEntry(description, quantity, path)];
  });
}

function actionQuantities(
  path: readonly (string | number)[],
  action: Action,
  currency: string,
): ListedQuantity[] {
  const { price, fee, credit, promise, invest, listen } = action;
  const money = `${currency}/month`;
  const listed: ListedQuantity[] = [];
  if (price) listed.push(changeEntry([...path, 'price'], price.change, 'Price', money, notNegative));
  if (fee) listed.push(changeEntry([...path, 'fee'], fee.change, `Fee ${fee.name}`, money, notNegative));
  if (credit) {
    listed.push(entry([...path, 'credit', 'amount'], credit.amount, 'Goodwill credit', money, notNegative));
  }
  for (const dimension of dimensions) {
    const change = promise?.[dimension];
    if (change) {
      const meaning = `Promise of ${dimension}`;
      listed.push(changeEntry([...path, 'promise', dimension], change, meaning, 'points', level));
    }
  }
  if (invest) {
    const at = [...path, 'invest'];
    listed.push(entry([...at, 'by'], invest.by, `Change of delivered ${invest.in}`, 'points', anyNumber));
    listed.push(entry([...at, 'once'], invest.once, 'Programme cost, once', currency, anyNumber));
    if (invest.monthly) {
      listed.push(entry([...at, 'monthly'], invest.monthly, 'Programme upkeep', money, anyNumber));
    }
  }
  listed.push(...marketEntries(path, actionMarketQuantities(action, currency)));
  if (action.staff) listed.push(...staffQuantities([...path, 'staff'], action.staff, currency));
  if (listen) {
    const at = [...path, 'listen'];
    listed.push(entry([...at, 'monthly'], listen.monthly, 'Cost of hearing customers', money, notNegative));
    listed.push(
      entry([...at, 'once'], listen.once, 'Cost of hearing customers, once', currency, notNegative),
    );
  }
  return [...listed, ...serviceQuantities(path, action, currency)];
}

function marketEntries(
  path: readonly (string | number)[],
  quantities: readonly MarketQuantity[],
): ListedQuantity[] {
  return quantities.flatMap(([at, quantity, meaning, unit, bounds]) =>
    quantity === undefined ? [] : [entry([...path, ...at], quantity, meaning, unit, bounds)],
  );
}

function parameterEntry(
  description: ParameterDescription,
  quantity: Quantity,
  path: readonly (string | number)[],
): ListedQuantity {
  const { name, meaning, unit, bounds } = description;
  return entry([...path, 'assumptions', name], quantity, meaning, unit, bounds);
}

/** The same objects each time, so that a default can be asked for like a number of the file. */
const defaults: ReadonlyMap<ParameterDescription, Quantity> = new Map(
  parameterDescriptions.map((description) => {
    const { default: belief, evidence, source } = description;
    return [description, { belief, evidence, source, given: false }];
  }),
);
