import { defaultDraws, didYouMean, doNothing, mostDraws, type Scenario } from '../../models/index.ts';
import { studies } from '../studies/index.ts';
import type { Source } from '../studies/study.ts';
import { type Arguments, type Command, exitCodes, UsageError } from './command.ts';
import { formatComparedFiles } from './compare-report.ts';
import { readWorkers, withCores, workersOption } from './cores.ts';
import { parseWhole } from './parse-arguments.ts';
import { readSource } from './read-scenario.ts';

const mostFiles = 20;

export const compare: Command = {
  name: 'compare',
  usage: 'FILE... [--plan NAME] [--draws N] [--seed TEXT] [--workers N] [--json]',
  summary: 'Puts plans of one or more scenarios side by side, with the inputs that differ',
  options: [
    { name: 'plan', value: 'NAME', meaning: 'Compare this plan (may be given several times)', repeats: true },
    {
      name: 'draws',
      value: 'N',
      meaning: `Draws of what is uncertain, 1 to ${mostDraws} (default ${defaultDraws})`,
    },
    { name: 'seed', value: 'TEXT', meaning: "Seed text for all files instead of each one's own" },
    workersOption,
    { name: 'json', meaning: 'The same as JSON, as scenarios/compare.schema.json describes it' },
  ],
  notes: [
    'Each file has draws of its own seed; plans of one file meet the same draws, and kept run tells how they compare.',
  ],
  examples: [
    { line: 'kept compare before.yaml after.yaml', meaning: 'All plans of both' },
    { line: 'kept compare my.yaml --plan "Raise 8 %" --plan "Raise 5 %"', meaning: 'Two plans of one file' },
  ],
  run: async (args, terminal) => {
    const files = args.operands;
    if (files.length === 0) throw new UsageError('name a scenario file, or several');
    if (files.length > mostFiles) throw new UsageError(`compare takes at most ${mostFiles} files`);
    const draws = readDraws(args);
    const workers = readWorkers(args);
    const sources: Source[] = [];
    for (const file of files) sources.push(await readSource(file, terminal));
    const plans = args.valuesOf('plan');
    requireSomewhere(
      plans,
      sources.map(({ scenario }) => scenario),
    );
    const [seed] = args.valuesOf('seed');
    const compared = await withCores(terminal, workers, (cores) =>
      studies.compare.compute(sources, { plans, draws, ...(seed !== undefined && { seed }) }, cores),
    );
    terminal.out(
      args.has('json') ? `${JSON.stringify(compared, null, 2)}\n` : formatComparedFiles(compared, terminal),
    );
    return exitCodes.fine;
  },
};

function readDraws(args: Arguments): number {
  const [written] = args.valuesOf('draws');
  if (written === undefined) return defaultDraws;
  return parseWhole(written, { name: '--draws', lowest: 1, highest: mostDraws });
}

/** A plan need not be in every file, but in one of them. */
function requireSomewhere(wanted: readonly string[], scenarios: readonly Scenario[]): void {
  const known = new Set(scenarios.flatMap(({ plans }) => plans.map(({ name }) => name)));
  for (const name of wanted) {
    if (known.has(name) || name === doNothing.name) continue;
    throw new UsageError(`no file has a plan "${name}"${didYouMean(name, known)}`, '');
  }
}
