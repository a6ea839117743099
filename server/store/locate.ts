import type { Stats } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { statusOf, syncFolder } from './files.ts';
import { foldName, requireName } from './scenario-name.ts';
import { StoreProblem } from './store-problem.ts';

/** Where a scenario is, or would be. */
export interface Place {
  readonly name: string;
  readonly path: string;
  readonly folder: string;
  /** Of the plain file that is there. */
  readonly status?: Stats;
  /** Another name in the folder that some system takes for this one. */
  readonly rival?: string;
}

/**
 * Finds the place of a scenario under the root, looking at each folder on the way. Throws StoreProblem for a name that
 * is none, a link on the way or at the end, and anything that is no plain file.
 */
export async function locate(root: string, name: string): Promise<Place> {
  requireName(name);
  const parts = name.split('/');
  const path = join(root, ...parts);
  const place = { name, path, folder: dirname(path) };
  let folder = root;
  for (const [index, part] of parts.entries()) {
    const entries = await readdir(folder);
    // The system may find a file by another case or form of its name; here only the name as it is written counts.
    if (!entries.includes(part)) {
      const folded = foldName(part);
      const rival = entries.find((entry) => foldName(entry) === folded);
      return rival === undefined ? place : { ...place, rival: [...parts.slice(0, index), rival].join('/') };
    }
    const status = await statusOf(join(folder, part));
    if (!status) return place;
    requireKind(status, parts.slice(0, index + 1).join('/'), index === parts.length - 1);
    if (index === parts.length - 1) return { ...place, status };
    folder = join(folder, part);
  }
  return place;
}

function requireKind(status: Stats, name: string, file: boolean): void {
  if (file ? status.isFile() : status.isDirectory()) return;
  const what = status.isSymbolicLink()
    ? 'is a link, and links are not followed'
    : file
      ? 'is no plain file'
      : 'is no folder';
  throw new StoreProblem(403, 'not-plain', `"${name}" ${what}.`);
}

/** A folder under the root, part by part; undefined when it is not there. Throws StoreProblem for a link on the way. */
export async function findFolder(root: string, parts: readonly string[]): Promise<string | undefined> {
  let folder = root;
  for (const [index, part] of parts.entries()) {
    folder = join(folder, part);
    const status = await statusOf(folder);
    if (!status) return undefined;
    requireKind(status, parts.slice(0, index + 1).join('/'), false);
  }
  return folder;
}

/** The same, made where it is missing. */
export async function makeFolder(root: string, parts: readonly string[]): Promise<string> {
  let folder = root;
  for (const [index, part] of parts.entries()) {
    const parent = folder;
    folder = join(parent, part);
    if (!(await statusOf(folder))) {
      await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
      await syncFolder(parent);
    }
    if ((await findFolder(root, parts.slice(0, index + 1))) === undefined)
      throw new StoreProblem(503, 'busy', 'A folder went away meanwhile. Nothing was changed; try again.');
  }
  return folder;
}
