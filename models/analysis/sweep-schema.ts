import { Type } from 'typebox';
import type { Summary } from './result.ts';
import { summarySchema } from './result-schema.ts';
import { scenarioOfReport } from './sensitivity-schema.ts';

// The published description of `kept sweep --json`, strict as that of results is.

const strict = { additionalProperties: false } as const;
const figure = (description: string) => Type.Unsafe<Summary>({ $ref: '#/$defs/summary', description });
const text = (description: string) => Type.String({ description });

const axis = Type.Object(
  {
    path: text('As kept explain prints it'),
    meaning: text('What the number says'),
    unit: text('Unit of its values; 1 for a plain number or a fraction'),
    values: Type.Array(Type.Number(), { minItems: 2 }),
  },
  strict,
);

const point = Type.Object(
  {
    at: Type.Array(Type.Number(), { minItems: 1, maxItems: 2, description: 'A value for each axis' }),
    figures: Type.Object(
      {
        profit: figure('Present value, plan less do nothing'),
        profitWithEquity: figure('Profit and equity together'),
        attrition: figure('Extra leavers out of the starting base, as a share of it'),
      },
      { ...strict, description: 'Over draws; of the one run where there are none' },
    ),
    chanceOfLoss: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 1,
        description: 'Share of draws with profit below 0; absent at best values',
      }),
    ),
  },
  strict,
);

/** JSON Schema (draft 2020-12) of a sweep, format `kept-sweep/1`. */
export const sweepSchema = Type.Object(
  {
    format: Type.Literal('kept-sweep/1'),
    engine: Type.Object(
      { version: text('Version of the engine'), seed: text('Seed text of the draws') },
      strict,
    ),
    scenario: scenarioOfReport,
    plan: text('Name in the scenario'),
    draws: Type.Integer({ minimum: 0, description: 'Draws at each point; 0: best values' }),
    axes: Type.Array(axis, { minItems: 1, maxItems: 2 }),
    points: Type.Array(point, { description: 'The last axis runs fastest' }),
  },
  {
    ...strict,
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A plan’s figures over one or two numbers',
    description: 'Shares are fractions, money is in the scenario’s currency.',
    $defs: { summary: summarySchema },
  },
);
