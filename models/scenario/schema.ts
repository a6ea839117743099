import { type Static, Type } from 'typebox';
import { scenarioLimits as limits } from './limits.ts';
import { places } from './places.ts';
import { type KpiFormula, readCurrency, readFormat, readKpiFormula, readLine, readStart } from './readers.ts';
import { correlationsSchema } from './schema-correlations.ts';
import { choice, name, quantity, text, whole } from './schema-leaves.ts';
import { lessonSchema } from './schema-lesson.ts';
import { optimiseSchema } from './schema-optimise.ts';
import { leaf, list, named, type Sketch, section, type Understood } from './schema-parts.ts';
import { planSchema } from './schema-plans.ts';
import { worldSchema } from './schema-world.ts';

const optional = Type.Optional;

const kpi = section(
  {
    name: name('Name of the figure'),
    formula: leaf<string, KpiFormula>(
      { type: 'string' },
      'Expression over the monthly series and the inputs',
      'a formula in quotes, such as "profit / customers"',
      readKpiFormula,
    ),
    unit: optional(text('Unit, as text', 40)),
    over: optional(choice('How months become one figure; mean where left out', ['mean', 'sum', 'end'])),
  },
  { description: 'A figure of the user’s own', wants: 'a map with name and formula' },
);

const currency = leaf<string, string>(
  { type: 'string', pattern: '^[A-Z]{3}$' },
  'Currency of all money; USD where left out',
  'a currency code, such as EUR',
  readCurrency,
);

const start = leaf<string, string>(
  { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' },
  'Calendar month of month 1',
  'year and month, such as 2027-01',
  readStart,
);

const seed = leaf<string | number, string>(
  { type: ['string', 'integer'] },
  'Start of the random streams; kept where left out',
  'a word',
  (spot) => readLine(spot, 'a word', 100),
);

/** The scenario file: the one source of its TypeScript types, its validation and the published JSON Schema. */
export const fileSchema = section(
  {
    $schema: optional(text('Where an editor finds the JSON Schema', 500)),
    format: leaf<'kept/1', 'kept/1'>({ const: 'kept/1' }, 'Version of the format', 'kept/1', readFormat),
    title: text('What the scenario is about', 200),
    currency: optional(currency),
    start: optional(start),
    months: optional(whole('Months to simulate; 36 where left out', 1, limits.months)),
    discountRate: optional(quantity('Discount rate; 10 %/year where left out', places.yearlyRate)),
    seed: optional(seed),
    inputs: optional(
      named(
        quantity('An input', places.input),
        'Named uncertain numbers for formulas, one draw each',
        'a map of inputs',
        limits.inputs,
      ),
    ),
    correlations: optional(correlationsSchema),
    world: worldSchema,
    plans: optional(list(planSchema, 'Plans, beside doing nothing', 'a list of plans', 0, limits.plans)),
    kpis: optional(list(kpi, 'Figures of your own', 'a list of figures', 0, limits.kpis)),
    optimise: optional(optimiseSchema),
    lesson: optional(lessonSchema),
  },
  {
    description: 'A Kept scenario',
    wants: 'a map with format, title, world and plans',
  },
);

/** A scenario file as data, before it is checked. */
export type ScenarioFile = Static<typeof fileSchema>;
/** What was understood of a file without problems. */
export type UnderstoodFile = Understood<typeof fileSchema>;
/** What was understood so far, with holes where there are problems. */
export type FileSketch = Sketch<typeof fileSchema>;
