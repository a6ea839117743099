import { type Command, exitCodes, UsageError } from './command.ts';
import { readScenario } from './read-scenario.ts';

export const check: Command = {
  name: 'check',
  usage: 'FILE...',
  summary: 'Finds every mistake in scenario files, each as file:line:column path message',
  options: [],
  examples: [
    { line: 'kept check my.yaml', meaning: 'One file' },
    { line: 'kept check scenarios/*.yaml', meaning: 'All of a folder' },
    { line: 'git show main:my.yaml | kept check -', meaning: 'What is in git' },
  ],
  run: async ({ operands }, terminal) => {
    if (operands.length === 0) throw new UsageError('name a scenario file to check');
    let code: number = exitCodes.fine;
    for (const file of operands) {
      try {
        const { title, months, plans, world } = await readScenario(file, terminal);
        const parts = [
          count(world.segments.length, 'segment'),
          count(plans.length, 'plan'),
          count(months, 'month'),
        ];
        terminal.out(`${file}: fine. ${title}: ${parts.join(', ')}\n`);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        // One bad file must not hide what is wrong with the next.
        terminal.err(`kept: ${error.message}\n${error.hint ? `${error.hint}\n` : ''}`);
        code = exitCodes.bad;
      }
    }
    return code;
  },
};

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
