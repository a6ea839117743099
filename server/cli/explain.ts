import { type Explanation, explainScenario, folklore, type Scenario } from '../../models/index.ts';
import { type Command, exitCodes, UsageError } from './command.ts';
import { formatLesson } from './format-lesson.ts';
import { readScenario } from './read-scenario.ts';
import { formatTable, wrap } from './table.ts';
import { styled, type Terminal } from './terminal.ts';
import { writePrecise } from './write-numbers.ts';

export const explain: Command = {
  name: 'explain',
  usage: 'FILE [--json]',
  summary: 'Lists every number behind a scenario: value, unit, range, evidence, source, given or default',
  options: [{ name: 'json', meaning: 'The numbers as a JSON array' }],
  notes: ['Values are those of a run at best values; ranges are 80 % intervals; shares are fractions.'],
  examples: [
    { line: 'kept explain my.yaml', meaning: 'What the file states, then what it leaves to defaults' },
    { line: 'kept explain my.yaml --json', meaning: 'For a program' },
  ],
  run: async (args, terminal) => {
    const [file, extra] = args.operands;
    if (file === undefined) throw new UsageError('name a scenario file to explain, or - for standard input');
    if (extra !== undefined) throw new UsageError(`explain takes one file; what is "${extra}"?`);
    const scenario = await readScenario(file, terminal);
    const entries = explainScenario(scenario);
    terminal.out(
      args.has('json')
        ? `${JSON.stringify(entries, null, 2)}\n`
        : formatExplanations(scenario, entries, terminal),
    );
    return exitCodes.fine;
  },
};

function formatExplanations(scenario: Scenario, entries: readonly Explanation[], terminal: Terminal): string {
  const given = entries.filter((entry) => entry.given);
  const defaults = entries.filter((entry) => !entry.given);
  const sections = [
    [styled(terminal, 'bold', scenario.title)],
    ...(scenario.lesson ? [formatLesson(scenario.lesson, terminal)] : []),
    formatSection(`Stated in the file: ${given.length}`, given, terminal),
    formatSection(`Defaults: ${defaults.length}`, defaults, terminal),
    formatFolklore(terminal),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Two lines a number: what it is worth on the first, what it means and rests on below. */
function formatSection(title: string, entries: readonly Explanation[], terminal: Terminal): string[] {
  if (entries.length === 0) return [];
  const rows = entries.map(({ path, value, unit, low80, high80, evidence }) => [
    path,
    value === null ? 'worked out' : writePrecise(value),
    unit === '1' ? '' : unit,
    low80 === null || high80 === null ? '' : `${writePrecise(low80)} to ${writePrecise(high80)}`,
    evidence,
  ]);
  // Paths are copied into files, so none of them is shortened.
  const lines = formatTable(rows, Number.POSITIVE_INFINITY);
  return [
    styled(terminal, 'bold', title),
    ...entries.flatMap(({ meaning, distribution, source }, index) => [
      `  ${lines[index]}`,
      ...wrap(`${meaning}; ${distribution}. ${source}`, Math.max(40, terminal.columns - indent.length)).map(
        (line) => indent + styled(terminal, 'dim', line),
      ),
    ]),
  ];
}

/** What people may look for here in vain. */
function formatFolklore(terminal: Terminal): string[] {
  const width = Math.max(40, terminal.columns - indent.length);
  return [
    styled(terminal, 'bold', 'Often quoted, not used'),
    ...folklore.flatMap(({ claim, standing, source, found, instead }) => [
      `  ${claim}: ${standing}`,
      ...wrap(`${source}. ${found}. Instead: ${instead}.`, width).map(
        (line) => indent + styled(terminal, 'dim', line),
      ),
    ]),
  ];
}

const indent = '      ';
