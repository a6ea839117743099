import type { Condition } from './entity-tag.ts';
import { etagOf } from './entity-tag.ts';
import { type FileContent, isMissing, readPlain, statusOf } from './files.ts';
import { listVersions } from './history.ts';
import { storeLimits } from './limits.ts';
import { locate, type Place } from './locate.ts';
import { isScenario, requireContent } from './scenario-content.ts';
import { numberName } from './scenario-name.ts';
import { StoreProblem } from './store-problem.ts';

/** A scenario as it is on the disk now. */
export interface Current extends FileContent {
  readonly etag: string;
}

/** What is at a place; undefined when nothing is. Throws StoreProblem for a file that is no scenario. */
export async function readCurrent(place: Place): Promise<Current | undefined> {
  if (!place.status) return undefined;
  const content = await readPlain(place.path, storeLimits.bytes + 1).catch((error) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (!content) return undefined;
  const { name } = place;
  if (!isScenario(name, content.bytes))
    throw new StoreProblem(409, 'taken', `"${name}" is a file that is no scenario.`, { name });
  try {
    requireContent(name, content.bytes);
  } catch (error) {
    const why = (error as Error).message;
    throw new StoreProblem(422, 'content', `"${name}" on the disk cannot be opened. ${why}`);
  }
  return { ...content, etag: etagOf(content.bytes) };
}

export function notFound(name: string): StoreProblem {
  return new StoreProblem(404, 'not-found', `There is no scenario "${name}".`, { name });
}

/** Refuses a new scenario whose name is taken, also by a name that some system takes for the same. */
export async function requireFree(root: string, place: Place): Promise<void> {
  if (place.rival === undefined && !place.status) return;
  const other = place.rival ?? place.name;
  const why =
    place.rival === undefined ? '' : ' Some systems take the two for one name, so only one of them can be.';
  const free = await findFree(root, place.name);
  throw new StoreProblem(409, 'taken', `There is "${other}" already.${why}`, {
    name: other,
    ...(free && { free }),
  });
}

/** Refuses when what is there is not what the caller expects, with what is needed to go on. */
export async function requireCondition(
  root: string,
  name: string,
  condition: Condition,
  current: Current | undefined,
): Promise<void> {
  const { kind } = condition;
  if (kind === 'absent' ? !current : current && (condition.etags?.includes(current.etag) ?? true)) return;
  const state = !current ? 'gone' : kind === 'absent' ? 'exists' : 'changed';
  const known = kind === 'present' ? (condition.etags ?? []) : [];
  const ancestor = (await listVersions(root, name)).find(({ etag }) => known.includes(etag));
  const free = await findFree(root, name);
  throw new StoreProblem(412, 'changed', explainConflict(name, state, free), {
    name,
    state,
    ...(current && {
      etag: current.etag,
      bytes: current.bytes.length,
      modified: current.status.mtime.toISOString(),
    }),
    ...(ancestor && { ancestor: ancestor.version }),
    ...(free && { free }),
  });
}

function explainConflict(
  name: string,
  state: 'gone' | 'exists' | 'changed',
  free: string | undefined,
): string {
  const both = free ? ` To keep both, save yours as "${free}" with If-None-Match: *.` : '';
  switch (state) {
    case 'gone':
      return `"${name}" is gone. To keep yours, save it with If-None-Match: *.`;
    case 'exists':
      return `There is "${name}" already. Read it to see it; to replace it, save yours with its ETag in If-Match.${both}`;
    case 'changed':
      return `"${name}" was changed since you read it. To take theirs, read it again; to keep yours, save it with the ETag given here in If-Match.${both}`;
  }
}

/** The nearest numbered name that nothing has; undefined when that is hard to find. */
async function findFree(root: string, name: string): Promise<string | undefined> {
  for (let number = 2; number < 100; number++) {
    const candidate = numberName(name, number);
    try {
      const place = await locate(root, candidate);
      if (!place.status && place.rival === undefined) return candidate;
    } catch (error) {
      if (!(error instanceof StoreProblem)) throw error;
      if (error.code === 'name') return undefined;
    }
  }
  return undefined;
}

/** Refuses a file that its owner made read-only; its folder would let it be replaced all the same. */
export function requireWritable(name: string, { status }: Current): void {
  if ((status.mode & 0o222) !== 0) return;
  throw new StoreProblem(403, 'not-allowed', `"${name}" is read-only on the disk.`);
}

/** Whether the file is still the one that was read. */
export async function isUntouched(path: string, { status }: Current): Promise<boolean> {
  const now = await statusOf(path);
  return (
    now !== undefined &&
    (['dev', 'ino', 'size', 'mtimeMs', 'ctimeMs', 'mode'] as const).every((key) => now[key] === status[key])
  );
}
