import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { HttpError } from '../../../server/problems.ts';
import { readScenarioText } from '../../../server/routes/answer-store-problem.ts';
import { openScenarioStore } from '../../../server/store/scenario-store.ts';
import { buildApp } from '../../support/serve-app.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const running: FastifyInstance[] = [];

afterEach(async () => {
  for (const app of running.splice(0)) await app.close();
});

async function start(files: Readonly<Record<string, string>> = {}, readOnly = false) {
  const folder = makeTemporaryFolder(files);
  const store = await openScenarioStore({ folder, readOnly });
  const app = await buildApp({ store, limits: { readsPerMinute: 100_000, writesPerMinute: 100_000 } });
  app.addHook('onClose', () => store.close());
  running.push(app);
  const ask = (method: 'GET' | 'PUT' | 'POST' | 'DELETE', url: string, rest: Ask = {}) =>
    app.inject({
      method,
      url: `/api${url}`,
      headers: {
        host: 'localhost',
        ...(rest.text !== undefined && { 'content-type': 'application/yaml' }),
        ...rest.headers,
      },
      ...(rest.text !== undefined && { payload: rest.text }),
      ...(rest.json !== undefined && { payload: rest.json }),
    });
  return { folder, app, ask };
}

interface Ask {
  readonly text?: string | Buffer;
  readonly json?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

const only = (etag: string | string[] | undefined) => ({ 'if-match': String(etag) });
const anew = { 'if-none-match': '*' };

describe('the routes of scenarios', () => {
  it('list, save, read, and answer that nothing changed', async () => {
    const { ask } = await start({ 'a.yaml': 'title: A\n' });
    const saved = await ask('PUT', '/scenarios/lessons%2Ffee.yaml', { text: 'title: Fee\n', headers: anew });
    expect(saved.statusCode).toBe(201);
    expect(saved.headers.location).toBe('/api/scenarios/lessons%2Ffee.yaml');
    const { etag } = saved.headers;
    expect(saved.json()).toEqual({ name: 'lessons/fee.yaml', etag });

    const list = await ask('GET', '/scenarios');
    expect(list.headers['cache-control']).toBe('no-cache');
    expect(list.json()).toMatchObject({
      folder: expect.stringMatching(/^kept-test-[^/]+$/),
      readOnly: false,
      cut: false,
      leftOut: 0,
      scenarios: [
        { name: 'a.yaml', title: 'A', bytes: 9 },
        { name: 'lessons/fee.yaml', title: 'Fee', bytes: 11, etag },
      ],
    });

    const read = await ask('GET', '/scenarios/lessons%2Ffee.yaml');
    expect(read.body).toBe('title: Fee\n');
    expect(read.headers).toMatchObject({ etag, 'content-type': 'application/yaml; charset=utf-8' });
    const again = await ask('GET', '/scenarios/lessons%2Ffee.yaml', {
      headers: { 'if-none-match': String(etag) },
    });
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag]);
  });

  it('take JSON as text, to the byte', async () => {
    const { ask } = await start();
    const text = '{ "format" : "kept/1",\n  "months": 1.0 ,, }\n';
    const headers = { ...anew, 'content-type': 'application/json' };
    expect((await ask('PUT', '/scenarios/a.json', { text, headers })).statusCode).toBe(201);
    const read = await ask('GET', '/scenarios/a.json');
    expect(read.body).toBe(text);
    expect(read.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  it('ask what a writer expects, and tell one who is late how to go on', async () => {
    const { folder, ask } = await start({ 'fee.yaml': 'one' });
    const { etag } = (await ask('GET', '/scenarios/fee.yaml')).headers;
    const blind = await ask('PUT', '/scenarios/fee.yaml', { text: 'two' });
    expect(blind.statusCode).toBe(428);
    expect(blind.headers['content-type']).toMatch(/^application\/problem\+json/);
    const theirs = await ask('PUT', '/scenarios/fee.yaml', { text: 'two', headers: only(etag) });
    expect(theirs.statusCode).toBe(200);
    const late = await ask('PUT', '/scenarios/fee.yaml', { text: 'three', headers: only(etag) });
    expect(late.statusCode).toBe(412);
    expect(late.headers.etag).toBe(theirs.headers.etag);
    expect(late.json()).toMatchObject({
      status: 412,
      title: 'Precondition Failed',
      code: 'changed',
      state: 'changed',
      etag: theirs.headers.etag,
      ancestor: 1,
      free: 'fee 2.yaml',
    });
    expect((await ask('DELETE', '/scenarios/fee.yaml', { headers: only(etag) })).statusCode).toBe(412);
    expect((await ask('DELETE', '/scenarios/fee.yaml')).statusCode).toBe(428);
    const rename = { json: { to: 'b.yaml' } };
    expect((await ask('POST', '/scenarios/fee.yaml/rename', rename)).statusCode).toBe(428);
    expect((await ask('POST', '/scenarios/fee.yaml/history/1/restore')).statusCode).toBe(428);
    expect(readFileSync(join(folder, 'fee.yaml'), 'utf8')).toBe('two');
    const weak = { 'if-match': `W/${theirs.headers.etag}` };
    expect((await ask('PUT', '/scenarios/fee.yaml', { text: 'x', headers: weak })).statusCode).toBe(412);
  });

  it('let one of twenty writers win', async () => {
    const { ask } = await start({ 'fee.yaml': 'start' });
    const { etag } = (await ask('GET', '/scenarios/fee.yaml')).headers;
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        ask('PUT', '/scenarios/fee.yaml', { text: `writer ${index}`, headers: only(etag) }),
      ),
    );
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array(19).fill(412)]);
    const winner = replies.findIndex(({ statusCode }) => statusCode === 200);
    expect((await ask('GET', '/scenarios/fee.yaml')).body).toBe(`writer ${winner}`);
  });

  it('copy, rename, show versions and return to one', async () => {
    const { ask } = await start({ 'a.yaml': 'one' });
    const copy = await ask('POST', '/scenarios/a.yaml/copy', { json: { to: 'b.yaml' } });
    expect([copy.statusCode, copy.headers.location]).toEqual([201, '/api/scenarios/b.yaml']);
    const taken = await ask('POST', '/scenarios/a.yaml/copy', { json: { to: 'B.yaml' } });
    expect(taken.json()).toMatchObject({ status: 409, code: 'taken', name: 'b.yaml' });
    const { etag } = copy.headers;
    const saved = await ask('PUT', '/scenarios/b.yaml', { text: 'two', headers: only(etag) });
    const renamed = await ask('POST', '/scenarios/b.yaml/rename', {
      json: { to: 'c/b.yaml' },
      headers: only(saved.headers.etag),
    });
    expect(renamed.json()).toEqual({ name: 'c/b.yaml', etag: saved.headers.etag });
    const history = await ask('GET', '/scenarios/c%2Fb.yaml/history');
    expect(history.json()).toEqual({
      name: 'c/b.yaml',
      etag: saved.headers.etag,
      versions: [{ version: 1, bytes: 3, etag, savedAt: expect.stringMatching(/^\d{4}-.*Z$/) }],
    });
    const version = await ask('GET', '/scenarios/c%2Fb.yaml/history/1');
    expect([version.body, version.headers.etag]).toEqual(['one', etag]);
    const restored = await ask('POST', '/scenarios/c%2Fb.yaml/history/1/restore', {
      headers: only(saved.headers.etag),
    });
    expect([restored.statusCode, restored.headers.etag]).toEqual([200, etag]);
    expect((await ask('GET', '/scenarios/c%2Fb.yaml/history/9')).statusCode).toBe(404);
    expect((await ask('GET', '/scenarios/c%2Fb.yaml/history/x')).statusCode).toBe(400);
  });

  it('delete to the trash and restore from it', async () => {
    const { ask } = await start({ 'a.yaml': 'one' });
    const any = { 'if-match': '*' };
    const { id } = (await ask('DELETE', '/scenarios/a.yaml', { headers: any })).json();
    expect((await ask('GET', '/scenarios/a.yaml')).statusCode).toBe(404);
    expect((await ask('GET', '/trash')).json()).toMatchObject({
      deleted: [{ id, name: 'a.yaml', bytes: 3 }],
    });
    await ask('PUT', '/scenarios/a.yaml', { text: 'new', headers: anew });
    expect((await ask('POST', `/trash/${id}/restore`)).json()).toMatchObject({
      status: 409,
      free: 'a 2.yaml',
    });
    const back = await ask('POST', `/trash/${id}/restore`, { json: { to: 'a 2.yaml' } });
    expect([back.statusCode, back.headers.location]).toEqual([201, '/api/scenarios/a%202.yaml']);
    expect((await ask('POST', `/trash/${id}/restore`)).statusCode).toBe(404);
    expect((await ask('GET', '/trash')).json()).toEqual({ deleted: [] });
  });

  it.each([
    '..%2Fsecret.yaml',
    '..%2f..%2fetc%2fpasswd',
    '%2E%2E%2Fsecret.yaml',
    '%2Fetc%2Fpasswd.yaml',
    'a%5Csecret.yaml',
    'a%00.yaml',
    'a%E2%80%AE.yaml',
    'con.yaml',
    '.kept%2Flock.yaml',
    'a.txt',
    `${'a'.repeat(500)}.yaml`,
    'scenario.schema.json',
  ])('refuse %s and say what a name may be', async (name) => {
    const { folder, ask } = await start({ 'secret.yaml': 'secret' });
    for (const reply of [
      await ask('GET', `/scenarios/${name}`),
      await ask('PUT', `/scenarios/${name}`, { text: 'x', headers: anew }),
      await ask('GET', `/scenarios/${name}/history`),
      await ask('POST', '/scenarios/secret.yaml/copy', { json: { to: decodeURIComponent(name) } }),
    ]) {
      expect(reply.json()).toMatchObject({ status: 400, code: 'name' });
      expect(reply.json().detail).toContain('ends in .yaml, .yml or .json');
      expect(reply.body).not.toContain(folder);
    }
    expect(readdirSync(folder).filter((entry) => entry !== '.kept')).toEqual(['secret.yaml']);
  });

  it('decode a name once', async () => {
    const { folder, ask } = await start();
    for (const name of ['%252e%252e%252fa.yaml', '100%25.yaml']) {
      expect((await ask('PUT', `/scenarios/${name}`, { text: 'x', headers: anew })).statusCode).toBe(201);
      expect((await ask('GET', `/scenarios/${name}`)).body).toBe('x');
    }
    const shown = readdirSync(folder).filter((entry) => entry !== '.kept');
    expect(shown.sort()).toEqual(['%2e%2e%2fa.yaml', '100%.yaml'].sort());
  });

  it('refuse what is too large, no text, of another kind, or not there', async () => {
    const { folder, ask } = await start({ 'a.yaml': 'one' });
    const put = (rest: Ask) =>
      ask('PUT', '/scenarios/a.yaml', { ...rest, headers: { ...only('*'), ...rest.headers } });
    expect((await put({ text: 'x'.repeat(1024 * 1024 + 1) })).statusCode).toBe(413);
    expect((await put({ text: Buffer.from([0xff]) })).json()).toMatchObject({ status: 422, code: 'content' });
    expect((await put({ text: 'x', headers: { 'content-type': 'application/xml' } })).statusCode).toBe(415);
    expect((await put({})).statusCode).toBe(400);
    expect((await ask('POST', '/scenarios/a.yaml/copy', { json: { to: 'b.yaml', x: 1 } })).statusCode).toBe(
      400,
    );
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe('one');
    expect((await put({ text: 'x'.repeat(1024 * 1024) })).statusCode).toBe(200);
    writeFileSync(join(folder, 'b.yaml'), Buffer.from([0xff]));
    expect((await ask('GET', '/scenarios/b.yaml')).json()).toMatchObject({ status: 422 });
  });

  it('hand the text of a scenario to those who work with it, or say why not', async () => {
    const store = await openScenarioStore({
      folder: makeTemporaryFolder({ 'a.yaml': 'one' }),
      readOnly: true,
    });
    expect(await readScenarioText(store, 'a.yaml')).toBe('one');
    const refusal = await readScenarioText(store, '../a.yaml').catch((error) => error);
    expect(refusal).toBeInstanceOf(HttpError);
    expect(refusal).toMatchObject({ statusCode: 400, facts: { code: 'name' } });
  });

  it('change nothing when only reading', async () => {
    const { folder, ask } = await start({ 'a.yaml': 'one' }, true);
    expect((await ask('GET', '/scenarios')).json()).toMatchObject({ readOnly: true });
    const { etag } = (await ask('GET', '/scenarios/a.yaml')).headers;
    for (const reply of [
      await ask('PUT', '/scenarios/a.yaml', { text: 'two', headers: only(etag) }),
      await ask('DELETE', '/scenarios/a.yaml', { headers: only(etag) }),
      await ask('POST', '/scenarios/a.yaml/copy', { json: { to: 'b.yaml' } }),
    ]) {
      expect(reply.json()).toMatchObject({ status: 403, code: 'read-only' });
    }
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });

  it('are described, each with an id, a summary and its refusals', async () => {
    const { app } = await start();
    await app.ready();
    const { paths } = app.swagger() as unknown as { paths: Record<string, Record<string, Described>> };
    const operations = Object.entries(paths)
      .filter(([path]) => /^\/api\/(scenarios|trash)/.test(path))
      .flatMap(([, methods]) => Object.values(methods));
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual([
      'copyScenario',
      'deleteScenario',
      'listScenarios',
      'listTrash',
      'listVersions',
      'readScenario',
      'readVersion',
      'renameScenario',
      'restoreDeleted',
      'restoreVersion',
      'saveScenario',
    ]);
    for (const { summary, tags, responses } of operations) {
      expect(summary.length).toBeGreaterThan(5);
      expect(tags).toEqual(['Scenarios']);
      expect(Object.keys(responses)).toContain('400');
    }
    const save = paths['/api/scenarios/{name}']?.put;
    expect(Object.keys(save?.requestBody?.content ?? {})).toContain('application/yaml');
    expect(Object.keys(save?.responses ?? {})).toEqual(expect.arrayContaining(['201', '412', '428', '507']));
  });
});

interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly responses: object;
  readonly requestBody?: { readonly content: object };
}
