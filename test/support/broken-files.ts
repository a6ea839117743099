import { readdirSync, readFileSync } from 'node:fs';
import { parseScenarioText } from '../../models/scenario/parse.ts';
import { formatProblem } from '../../models/scenario/problem.ts';

const folder = new URL('../models/scenario/broken/', import.meta.url);

/** Where the expected messages stand; rewritten only by `npx tsx scripts/write-broken-messages.ts`. */
export const messagesFile = new URL('messages.txt', folder);

/** Names of the broken scenario files, without ending. */
export function listBrokenFiles(): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return names.map((name) => name.slice(0, -'.yaml'.length)).sort();
}

export function readBrokenFile(name: string): string {
  return readFileSync(new URL(`${name}.yaml`, folder), 'utf8');
}

/** What the reader says about one broken file, a line for each problem. */
export function messagesOf(name: string): string[] {
  const parsed = parseScenarioText(readBrokenFile(name), `${name}.yaml`);
  return parsed.ok ? ['is a valid scenario'] : parsed.problems.map(formatProblem);
}

/** The messages of all broken files as the text of `messagesFile`. */
export function allMessages(): string {
  return listBrokenFiles()
    .map((name) => `${messagesOf(name).join('\n')}\n`)
    .join('\n');
}

/** Expected messages by file, from the text of `messagesFile`. */
export function expectedMessages(): ReadonlyMap<string, string[]> {
  const lines = readFileSync(messagesFile, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const byFile = new Map<string, string[]>();
  for (const line of lines) {
    const name = line.slice(0, line.indexOf('.yaml:'));
    byFile.set(name, [...(byFile.get(name) ?? []), line]);
  }
  return byFile;
}
