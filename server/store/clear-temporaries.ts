import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryPrefix } from './files.ts';
import { clearWorkFolder } from './kept-folder.ts';
import { storeLimits } from './limits.ts';

/** Removes what an interrupted server left unfinished. Only for the one who holds the lock. */
export async function clearTemporaries(root: string): Promise<void> {
  await clearWorkFolder(root);
  await clearFolder(root, 1);
}

async function clearFolder(folder: string, depth: number): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile() && entry.name.startsWith(temporaryPrefix)) await rm(path, { force: true });
    const within = entry.isDirectory() && !entry.name.startsWith('.') && depth < storeLimits.parts;
    // A folder that may not be read holds nothing of ours.
    if (within) await clearFolder(path, depth + 1).catch(() => {});
  }
}
