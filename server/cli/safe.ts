import {
  defaultSafeDraws,
  mostSafeDraws,
  rewriteScenario,
  type SafetyBound,
  type SafetyResult,
} from '../../models/index.ts';
import { studies } from '../studies/index.ts';
import { type Arguments, type Command, exitCodes, UsageError } from './command.ts';
import { readWorkers, withCores, workersOption } from './cores.ts';
import { parseWhole } from './parse-arguments.ts';
import { readSource } from './read-scenario.ts';
import { requirePlans } from './require-plans.ts';
import { formatSafety } from './safe-report.ts';
import { writeNewFile } from './write-file.ts';

export const safe: Command = {
  name: 'safe',
  usage:
    'FILE --plan NAME [--chance-of-loss SHARE|--attrition SHARE] [--draws N] [--workers N] [--json] [-o FILE]',
  summary: 'Finds the smallest change of each kind that makes a plan safe',
  options: [
    { name: 'plan', value: 'NAME', meaning: 'The plan to make safe' },
    { name: 'chance-of-loss', value: 'SHARE', meaning: 'Largest chance of loss, such as 5% (default 10%)' },
    { name: 'attrition', value: 'SHARE', meaning: 'Largest attrition instead, such as 3%' },
    {
      name: 'draws',
      value: 'N',
      meaning: `Common draws, 20 to ${mostSafeDraws} (default ${defaultSafeDraws})`,
    },
    workersOption,
    { name: 'json', meaning: 'The same as JSON, as scenarios/safe.schema.json describes it' },
    {
      name: 'output',
      short: 'o',
      value: 'FILE',
      meaning: 'Write the scenario with the change that keeps most profit, comments kept, to a new file',
    },
  ],
  notes: [
    'Each kind of change is tried alone: smaller, later, phased, longer notice, grandfathered, better service, service and promise, better reason.',
    'Exit code 1: no single change brings the plan under the bound.',
  ],
  examples: [
    {
      line: 'kept safe my.yaml --plan "Raise 8 %"',
      meaning: 'What brings its chance of loss to 10 % or less',
    },
    {
      line: 'kept safe my.yaml --plan "Raise 8 %" --attrition 2% -o safer.yaml',
      meaning: 'And the plan as a file',
    },
  ],
  run: async (args, terminal) => {
    const [file, extra] = args.operands;
    if (file === undefined) throw new UsageError('name a scenario file, or - for standard input');
    if (extra !== undefined) throw new UsageError(`safe takes one file; what is "${extra}"?`);
    const [plan] = args.valuesOf('plan');
    if (plan === undefined) throw new UsageError('say which plan: --plan NAME');
    const [bound, draws] = [readBound(args), readDraws(args)];
    const workers = readWorkers(args);
    const source = await readSource(file, terminal);
    const { scenario, text } = source;
    requirePlans([plan], scenario);
    if (plan === 'do nothing')
      throw new UsageError('doing nothing is what plans are compared with; name another');
    const result = await withCores(terminal, workers, (cores) =>
      studies.safe.compute([source], { plan, bound, ...draws }, cores),
    );
    const [output] = args.valuesOf('output');
    if (output !== undefined) await writeNewFile(output, await rewriteScenario(text, bestEdits(result)));
    terminal.out(
      args.has('json') ? `${JSON.stringify(result, null, 2)}\n` : formatSafety(result, scenario, terminal),
    );
    return result.safe || result.outcomes.some(({ found }) => found) ? exitCodes.fine : exitCodes.no;
  },
};

/** A plan that is safe already is written as it is. */
function bestEdits({ safe, outcomes }: SafetyResult) {
  const [first] = outcomes;
  if (safe) return [];
  if (first?.found) return first.edits;
  throw new UsageError('no single change makes the plan safe, so there is nothing to write', '');
}

function readBound(args: Arguments): SafetyBound {
  if (args.has('chance-of-loss') && args.has('attrition'))
    throw new UsageError('choose --chance-of-loss or --attrition, not both');
  if (args.has('attrition')) return { measure: 'attrition', atMost: readShare(args, 'attrition') };
  return { measure: 'chanceOfLoss', atMost: readShare(args, 'chance-of-loss') };
}

function readShare(args: Arguments, name: string): number {
  const [written = '10%'] = args.valuesOf(name);
  const match = /^(\d{1,2}(?:\.\d{1,4})?) ?%$/.exec(written);
  if (match) return Number(`${match[1]}e-2`);
  throw new UsageError(`--${name} must be a share from 0% to below 100%, such as 10%, not "${written}"`);
}

function readDraws(args: Arguments): { draws?: number } {
  const [draws] = args.valuesOf('draws');
  if (draws === undefined) return {};
  return { draws: parseWhole(draws, { name: '--draws', lowest: 20, highest: mostSafeDraws }) };
}
