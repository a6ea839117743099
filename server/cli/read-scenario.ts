import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { formatProblem, parseScenario, type Scenario } from '../../models/index.ts';
import type { Source } from '../studies/study.ts';
import { UsageError } from './command.ts';
import type { Terminal } from './terminal.ts';

/** More than any scenario file may hold; the parser names its own, lower limit. */
const mostBytes = 4 * 1024 * 1024;

/** Reads and checks a scenario file, `-` being standard input. Lists every problem it has, then throws UsageError. */
export async function readScenario(file: string, terminal: Terminal): Promise<Scenario> {
  return (await readSource(file, terminal)).scenario;
}

/** The same, with the text that it was read from. */
export async function readSource(file: string, terminal: Terminal): Promise<Source> {
  const name = nameOf(file);
  const text = await readText(file, terminal);
  const outcome = await parseScenario(text, file === '-' ? '<stdin>' : file);
  if (outcome.ok) return { name: file, text, scenario: outcome.scenario };
  // Bare lines, as editors and scripts read them.
  for (const problem of outcome.problems) terminal.err(`${formatProblem(problem)}\n`);
  const count = outcome.problems.length;
  throw new UsageError(`${count} problem${count === 1 ? '' : 's'} in ${name}`, '');
}

const nameOf = (file: string) => (file === '-' ? 'standard input' : file);

/** Text of a file, `-` being standard input. Error  UsageError when there is none */
export async function readText(file: string, terminal: Terminal): Promise<string> {
  const name = nameOf(file);
  return decode(await readBytes(file === '-' ? terminal.input : createReadStream(file), name), name);
}

async function readBytes(stream: Readable, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(Buffer.from(chunk));
      size += chunk.length;
      if (size > mostBytes) throw new UsageError(`${name} is too large for a scenario file`, '');
    }
  } catch (error) {
    throw error instanceof UsageError ? error : explainReadFailure(error, name);
  }
  return Buffer.concat(chunks);
}

const readFailures: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder; name a file in it',
  EACCES: 'it may not be read by you',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
};

function explainReadFailure(error: unknown, name: string): UsageError {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return new UsageError(`cannot read ${name}: ${readFailures[code] ?? (error as Error).message}`, '');
}

function decode(bytes: Buffer, name: string): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new UsageError(`${name} is UTF-16 text`, 'Save it as UTF-8.');
  }
  try {
    if (bytes.includes(0)) throw new TypeError('a zero byte');
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${name} is not text`, 'A scenario is a YAML or JSON file in UTF-8.');
  }
}
