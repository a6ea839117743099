import { Type } from 'typebox';
import type { Summary } from './result.ts';

// The published description of `kept run --json`. Strict, so that a field without a description fails the test that
// holds results to it. Typed as the interfaces of result.ts are; the test makes the compiler compare the two.

const strict = { additionalProperties: false } as const;

const number = (description: string) => Type.Number({ description });
const count = (description: string) => Type.Integer({ minimum: 0, description });
const share = (description: string) => Type.Number({ minimum: 0, maximum: 1, description });
const text = (description: string) => Type.String({ description });

/** A reference keeps the published file readable: some forty figures share one shape. */
const figure = (description: string) => Type.Unsafe<Summary>({ $ref: '#/$defs/summary', description });
const figureOrNull = (description: string) =>
  Type.Union([Type.Unsafe<Summary>({ $ref: '#/$defs/summary' }), Type.Null()], { description });

export const summarySchema = Type.Object(
  {
    mean: number('Mean over draws. Means add up over months, segments and parts; medians do not'),
    median: number('Median over draws'),
    low50: number('25th percentile'),
    high50: number('75th percentile'),
    low80: number('10th percentile'),
    high80: number('90th percentile'),
    low95: number('2.5th percentile'),
    high95: number('97.5th percentile'),
    nulls: Type.Optional(count('Draws in which the figure does not exist; absent when there are none')),
  },
  { ...strict, title: 'Summary', description: 'One figure over all draws' },
);

const month = Type.Object(
  {
    month: Type.Integer({ minimum: 1, description: 'Month of the plan, from 1' }),
    customers: figure('Customers at the end of the month'),
    leavers: figure('Customers who leave at its end, joiners of earlier months included'),
    joiners: figure('Customers who join at its end and first pay a month later'),
    revenue: figure('Undiscounted money of the month'),
    costs: figure('Undiscounted money of the month'),
    profit: figure('Undiscounted money of the month: revenue less costs'),
    satisfaction: figure('Mean satisfaction, 0 to 10'),
    promiseGap: figure('Delivered less promised, weighted over dimensions, in points'),
    promoterScore: figure(
      'Per cent of advocates less per cent of saboteurs. Known to many; it foretells little',
    ),
    superior: figure('Share of customers whom the service strikes as superior'),
    believedSuperior: figure('What the boardroom takes that share to be'),
    morale: figure('Morale of those who serve, 0 to 1'),
    wait: Type.Optional(figure('Mean wait of all contacts in seconds; only with a contact centre')),
    serviceLevel: Type.Optional(
      figure('Share of contacts answered within the target; only with a contact centre'),
    ),
    abandoned: Type.Optional(figure('Share of contacts given up while waiting; only with a contact centre')),
    occupancy: Type.Optional(
      figure('Share of their time in which agents are busy; only with a contact centre'),
    ),
  },
  strict,
);

const segment = Type.Object(
  {
    name: text('Name in the scenario'),
    customersStart: number('Customers before month 1 (mean over draws)'),
    customersEnd: figure('Customers at the end of the last month'),
    leavers: figure('All leavers, joiners included'),
    profit: figure('Present value at month 0'),
    tradedDown: figure('Customers who moved to the cheaper tier'),
  },
  strict,
);

const kpi = Type.Object(
  {
    name: text('Name in the scenario'),
    unit: text('Unit as the scenario writes it'),
    value: figureOrNull("The user's formula over the horizon; null when no draw gives a number"),
  },
  strict,
);

const impactSegment = Type.Object(
  {
    name: text('Name in the scenario'),
    attrition: figure("Extra leavers out of the segment's starting base, as a share of it"),
    profit: figure('Present value, plan less do nothing'),
  },
  strict,
);

const impactMonth = Type.Object(
  {
    month: Type.Integer({ minimum: 1 }),
    customers: figure('Customers at its end, plan less do nothing'),
    cumulativeProfit: figure('Profit of the months so far, plan less do nothing, undiscounted'),
  },
  strict,
);

const dot = Type.Object(
  { attrition: number('Of this draw'), safetyMargin: number('Of this draw'), profit: number('Of this draw') },
  strict,
);

const impact = Type.Object(
  {
    attrition: figure(
      'Extra leavers out of the starting base by the end of the horizon, as a share of it; signed',
    ),
    peakAttrition: figure('The largest value of that difference over months'),
    peakMonth: figure('The month of that value'),
    customersLost: figure('Attrition as a count'),
    joinersForgone: figure('Joiners of do nothing less those of the plan'),
    customersEndDifference: figure('Customers at the end, plan less do nothing'),
    revenue: figure('Present value, plan less do nothing'),
    profit: figure('Present value, plan less do nothing'),
    equity: figure(
      'Present value of what the customers of the last month will still contribute, plan less do nothing',
    ),
    profitWithEquity: figure('Profit and equity together'),
    breakEvenAttrition: figureOrNull(
      'Attrition at which the plan stops paying; null when no draw has such a point',
    ),
    breakEvenNulls: Type.Object(
      {
        'always pays': count('Draws in which the plan pays at any attrition it could cause'),
        'never pays': count('Draws in which it pays at none'),
      },
      { ...strict, description: 'Why draws have no break-even' },
    ),
    safetyMargin: figureOrNull('Break-even attrition less attrition'),
    chanceOfLoss: share('Share of draws in which profit is below 0'),
    chanceOfLossError: number('Standard error of that share'),
    segments: Type.Array(impactSegment),
    months: Type.Array(impactMonth),
    dots: Type.Array(dot, {
      maxItems: 100,
      description: 'One hundred draws evenly spaced in order of safety margin',
    }),
    beyondEvidence: Type.Array(Type.String(), {
      description: 'Why figures lie beyond what the evidence covers',
    }),
  },
  { ...strict, description: 'The plan against do nothing, draw by draw; absent for do nothing itself' },
);

const plan = Type.Object(
  {
    name: text('`do nothing` for the first, then names of the scenario'),
    months: Type.Array(month),
    segments: Type.Array(segment),
    kpis: Type.Array(kpi),
    impact: Type.Optional(impact),
  },
  strict,
);

const stop = Type.Object(
  {
    untilError: share('Standard error at which the run was to stop'),
    reached: Type.Boolean({
      description: 'Whether every chance of loss came below it; if not, the draws ran out',
    }),
  },
  { ...strict, description: 'The rule to stop by; absent where the number of draws was fixed' },
);

const regret = Type.Object(
  {
    plan: text('Name of the plan, or do nothing'),
    regret: number('Mean over draws of the best profit of the draw less that of the plan'),
    regretError: number('Standard error of that mean'),
    chanceBest: share('Share of draws in which no other plan has more profit'),
  },
  strict,
);

const pair = Type.Object(
  {
    plan: text('Name in the scenario'),
    other: text('Name in the scenario'),
    chanceBetter: share('Share of draws in which plan has more profit than other; draws alike count half'),
    chanceBetterError: number('Standard error of that share'),
    difference: number('Mean profit of plan less that of other'),
    differenceError: number('Standard error of that mean'),
    distinguishable: Type.Boolean({
      description: 'Whether difference and chance both lie more than 2 standard errors from none',
    }),
  },
  strict,
);

const comparison = Type.Object(
  { regrets: Type.Array(regret), pairs: Type.Array(pair) },
  {
    ...strict,
    description: 'Plans against each other; present where there are two or more beside do nothing',
  },
);

/** JSON Schema (draft 2020-12) of a result, format `kept-result/1`. */
export const resultSchema = Type.Object(
  {
    format: Type.Literal('kept-result/1'),
    engine: Type.Object(
      {
        version: text('Version of the engine; a later one may give other numbers'),
        seed: text('Seed text of the draws'),
        draws: Type.Integer({ minimum: 1, description: 'Number of draws that were taken' }),
        stop: Type.Optional(stop),
      },
      strict,
    ),
    scenario: Type.Object(
      {
        title: text('Title of the scenario'),
        digest: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 over the parsed scenario' }),
        currency: text('ISO 4217 code of all money'),
        months: Type.Integer({ minimum: 1, description: 'Horizon' }),
        start: Type.Optional(text('Calendar month of month 1, as YYYY-MM')),
      },
      strict,
    ),
    plans: Type.Array(plan, { minItems: 1, description: 'The first is always do nothing' }),
    comparison: Type.Optional(comparison),
  },
  {
    ...strict,
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Result of a Kept run',
    description: 'Shares are fractions (0.062 is 6.2 %), money is in the scenario’s currency.',
    $defs: { summary: summarySchema },
  },
);
