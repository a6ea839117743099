import { randomUUID } from 'node:crypto';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { giveName, isMissing, readPlain, replaceFile, statusOf } from './files.ts';
import { clearWorkFolder, keptPath, writeWork } from './kept-folder.ts';
import { makeFolder } from './locate.ts';
import { identifySelf, mayRun, type ProcessIdentity } from './process-identity.ts';
import { StoreProblem } from './store-problem.ts';

/** Who writes to a folder. */
export interface Holder extends ProcessIdentity {
  /** Of this one taking of the lock; no two are the same. */
  readonly token: string;
  /** When it was taken, as ISO 8601. */
  readonly since: string;
  /** Where the server answers, once it does. */
  readonly url?: string;
}

/** Somebody else writes to the folder; without a holder, somebody unknown. */
export class FolderInUse extends Error {
  constructor(readonly holder?: Holder) {
    super('the folder is in use by another server');
    this.name = 'FolderInUse';
  }
}

export interface Lock {
  /** Writes into the lock where the server answers. */
  announce(url: string): Promise<void>;
  release(): Promise<void>;
}

const lockName = 'lock';
const attempts = 1000;

/** The lock file that follows that of a process that is gone; only one process can make it. */
const successorOf = (holder: Holder) => `${lockName}-after-${holder.token}`;

/**
 * Takes the lock of a folder: `.kept/lock`, made only if there is none. Throws FolderInUse.
 *
 * Whoever finds the lock of a process that is gone makes a successor named after that very lock, which only one process
 * can, then looks again whether the lock is still the one it found, and only then puts its own in that place. The last
 * successor in line rules; it can be replaced by nobody while its process runs.
 */
export async function takeLock(root: string): Promise<Lock> {
  const me: Holder = { ...(await identifySelf()), token: randomUUID(), since: new Date().toISOString() };
  const kept = await makeFolder(root, keptPath());
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (await tryToTake(root, kept, me)) return holdLock(root, kept, me);
  }
  throw new FolderInUse();
}

/** False when somebody interfered: look again. */
async function tryToTake(root: string, kept: string, me: Holder): Promise<boolean> {
  try {
    if (await makeLock(root, kept, lockName, me)) return true;
    const line = await readLine(kept);
    const last = line.at(-1);
    if (!last) return false;
    if (await mayRun(last)) throw new FolderInUse(last);
    const successor = successorOf(last);
    if (!(await makeLock(root, kept, successor, me))) return false;
    if (!isSame(await readLine(kept), [...line, me])) {
      await rm(join(kept, successor), { force: true });
      return false;
    }
    await replaceFile(join(kept, successor), join(kept, lockName));
    return true;
  } catch (error) {
    // The one who holds the lock swept away what was not finished, or the one who let go of it the empty folder.
    if (isMissing(error) || (error instanceof StoreProblem && error.code === 'busy')) return false;
    throw error;
  }
}

async function makeLock(root: string, kept: string, name: string, holder: Holder): Promise<boolean> {
  await makeFolder(root, keptPath());
  const temporary = await writeWork(root, { bytes: Buffer.from(JSON.stringify(holder)) });
  try {
    return await giveName(temporary, join(kept, name));
  } finally {
    await rm(temporary, { force: true });
  }
}

/** The lock and its successors, oldest first. */
async function readLine(kept: string): Promise<Holder[]> {
  const line: Holder[] = [];
  for (let name = lockName; ; name = successorOf(line[line.length - 1])) {
    const holder = await readHolder(join(kept, name));
    if (!holder) return line;
    line.push(holder);
  }
}

async function readHolder(path: string): Promise<Holder | undefined> {
  if (!(await statusOf(path))) return undefined;
  const { bytes } = await readPlain(path, 16_384);
  try {
    const holder = JSON.parse(bytes.toString('utf8')) as Partial<Holder>;
    if (/^[0-9a-f-]{36}$/.test(holder.token ?? '') && Number.isSafeInteger(holder.pid))
      return holder as Holder;
  } catch {
    // Falls through to what cannot be read.
  }
  throw new FolderInUse();
}

function isSame(some: readonly Holder[], others: readonly Holder[]): boolean {
  return some.length === others.length && some.every(({ token }, index) => token === others[index].token);
}

async function holdLock(root: string, kept: string, me: Holder): Promise<Lock> {
  const path = join(kept, lockName);
  for (const entry of await readdir(kept)) {
    if (entry.startsWith(`${lockName}-after-`)) await rm(join(kept, entry), { force: true });
  }
  return {
    async announce(url) {
      const temporary = await writeWork(root, { bytes: Buffer.from(JSON.stringify({ ...me, url })) });
      await replaceFile(temporary, path);
    },
    async release() {
      await clearWorkFolder(root);
      if ((await readHolder(path).catch(() => undefined))?.token === me.token)
        await rm(path, { force: true });
      // Goes only when nothing was ever kept.
      await rmdir(kept).catch(() => {});
    },
  };
}
