import { createRun, defaultDraws, formatResult, mostDraws, type Run } from '../../models/index.ts';
import { type Arguments, type Command, exitCodes, UsageError } from './command.ts';
import { parseWhole } from './parse-arguments.ts';
import { readScenario } from './read-scenario.ts';
import { formatReport } from './report.ts';
import { requirePlans } from './require-plans.ts';
import { formatCsv } from './result-csv.ts';
import type { Terminal } from './terminal.ts';

export const run: Command = {
  name: 'run',
  usage: 'FILE [--plan NAME] [--draws N] [--seed TEXT] [--json|--csv]',
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
    { name: 'seed', value: 'TEXT', meaning: "Seed text instead of the scenario's own" },
    { name: 'json', meaning: 'The whole result as JSON, as scenarios/result.schema.json describes it' },
    {
      name: 'csv',
      meaning: 'The figures as CSV, one number a line: plan,segment,month,measure,statistic,value',
    },
  ],
  notes: ['The same file, seed and draws give the same bytes on every machine.'],
  examples: [
    { line: 'kept run scenarios/telco-fee-increase.yaml', meaning: 'Verdict and tables' },
    { line: 'kept run my.yaml --plan "Raise 8 %" --draws 200', meaning: 'One plan, quickly' },
    { line: 'kept run my.yaml --json > result.json', meaning: 'For a program, or for git' },
    { line: 'cat my.yaml | kept run - --csv > result.csv', meaning: 'From a pipe, for a spreadsheet' },
  ],
  run: async (args, terminal) => {
    const [file, extra] = args.operands;
    if (file === undefined) throw new UsageError('name a scenario file to run, or - for standard input');
    if (extra !== undefined) throw new UsageError(`run takes one file; what is "${extra}"?`);
    if (args.has('json') && args.has('csv')) throw new UsageError('choose --json or --csv, not both');
    const options = runOptions(args);
    const scenario = await readScenario(file, terminal);
    requirePlans(options.plans ?? [], scenario);
    const simulation = createRun(scenario, options);
    await advance(simulation, terminal);
    const result = simulation.result();
    if (args.has('json')) terminal.out(formatResult(result));
    else if (args.has('csv')) terminal.out(formatCsv(result));
    else terminal.out(formatReport(result, scenario, terminal));
    return exitCodes.fine;
  },
};

function runOptions(args: Arguments): { draws?: number; seed?: string; plans?: readonly string[] } {
  const [draws] = args.valuesOf('draws');
  const [seed] = args.valuesOf('seed');
  return {
    ...(draws === undefined
      ? {}
      : { draws: parseWhole(draws, { name: '--draws', lowest: 1, highest: mostDraws }) }),
    ...(seed === undefined ? {} : { seed }),
    ...(args.has('plan') ? { plans: args.valuesOf('plan') } : {}),
  };
}

/** Draws between two looks at the clock. */
const chunk = 20;
const millisecondsBetweenLines = 100;

/** Runs all draws; a person who watches sees how far it is. */
async function advance(simulation: Run, terminal: Terminal): Promise<void> {
  const started = performance.now();
  let shown = started;
  while (simulation.done < simulation.draws) {
    simulation.advance(chunk);
    const now = performance.now();
    if (!terminal.progress || now - shown < millisecondsBetweenLines) continue;
    shown = now;
    const seconds = (((now - started) / simulation.done) * (simulation.draws - simulation.done)) / 1000;
    terminal.err(`\r\u001b[K${simulation.done} of ${simulation.draws} draws, ${Math.ceil(seconds)} s left`);
  }
  if (terminal.progress && shown !== started) terminal.err('\r\u001b[K');
}
