import type { HttpProblem, ProblemItem } from '../server/problem-schema.ts';
import type {
  ConflictFacts,
  SavedScenario,
  ScenarioList,
  ScenarioVersions,
  TrashList,
} from '../server/routes/scenario-schemas.ts';
import type { ApiSession } from '../server/routes/session.ts';
import { serverText as words } from './server-text.ts';

/** The server's API, typed by its own schemas. All of it rejects with ApiError and with nothing else. */
export interface Api {
  getSession(): Promise<ApiSession>;
  listScenarios(): Promise<ScenarioList>;
  readScenario(name: string): Promise<StoredText>;
  /** Saves a text; where that would overwrite what one has not seen, nothing is saved and a conflict comes back. */
  saveScenario(name: string, content: string, condition: SaveCondition): Promise<SaveOutcome>;
  /** Copies a scenario to a name that is free. */
  copyScenario(name: string, to: string): Promise<SavedScenario>;
  /** Gives a scenario another name, its versions with it; only where it still is what `etag` says. */
  renameScenario(name: string, to: string, etag: string): Promise<SavedScenario>;
  /** Moves a scenario and its versions to the trash of the server; only where it still is what `etag` says. */
  deleteScenario(name: string, etag: string): Promise<void>;
  /** What a scenario was before, newest first. */
  listVersions(name: string): Promise<ScenarioVersions>;
  readVersion(name: string, version: number): Promise<StoredText>;
  /** What was deleted and is still there, newest first. */
  listTrash(): Promise<TrashList>;
  /** Puts a deleted scenario and its versions back, to its name or another; 409 with a free name where it is taken. */
  restoreDeleted(id: string, to?: string): Promise<SavedScenario>;
}

export interface StoredText {
  readonly text: string;
  readonly etag: string;
}

/** What must be there: the content of an entity tag, or nothing yet. */
export type SaveCondition = { readonly etag: string } | 'new';

export type SaveOutcome = ({ readonly saved: true } & SavedScenario) | SaveConflict;

export interface SaveConflict {
  readonly saved: false;
  /** The scenario was changed, is gone, or its name is taken. */
  readonly state: 'changed' | 'gone' | 'exists';
  /** What is there now; absent where there is nothing, or nothing that can be read. */
  readonly theirs?: StoredText;
  /** Of what is there now; with it, yours can be saved over it. */
  readonly etag?: string;
  /** A name that is free. */
  readonly free?: string;
}

/** Why the server did not do what was asked; status 0: nothing that is Kept answered. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly problems: readonly ProblemItem[] = [],
    readonly facts: Partial<ConflictFacts> = {},
  ) {
    super(detail);
    this.name = 'ApiError';
  }
}

/** Where the token is between requests. */
export interface TokenKeeper {
  token: string | null;
}

/** Keeps the token until the tab is closed; where the browser forbids that, until the page is. */
export function createTokenKeeper(storage: () => Storage = () => sessionStorage): TokenKeeper {
  const key = 'kept-token';
  const attempt = <T>(work: () => T): T | null => {
    try {
      return work();
    } catch {
      return null;
    }
  };
  let token = attempt(() => storage().getItem(key));
  return {
    get token() {
      return token;
    },
    set token(value) {
      token = value;
      attempt(() => (value === null ? storage().removeItem(key) : storage().setItem(key, value)));
    },
  };
}

export interface ApiOptions {
  /** Address of the API. */
  readonly base?: string;
  readonly keeper: TokenKeeper;
  /** Asks for a token, with what was wrong with the last one; null: there is none. */
  readonly askForToken: (wrong: string | null) => Promise<string | null>;
  /** How long an answer may take [ms]. */
  readonly patience?: number;
}

/** A client of the API. When a token is asked for, it asks the reader, and repeats the request. */
export function createApi(options: ApiOptions): Api {
  const request = createRequest(options);
  const readText = async (path: string): Promise<StoredText> => {
    const { body, etag } = await request(path);
    if (etag === null) throw new ApiError(0, words.strangeAnswer(200));
    return { text: body, etag };
  };
  const readScenario = (name: string) => readText(pathOf(name));
  const move = async (path: string, to: string | undefined, condition: object = {}) => {
    const headers = { 'content-type': 'application/json', ...condition };
    const init = { method: 'POST', headers, body: JSON.stringify({ to }) };
    return readJson<SavedScenario>(await request(path, init));
  };
  return {
    async getSession() {
      const answer = await request('/session');
      const session = readJson<ApiSession>(answer);
      if (session.role !== 'read-only' && session.role !== 'read-write')
        throw new ApiError(0, words.strangeAnswer(answer.status));
      return session;
    },
    listScenarios: async () => readJson<ScenarioList>(await request('/scenarios')),
    readScenario,
    copyScenario: (name, to) => move(`${pathOf(name)}/copy`, to),
    renameScenario: (name, to, etag) => move(`${pathOf(name)}/rename`, to, { 'if-match': etag }),
    async deleteScenario(name, etag) {
      await request(pathOf(name), { method: 'DELETE', headers: { 'if-match': etag } });
    },
    listVersions: async (name) => readJson<ScenarioVersions>(await request(`${pathOf(name)}/history`)),
    readVersion: (name, version) => readText(`${pathOf(name)}/history/${version}`),
    listTrash: async () => readJson<TrashList>(await request('/trash')),
    restoreDeleted: (id, to) => move(`/trash/${id}/restore`, to),
    saveScenario: (name, content, condition) =>
      saveScenario({ request, readScenario }, name, content, condition),
  };
}

type Request = (path: string, init?: RequestInit) => Promise<Answer>;

function createRequest({ base = '/api', keeper, askForToken, patience = 30_000 }: ApiOptions): Request {
  let asking: Promise<string | null> | null = null;
  const askOnce = (wrong: string | null) => {
    asking ??= askForToken(wrong).finally(() => {
      asking = null;
    });
    return asking;
  };
  return async (path, init = {}) => {
    for (;;) {
      const sent = keeper.token;
      const answer = await send(base + path, init, sent, patience);
      if (answer.status < 400) return answer;
      const error = readError(answer);
      if (error.status !== 401) throw error;
      // Another request may have been given one meanwhile.
      if (keeper.token !== sent) continue;
      const token = await askOnce(sent === null ? null : error.detail);
      if (token === null) throw error;
      keeper.token = token;
    }
  };
}

interface Saver extends Pick<Api, 'readScenario'> {
  readonly request: Request;
}

async function saveScenario(
  { request, readScenario }: Saver,
  name: string,
  content: string,
  condition: SaveCondition,
): Promise<SaveOutcome> {
  const headers = {
    'content-type': 'application/yaml',
    ...(condition === 'new' ? { 'if-none-match': '*' } : { 'if-match': condition.etag }),
  };
  try {
    const answer = await request(pathOf(name), { method: 'PUT', headers, body: content });
    return { saved: true, ...readJson<SavedScenario>(answer) };
  } catch (error) {
    if (!(error instanceof ApiError) || (error.status !== 409 && error.status !== 412)) throw error;
    const { state = 'exists', free } = error.facts;
    const theirs =
      error.status === 412 && state !== 'gone' ? await readTheirs(readScenario(name)) : undefined;
    // An answer that was lost on the way: it was saved before.
    if (theirs?.text === content) return { saved: true, name, etag: theirs.etag };
    const etag = theirs?.etag ?? error.facts.etag;
    return {
      saved: false,
      state,
      ...(theirs && { theirs }),
      ...(etag !== undefined && { etag }),
      ...(free !== undefined && { free }),
    };
  }
}

async function readTheirs(reading: Promise<StoredText>): Promise<StoredText | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ApiError && [404, 422].includes(error.status)) return undefined;
    throw error;
  }
}

interface Answer {
  readonly status: number;
  readonly etag: string | null;
  readonly type: string;
  readonly body: string;
}

async function send(url: string, init: RequestInit, token: string | null, patience: number): Promise<Answer> {
  const headers = new Headers(init.headers);
  // What no header can hold is no token; the server then asks for one.
  if (token !== null && /^[\x21-\x7e]+$/.test(token)) headers.set('authorization', `Bearer ${token}`);
  try {
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(url, { ...init, headers, signal, cache: 'no-store' });
    return {
      status: response.status,
      etag: response.headers.get('etag'),
      type: response.headers.get('content-type') ?? '',
      body: await response.text(),
    };
  } catch {
    throw new ApiError(0, words.noAnswer);
  }
}

function pathOf(name: string): string {
  return `/scenarios/${encodeURIComponent(name)}`;
}

function readJson<T>(answer: Answer): T {
  const value = answer.type.includes('json') ? parseObject(answer.body) : null;
  if (value === null) throw new ApiError(0, words.strangeAnswer(answer.status));
  return value as T;
}

function readError({ status, type, body }: Answer): ApiError {
  const problem = (type.includes('problem+json') ? parseObject(body) : null) as
    | (HttpProblem & Partial<ConflictFacts>)
    | null;
  if (typeof problem?.detail !== 'string') return new ApiError(0, words.strangeAnswer(status));
  return new ApiError(status, problem.detail, problem.problems ?? [], problem);
}

function parseObject(body: string): object | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
