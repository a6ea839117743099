import { Type } from 'typebox';
import type { MeanEstimate } from './mean-estimate.ts';
import { engineOnDraws, scenarioHeader } from './result-header-schema.ts';
import { safeKinds } from './safe-changes.ts';

// The published description of `kept safe --json`, strict as that of results is.

const strict = { additionalProperties: false } as const;
const text = (description: string) => Type.String({ description });
const estimated = (description: string) =>
  Type.Unsafe<MeanEstimate>({ $ref: '#/$defs/estimate', description });
const kind = Type.Union(
  safeKinds.map((name) => Type.Literal(name)),
  { description: 'Kind of change' },
);

const estimate = Type.Object(
  { mean: Type.Number(), error: Type.Number({ minimum: 0, description: 'Standard error of the mean' }) },
  { ...strict, title: 'Estimate', description: 'A mean over draws' },
);

const figures = Type.Object(
  {
    profit: estimated('Present value, against doing nothing'),
    profitRange: Type.Object(
      { low80: Type.Number(), high80: Type.Number() },
      { ...strict, description: '10th and 90th percentile of that profit over draws' },
    ),
    profitWithEquity: estimated('Profit and what customers at the end are still worth'),
    attrition: estimated('Extra leavers out of the starting base, as a share of it'),
    chanceOfLoss: estimated('Share of draws with a loss'),
  },
  strict,
);

const edit = Type.Object(
  {
    path: Type.Array(Type.Union([Type.String(), Type.Integer()])),
    value: Type.Unknown({ description: 'What stands there from now on' }),
  },
  strict,
);

const outcome = Type.Union([
  Type.Object({ kind, found: Type.Literal(false), reason: text('Why there is none') }, strict),
  Type.Object(
    {
      kind,
      found: Type.Literal(true),
      words: text('The smallest change of its kind that does'),
      edits: Type.Array(edit, { description: 'The same as edits of the file' }),
      figures,
      profitGivenUp: estimated('Profit of the plan as it is less that of the changed one'),
    },
    strict,
  ),
]);

/** JSON Schema (draft 2020-12) of what makes a plan safe, format `kept-safe/1`. */
export const safeSchema = Type.Object(
  {
    format: Type.Literal('kept-safe/1'),
    engine: engineOnDraws('Draws on which plans were compared'),
    scenario: scenarioHeader,
    plan: text('The plan'),
    bound: Type.Object(
      {
        measure: Type.Union([Type.Literal('chanceOfLoss'), Type.Literal('attrition')]),
        atMost: Type.Number({ minimum: 0, description: 'A share' }),
      },
      strict,
    ),
    safe: Type.Boolean({ description: 'Whether the plan is under the bound as it is' }),
    now: figures,
    outcomes: Type.Array(outcome, { description: 'One of each kind; what keeps most profit first' }),
  },
  {
    ...strict,
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'What would make a plan safe',
    description:
      'Shares are fractions, money is in the scenario’s currency; figures are against doing nothing.',
    $defs: { estimate },
  },
);
