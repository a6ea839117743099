import { openScenarioStore, type ScenarioStore } from '../../server/store/scenario-store.ts';
import { StoreProblem } from '../../server/store/store-problem.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

/** A condition on a scenario that is not there. */
export const absent = { kind: 'absent' } as const;

/** A condition on a scenario as it was read. */
export const has = (etag: string) => ({ kind: 'present', etags: [etag] }) as const;

export const text = (content: string) => Buffer.from(content);

/** A store over a new folder with these files; both end with the tests of the file at the latest. */
export async function openTemporaryStore(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<{ readonly folder: string; readonly store: ScenarioStore }> {
  const folder = makeTemporaryFolder(files);
  return { folder, store: await openScenarioStore({ folder }) };
}

/** The problem that a work ends with; throws when it ends otherwise. */
export async function problemOf(work: Promise<unknown>): Promise<StoreProblem> {
  const outcome = await work.then(
    () => 'it succeeded',
    (error) => error,
  );
  if (outcome instanceof StoreProblem) return outcome;
  throw outcome instanceof Error ? outcome : new Error(String(outcome));
}

/** The problems that works end with that are begun together. */
export function problemsOf(works: readonly Promise<unknown>[]): Promise<StoreProblem[]> {
  return Promise.all(works.map(problemOf));
}

/** The content of a scenario as text. */
export async function readText(store: ScenarioStore, name: string): Promise<string> {
  return (await store.read(name)).bytes.toString('utf8');
}
