import { Type } from 'typebox';
import { evidenceClasses } from '../core/quantity.ts';
import { planMeasures } from './plan-figures.ts';
import type { IndexEstimate } from './sobol-indices.ts';

// The published description of `kept sensitivity --json`, strict as that of results is.

const strict = { additionalProperties: false } as const;
const number = (description: string) => Type.Number({ description });
const text = (description: string) => Type.String({ description });
const count = (description: string) => Type.Integer({ minimum: 0, description });
const share = (description: string) => Type.Number({ minimum: 0, maximum: 1, description });
const index = (description: string) => Type.Unsafe<IndexEstimate>({ $ref: '#/$defs/index', description });

const estimate = {
  share: share('Estimate'),
  low95: share('Low end of the bootstrap interval'),
  high95: share('High end of the bootstrap interval'),
  distinct: Type.Boolean({
    description: 'Whether the whole interval lies above 0; if not, the share is not told apart from nothing',
  }),
};
const input = {
  path: text('As kept explain prints it'),
  meaning: text('What the number says'),
  unit: text('Unit of its values; 1 for a plain number or a fraction'),
  evidence: Type.Enum([...evidenceClasses], { description: 'What stands behind it' }),
};
const figures = {
  profit: number('Present value, plan less do nothing'),
  profitWithEquity: number('Profit and equity together'),
  attrition: number('Extra leavers out of the starting base, as a share of it'),
};
const indices = {
  first: index('Part of the variance that goes when this becomes known'),
  total: index('Part that stays when all but this are known'),
};
const knowledge = {
  value: Type.Number({ minimum: 0, description: 'The most that knowing is worth, in money' }),
  error: Type.Number({ minimum: 0, description: 'Standard error' }),
  distinct: Type.Boolean({ description: 'Whether the value is more than two standard errors' }),
};
const measure = Type.Enum([...planMeasures], { description: 'The figure that is split and sorted by' });

const end = Type.Object({ value: number('Of the input, in its unit'), ...figures }, strict);

const tornado = Type.Object(
  {
    best: Type.Object(figures, { ...strict, description: 'Every input at its best value' }),
    inputs: Type.Array(
      Type.Object(
        {
          ...input,
          low: end,
          high: end,
          range: Type.Number({ minimum: 0, description: 'Distance between the two in the measure' }),
        },
        strict,
      ),
      { description: 'Inputs that move any figure, widest range first' },
    ),
    without: count('Uncertain inputs that move none'),
  },
  { ...strict, description: 'Each input at its 10th and 90th percentile, all others at their best values' },
);

const indicesOfPlan = Type.Object(
  {
    measure,
    rows: count('Rows of the design'),
    runs: count('Runs it took'),
    mean: number('Of the measure over the design'),
    variance: Type.Number({ minimum: 0, description: 'Of the measure over the design' }),
    inputs: Type.Array(
      Type.Object(
        {
          ...input,
          goesWith: Type.Optional(
            Type.Array(Type.String(), { description: 'Inputs correlated with it, moved together' }),
          ),
          ...indices,
        },
        strict,
      ),
    ),
    everythingElse: Type.Optional(
      Type.Object(
        { inputs: count('How many'), ...indices },
        { ...strict, description: 'All other uncertain inputs as one group' },
      ),
    ),
    evidenceShare: Type.Array(
      Type.Object({ evidence: input.evidence, inputs: count('Inputs of this class'), ...estimate }, strict),
      { description: 'Part of the variance that each class of evidence brings on its own' },
    ),
    togetherShare: share('What is left: effects that need inputs of several classes'),
  },
  { ...strict, description: 'Where the variance of the measure comes from: Sobol’ indices' },
);

const information = Type.Object(
  {
    measure: Type.Enum(['profit', 'profitWithEquity'], { description: 'Money by which plans are chosen' }),
    draws: count('Draws'),
    options: Type.Array(
      Type.Object(
        {
          name: text('`do nothing` or a plan'),
          mean: number('Over draws, less do nothing'),
          bestShare: share('Share of draws in which it is the best'),
        },
        strict,
      ),
      { minItems: 1 },
    ),
    best: text('The option with the highest mean'),
    perfect: Type.Object(knowledge, { ...strict, description: 'Of knowing everything that is uncertain' }),
    inputs: Type.Array(Type.Object({ ...input, ...knowledge }, strict), {
      description: 'Inputs worth knowing on their own, most first',
    }),
    without: count('Uncertain inputs that could not change the choice'),
  },
  { ...strict, description: 'What it is worth to know more before choosing among the plans' },
);

export const scenarioOfReport = Type.Object(
  {
    title: text('Title of the scenario'),
    digest: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 over the parsed scenario' }),
    currency: text('ISO 4217 code of all money'),
    months: Type.Integer({ minimum: 1, description: 'Horizon' }),
  },
  strict,
);

/** JSON Schema (draft 2020-12) of a sensitivity report, format `kept-sensitivity/1`. */
export const sensitivitySchema = Type.Object(
  {
    format: Type.Literal('kept-sensitivity/1'),
    engine: Type.Object(
      {
        version: text('Version of the engine; a later one may give other numbers'),
        seed: text('Seed text of the draws'),
        rows: count('Rows of the Sobol’ design asked for'),
        draws: count('Draws for the value of information'),
      },
      strict,
    ),
    scenario: scenarioOfReport,
    plan: text('Name in the scenario'),
    measure,
    tornado,
    indices: indicesOfPlan,
    information,
  },
  {
    ...strict,
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Sensitivity of a plan',
    description: 'Shares are fractions, money is in the scenario’s currency.',
    $defs: {
      index: Type.Object(estimate, { ...strict, title: 'Index', description: 'A part of a variance' }),
    },
  },
);
