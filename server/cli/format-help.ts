import type { Command, Option } from './command.ts';

/** Help of one command: usage, options, notes, examples. */
export function formatCommandHelp(command: Command): string {
  const options: readonly Option[] = [...command.options, { name: 'help', meaning: 'Show this help' }];
  const sections = [
    `Usage: kept ${command.name} ${command.usage}`,
    command.summary,
    `Options:\n${formatPairs(options.map((option) => [formatOption(option), option.meaning]))}`,
    ...(command.notes ?? []),
    `Examples:\n${formatPairs(command.examples.map(({ line, meaning }) => [line, meaning]))}`,
  ];
  return `${sections.join('\n\n')}\n`;
}

function formatOption({ name, short, value }: Option): string {
  return `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`;
}

/** The overview that `kept --help` prints. */
export function formatHelp(commands: readonly Command[]): string {
  return `Kept: who leaves, why, and what it does to profit, before you act.

Usage: kept COMMAND ...

Commands:
${formatPairs(commands.map(({ name, summary }) => [name, summary]))}

Options:
${formatPairs([
  ['--help', 'Show this help; kept COMMAND --help shows more'],
  ['--version', 'Show the version'],
])}

Files may be - for standard input. Data goes to stdout, everything else to stderr.
Exit codes: 0 fine, 1 the answer is no, 2 bad usage or bad file, 70 a defect in Kept,
130 interrupted.

Examples:
${formatPairs([
  ['kept run scenarios/telco-fee-increase.yaml', 'What a fee increase does'],
  ['kept check my.yaml', 'Every mistake in a file'],
  ['kept serve', 'The page, on this machine'],
])}
`;
}

/** Two columns; a left part too wide for its column has the right part on a line of its own. */
function formatPairs(pairs: readonly (readonly [string, string])[]): string {
  const width = Math.min(32, Math.max(...pairs.map(([left]) => left.length)));
  return pairs
    .map(([left, right]) =>
      left.length > width
        ? `  ${left}\n  ${' '.repeat(width)}  ${right}`
        : `  ${left.padEnd(width)}  ${right}`,
    )
    .join('\n');
}
