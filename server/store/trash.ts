import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { etagOf } from './entity-tag.ts';
import { type FileContent, isMissing, readPlain, replaceFile, syncFolder, writeTemporary } from './files.ts';
import { giveHistory, historyBytes, takeHistory } from './history.ts';
import { keptPath, makeWayOut } from './kept-folder.ts';
import { storeLimits } from './limits.ts';
import { findFolder, makeFolder } from './locate.ts';
import { explainName } from './scenario-name.ts';
import { StoreProblem } from './store-problem.ts';

/** A deleted scenario. */
export interface Deleted {
  /** Counts up by one with each deletion, whatever the clock says. */
  readonly id: string;
  readonly name: string;
  /** Milliseconds by the clock of the machine. */
  readonly deletedAt: number;
  readonly bytes: number;
  readonly etag: string;
}

interface Entry extends Deleted {
  /** Of the content and its versions. */
  readonly allBytes: number;
}

const entryId = /^\d{8}$/;
const folderOf = (id: string) => keptPath('trash', id);

/** What was deleted and is still there, newest first. */
export async function listTrash(root: string): Promise<Deleted[]> {
  return (await readEntries(root)).map(({ allBytes: _, ...deleted }) => deleted);
}

async function readEntries(root: string): Promise<Entry[]> {
  const folder = await findFolder(root, keptPath('trash'));
  if (folder === undefined) return [];
  const ids = (await readdir(folder)).filter((entry) => entryId.test(entry)).sort();
  const entries = await Promise.all(ids.reverse().map((id) => readEntry(join(folder, id), id)));
  return entries.filter((entry) => entry !== undefined);
}

async function readEntry(folder: string, id: string): Promise<Entry | undefined> {
  try {
    const { bytes } = await readPlain(join(folder, 'entry.json'), 4096);
    const { name, deletedAt, size, etag, allBytes } = JSON.parse(bytes.toString('utf8'));
    const sound =
      typeof name === 'string' &&
      explainName(name) === undefined &&
      typeof etag === 'string' &&
      [deletedAt, size, allBytes].every((value) => Number.isSafeInteger(value) && value >= 0);
    return sound ? { id, name, deletedAt, bytes: size, etag, allBytes } : undefined;
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError || error instanceof StoreProblem) return undefined;
    throw error;
  }
}

/** Keeps a content that is about to be deleted. Returns its id in the trash. */
export async function putInTrash(root: string, name: string, content: FileContent): Promise<string> {
  const trash = await makeFolder(root, keptPath('trash'));
  const taken = (await readdir(trash)).filter((entry) => entryId.test(entry)).sort();
  const id = String(Number(taken.at(-1) ?? 0) + 1).padStart(8, '0');
  const unfinished = await makeWayOut(root, `entry-${id}`);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished);
  try {
    const { bytes, status } = content;
    const size = bytes.length;
    const allBytes = size + (await historyBytes(root, name));
    const entry = { name, deletedAt: Math.max(0, Date.now()), size, etag: etagOf(bytes), allBytes };
    await writeInto(unfinished, 'content', { bytes, like: status });
    await writeInto(unfinished, 'entry.json', { bytes: Buffer.from(JSON.stringify(entry)), like: status });
    await syncFolder(unfinished);
    await rename(unfinished, join(trash, id));
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
  await syncFolder(trash);
  return id;
}

async function writeInto(folder: string, name: string, content: Parameters<typeof writeTemporary>[1]) {
  await replaceFile(await writeTemporary(folder, content), join(folder, name));
}

/** The versions of a deleted scenario follow it; the oldest of what was deleted gives way. */
export async function finishDeletion(root: string, name: string, id: string): Promise<void> {
  await takeHistory(root, name, [...folderOf(id), 'history']);
  let bytes = 0;
  for (const [index, entry] of (await readEntries(root)).entries()) {
    bytes += entry.allBytes;
    const spare = index >= storeLimits.trashEntries || bytes > storeLimits.trashBytes;
    if (spare && index > 0) await removeFromTrash(root, entry.id);
  }
}

/** A deleted scenario and its content. Throws StoreProblem when it is not there or no longer what was deleted. */
export async function readTrash(
  root: string,
  id: string,
): Promise<{ readonly deleted: Deleted; readonly content: FileContent }> {
  const folder = entryId.test(id) ? await findFolder(root, folderOf(id)) : undefined;
  const deleted = folder === undefined ? undefined : await readEntry(folder, id);
  if (folder === undefined || !deleted)
    throw new StoreProblem(404, 'not-found', `There is nothing with the id "${id}" in the trash.`);
  const content = await readPlain(join(folder, 'content'), storeLimits.bytes + 1);
  if (etagOf(content.bytes) === deleted.etag) return { deleted, content };
  throw new StoreProblem(500, 'damaged', `"${deleted.name}" is damaged in the trash.`);
}

/** Gives the versions of a deleted scenario to the one that was made of it, and forgets the deletion. */
export async function finishRestoring(root: string, id: string, name: string): Promise<void> {
  await giveHistory(root, [...folderOf(id), 'history'], name);
  await removeFromTrash(root, id);
}

/** Out of the trash in one step; what is left of it when interrupted is swept at the next start. */
export async function removeFromTrash(root: string, id: string): Promise<void> {
  const folder = await findFolder(root, folderOf(id));
  if (folder === undefined) return;
  const out = await makeWayOut(root, `gone-${id}`);
  await rm(out, { recursive: true, force: true });
  await rename(folder, out);
  await rm(out, { recursive: true, force: true });
}
