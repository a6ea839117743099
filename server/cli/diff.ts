import { diffScenarios, type ScenarioDifference } from '../../models/index.ts';
import { type Command, exitCodes, UsageError } from './command.ts';
import { readScenario } from './read-scenario.ts';

export const diff: Command = {
  name: 'diff',
  usage: 'FILE FILE [--json]',
  summary: 'Shows in which numbers and actions two scenarios differ',
  options: [{ name: 'json', meaning: 'The same as JSON, as scenarios/diff.schema.json describes it' }],
  notes: [
    'Numbers are in base units, with their 80 % interval and evidence; comments and spelling do not count.',
    'Exit code 1 when the files differ.',
  ],
  examples: [{ line: 'kept diff before.yaml after.yaml', meaning: 'What another version of a file changes' }],
  run: async (args, terminal) => {
    const { operands } = args;
    if (operands.length !== 2) throw new UsageError(`diff takes two files, not ${operands.length}`);
    const [before, after] = [
      await readScenario(operands[0], terminal),
      await readScenario(operands[1], terminal),
    ];
    const differences = diffScenarios(before, after);
    if (args.has('json')) {
      terminal.out(`${JSON.stringify({ format: 'kept-diff/1', differences }, null, 2)}\n`);
    } else if (differences.length === 0) terminal.out('The scenarios are the same.\n');
    else terminal.out(differences.map(formatDifference).join(''));
    return differences.length === 0 ? exitCodes.fine : exitCodes.no;
  },
};

function formatDifference({ path, before, after }: ScenarioDifference): string {
  const lines = [path];
  if (before !== null) lines.push(`  - ${before}`);
  if (after !== null) lines.push(`  + ${after}`);
  return `${lines.join('\n')}\n`;
}
