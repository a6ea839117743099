import type { Dirent } from 'node:fs';
import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { etagOf } from './entity-tag.ts';
import { isMissing, readPlain } from './files.ts';
import { storeLimits } from './limits.ts';
import { findTitle, isScenario } from './scenario-content.ts';
import { explainName } from './scenario-name.ts';
import { StoreProblem } from './store-problem.ts';

export interface ListedScenario {
  readonly name: string;
  readonly title?: string;
  readonly bytes: number;
  /** Milliseconds by the clock of the machine. */
  readonly modified: number;
  /** Left out where the file is longer than what a listing reads of it. */
  readonly etag?: string;
}

export interface Listing {
  readonly scenarios: readonly ListedScenario[];
  /** There are more than are listed. */
  readonly cut: boolean;
  /** Files with the ending of a scenario that are none: links, no plain files, too large, not to be read, or of a name that is refused. */
  readonly leftOut: number;
}

/** Lists the scenarios under a folder by name. Writes nothing. */
export async function listScenarios(root: string): Promise<Listing> {
  const found: Found = { names: [], visited: 0, leftOut: 0 };
  await collect(root, '', found);
  const names = found.names.sort().slice(0, storeLimits.listed);
  const outcomes: Outcome[] = [];
  // A few at a time: as many open files as a system always allows.
  for (let next = 0; next < names.length; next += 32) {
    outcomes.push(...(await Promise.all(names.slice(next, next + 32).map((name) => describe(root, name)))));
  }
  return {
    scenarios: outcomes.filter((outcome) => typeof outcome === 'object'),
    cut: found.names.length > names.length || found.visited > storeLimits.visited,
    leftOut: found.leftOut + outcomes.filter((outcome) => outcome === 'left out').length,
  };
}

interface Found {
  readonly names: string[];
  visited: number;
  leftOut: number;
}

async function collect(root: string, prefix: string, found: Found): Promise<void> {
  const folders: string[] = [];
  for await (const entry of await opendir(join(root, prefix))) {
    if (++found.visited > storeLimits.visited) return;
    if (entry.name.startsWith('.')) continue;
    const name = `${prefix}${entry.name}`;
    if (entry.isDirectory() && !isNamedAsScenario(entry)) folders.push(`${name}/`);
    else if (isNamedAsScenario(entry)) sort(entry, name, found);
  }
  for (const folder of folders.sort()) {
    if (folder.split('/').length > storeLimits.parts) continue;
    await collect(root, folder, found).catch((error) => {
      if (isMissing(error)) return;
      if (!isRefused(error)) throw error;
      found.leftOut++;
    });
  }
}

function isNamedAsScenario({ name }: Dirent): boolean {
  return /\.(ya?ml|json)$/i.test(name) && !name.endsWith('.schema.json');
}

function sort(entry: Dirent, name: string, found: Found): void {
  if (entry.isFile() && explainName(name) === undefined) found.names.push(name);
  else found.leftOut++;
}

/** Another JSON file, or one that went away meanwhile, is no scenario and no loss. */
type Outcome = ListedScenario | 'left out' | 'none';

async function describe(root: string, name: string): Promise<Outcome> {
  try {
    const { bytes, status } = await readPlain(join(root, ...name.split('/')), storeLimits.headBytes + 1);
    if (!isScenario(name, bytes)) return 'none';
    if (status.size > storeLimits.bytes) return 'left out';
    const title = findTitle(name, bytes.toString('utf8'));
    return {
      name,
      ...(title !== undefined && { title }),
      bytes: status.size,
      modified: status.mtime.getTime(),
      ...(bytes.length <= storeLimits.headBytes && { etag: etagOf(bytes) }),
    };
  } catch (error) {
    if (isMissing(error)) return 'none';
    if (isRefused(error)) return 'left out';
    throw error;
  }
}

function isRefused(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return error instanceof StoreProblem || ['EACCES', 'EPERM', 'ELOOP'].includes(code);
}
