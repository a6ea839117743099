import { defaultOptimiseDraws, editsOf, mostOptimiseDraws, rewriteScenario } from '../../models/index.ts';
import { studies } from '../studies/index.ts';
import { type Arguments, type Command, exitCodes, UsageError } from './command.ts';
import { readWorkers, withCores, workersOption } from './cores.ts';
import { formatOptimum } from './optimise-report.ts';
import { parseWhole } from './parse-arguments.ts';
import { readSource } from './read-scenario.ts';
import { writeNewFile } from './write-file.ts';

export const optimise: Command = {
  name: 'optimise',
  usage: 'FILE [--draws N] [--workers N] [--json] [-o FILE]',
  summary: 'Finds the best values of the numbers that a plan leaves free',
  options: [
    {
      name: 'draws',
      value: 'N',
      meaning: `Draws on which the best plans are compared, 8 to ${mostOptimiseDraws} (default ${defaultOptimiseDraws})`,
    },
    workersOption,
    { name: 'json', meaning: 'The same as JSON, as scenarios/optimum.schema.json describes it' },
    {
      name: 'output',
      short: 'o',
      value: 'FILE',
      meaning: 'Write the scenario with the best values put in, comments kept, to a new file',
    },
  ],
  notes: [
    'The file says what is free, what to maximise and what to keep: docs/scenario-file.md. docs/optimise.md says how.',
    'Exit code 1: no plan within the bounds keeps every condition.',
  ],
  examples: [
    { line: 'kept optimise scenarios/club-best-fee.yaml', meaning: 'The best plan, and what it rests on' },
    { line: 'kept optimise my.yaml -o best.yaml', meaning: 'And the plan as a scenario file' },
    { line: 'kept optimise my.yaml --draws 32 --json > best.json', meaning: 'Quickly, for a program' },
  ],
  run: async (args, terminal) => {
    const [file, extra] = args.operands;
    if (file === undefined) throw new UsageError('name a scenario file, or - for standard input');
    if (extra !== undefined) throw new UsageError(`optimise takes one file; what is "${extra}"?`);
    const draws = readDraws(args);
    const workers = readWorkers(args);
    const source = await readSource(file, terminal);
    const { scenario, text } = source;
    if (scenario.optimise === undefined) {
      const hint = 'Add optimise: with a plan and what to maximise; docs/scenario-file.md shows how.';
      throw new UsageError(`${file} says nothing to optimise`, hint);
    }
    const optimum = await withCores(terminal, workers, (cores) =>
      studies.optimise.compute([source], draws, cores),
    );
    const [output] = args.valuesOf('output');
    if (output !== undefined)
      await writeNewFile(output, await rewriteScenario(text, editsOf(scenario, optimum)));
    terminal.out(
      args.has('json') ? `${JSON.stringify(optimum, null, 2)}\n` : formatOptimum(optimum, scenario, terminal),
    );
    return optimum.feasible ? exitCodes.fine : exitCodes.no;
  },
};

function readDraws(args: Arguments): { draws?: number } {
  const [draws] = args.valuesOf('draws');
  if (draws === undefined) return {};
  return { draws: parseWhole(draws, { name: '--draws', lowest: 8, highest: mostOptimiseDraws }) };
}
