import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { etagOf } from './entity-tag.ts';
import { type FileContent, isMissing, placeFile, readPlain, statusOf, syncFolder } from './files.ts';
import { keptPath, writeWork } from './kept-folder.ts';
import { storeLimits } from './limits.ts';
import { findFolder, makeFolder } from './locate.ts';
import { StoreProblem } from './store-problem.ts';

/** A content that was replaced. */
export interface Version {
  /** Counts up by one with each version that is kept, whatever the clock says. */
  readonly version: number;
  /** When this content was saved, in milliseconds, by the clock of the machine. */
  readonly savedAt: number;
  readonly bytes: number;
  readonly etag: string;
}

/** Everything about a version stands in its file's name, so that there is no index that could disagree. */
const versionFile = /^(\d{8,})-(\d{1,16})-(\d{1,8})-([0-9a-f]{64})$/;

const nameOf = ({ version, savedAt, bytes, etag }: Version) =>
  `${String(version).padStart(8, '0')}-${savedAt}-${bytes}-${etag.slice(1, -1)}`;

const folderOf = (name: string) => keptPath('history', ...name.split('/'));

/** The versions of a scenario, newest first. */
export async function listVersions(root: string, name: string): Promise<Version[]> {
  const folder = await findFolder(root, folderOf(name));
  return folder === undefined ? [] : readVersions(folder);
}

async function readVersions(folder: string): Promise<Version[]> {
  const versions = (await readdir(folder)).flatMap((entry) => {
    const [, version, savedAt, bytes, digest] = versionFile.exec(entry) ?? [];
    if (digest === undefined) return [];
    return { version: Number(version), savedAt: Number(savedAt), bytes: Number(bytes), etag: `"${digest}"` };
  });
  return versions.sort((a, b) => b.version - a.version);
}

/** The content of a version. Throws StoreProblem when there is none or when it is no longer what was kept. */
export async function readVersion(root: string, name: string, version: number): Promise<FileContent> {
  const folder = await findFolder(root, folderOf(name));
  const found = folder === undefined ? [] : await readVersions(folder);
  const wanted = found.find((each) => each.version === version);
  if (folder === undefined || !wanted) throw missing(version, name);
  const content = await readPlain(join(folder, nameOf(wanted)), storeLimits.bytes + 1).catch((error) => {
    throw isMissing(error) ? missing(version, name) : error;
  });
  if (etagOf(content.bytes) === wanted.etag) return content;
  throw new StoreProblem(500, 'damaged', `Version ${version} of "${name}" is damaged on the disk.`);
}

function missing(version: number, name: string): StoreProblem {
  return new StoreProblem(
    404,
    'not-found',
    `There is no version ${version} of "${name}"; the oldest give way when there are more than ${storeLimits.versions}.`,
  );
}

/** Keeps a content that is about to be replaced, unless the newest version is the same; the oldest give way. */
export async function keepVersion(root: string, name: string, content: FileContent): Promise<void> {
  const folder = await makeFolder(root, folderOf(name));
  const versions = await readVersions(folder);
  const etag = etagOf(content.bytes);
  if (versions[0]?.etag === etag) return;
  const kept = {
    version: (versions[0]?.version ?? 0) + 1,
    savedAt: Math.max(0, content.status.mtime.getTime()),
    bytes: content.bytes.length,
    etag,
  };
  const temporary = await writeWork(root, { bytes: content.bytes, like: content.status });
  await placeFile(temporary, join(folder, nameOf(kept)));
  await dropOldest(folder, [kept, ...versions]);
  await syncFolder(folder);
}

async function dropOldest(folder: string, newestFirst: readonly Version[]): Promise<void> {
  let bytes = 0;
  for (const [index, version] of newestFirst.entries()) {
    bytes += version.bytes;
    const spare = index >= storeLimits.versions || bytes > storeLimits.historyBytes;
    if (spare && index > 0) await rm(join(folder, nameOf(version)), { force: true });
  }
}

/** Bytes of all versions of a scenario. */
export async function historyBytes(root: string, name: string): Promise<number> {
  return (await listVersions(root, name)).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Gives the versions of a scenario to another name. */
export async function renameHistory(root: string, from: string, to: string): Promise<void> {
  await moveHistory(root, folderOf(from), folderOf(to));
}

/** Puts the versions of a scenario into a folder of the trash. */
export async function takeHistory(root: string, name: string, to: readonly string[]): Promise<void> {
  await moveHistory(root, folderOf(name), to);
}

/** Gives versions out of the trash back to a scenario. */
export async function giveHistory(root: string, from: readonly string[], name: string): Promise<void> {
  await moveHistory(root, from, folderOf(name));
}

/**
 * Moves versions. Where the other name has some of its own, left by a file that was removed from outside, those moved
 * are numbered after them, so that none is lost.
 */
async function moveHistory(root: string, from: readonly string[], to: readonly string[]): Promise<void> {
  const source = await findFolder(root, from);
  if (source === undefined) return;
  const parent = await makeFolder(root, to.slice(0, -1));
  const target = await findFolder(root, to);
  if (target === undefined || (await isOne(source, target))) {
    await rename(source, join(parent, to.at(-1) ?? ''));
  } else {
    const [newest] = await readVersions(target);
    const offset = newest?.version ?? 0;
    const moved = await readVersions(source);
    for (const version of moved.reverse()) {
      const renumbered = { ...version, version: version.version + offset };
      await rename(join(source, nameOf(version)), join(target, nameOf(renumbered)));
    }
    await dropOldest(target, await readVersions(target));
    await syncFolder(target);
    await rm(source, { recursive: true });
  }
  await syncFolder(parent);
  await syncFolder(join(source, '..'));
}

/** On a disk that does not tell capitals from small letters, two names are one folder. */
async function isOne(folder: string, other: string): Promise<boolean> {
  const [one, two] = await Promise.all([statusOf(folder), statusOf(other)]);
  return one?.ino === two?.ino && one?.dev === two?.dev;
}
