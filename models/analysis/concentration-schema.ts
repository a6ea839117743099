import { Type } from 'typebox';
import type { Estimate } from './concentration-result.ts';
import { scenarioHeader } from './result-header-schema.ts';

// The published description of `kept concentration --json`, strict as that of results is.

const strict = { additionalProperties: false } as const;
const number = (description: string) => Type.Number({ description });
const text = (description: string) => Type.String({ description });
const share = (description: string) => Type.Number({ minimum: 0, maximum: 1, description });
const estimated = (description: string) => Type.Unsafe<Estimate>({ $ref: '#/$defs/estimate', description });
const decile = Type.Integer({ minimum: 1, maximum: 10, description: '1 holds the most valuable tenth' });

const estimate = Type.Object(
  {
    estimate: number('Without the luck of the draws of leaving'),
    error: Type.Number({ minimum: 0, description: 'Standard error through the sample of customers' }),
  },
  { ...strict, title: 'Estimate', description: 'A figure from the customers followed' },
);

const baseDecile = Type.Object(
  {
    decile,
    customers: number('Customers of the starting base in it'),
    value: number('Mean contribution a month at the start'),
    revenueShare: share('Share of the monthly revenue at the start'),
    profitShare: Type.Union([Type.Number(), Type.Null()], {
      description: 'Share of the monthly contribution at the start; null where all together bring none',
    }),
    leavers: estimated('Of these, who leave within the horizon under do nothing'),
    profit: estimated('Present value of what they contribute under do nothing'),
  },
  strict,
);

const base = Type.Object(
  {
    customers: number('Customers at the start'),
    averages: Type.Object(
      {
        value: number('Contribution a month at the start: what a customer pays less the cost to serve'),
        tenureMonths: number('Tenure at the start'),
        sensitivity: number('Price sensitivity; 1 is the mean of a segment'),
      },
      strict,
    ),
    topFifthRevenue: share('Share of monthly revenue from the fifth who pay most'),
    topFifthProfit: Type.Union([Type.Number(), Type.Null()], {
      description:
        'Share of monthly contribution from the most valuable fifth; above 1 where others bring losses',
    }),
    whale: Type.Union(
      [
        Type.Object(
          {
            customers: share('Share of customers at which the curve is highest'),
            profit: number('Its height as a share of all contribution'),
          },
          strict,
        ),
        Type.Null(),
      ],
      { description: 'Top of contribution added up from the most to the least valuable customer' },
    ),
    deciles: Type.Array(baseDecile, { minItems: 10, maxItems: 10 }),
  },
  { ...strict, description: 'The starting base, and what becomes of it under do nothing' },
);

const plan = Type.Object(
  {
    name: text('Name in the scenario'),
    extraLeavers: estimated('Customers of the starting base lost by the end, plan less do nothing'),
    profit: estimated('Present value through the starting base, plan less do nothing'),
    restOfProfit: number('The same through newcomers, programmes and other costs'),
    lost: Type.Union(
      [
        Type.Object(
          {
            value: estimated('Mean contribution a month at the start'),
            tenureMonths: estimated('Mean tenure at the start'),
            sensitivity: estimated('Mean price sensitivity'),
          },
          strict,
        ),
        Type.Null(),
      ],
      { description: 'Averages over the extra leavers; null where they are not told apart from none' },
    ),
    deciles: Type.Array(
      Type.Object(
        {
          decile,
          extraLeavers: estimated('Of the tenth, plan less do nothing'),
          profit: estimated('Present value through the tenth, plan less do nothing'),
        },
        strict,
      ),
      { minItems: 10, maxItems: 10 },
    ),
  },
  { ...strict, description: 'A plan against do nothing, customer by customer' },
);

/** JSON Schema (draft 2020-12) of a concentration report, format `kept-concentration/1`. */
export const concentrationSchema = Type.Object(
  {
    format: Type.Literal('kept-concentration/1'),
    engine: Type.Object(
      {
        version: text('Version of the engine; a later one may give other numbers'),
        seed: text('Seed text of the draws'),
        customers: Type.Integer({ minimum: 1, description: 'Customers followed one by one' }),
      },
      strict,
    ),
    scenario: scenarioHeader,
    base,
    plans: Type.Array(plan),
  },
  {
    ...strict,
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Concentration of a customer base',
    description:
      'Every uncertain number at its median. Shares are fractions, money is in the scenario’s currency.',
    $defs: { estimate },
  },
);
