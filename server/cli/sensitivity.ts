import {
  defaultDraws,
  defaultRows,
  mostInformedDraws,
  mostRows,
  type PlanMeasure,
  planMeasures,
  type SensitivityOptions,
} from '../../models/index.ts';
import { studies } from '../studies/index.ts';
import { type Arguments, type Command, exitCodes, UsageError } from './command.ts';
import { readWorkers, withCores, workersOption } from './cores.ts';
import { parseWhole } from './parse-arguments.ts';
import { readSource } from './read-scenario.ts';
import { requirePlans } from './require-plans.ts';
import { formatSensitivity } from './sensitivity-report.ts';

export const sensitivity: Command = {
  name: 'sensitivity',
  usage: 'FILE [--plan NAME] [--measure FIGURE] [--n ROWS] [--draws N] [--seed TEXT] [--workers N] [--json]',
  summary: 'Which inputs the outcome of a plan depends on, and which are worth measuring first',
  options: [
    { name: 'plan', value: 'NAME', meaning: 'The plan to look at (default: the first)' },
    { name: 'measure', value: 'FIGURE', meaning: `One of ${planMeasures.join(', ')} (default profit)` },
    {
      name: 'n',
      value: 'ROWS',
      meaning: `Rows of the design: a power of two, 2 to ${mostRows} (default ${defaultRows}); each takes some 26 runs`,
    },
    {
      name: 'draws',
      value: 'N',
      meaning: `Draws for the value of information, 1 to ${mostInformedDraws} (default ${defaultDraws})`,
    },
    { name: 'seed', value: 'TEXT', meaning: "Seed text instead of the scenario's own" },
    workersOption,
    { name: 'json', meaning: 'The same as JSON, as scenarios/sensitivity.schema.json describes it' },
  ],
  notes: [
    'Inputs are ranges of the file and defaults of the model, named without `segments.` and `assumptions.`',
    'docs/sensitivity.md says what each figure means.',
    'The same file, seed and options give the same bytes on every machine, with any number of workers.',
  ],
  examples: [
    { line: 'kept sensitivity scenarios/telco-fee-increase.yaml', meaning: 'The first plan, by profit' },
    { line: 'kept sensitivity my.yaml --plan "Raise 8 %" --n 128', meaning: 'One plan, quickly' },
    { line: 'kept sensitivity my.yaml --measure attrition --json', meaning: 'Who leaves, for a program' },
  ],
  run: async (args, terminal) => {
    const [file, extra] = args.operands;
    if (file === undefined) throw new UsageError('name a scenario file, or - for standard input');
    if (extra !== undefined) throw new UsageError(`sensitivity takes one file; what is "${extra}"?`);
    const options = readOptions(args);
    const workers = readWorkers(args);
    const source = await readSource(file, terminal);
    const { scenario } = source;
    requirePlans(options.plan === undefined ? [] : [options.plan], scenario);
    if (scenario.plans.length === 0) throw new UsageError('the scenario has no plan', '');
    const result = await withCores(terminal, workers, (cores) =>
      studies.sensitivity.compute([source], options, cores),
    );
    terminal.out(
      args.has('json') ? `${JSON.stringify(result, null, 2)}\n` : formatSensitivity(result, terminal),
    );
    return exitCodes.fine;
  },
};

function readOptions(args: Arguments): SensitivityOptions {
  const [plan, measure, rows, draws, seed] = ['plan', 'measure', 'n', 'draws', 'seed'].map(
    (name) => args.valuesOf(name)[0] as string | undefined,
  );
  return {
    ...(plan === undefined ? {} : { plan }),
    ...(measure === undefined ? {} : { measure: parseMeasure(measure) }),
    ...(rows === undefined ? {} : { rows: parseRows(rows) }),
    ...(draws === undefined
      ? {}
      : { draws: parseWhole(draws, { name: '--draws', lowest: 1, highest: mostInformedDraws }) }),
    ...(seed === undefined ? {} : { seed }),
  };
}

function parseMeasure(written: string): PlanMeasure {
  const found = planMeasures.find((measure) => measure === written);
  if (found) return found;
  throw new UsageError(`--measure must be one of ${planMeasures.join(', ')}, not "${written}"`);
}

function parseRows(written: string): number {
  const rows = parseWhole(written, { name: '--n', lowest: 2, highest: mostRows });
  if (Number.isInteger(Math.log2(rows))) return rows;
  const below = 2 ** Math.floor(Math.log2(rows));
  throw new UsageError(`--n must be a power of two, such as ${below} or ${below * 2}, not ${rows}`);
}

/** The three take unlike long, so that each has a time left of its own. */
