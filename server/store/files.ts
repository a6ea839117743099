import { randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { type FileHandle, link, lstat, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { StoreProblem } from './store-problem.ts';

/** Begins the name of every file that is not finished; hidden, and never the name of a scenario. */
export const temporaryPrefix = '.kept-tmp-';

const chunkBytes = 64 * 1024;

/** Windows has neither. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;

export interface FileContent {
  readonly bytes: Buffer;
  readonly status: Stats;
}

/** A content and what becomes of the file's mode and owner: those of a file that was there, or as usual. */
export interface NewContent {
  readonly bytes: Uint8Array;
  readonly like?: Stats | undefined;
}

/** Reads a plain file up to so many bytes, never through a link and never waiting for a pipe. */
export async function readPlain(path: string, mostBytes: number): Promise<FileContent> {
  requirePlain(await lstat(path));
  const handle = await open(path, constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    requirePlain(await handle.stat());
    const bytes = await readUpTo(handle, mostBytes);
    return { bytes, status: await handle.stat() };
  } finally {
    await handle.close();
  }
}

function requirePlain(status: Stats): void {
  if (status.isFile()) return;
  const what = status.isSymbolicLink() ? 'a link, and links are not followed' : 'no plain file';
  throw new StoreProblem(403, 'not-plain', `Of that name there is ${what}.`);
}

async function readUpTo(handle: FileHandle, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for (let left = mostBytes; left > 0; ) {
    const chunk = Buffer.allocUnsafe(Math.min(left, chunkBytes));
    const { bytesRead } = await handle.read(chunk, 0, chunk.length);
    if (bytesRead === 0) break;
    chunks.push(chunk.subarray(0, bytesRead));
    left -= bytesRead;
  }
  return Buffer.concat(chunks);
}

/** Writes a content to the disk under a name that nobody reads. Leaves nothing behind when it fails. */
export async function writeTemporary(folder: string, { bytes, like }: NewContent): Promise<string> {
  const path = join(folder, `${temporaryPrefix}${randomUUID()}`);
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | O_NOFOLLOW;
  const handle = await open(path, flags, like ? like.mode & 0o777 : 0o666);
  try {
    try {
      await handle.writeFile(bytes);
      if (like) await takeAfter(handle, like);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return path;
}

async function takeAfter(handle: FileHandle, like: Stats): Promise<void> {
  const { uid, gid } = await handle.stat();
  // Only the system's administrator may give files away; for others the mode is what counts.
  if (uid !== like.uid || gid !== like.gid) await handle.chown(like.uid, like.gid).catch(() => {});
  await handle.chmod(like.mode & 0o777);
}

/** Gives a file that is written its name, in place of what had it, in one step. */
export async function replaceFile(temporary: string, path: string): Promise<void> {
  await withoutLeftover(temporary, async () => {
    await rename(temporary, path);
    return true;
  });
}

/** Gives a file that is written a name that is free. False when it is taken. */
export async function placeFile(temporary: string, path: string): Promise<boolean> {
  return withoutLeftover(temporary, async () => {
    const placed = await giveName(temporary, path);
    // It has its name; the other one is swept at the next start if it cannot be now.
    await rm(temporary, { force: true }).catch(() => {});
    return placed;
  });
}

/** Gives a file a further name, or moves it there on a disk without links. False when the name is taken. */
export async function giveName(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL'].includes(code ?? '')) throw error;
  }
  if (await exists(to)) return false;
  await rename(from, to);
  return true;
}

/** Does something with a file that is written, and removes it when that fails or comes to nothing. */
export async function withoutLeftover(temporary: string, work: () => Promise<boolean>): Promise<boolean> {
  let done = false;
  try {
    done = await work();
  } finally {
    // What cannot be removed now is swept at the next start.
    if (!done) await rm(temporary, { force: true }).catch(() => {});
  }
  return done;
}

/** Whether anything has that name, a link that leads nowhere included. */
export async function exists(path: string): Promise<boolean> {
  return (await statusOf(path)) !== undefined;
}

/** What has that name, links not followed; undefined where there is nothing. */
export async function statusOf(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

export function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** Waits until the names in a folder are on the disk. Windows cannot, and orders them by itself. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
