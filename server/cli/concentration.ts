import { computeConcentration, defaultCustomers, mostCustomers } from '../../models/index.ts';
import { type Arguments, type Command, exitCodes, UsageError } from './command.ts';
import { formatConcentration } from './concentration-report.ts';
import { parseWhole } from './parse-arguments.ts';
import { readScenario } from './read-scenario.ts';
import { requirePlans } from './require-plans.ts';

export const concentration: Command = {
  name: 'concentration',
  usage: 'FILE [--plan NAME] [--customers N] [--seed TEXT] [--json]',
  summary: 'Follows customers one by one: who is worth what, and whom the plans lose',
  options: [
    {
      name: 'plan',
      value: 'NAME',
      meaning: 'Compare this plan only (may be given several times)',
      repeats: true,
    },
    {
      name: 'customers',
      value: 'N',
      meaning: `Customers to follow over the firm, 10 to ${mostCustomers} (default ${defaultCustomers})`,
    },
    { name: 'seed', value: 'TEXT', meaning: "Seed text instead of the scenario's own" },
    { name: 'json', meaning: 'The same as JSON, as scenarios/concentration.schema.json describes it' },
  ],
  notes: [
    'Every uncertain number has its best value; standard errors are those of the sample of customers.',
    'docs/measures.md defines the figures.',
  ],
  examples: [
    { line: 'kept concentration scenarios/telco-fee-increase.yaml', meaning: 'Tenths of customers by value' },
    {
      line: 'kept concentration my.yaml --plan "Raise 8 %" --customers 100000 --json',
      meaning: 'One plan, closely, for a program',
    },
  ],
  run: async (args, terminal) => {
    const [file, extra] = args.operands;
    if (file === undefined) throw new UsageError('name a scenario file, or - for standard input');
    if (extra !== undefined) throw new UsageError(`concentration takes one file; what is "${extra}"?`);
    const options = readOptions(args);
    const scenario = await readScenario(file, terminal);
    requirePlans(options.plans ?? [], scenario);
    const result = computeConcentration(scenario, options);
    terminal.out(
      args.has('json') ? `${JSON.stringify(result, null, 2)}\n` : formatConcentration(result, terminal),
    );
    return exitCodes.fine;
  },
};

function readOptions(args: Arguments): { customers?: number; seed?: string; plans?: readonly string[] } {
  const [customers] = args.valuesOf('customers');
  const [seed] = args.valuesOf('seed');
  const bounds = { name: '--customers', lowest: 10, highest: mostCustomers };
  return {
    ...(customers === undefined ? {} : { customers: parseWhole(customers, bounds) }),
    ...(seed === undefined ? {} : { seed }),
    ...(args.has('plan') ? { plans: args.valuesOf('plan') } : {}),
  };
}
