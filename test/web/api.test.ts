import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openScenarioStore } from '../../server/store/scenario-store.ts';
import { type Api, ApiError, createApi, createTokenKeeper, type TokenKeeper } from '../../web/api.ts';
import { readOnly, readWrite, serveApp, tokens } from '../support/serve-app.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const running: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.close();
});

const plain = (token: string | null = null): TokenKeeper => ({ token });
const noToken = () => Promise.resolve(null);

async function serve(options: { readonly tokens?: typeof tokens; readonly readOnly?: boolean } = {}) {
  const { readOnly: reads = false, ...rest } = options;
  const store = await openScenarioStore({
    folder: makeTemporaryFolder({ 'a.yaml': 'title: A\n', 'latin.yaml': Buffer.from([0x74, 0xe9]) }),
    readOnly: reads,
  });
  const served = await serveApp({ store, ...rest }, (app) => {
    app.addHook('onClose', () => store.close());
  });
  running.push(served);
  const client = (
    keeper = plain(),
    askForToken: (wrong: string | null) => Promise<string | null> = noToken,
  ) => createApi({ base: `${served.url}/api`, keeper, askForToken });
  return { ...served, client };
}

/** A server that is not Kept. */
async function serveOther(status: number, type: string, body: string): Promise<Api> {
  const server = createServer((_, response) =>
    response.writeHead(status, { 'content-type': type }).end(body),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running.push({ close: () => new Promise((resolve) => server.close(resolve)) });
  const { port } = server.address() as AddressInfo;
  return createApi({ base: `http://127.0.0.1:${port}/api`, keeper: plain(), askForToken: noToken });
}

async function errorOf(work: Promise<unknown>): Promise<ApiError> {
  const error = await work.then(
    () => new Error('it was done'),
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(ApiError);
  return error;
}

describe('the client of the API', () => {
  it('lists the trash and restores from it, under another name where its own is taken', async () => {
    const { client } = await serve();
    const api = client();
    const { etag } = await api.readScenario('a.yaml');
    await api.deleteScenario('a.yaml', etag);
    const [{ id, name }] = (await api.listTrash()).deleted;
    expect(name).toBe('a.yaml');
    await api.saveScenario('a.yaml', 'title: B\n', 'new');
    const taken = await errorOf(api.restoreDeleted(id));
    expect([taken.status, taken.facts.free]).toEqual([409, 'a 2.yaml']);
    expect(await api.restoreDeleted(id, 'a 2.yaml')).toMatchObject({ name: 'a 2.yaml' });
    expect((await api.readScenario('a 2.yaml')).text).toBe('title: A\n');
    expect((await api.listTrash()).deleted).toEqual([]);
  });

  it('lists, reads, saves anew and over what it has read', async () => {
    const { client } = await serve();
    const api = client();
    expect(await api.getSession()).toMatchObject({ role: 'read-write', tokenNeeded: false });
    const list = await api.listScenarios();
    expect(list).toMatchObject({ readOnly: false });
    expect(list.scenarios.map(({ name }) => name)).toContain('a.yaml');

    const made = await api.saveScenario('plans/ü %2F#.yaml', 'title: Ü\n', 'new');
    if (!made.saved) throw new Error('not saved');
    const read = await api.readScenario('plans/ü %2F#.yaml').catch((error) => error);
    expect(read).toEqual({ text: 'title: Ü\n', etag: made.etag });
    const over = await api.saveScenario(made.name, 'title: V\n', { etag: read.etag });
    expect(over).toMatchObject({ saved: true, name: made.name });
    expect(over.etag).not.toBe(made.etag);
  });

  it('tells a conflict with their text, and with its tag saves over it', async () => {
    const { client } = await serve();
    const [mine, other] = [client(), client()];
    const { etag } = await mine.readScenario('a.yaml');
    await other.saveScenario('a.yaml', 'title: Theirs\n', { etag });
    const conflict = await mine.saveScenario('a.yaml', 'title: Mine\n', { etag });
    const theirs = await other.readScenario('a.yaml');
    expect(conflict).toEqual({
      saved: false,
      state: 'changed',
      theirs,
      etag: theirs.etag,
      free: 'a 2.yaml',
    });
    expect(theirs.text).toBe('title: Theirs\n');
    const again = await mine.saveScenario('a.yaml', 'title: Mine\n', { etag: theirs.etag });
    expect(again.saved).toBe(true);
    expect((await other.readScenario('a.yaml')).text).toBe('title: Mine\n');
  });

  it('tells a name that is taken, in the same letters or in others, and what is gone', async () => {
    const { client, url } = await serve();
    const api = client();
    const { etag } = await api.readScenario('a.yaml');
    expect(await api.saveScenario('a.yaml', 'x: 1\n', 'new')).toMatchObject({
      saved: false,
      state: 'exists',
      theirs: { text: 'title: A\n', etag },
      free: 'a 2.yaml',
    });
    const rival = await api.saveScenario('A.yaml', 'x: 1\n', 'new');
    expect(rival).toMatchObject({ saved: false, state: 'exists' });
    expect(rival).not.toHaveProperty('theirs');
    await fetch(`${url}/api/scenarios/a.yaml`, { method: 'DELETE', headers: { 'if-match': etag } });
    const gone = await api.saveScenario('a.yaml', 'x: 1\n', { etag });
    expect(gone).toMatchObject({ saved: false, state: 'gone' });
    expect(gone).not.toHaveProperty('etag', expect.anything());
  });

  it('copies, renames and deletes, and refuses where something else is there by now', async () => {
    const { client } = await serve();
    const api = client();
    const copied = await api.copyScenario('a.yaml', 'plans/b.yaml');
    expect(copied.name).toBe('plans/b.yaml');
    expect(await errorOf(api.copyScenario('a.yaml', 'plans/b.yaml'))).toMatchObject({ status: 409 });
    const renamed = await api.renameScenario('plans/b.yaml', 'c.yaml', copied.etag);
    expect((await api.readScenario('c.yaml')).text).toBe('title: A\n');
    expect(await errorOf(api.renameScenario('c.yaml', 'd.yaml', '"other"'))).toMatchObject({ status: 412 });
    await api.saveScenario('c.yaml', 'title: C\n', { etag: renamed.etag });
    expect(await errorOf(api.deleteScenario('c.yaml', renamed.etag))).toMatchObject({ status: 412 });
    const { etag } = await api.readScenario('c.yaml');
    await api.deleteScenario('c.yaml', etag);
    expect(await errorOf(api.readScenario('c.yaml'))).toMatchObject({ status: 404 });
  });

  it('lists what was replaced, newest first, and reads it', async () => {
    const { client } = await serve();
    const api = client();
    let { etag } = await api.readScenario('a.yaml');
    for (const title of ['B', 'C']) {
      const saved = await api.saveScenario('a.yaml', `title: ${title}\n`, { etag });
      if (!saved.saved) throw new Error('not saved');
      etag = saved.etag;
    }
    const history = await api.listVersions('a.yaml');
    expect(history).toMatchObject({ name: 'a.yaml', etag });
    const texts = await Promise.all(
      history.versions.map(async ({ version }) => (await api.readVersion('a.yaml', version)).text),
    );
    expect(texts).toEqual(['title: B\n', 'title: A\n']);
    expect(await errorOf(api.readVersion('a.yaml', 99))).toMatchObject({ status: 404 });
  });

  it('takes for saved what an answer that was lost had saved', async () => {
    const { client } = await serve();
    const api = client();
    const first = await api.saveScenario('new.yaml', 'x: 1\n', 'new');
    expect(await api.saveScenario('new.yaml', 'x: 1\n', 'new')).toEqual(first);
  });

  it('overwrites nothing that cannot be read', async () => {
    const { client } = await serve();
    const error = await errorOf(client().saveScenario('latin.yaml', 'x: 1\n', 'new'));
    expect(error).toMatchObject({ status: 422, detail: expect.stringContaining('cannot be opened') });
  });

  it('asks for a token once, again after a wrong one, and repeats each request', async () => {
    const { client } = await serve({ tokens });
    const asked: (string | null)[] = [];
    const answers = ['wrong-token-of-the-tests-too', 'no tøken', readWrite];
    const keeper = plain();
    const api = client(keeper, async (wrong) => {
      asked.push(wrong);
      return answers.shift() ?? null;
    });
    const [session, list] = await Promise.all([api.getSession(), api.listScenarios()]);
    expect(session).toMatchObject({ role: 'read-write', tokenNeeded: true });
    expect(list.scenarios.length).toBeGreaterThan(0);
    expect(asked).toEqual([null, 'This token is not known here.', expect.stringMatching('needs a token')]);
    expect(keeper.token).toBe(readWrite);
    expect((await api.saveScenario('b.yaml', 'x: 1\n', 'new')).saved).toBe(true);
    expect(asked).toHaveLength(3);
  });

  it('tells the refusal when there is no token, or one that may only read', async () => {
    const { client } = await serve({ tokens });
    expect(await errorOf(client().getSession())).toMatchObject({ status: 401 });
    const reader = client(plain(readOnly));
    expect((await reader.getSession()).role).toBe('read-only');
    const error = await errorOf(reader.saveScenario('b.yaml', 'x: 1\n', 'new'));
    expect(error).toMatchObject({ status: 403, detail: expect.stringContaining('read-only token') });
  });

  it('hands on the details of a problem', async () => {
    const { client } = await serve({ readOnly: true });
    const api = client();
    expect((await api.listScenarios()).readOnly).toBe(true);
    const refused = await errorOf(api.saveScenario('b.yaml', 'x: 1\n', 'new'));
    expect(refused).toMatchObject({ status: 403, detail: expect.stringContaining('only reads the folder') });
    const missing = await errorOf(api.readScenario('missing.yaml'));
    expect(missing).toMatchObject({ status: 404, detail: 'There is no scenario "missing.yaml".' });
    const problem = {
      status: 422,
      title: 'x',
      detail: 'Two.',
      problems: [{ code: 'a', message: 'm', line: 3 }],
    };
    const other = await serveOther(422, 'application/problem+json', JSON.stringify(problem));
    expect(await errorOf(other.readScenario('a.yaml'))).toMatchObject({
      status: 422,
      detail: 'Two.',
      problems: problem.problems,
    });
  });

  it('tells a server that is gone, silent, or none of Kept', async () => {
    const { client, close } = await serve();
    const api = client();
    await api.getSession();
    await close();
    running.pop();
    expect(await errorOf(api.listScenarios())).toMatchObject({ status: 0 });
    for (const [status, type, body] of [
      [200, 'text/html', '<!doctype html>'],
      [200, 'application/json', '{}'],
      [200, 'application/json', '{'],
      [404, 'text/html', 'no'],
      [401, 'text/html', 'no'],
      [502, 'application/problem+json', 'null'],
    ] as const) {
      const other = await serveOther(status, type, body);
      expect(await errorOf(other.getSession())).toMatchObject({
        status: 0,
        detail: expect.stringContaining(`(${status})`),
      });
    }
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const base = `http://127.0.0.1:${port}/api`;
    const waiting = createApi({ base, keeper: plain(), askForToken: noToken, patience: 50 });
    expect(await errorOf(waiting.getSession())).toMatchObject({ status: 0 });
    silent.closeAllConnections();
    silent.close();
  });
});

describe('the keeper of the token', () => {
  it('keeps it for the tab, and for the page alone where the browser forbids more', () => {
    const held = new Map<string, string>();
    const storage = {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, value: string) => held.set(key, value),
      removeItem: (key: string) => held.delete(key),
    } as unknown as Storage;
    createTokenKeeper(() => storage).token = 'abc';
    const later = createTokenKeeper(() => storage);
    expect(later.token).toBe('abc');
    later.token = null;
    expect(createTokenKeeper(() => storage).token).toBe(null);

    const forbidden = createTokenKeeper(() => {
      throw new DOMException('no', 'SecurityError');
    });
    expect(forbidden.token).toBe(null);
    forbidden.token = 'abc';
    expect(forbidden.token).toBe('abc');
  });
});
