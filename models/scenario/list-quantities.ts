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
import type { Action, Assumptions, Change, Scenario, Segment } from './scenario.ts';

/** One number of a scenario, found again under the same `id` whatever else the file holds. */
export interface ListedQuantity {
  /** Built from names, so that adding a segment or an input moves nobody else's draws. */
  readonly id: string;
  readonly quantity: Quantity;
  readonly meaning: string;
  readonly unit: string;
  /** Values outside have no meaning; a formula may still produce one in some draw. */
  readonly bounds: readonly [low: number, high: number];
}

const anyNumber = [-Infinity, Infinity] as const;
const notNegative = [0, Infinity] as const;
const share = [0, 1] as const;
const level = [0, 10] as const;

/** A dot inside a name is escaped, so that two different numbers never share an id. */
export function quantityId(...parts: readonly (string | number)[]): string {
  return parts.map((part) => `${part}`.replaceAll('~', '~0').replaceAll('.', '~1')).join('.');
}

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
    ...(world.market.competitorPrice === undefined
      ? []
      : [
          entry(
            ['market', 'competitorPrice'],
            world.market.competitorPrice,
            'Price of the best alternative',
            `${currency}/month`,
            notNegative,
          ),
        ]),
    entry(
      ['market', 'competitorFollows'],
      world.market.competitorFollows,
      'Share of our own price change that the competitor follows',
      '1',
      share,
    ),
    ...marketEntries(
      ['market'],
      [
        [
          ['potential'],
          world.market.potential,
          'Everybody who could be a customer',
          'customers',
          notNegative,
        ],
      ],
    ),
    ...world.segments.flatMap((segment) => segmentQuantities(segment, currency)),
    ...world.events.flatMap((event, index) => [
      ...(event.competitorPrice === undefined
        ? []
        : [
            changeEntry(
              ['events', index, 'competitorPrice'],
              event.competitorPrice,
              `Competitor’s price from month ${event.at}`,
              `${currency}/month`,
              notNegative,
            ),
          ]),
      ...marketEntries(['events', index], eventMarketQuantities(event)),
    ]),
    entry(['fixedCost'], world.fixedCostPerMonth, 'Fixed cost of the firm', `${currency}/month`, notNegative),
    entry(['insight'], world.insight, 'What management knows of its customers', '1', share),
    ...parameterDescriptions.map((description) =>
      parameterEntry(description, world.assumptions[description.name] ?? defaultOf(description), []),
    ),
    ...scenario.plans.flatMap((plan) =>
      plan.actions.flatMap((action, index) =>
        actionQuantities(['plans', plan.name, 'actions', index], action, currency),
      ),
    ),
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
  if (listen) {
    const at = [...path, 'listen'];
    listed.push(entry([...at, 'monthly'], listen.monthly, 'Cost of hearing customers', money, notNegative));
    listed.push(
      entry([...at, 'once'], listen.once, 'Cost of hearing customers, once', currency, notNegative),
    );
  }
  return listed;
}

function marketEntries(
  path: readonly (string | number)[],
  quantities: readonly MarketQuantity[],
): ListedQuantity[] {
  return quantities.flatMap(([at, quantity, meaning, unit, bounds]) =>
    quantity === undefined ? [] : [entry([...path, ...at], quantity, meaning, unit, bounds)],
  );
}

function changeEntry(
  path: readonly (string | number)[],
  change: Change,
  meaning: string,
  unit: string,
  bounds: readonly [number, number],
): ListedQuantity {
  const { kind, quantity } = change;
  if (kind === 'to') return entry(path, quantity, `${meaning}, to`, unit, bounds);
  if (kind === 'byAmount') return entry(path, quantity, `${meaning}, change by`, unit, anyNumber);
  return entry(path, quantity, `${meaning}, change by a share`, '1', [-1, Infinity]);
}

function parameterEntry(
  description: ParameterDescription,
  quantity: Quantity,
  path: readonly (string | number)[],
): ListedQuantity {
  const { name, meaning, unit, bounds } = description;
  return entry([...path, 'assumptions', name], quantity, meaning, unit, bounds);
}

function defaultOf(description: ParameterDescription): Quantity {
  const { default: belief, evidence, source } = description;
  return { belief, evidence, source, given: false };
}

function entry(
  path: readonly (string | number)[],
  quantity: Quantity,
  meaning: string,
  unit: string,
  bounds: readonly [number, number],
): ListedQuantity {
  return { id: quantityId(...path), quantity, meaning, unit, bounds };
}
