import { Type } from 'typebox';
import type { Summary } from './result.ts';
import { summarySchema } from './result-schema.ts';

// The published descriptions of `kept compare --json` and `kept diff --json`, strict as that of results is.

const strict = { additionalProperties: false } as const;
const text = (description: string) => Type.String({ description });
const textOrNull = (description: string) => Type.Union([Type.String(), Type.Null()], { description });
const share = (description: string) => Type.Number({ minimum: 0, maximum: 1, description });
const count = (description: string) => Type.Integer({ minimum: 1, description });

const figure = (description: string) => Type.Unsafe<Summary>({ $ref: '#/$defs/summary', description });
const figureOrNull = (description: string) =>
  Type.Union([Type.Unsafe<Summary>({ $ref: '#/$defs/summary' }), Type.Null()], { description });

const plan = Type.Object(
  {
    file: text('File as it was named'),
    plan: text('Name in the scenario'),
    currency: text('ISO 4217 code of its money'),
    months: count('Horizon'),
    draws: count('Draws that were taken'),
    profit: figure('Present value, plan less do nothing'),
    profitWithEquity: figure('Profit and equity together'),
    revenue: figure('Present value, plan less do nothing'),
    attrition: figure('Extra leavers out of the starting base, as a share of it'),
    customersLost: figure('Attrition as a count'),
    breakEvenAttrition: figureOrNull('Attrition at which the plan stops paying'),
    safetyMargin: figureOrNull('Break-even attrition less attrition'),
    chanceOfLoss: share('Share of draws in which profit is below 0'),
    chanceOfLossError: share('Standard error of that share'),
  },
  strict,
);

/** JSON Schema (draft 2020-12) of a comparison, format `kept-compare/1`. */
export const compareSchema = Type.Object(
  {
    format: Type.Literal('kept-compare/1'),
    plans: Type.Array(plan),
    inputs: Type.Array(
      Type.Object(
        {
          path: text('Where in the scenario'),
          values: Type.Array(textOrNull('What stands there, in base units; null: nothing'), {
            description: 'One for each file',
          }),
        },
        strict,
      ),
      { description: 'What is believed of the world where the files disagree' },
    ),
    files: Type.Array(
      Type.Object(
        {
          file: text('File as it was named'),
          title: text('Title of the scenario'),
          digest: text('SHA-256 over the parsed scenario'),
        },
        strict,
      ),
    ),
  },
  {
    ...strict,
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Plans of one or more scenario files side by side',
    $defs: { summary: summarySchema },
  },
);

/** JSON Schema (draft 2020-12) of a difference, format `kept-diff/1`. */
export const diffSchema = Type.Object(
  {
    format: Type.Literal('kept-diff/1'),
    differences: Type.Array(
      Type.Object(
        {
          path: text('Where in the scenario; entries of a list by name, or by number from 1'),
          before: textOrNull('What stands there in the first file, in base units; null: nothing'),
          after: textOrNull('What stands there in the second file'),
        },
        strict,
      ),
    ),
  },
  {
    ...strict,
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Where two scenario files differ',
  },
);
