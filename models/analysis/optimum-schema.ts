import { Type } from 'typebox';
import { keptMeasures, objectiveMeasures } from '../scenario/goal.ts';
import type { MeanEstimate } from './mean-estimate.ts';
import { engineOnDraws, scenarioHeader } from './result-header-schema.ts';

// The published description of `kept optimise --json`, strict as that of results is.

const strict = { additionalProperties: false } as const;
const text = (description: string) => Type.String({ description });
const estimated = (description: string) =>
  Type.Unsafe<MeanEstimate>({ $ref: '#/$defs/estimate', description });
const words = <Word extends string>(values: readonly Word[]) =>
  Type.Union(values.map((value) => Type.Literal(value)));
const written = Type.Union([Type.Number(), Type.String()], { description: 'As a scenario file states it' });
const count = (description: string) => Type.Integer({ minimum: 0, description });

const estimate = Type.Object(
  { mean: Type.Number(), error: Type.Number({ minimum: 0, description: 'Standard error of the mean' }) },
  { ...strict, title: 'MeanEstimate', description: 'A mean over draws' },
);

const condition = Type.Object(
  {
    measure: words(keptMeasures),
    segment: Type.Optional(text('The segment that keeps it; the firm where left out')),
    bound: words(['atMost', 'atLeast']),
    value: Type.Number({ description: 'The bound' }),
    mean: Type.Number(),
    error: Type.Number({ minimum: 0, description: 'Standard error of the mean' }),
    kept: Type.Boolean(),
    binding: Type.Boolean({ description: 'Within one standard error, or one hundredth, of its bound' }),
  },
  strict,
);

const measuredPlan = Type.Object(
  {
    values: Type.Array(written, { description: 'One for each decision, in their order' }),
    objective: estimated('The figure of the goal'),
    profit: estimated('Present value, against doing nothing'),
    profitWithEquity: estimated('Profit and what customers at the end are still worth'),
    attrition: estimated('Extra leavers out of the starting base, as a share of it'),
    chanceOfLoss: estimated('Share of draws with a loss'),
    keep: Type.Array(condition, { description: 'The conditions, one for each segment they name' }),
  },
  { ...strict, title: 'Plan' },
);

const decision = Type.Object(
  {
    place: text('Where it stands in the file, from the plan on'),
    value: written,
    low: written,
    high: written,
    onBound: Type.Union([Type.Literal('low'), Type.Literal('high'), Type.Null()], {
      description: 'A value on its bound is no optimum: the best may lie beyond',
    }),
    flatFrom: written,
    flatTo: written,
  },
  { ...strict, description: 'From flatFrom to flatTo the goal is as good while the others stay' },
);

/** JSON Schema (draft 2020-12) of an optimum, format `kept-optimum/1`. */
export const optimumSchema = Type.Object(
  {
    format: Type.Literal('kept-optimum/1'),
    engine: engineOnDraws('Draws on which the best plans were compared'),
    scenario: scenarioHeader,
    plan: text('Plan whose free numbers were searched'),
    goal: Type.Object(
      { direction: words(['maximise', 'minimise']), measure: words(objectiveMeasures) },
      strict,
    ),
    feasible: Type.Boolean({ description: 'False where no plan found keeps every condition' }),
    best: measuredPlan,
    decisions: Type.Array(decision),
    start: measuredPlan,
    gain: estimated('Best less start in the figure of the goal, on common draws'),
    frontier: Type.Object(
      {
        measure: words(['profit', 'profitWithEquity', 'equity', 'revenue']),
        draws: count('Draws on which its plans were compared'),
        points: Type.Array(
          Type.Object(
            {
              values: Type.Array(written),
              gain: estimated('The measure'),
              attrition: estimated('What it costs in customers'),
              keepsAll: Type.Boolean({ description: 'Whether every condition is kept' }),
            },
            strict,
          ),
        ),
      },
      { ...strict, description: 'Plans of which none has both more gain and less attrition' },
    ),
    beyondEvidence: Type.Array(Type.String(), { description: 'Why figures lie beyond the evidence' }),
    work: Type.Object(
      {
        plans: count('Plans measured'),
        runs: count('Runs of a plan in one draw'),
        cutShort: Type.Boolean({ description: 'Whether the search ended at its limit of plans' }),
      },
      strict,
    ),
  },
  {
    ...strict,
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The best values of a plan’s free numbers',
    description:
      'Shares are fractions, money is in the scenario’s currency; figures are against doing nothing.',
    $defs: { estimate },
  },
);
