import { defaultAttributionDraws, mostAttributionDraws } from '../../models/index.ts';
import { studies } from '../studies/index.ts';
import { type Command, exitCodes, UsageError } from './command.ts';
import { readWorkers, withCores, workersOption } from './cores.ts';
import { parseWhole } from './parse-arguments.ts';
import { readSource } from './read-scenario.ts';
import { requirePlans } from './require-plans.ts';
import { formatWhy } from './why-report.ts';

export const why: Command = {
  name: 'why',
  usage: 'FILE [--plan NAME] [--draws N] [--workers N] [--json]',
  summary: 'Splits what plans do to profit and customers over its causes',
  options: [
    {
      name: 'plan',
      value: 'NAME',
      meaning: 'Explain this plan only (may be given several times)',
      repeats: true,
    },
    {
      name: 'draws',
      value: 'N',
      meaning: `Draws of what is uncertain, 2 to ${mostAttributionDraws} (default ${defaultAttributionDraws})`,
    },
    workersOption,
    { name: 'json', meaning: 'The same as JSON, as scenarios/attribution.schema.json describes it' },
  ],
  notes: [
    'Each draw runs a plan many times, with every set of its causes on and off: a few dozen to some hundred runs.',
    'docs/measures.md defines the causes.',
  ],
  examples: [
    { line: 'kept why scenarios/telco-fee-increase.yaml --plan "Raise 8 %"', meaning: 'One plan' },
    { line: 'kept why my.yaml --draws 256 --json > why.json', meaning: 'All plans, closely, for a program' },
  ],
  run: async (args, terminal) => {
    const [file, extra] = args.operands;
    if (file === undefined) throw new UsageError('name a scenario file, or - for standard input');
    if (extra !== undefined) throw new UsageError(`why takes one file; what is "${extra}"?`);
    const [written] = args.valuesOf('draws');
    const bounds = { name: '--draws', lowest: 2, highest: mostAttributionDraws };
    const draws = written === undefined ? defaultAttributionDraws : parseWhole(written, bounds);
    const workers = readWorkers(args);
    const source = await readSource(file, terminal);
    const plans = args.valuesOf('plan');
    requirePlans(plans, source.scenario);
    const result = await withCores(terminal, workers, (cores) =>
      studies.why.compute([source], { plans, draws }, cores),
    );
    terminal.out(args.has('json') ? `${JSON.stringify(result, null, 2)}\n` : formatWhy(result, terminal));
    return exitCodes.fine;
  },
};
