import { Type } from 'typebox';
import type { Quantity } from '../core/quantity.ts';
import { type ParameterName, parameterDescriptions } from '../mechanisms/index.ts';
import { everydayWordList } from './everyday-words.ts';
import { scenarioLimits as limits } from './limits.ts';
import { parameterPlace } from './parameter-place.ts';
import { places } from './places.ts';
import { type PriceStated, readJoiners, readPrice } from './readers.ts';
import {
  byOrTo,
  certain,
  change,
  choice,
  type FileQuantity,
  month,
  name,
  priceJson,
  quantity,
  quantityJson,
} from './schema-leaves.ts';
import { growth, marketEvents, profile, usage } from './schema-market.ts';
import { operationsSchema } from './schema-operations.ts';
import { leaf, list, named, optionals, section } from './schema-parts.ts';
import { standards } from './schema-service.ts';

const optional = Type.Optional;

const assumptions = section(
  optionals(
    parameterDescriptions.map((parameter): ParameterName => parameter.name),
    (key) => {
      // Every key comes from the same table.
      const parameter = parameterDescriptions.find((candidate) => candidate.name === key)!;
      return quantity(parameter.meaning, parameterPlace(parameter));
    },
  ),
  {
    description: 'Parameters of the mechanisms that differ from their defaults',
    wants: 'a map of parameters',
  },
);

const service = section(
  optionals(everydayWordList, (word) =>
    section(
      {
        promise: optional(quantity(`Promised ${word}`, places.level)),
        delivery: optional(quantity(`Delivered ${word}`, places.level)),
      },
      {
        description: `Promise and delivery of ${word}`,
        wants: 'a map with promise or delivery',
        anyOf: ['promise', 'delivery'],
      },
    ),
  ),
  {
    description: 'What is promised and what is delivered, 0 to 10; 7 where left out',
    wants: 'a map of qualities',
  },
);

const tenureGroup = section(
  {
    months: certain('Months these customers have been here', places.tenure),
    share: certain('Their share of the segment', places.certainShare),
  },
  { description: 'Customers who have been here equally long', wants: 'a map with months and share' },
);

const contract = section(
  {
    term: certain('Length of the contract', places.duration),
    exitFee: optional(quantity('What leaving before the end costs the customer', places.moneyOnce)),
    expiring: optional(choice('How contract ends are spread over the term', ['evenly'])),
  },
  { description: 'Customers bound for a term', wants: 'a map with term' },
);

const downgrade = section(
  {
    to: name('What the cheaper tier is called'),
    price: quantity('Price of the cheaper tier', places.price),
  },
  { description: 'A cheaper tier of our own', wants: 'a map with to and price' },
);

const joiners = leaf<FileQuantity | 'as many as leave', Quantity | 'as many as leave'>(
  quantityJson,
  'Newcomers while nothing changes; as many as leave where left out',
  places.joiners.expects,
  readJoiners,
);

const price = leaf<FileQuantity | { mean: FileQuantity; spread?: FileQuantity }, PriceStated>(
  { anyOf: [quantityJson, priceJson] },
  'Price, or its mean and its spread among customers',
  `${places.price.expects}, or { mean, spread }`,
  readPrice,
);

const segment = section(
  {
    name: name('Name of the segment'),
    customers: quantity('Customers at the start', places.customers),
    joiners: optional(joiners),
    price,
    fees: optional(
      named(
        quantity('A separate fee', places.money),
        'Separate fees already charged',
        'a map of fees',
        limits.fees,
      ),
    ),
    churn: quantity('Share of customers who leave', places.hazard),
    failures: optional(quantity('Share of customers who meet a failure', places.failureRate)),
    costToServe: optional(quantity('Cost to serve a customer', places.money)),
    acquisitionCost: optional(quantity('Cost of a newcomer', places.moneyOnce)),
    tenure: optional(
      list(tenureGroup, 'How long customers have been here', 'a list of groups', 1, limits.tenureGroups),
    ),
    contract: optional(contract),
    downgrade: optional(downgrade),
    profile: optional(profile),
    usage: optional(usage),
    growth: optional(growth),
    service: optional(service),
    assumptions: optional(assumptions),
  },
  {
    description: 'Customers alike enough to be described together',
    wants: 'a map with name, customers, price and churn',
  },
);

const event = section(
  {
    at: month('Month in which it happens'),
    competitorPrice: optional(
      section(change('price of the competitor', places.byMoney, places.price), {
        description: 'The competitor’s move',
        wants: 'a map with by or to',
        oneOf: byOrTo,
      }),
    ),
    competitorService: optional(marketEvents.competitorService),
    economy: optional(marketEvents.economy),
  },
  {
    description: 'A move of the world',
    wants: 'a map with at and what happens',
    anyOf: ['competitorPrice', 'competitorService', 'economy'],
  },
);

const market = section(
  {
    competitorPrice: optional(quantity('Price of the best alternative', places.price)),
    competitorFollows: optional(quantity('Share of our change that the competitor follows', places.share)),
    potential: optional(quantity('Everybody who could be a customer, ours included', places.customers)),
  },
  {
    description: 'The market',
    wants: 'a map with competitorPrice, competitorFollows or potential',
  },
);

/** What we believe. */
export const worldSchema = section(
  {
    market: optional(market),
    segments: list(segment, 'The customers', 'a list of segments', 1, limits.segments),
    events: optional(list(event, 'Moves of the world', 'a list of events', 0, limits.events)),
    standards: optional(standards),
    fixedCost: optional(quantity('Fixed cost of the firm', places.money)),
    operations: optional(operationsSchema),
    insight: optional(
      quantity('What management knows of its customers; nothing where left out', places.share),
    ),
    assumptions: optional(assumptions),
  },
  { description: 'What we believe', wants: 'a map with segments' },
);
