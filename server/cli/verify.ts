import { engineVersion, KeptError, type Scenario } from '../../models/index.ts';
import { studies } from '../studies/index.ts';
import type { Study } from '../studies/study.ts';
import { type Command, exitCodes, UsageError } from './command.ts';
import { type Difference, differencesOf } from './compare-json.ts';
import { readWorkers, withCores, workersOption } from './cores.ts';
import { readSource, readText } from './read-scenario.ts';
import { formatTable } from './table.ts';
import type { Terminal } from './terminal.ts';

/** Other browsers than those of V8 may differ in the last digits. */
const tolerance = 1e-9;
const mostShown = 10;

export const verify: Command = {
  name: 'verify',
  usage: 'RESULT.json FILE [--workers N]',
  summary: 'Recomputes a saved result from its scenario and compares',
  options: [workersOption],
  notes: [
    'Takes the JSON of run, why, sensitivity, sweep, optimise, safe and concentration; seed and draws are those of the result.',
    'Exit code 0: the same. 1: it is of another scenario, or other numbers come out.',
  ],
  examples: [
    { line: 'kept verify result.json my.yaml', meaning: 'Is this result what the file gives today?' },
    { line: 'kept run my.yaml --json | kept verify - my.yaml', meaning: 'From a pipe' },
  ],
  run: async (args, terminal) => {
    const [resultFile, file, extra] = args.operands;
    if (resultFile === undefined || file === undefined)
      throw new UsageError('name a result and the scenario it comes from');
    if (extra !== undefined) throw new UsageError(`verify takes two files; what is "${extra}"?`);
    if (resultFile === '-' && file === '-') throw new UsageError('only one of the two can be standard input');
    const workers = readWorkers(args);
    const saved = readResult(await readText(resultFile, terminal), resultFile);
    const source = await readSource(file, terminal);
    const study = studyOf(saved, resultFile);
    const asked = study.askedFor?.(saved) ?? {};
    const again = await withCores(terminal, workers, (cores) => study.compute([source], asked, cores)).catch(
      (error: unknown) => explain(error, saved, source.scenario),
    );
    return report(saved, again, terminal);
  },
};

/** What every result says of itself. */
interface Saved {
  readonly format: string;
  readonly engine: { readonly version: string };
  readonly scenario: { readonly title: string; readonly digest: string };
}

function readResult(text: string, file: string): Saved {
  let value: Partial<Saved> | null;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError(`${file} is not JSON`, 'Save a result with --json.');
  }
  const isResult =
    typeof value?.format === 'string' &&
    typeof value.engine?.version === 'string' &&
    typeof value.scenario?.digest === 'string';
  if (isResult) return value as Saved;
  throw new UsageError(`${file} is not a result of Kept`, 'Save one with --json.');
}

function studyOf({ format }: Saved, file: string): Study<unknown, unknown> {
  const all = Object.values(studies) as Study<unknown, unknown>[];
  const known = all.filter(({ askedFor }) => askedFor !== undefined);
  const found = known.find((study) => study.format === format);
  if (found) return found;
  const formats = known.map((study) => study.format).join(', ');
  throw new UsageError(`${file} is "${format}", which cannot be verified`, `Known are ${formats}.`);
}

/** A plan that is gone says more than that it is gone when the scenario is another. */
function explain(error: unknown, saved: Saved, scenario: Scenario): never {
  if (!(error instanceof KeptError) || error.code !== 'unknown-plan') throw error;
  throw new UsageError(
    `the result is of "${saved.scenario.title}" and names a plan that is not there: ${error.message}`,
    `The file is "${scenario.title}".`,
  );
}

function report(saved: Saved, again: unknown, terminal: Terminal): number {
  const now = again as Saved;
  if (saved.scenario.digest !== now.scenario.digest) {
    terminal.out(
      'Not the same: the result is of another scenario, or the file was changed since.\n' +
        `  result    ${saved.scenario.digest}  ${saved.scenario.title}\n` +
        `  scenario  ${now.scenario.digest}  ${now.scenario.title}\n`,
    );
    return exitCodes.no;
  }
  // As it would be read back from a file.
  const found = differencesOf(saved, JSON.parse(JSON.stringify(again)));
  const large = found.filter(({ relative }) => relative > tolerance);
  if (found.length === 0) terminal.out(`The same, number by number: engine ${engineVersion}.\n`);
  else if (large.length === 0)
    terminal.out(`The same but for the last digits: ${found.length} numbers differ by less than 1e-9.\n`);
  else terminal.out(formatDifferences(large, saved));
  return large.length === 0 ? exitCodes.fine : exitCodes.no;
}

function formatDifferences(differences: readonly Difference[], { engine }: Saved): string {
  const rows = differences
    .slice(0, mostShown)
    .map(({ path, saved, now }) => [path, JSON.stringify(saved) ?? '–', JSON.stringify(now) ?? '–']);
  const versions =
    engine.version === engineVersion
      ? `the engine, ${engineVersion}, is the same`
      : `the result is of engine ${engine.version}, this is ${engineVersion}`;
  const more = differences.length > mostShown ? `  and ${differences.length - mostShown} more\n` : '';
  const table = formatTable([['', 'saved', 'now'], ...rows], Number.POSITIVE_INFINITY);
  return `Not the same: ${versions}.\n${table.map((line) => `  ${line}\n`).join('')}${more}`;
}
