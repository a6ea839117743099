import {
  coarsestError,
  defaultDraws,
  finestError,
  formatResult,
  formatResultCsv,
  mostDraws,
  type RunOptions,
} from '../../models/index.ts';
import { studies } from '../studies/index.ts';
import { type Arguments, type Command, exitCodes, UsageError } from './command.ts';
import { readWorkers, withCores, workersOption } from './cores.ts';
import { excelNote, excelOption, readForm } from './output-form.ts';
import { parseWhole } from './parse-arguments.ts';
import { readSource } from './read-scenario.ts';
import { formatReport } from './report.ts';
import { requirePlans } from './require-plans.ts';

export const run: Command = {
  name: 'run',
  usage:
    'FILE [--plan NAME] [--draws N] [--until-error POINTS] [--seed TEXT] [--workers N] [--json|--csv|--excel SEPARATOR]',
  summary: 'Simulates the plans of a scenario against doing nothing',
  options: [
    {
      name: 'plan',
      value: 'NAME',
      meaning: 'Run this plan only (may be given several times)',
      repeats: true,
    },
    {
      name: 'draws',
      value: 'N',
      meaning: `Draws of what is uncertain, 1 to ${mostDraws} (default ${defaultDraws})`,
    },
    {
      name: 'until-error',
      value: 'POINTS',
      meaning: `Stop when the standard error of every chance of loss is below so many points, ${finestError * 100} to ${coarsestError * 100}; --draws is then the most`,
    },
    { name: 'seed', value: 'TEXT', meaning: "Seed text instead of the scenario's own" },
    workersOption,
    { name: 'json', meaning: 'The whole result as JSON, as scenarios/result.schema.json describes it' },
    {
      name: 'csv',
      meaning: 'The figures as CSV, one number a line: plan,segment,month,measure,statistic,value',
    },
    excelOption,
  ],
  notes: [
    'The same file, seed and draws give the same bytes on every machine, with any number of workers.',
    excelNote,
  ],
  examples: [
    { line: 'kept run scenarios/telco-fee-increase.yaml', meaning: 'Verdict and tables' },
    { line: 'kept run my.yaml --plan "Raise 8 %" --draws 200', meaning: 'One plan, quickly' },
    { line: 'kept run my.yaml --until-error 1', meaning: 'As many draws as it takes' },
    { line: 'kept run my.yaml --json > result.json', meaning: 'For a program, or for git' },
    { line: 'cat my.yaml | kept run - --csv > result.csv', meaning: 'From a pipe, for a program' },
    { line: 'kept run my.yaml --excel semicolon > result.csv', meaning: 'For a spreadsheet' },
  ],
  run: async (args, terminal) => {
    const [file, extra] = args.operands;
    if (file === undefined) throw new UsageError('name a scenario file to run, or - for standard input');
    if (extra !== undefined) throw new UsageError(`run takes one file; what is "${extra}"?`);
    const form = readForm(args);
    const options = runOptions(args);
    const workers = readWorkers(args);
    const source = await readSource(file, terminal);
    requirePlans(options.plans ?? [], source.scenario);
    const result = await withCores(terminal, workers, (cores) =>
      studies.run.compute([source], options, cores),
    );
    if (form === 'json') terminal.out(formatResult(result));
    else if (form !== 'report') terminal.out(formatResultCsv(result, form));
    else terminal.out(formatReport(result, source.scenario, terminal));
    return exitCodes.fine;
  },
};

function runOptions(args: Arguments): RunOptions {
  const [draws] = args.valuesOf('draws');
  const [error] = args.valuesOf('until-error');
  const [seed] = args.valuesOf('seed');
  return {
    ...(draws === undefined
      ? {}
      : { draws: parseWhole(draws, { name: '--draws', lowest: 1, highest: mostDraws }) }),
    ...(error === undefined ? {} : { untilError: parsePoints(error) }),
    ...(seed === undefined ? {} : { seed }),
    ...(args.has('plan') ? { plans: args.valuesOf('plan') } : {}),
  };
}

/** Points as a share: `1` or `0.5` of a hundred. */
function parsePoints(written: string): number {
  const [lowest, highest] = [finestError * 100, coarsestError * 100];
  const points = /^\d{1,3}(\.\d{1,6})?$/.test(written) ? Number(written) : Number.NaN;
  if (points >= lowest && points <= highest) return points / 100;
  throw new UsageError(`--until-error must be a number from ${lowest} to ${highest}, not "${written}"`);
}
