import { constants } from 'node:fs';
import { access, realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  copyScenario,
  deleteScenario,
  renameScenario,
  restoreDeleted,
  type Saved,
  saveScenario,
} from './change-scenario.ts';
import { clearTemporaries } from './clear-temporaries.ts';
import { notFound, readCurrent } from './current.ts';
import { type Condition, etagOf } from './entity-tag.ts';
import { statusOf } from './files.ts';
import { listVersions, readVersion, type Version } from './history.ts';
import { type Listing, listScenarios } from './listing.ts';
import { locate } from './locate.ts';
import { type Lock, takeLock } from './lock.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import { requireName } from './scenario-name.ts';
import { explainFailure, StoreProblem } from './store-problem.ts';
import { type Deleted, listTrash } from './trash.ts';

export interface StoreOptions {
  readonly folder: string;
  /** Writes nothing at all, takes no lock, and so can share the folder with another server. */
  readonly readOnly?: boolean;
}

/** A content with its entity tag. */
export interface StoredText {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly modified: Date;
}

export interface History {
  /** Of the content that is there now; absent when only versions are left of it. */
  readonly etag?: string;
  readonly versions: readonly Version[];
}

/**
 * The scenarios in a folder and its subfolders. Always what is on the disk, never a copy in memory, so that files may
 * be changed from outside. Changes are made one after the other. Everything rejects with StoreProblem when it cannot
 * be done, and then nothing is changed.
 */
export interface ScenarioStore {
  /** The folder's own name, without where it is. */
  readonly folderName: string;
  readonly readOnly: boolean;
  /** Whether the folder is there and can be read; costs next to nothing. */
  isReadable(): Promise<boolean>;
  list(): Promise<Listing>;
  read(name: string): Promise<StoredText>;
  save(name: string, bytes: Buffer, condition: Condition): Promise<Saved>;
  copy(name: string, to: string): Promise<Saved>;
  rename(name: string, to: string, condition: Condition): Promise<Saved>;
  /** Returns the id in the trash. */
  delete(name: string, condition: Condition): Promise<string>;
  history(name: string): Promise<History>;
  readVersion(name: string, version: number): Promise<StoredText>;
  restoreVersion(name: string, version: number, condition: Condition): Promise<Saved>;
  trash(): Promise<readonly Deleted[]>;
  restoreDeleted(id: string, to?: string): Promise<Saved>;
  /** Tells other servers that want the folder where this one answers. */
  announce(url: string): Promise<void>;
  /** Finishes what is being written, then lets go of the folder. */
  close(): Promise<void>;
}

/** The folder itself cannot be used; the message goes with its name. */
export class FolderUnusable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FolderUnusable';
  }
}

/**
 * Opens a folder of scenarios. A folder that cannot be written is opened for reading; `readOnly` then says so.
 * Throws FolderUnusable when there is no such folder, FolderInUse when another server writes to it.
 */
export async function openScenarioStore(options: StoreOptions): Promise<ScenarioStore> {
  const root = await findRoot(options.folder);
  const lock = options.readOnly ? undefined : await lockIfWritable(root);
  if (lock) await clearTemporaries(root).catch((error) => lock.release().then(() => rethrow(error)));
  return createStore(root, lock);
}

async function findRoot(folder: string): Promise<string> {
  try {
    const root = await realpath(folder);
    if ((await statusOf(root))?.isDirectory()) return root;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM') throw new FolderUnusable('may not be read by you');
    if (code === 'ENOENT') throw new FolderUnusable('does not exist');
  }
  throw new FolderUnusable('is no folder');
}

async function lockIfWritable(root: string): Promise<Lock | undefined> {
  try {
    await access(root, constants.W_OK);
    return await takeLock(root);
  } catch (error) {
    if (error instanceof StoreProblem) throw new FolderUnusable(`cannot be written: ${error.message}`);
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT'].includes(code)) return undefined;
    throw error;
  }
}

function createStore(root: string, lock: Lock | undefined): ScenarioStore {
  const queue = createOneAtATime();
  let open = true;
  const read = <T>(work: () => Promise<T>) => work().catch(rethrow);
  const write = <T>(work: () => Promise<T>): Promise<T> => {
    const wrong = refuseToWrite(lock, open);
    return wrong ? Promise.reject(wrong) : queue.run(work).catch(rethrow);
  };
  return {
    folderName: basename(root),
    readOnly: !lock,
    isReadable: () =>
      access(root, constants.R_OK | constants.X_OK).then(
        () => true,
        () => false,
      ),
    list: () => read(() => listScenarios(root)),
    read: (name) => read(() => readText(root, name)),
    save: (name, bytes, condition) => write(() => saveScenario(root, name, bytes, condition)),
    copy: (name, to) => write(() => copyScenario(root, name, to)),
    rename: (name, to, condition) => write(() => renameScenario(root, name, to, condition)),
    delete: (name, condition) => write(() => deleteScenario(root, name, condition)),
    history: (name) => read(() => readHistory(root, name)),
    readVersion: (name, version) => read(() => readVersionText(root, name, version)),
    restoreVersion: (name, version, condition) =>
      write(async () => {
        const { bytes } = await readVersionText(root, name, version);
        return saveScenario(root, name, bytes, condition);
      }),
    trash: () => read(() => listTrash(root)),
    restoreDeleted: (id, to) => write(() => restoreDeleted(root, id, to)),
    announce: async (url) => lock?.announce(url),
    async close() {
      if (!open) return;
      open = false;
      await queue.run(async () => lock?.release());
    },
  };
}

function refuseToWrite(lock: Lock | undefined, open: boolean): StoreProblem | undefined {
  if (!open) return new StoreProblem(503, 'busy', 'The server is stopping. Nothing was changed.');
  if (lock) return undefined;
  return new StoreProblem(
    403,
    'read-only',
    'This server only reads the folder: it was started with --read-only, or may not write there.',
  );
}

function rethrow(error: unknown): never {
  throw explainFailure(error);
}

async function readText(root: string, name: string): Promise<StoredText> {
  const current = await readCurrent(await locate(root, name));
  if (!current) throw notFound(name);
  return { bytes: current.bytes, etag: current.etag, modified: current.status.mtime };
}

async function readHistory(root: string, name: string): Promise<History> {
  const current = await readCurrent(await locate(root, name));
  const versions = await listVersions(root, name);
  if (!current && versions.length === 0) throw notFound(name);
  return { versions, ...(current && { etag: current.etag }) };
}

async function readVersionText(root: string, name: string, version: number): Promise<StoredText> {
  requireName(name);
  const { bytes, status } = await readVersion(root, name, version);
  return { bytes, etag: etagOf(bytes), modified: status.mtime };
}
