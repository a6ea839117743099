import { rm } from 'node:fs/promises';
import {
  type Current,
  isUntouched,
  notFound,
  readCurrent,
  requireCondition,
  requireFree,
  requireWritable,
} from './current.ts';
import { type Condition, etagOf } from './entity-tag.ts';
import {
  giveName,
  type NewContent,
  placeFile,
  replaceFile,
  statusOf,
  syncFolder,
  withoutLeftover,
  writeTemporary,
} from './files.ts';
import { keepVersion, renameHistory } from './history.ts';
import { locate, makeFolder, type Place } from './locate.ts';
import { requireContent } from './scenario-content.ts';
import { afterwards, StoreProblem } from './store-problem.ts';
import { finishDeletion, finishRestoring, putInTrash, readTrash, removeFromTrash } from './trash.ts';

/** A scenario after it was changed. */
export interface Saved {
  readonly name: string;
  readonly etag: string;
  /** It was not there before. */
  readonly created: boolean;
}

/** How often a file is looked at again that is being changed from outside while it is saved. */
const attempts = 5;

/** Saves a content under a condition on what is there; what it replaces is kept as a version first. */
export async function saveScenario(
  root: string,
  name: string,
  bytes: Buffer,
  condition: Condition,
): Promise<Saved> {
  const etag = etagOf(bytes);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const place = await locate(root, name);
    if (place.rival !== undefined) await requireFree(root, place);
    const current = await readCurrent(place);
    // Asked for again, as after an answer that was lost on the way: it is done already.
    if (current?.etag === etag && condition.kind === 'present') return { name, etag, created: false };
    await requireCondition(root, name, condition, current);
    requireContent(name, bytes);
    const done = current
      ? await replaceScenario(root, place, current, bytes)
      : await createScenario(root, place, { bytes });
    if (done) return { name, etag, created: !current };
  }
  throw new StoreProblem(
    503,
    'busy',
    `"${name}" is being changed by another program. Nothing was saved; try again.`,
  );
}

/** False when the file was touched meanwhile. */
async function replaceScenario(
  root: string,
  place: Place,
  current: Current,
  bytes: Uint8Array,
): Promise<boolean> {
  requireWritable(place.name, current);
  await keepVersion(root, place.name, current);
  const temporary = await writeTemporary(place.folder, { bytes, like: current.status });
  const replaced = await withoutLeftover(temporary, async () => {
    if (!(await isUntouched(place.path, current))) return false;
    await replaceFile(temporary, place.path);
    return true;
  });
  if (replaced) await afterwards(() => syncFolder(place.folder));
  return replaced;
}

/** False when the name was taken meanwhile. */
async function createScenario(root: string, place: Place, content: NewContent): Promise<boolean> {
  const folder = await makeFolder(root, place.name.split('/').slice(0, -1));
  const temporary = await writeTemporary(folder, content);
  const placed = await placeFile(temporary, place.path);
  if (placed) await afterwards(() => syncFolder(folder));
  return placed;
}

/** A scenario of a content under a name that must be free. */
async function createNew(root: string, name: string, content: NewContent): Promise<Saved> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const place = await locate(root, name);
    await requireFree(root, place);
    requireContent(name, content.bytes);
    if (await createScenario(root, place, content))
      return { name, etag: etagOf(content.bytes), created: true };
  }
  throw new StoreProblem(503, 'busy', `"${name}" is being changed by another program; try again.`);
}

/** Copies a scenario to a name that must be free, without its versions. */
export async function copyScenario(root: string, name: string, to: string): Promise<Saved> {
  const current = await readCurrent(await locate(root, name));
  if (!current) throw notFound(name);
  return createNew(root, to, { bytes: current.bytes });
}

/**
 * Gives a scenario another name, its versions with it. At each moment in between the versions are those of a name
 * under which the content is.
 */
export async function renameScenario(
  root: string,
  name: string,
  to: string,
  condition: Condition,
): Promise<Saved> {
  const { place, current } = await requireExpected(root, name, condition);
  const saved = { name: to, etag: current.etag, created: false };
  if (to === name) return saved;
  requireWritable(name, current);
  requireContent(to, current.bytes);
  const target = await locate(root, to);
  if (target.rival !== name) await requireFree(root, target);
  const folder = await makeFolder(root, to.split('/').slice(0, -1));
  if (!(await giveName(place.path, target.path)) && !(await isOneFile(place.path, target.path)))
    throw new StoreProblem(409, 'taken', `There is "${to}" already.`, { name: to });
  await renameHistory(root, name, to).catch(async (error) => {
    if ((await statusOf(place.path))?.nlink !== 1) await rm(target.path, { force: true });
    throw error;
  });
  await afterwards(async () => {
    // On a disk that takes both names for one there is one file, which only needs the other spelling.
    if (await isOneEntry(place, target)) await replaceFile(place.path, target.path);
    else await rm(place.path, { force: true });
    for (const each of new Set([place.folder, folder])) await syncFolder(each);
  });
  return saved;
}

async function isOneFile(path: string, other: string): Promise<boolean> {
  const [one, two] = await Promise.all([statusOf(path), statusOf(other)]);
  return one !== undefined && two !== undefined && one.ino === two.ino && one.dev === two.dev;
}

async function isOneEntry(place: Place, target: Place): Promise<boolean> {
  if (target.rival !== place.name) return false;
  const status = await statusOf(place.path);
  return status?.nlink === 1 && (await isOneFile(place.path, target.path));
}

/** Moves a scenario and its versions to the trash. Returns its id there. */
export async function deleteScenario(root: string, name: string, condition: Condition): Promise<string> {
  const { place, current } = await requireExpected(root, name, condition);
  requireWritable(name, current);
  const id = await putInTrash(root, name, current);
  if (!(await isUntouched(place.path, current))) {
    await removeFromTrash(root, id);
    throw new StoreProblem(
      503,
      'busy',
      `"${name}" is being changed by another program. Nothing was deleted; try again.`,
    );
  }
  try {
    await rm(place.path);
  } catch (error) {
    await removeFromTrash(root, id);
    throw error;
  }
  await afterwards(async () => {
    await syncFolder(place.folder);
    await finishDeletion(root, name, id);
  });
  return id;
}

/** Puts a deleted scenario and its versions back, to its own name or another, which must be free. */
export async function restoreDeleted(root: string, id: string, to?: string): Promise<Saved> {
  const { deleted, content } = await readTrash(root, id);
  const name = to ?? deleted.name;
  const saved = await createNew(root, name, { bytes: content.bytes, like: content.status });
  await afterwards(() => finishRestoring(root, id, name));
  return saved;
}

async function requireExpected(
  root: string,
  name: string,
  condition: Condition,
): Promise<{ place: Place; current: Current }> {
  const place = await locate(root, name);
  const current = await readCurrent(place);
  if (!current) throw notFound(name);
  await requireCondition(root, name, condition, current);
  return { place, current };
}
