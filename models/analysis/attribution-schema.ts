import { type Static, Type } from 'typebox';
import type { Summary } from './result.ts';
import { engineOnDraws, scenarioHeader } from './result-header-schema.ts';
import { summarySchema } from './result-schema.ts';

// The published description of `kept why --json`, strict as that of results is.

const strict = { additionalProperties: false } as const;
const text = (description: string) => Type.String({ description });

const figure = (description: string) =>
  Type.Object(
    {
      over: Type.Unsafe<Summary>({
        $ref: '#/$defs/summary',
        description: 'Over draws; means of parts add up',
      }),
      error: Type.Number({ minimum: 0, description: 'Standard error of the mean' }),
      orderError: Type.Number({
        minimum: 0,
        description: 'Part of it that comes from sampling orders of channels; 0 where exact',
      }),
    },
    { ...strict, description },
  );

const figures = {
  profit: figure('Present value, plan less do nothing [money]'),
  customersLost: figure(
    'Customers of the starting base whom the plan loses by the end; below 0 it keeps more',
  ),
  segments: Type.Array(
    Type.Object(
      {
        name: text('Name in the scenario'),
        profit: Type.Number({ description: 'Mean over draws [money]' }),
        customersLost: Type.Number({ description: 'Mean over draws' }),
      },
      strict,
    ),
  ),
};

const channel = Type.Object(
  {
    name: text('Name of the channel in the model'),
    title: text('Name for people'),
    meaning: text('What it means that the plan acts through it'),
    ...figures,
  },
  { ...strict, description: 'A way in which the plan acts on customers and money' },
);

const plan = Type.Object(
  {
    name: text('Name in the scenario'),
    exact: Type.Boolean({
      description: 'Whether every set of channels was run in every draw; else orders of them were sampled',
    }),
    total: Type.Object(figures, { ...strict, description: 'The impact itself; the channels sum to it' }),
    channels: Type.Array(channel, {
      description: 'Channels that the plan touches, the largest profit first',
    }),
  },
  { ...strict, description: 'A plan against do nothing' },
);

/** JSON Schema (draft 2020-12) of an impact split over channels, format `kept-attribution/1`. */
export const attributionSchema = Type.Object(
  {
    format: Type.Literal('kept-attribution/1'),
    engine: engineOnDraws('Draws of what is uncertain'),
    scenario: scenarioHeader,
    plans: Type.Array(plan),
  },
  {
    ...strict,
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Why plans do what they do',
    description: 'Shapley values of channels that follow do nothing of the same draw while they are off.',
    $defs: { summary: summarySchema },
  },
);

export type AttributionResult = Static<typeof attributionSchema>;
export type AttributedPlan = AttributionResult['plans'][number];
export type AttributedFigures = AttributedPlan['total'];
export type AttributedFigure = AttributedFigures['profit'];
