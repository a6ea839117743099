import { HttpError } from '../problems.ts';
import type { ScenarioStore } from '../store/scenario-store.ts';
import { StoreProblem } from '../store/store-problem.ts';

/** Why the store did not do what it was asked, as an answer; a conflict carries the tag of what is there. */
export function asHttpError({ status, code, message, facts }: StoreProblem): HttpError {
  const headers = {
    ...(typeof facts.etag === 'string' && { etag: facts.etag }),
    ...(status === 503 && { 'retry-after': '1' }),
  };
  return new HttpError(status, message, { headers, facts: { code, ...facts } });
}

/** The text of a scenario, for those who work with it. Rejects with HttpError. */
export async function readScenarioText(store: ScenarioStore, name: string): Promise<string> {
  try {
    return (await store.read(name)).bytes.toString('utf8');
  } catch (error) {
    throw error instanceof StoreProblem ? asHttpError(error) : error;
  }
}
