import {
  mostInformedDraws,
  mostPoints,
  mostSteps,
  mostSweepRuns,
  type PlanMeasure,
  planMeasures,
  type SweepAxis,
  type SweepOptions,
} from '../../models/index.ts';
import { studies } from '../studies/index.ts';
import { type Arguments, type Command, exitCodes, UsageError } from './command.ts';
import { readWorkers, withCores, workersOption } from './cores.ts';
import { excelNote, excelOption, readForm } from './output-form.ts';
import { parseWhole } from './parse-arguments.ts';
import { readSource } from './read-scenario.ts';
import { requirePlans } from './require-plans.ts';
import { formatSweep, formatSweepCsv } from './sweep-report.ts';

const defaultSteps = 11;

export const sweep: Command = {
  name: 'sweep',
  usage:
    'FILE --over PATH=A..B:N [--over PATH=A..B:N] [--plan NAME] [--measure FIGURE] [--draws N] [--json|--csv|--excel SEPARATOR]',
  summary: 'What becomes of a plan while one or two numbers take other values',
  options: [
    {
      name: 'over',
      value: 'PATH=A..B:N',
      meaning: `The number at PATH, as kept explain prints it, from A to B in N values, 2 to ${mostSteps} (default ${defaultSteps}); once or twice`,
      repeats: true,
    },
    { name: 'plan', value: 'NAME', meaning: 'The plan to look at (default: the first)' },
    {
      name: 'measure',
      value: 'FIGURE',
      meaning: `What a grid shows: ${planMeasures.join(', ')} (default profit)`,
    },
    {
      name: 'draws',
      value: 'N',
      meaning: `Draws at each point, 1 to ${mostInformedDraws} (default: one run at best values)`,
    },
    { name: 'seed', value: 'TEXT', meaning: "Seed text instead of the scenario's own" },
    workersOption,
    { name: 'json', meaning: 'All figures as JSON, as scenarios/sweep.schema.json describes it' },
    { name: 'csv', meaning: 'All figures as CSV, one number a line' },
    excelOption,
  ],
  notes: [
    'A and B are in the unit that kept explain shows; 8% may be written for 0.08.',
    `At most ${mostPoints} points and ${mostSweepRuns} runs; all points meet the same draws.`,
    excelNote,
  ],
  examples: [
    {
      line: 'kept sweep my.yaml --over "plans.Raise 8 %.actions.0.price=0%..20%:11"',
      meaning: 'The size of a rise',
    },
    {
      line: 'kept sweep my.yaml --over assumptions.priceResponse=0.3..2.5:5 --over assumptions.wakeUp=0..1:5',
      meaning: 'A grid of two assumptions',
    },
    {
      line: 'kept sweep my.yaml --over segments.Members.churn=1%..4%:7 --draws 200 --excel comma > sweep.csv',
      meaning: 'With intervals, for a spreadsheet',
    },
  ],
  run: async (args, terminal) => {
    const [file, extra] = args.operands;
    if (file === undefined) throw new UsageError('name a scenario file, or - for standard input');
    if (extra !== undefined) throw new UsageError(`sweep takes one file; what is "${extra}"?`);
    const form = readForm(args);
    const options = readOptions(args);
    const measure = readMeasure(args);
    const workers = readWorkers(args);
    const source = await readSource(file, terminal);
    requirePlans(options.plan === undefined ? [] : [options.plan], source.scenario);
    const result = await withCores(terminal, workers, (cores) =>
      studies.sweep.compute([source], { ...options, over: [...options.over] }, cores),
    );
    if (form === 'json') terminal.out(`${JSON.stringify(result, null, 2)}\n`);
    else if (form !== 'report') terminal.out(formatSweepCsv(result, form));
    else terminal.out(formatSweep(result, measure, terminal));
    return exitCodes.fine;
  },
};

function readOptions(args: Arguments): SweepOptions {
  const over = args.valuesOf('over').map(parseAxis);
  if (over.length === 0) throw new UsageError('say what to sweep: --over PATH=A..B:N');
  if (over.length > 2) throw new UsageError('--over can be given twice at most');
  const [plan, draws, seed] = ['plan', 'draws', 'seed'].map(
    (name) => args.valuesOf(name)[0] as string | undefined,
  );
  return {
    over,
    ...(plan === undefined ? {} : { plan }),
    ...(draws === undefined
      ? {}
      : { draws: parseWhole(draws, { name: '--draws', lowest: 1, highest: mostInformedDraws }) }),
    ...(seed === undefined ? {} : { seed }),
  };
}

const axisForm = /^(?<path>.+)=(?<from>[^=]+?)\.\.(?<to>[^=:]+)(?::(?<steps>\d+))?$/;

/** Reads `PATH=A..B:N`; a path may hold anything, an equals sign as well. */
export function parseAxis(written: string): SweepAxis {
  const parts = axisForm.exec(written)?.groups;
  if (!parts) throw new UsageError(`--over reads PATH=A..B:N, such as churn=1%..4%:7, not "${written}"`);
  const [from, to] = [parts.from, parts.to].map(parseAmount);
  const steps = parseWhole(parts.steps ?? `${defaultSteps}`, {
    ...{ name: 'the number of values in --over', lowest: 2, highest: mostSteps },
  });
  return { path: parts.path, from, to, steps };
}

function parseAmount(written: string): number {
  const found = /^(-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?)( ?%)?$/i.exec(written.trim());
  if (!found) throw new UsageError(`--over takes numbers such as 0.08 or 8%, not "${written}"`);
  const value = Number(found[1]);
  // Twelve digits: 7 % is 0.07, not 0.07000000000000001.
  return found[2] === undefined ? value : Number((value / 100).toPrecision(12));
}

function readMeasure(args: Arguments): PlanMeasure {
  const [written = 'profit'] = args.valuesOf('measure');
  const found = planMeasures.find((measure) => measure === written);
  if (found) return found;
  throw new UsageError(`--measure must be one of ${planMeasures.join(', ')}, not "${written}"`);
}
