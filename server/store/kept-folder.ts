import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type NewContent, writeTemporary } from './files.ts';
import { findFolder, makeFolder } from './locate.ts';

/** Beside the scenarios, hidden: the lock, replaced versions and what was deleted. */
const keptFolder = '.kept';

/** Where something of the store's own lies under the root. */
export function keptPath(...parts: readonly string[]): string[] {
  return [keptFolder, ...parts];
}

/** Where what is not finished lies, on the same disk as what it will be. */
export function makeWorkFolder(root: string): Promise<string> {
  return makeFolder(root, keptPath('tmp'));
}

/** Writes a content that will be given a name within the store's own folder. */
export async function writeWork(root: string, content: NewContent): Promise<string> {
  return writeTemporary(await makeWorkFolder(root), content);
}

/** Removes what an interrupted server left unfinished within its own folder. */
export async function clearWorkFolder(root: string): Promise<void> {
  const folder = await findFolder(root, keptPath('tmp'));
  if (folder === undefined) return;
  for (const entry of await readdir(folder)) await rm(join(folder, entry), { recursive: true, force: true });
  // Another server that is just starting may have put something in again.
  await rmdir(folder).catch(() => {});
}

/** A name for something that will be removed in a moment, and is out of the way at once. */
export async function makeWayOut(root: string, name: string): Promise<string> {
  return join(await makeWorkFolder(root), name);
}
