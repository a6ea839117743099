import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';

const pageFolder = mkdtempSync(join(tmpdir(), 'kept-page-'));
const log = new PassThrough();
let app: FastifyInstance;
let open: FastifyInstance;

beforeAll(async () => {
  mkdirSync(join(pageFolder, 'assets'));
  writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>Kept</title>');
  writeFileSync(join(pageFolder, 'assets', 'main-1a2b.js'), 'export {};');
  app = await createApp({ pageFolder, host: '127.0.0.1', log: { level: 'error', stream: log } });
  app.get('/breaks', () => {
    throw new Error('secret of the house');
  });
  app.post('/api/strict', {
    config: { access: 'compute' },
    schema: { body: { type: 'object', properties: { n: { type: 'number' } }, additionalProperties: false } },
    handler: () => ({}),
  });
  open = await createApp({ pageFolder, host: '0.0.0.0', names: ['team-server'] });
});

afterAll(async () => {
  await Promise.all([app.close(), open.close()]);
  rmSync(pageFolder, { recursive: true });
});

const get = (url: string, host = 'localhost:4173') => app.inject({ url, headers: { host } });

describe('the server', () => {
  it('serves the page, asked for anew each time', async () => {
    const reply = await get('/');
    expect(reply.statusCode).toBe(200);
    expect(reply.body).toContain('<title>Kept</title>');
    expect(reply.headers['cache-control']).toBe('no-cache');
  });

  it('lets files with a hash in their name be kept for good', async () => {
    const reply = await get('/assets/main-1a2b.js');
    expect(reply.headers['content-type']).toMatch(/javascript/);
    expect(reply.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('says that it is well', async () => {
    expect((await get('/healthz')).json()).toEqual({ status: 'ok' });
  });

  it('allows the page nothing from elsewhere and nothing inline, and does not ask for https', async () => {
    const { headers } = await get('/');
    const policy = String(headers['content-security-policy']);
    expect(policy.split(';')).toContain("default-src 'self'");
    expect(policy).not.toMatch(/unsafe|upgrade-insecure-requests|https?:/);
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it.each(['evil.example', 'evil.example:4173', '127.0.0.1.evil.example', 'localhost.:4173'])(
    'does not answer as %j when it listens on this machine alone',
    async (host) => {
      const reply = await get('/', host);
      expect(reply.statusCode).toBe(421);
      expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(reply.body).not.toContain('<title>');
    },
  );

  it.each(['localhost', 'LOCALHOST:80', '127.0.0.1:4173', '[::1]:4173'])('answers as %s', async (host) => {
    expect((await get('/', host)).statusCode).toBe(200);
  });

  it('answers as a further name it was given', async () => {
    const reply = await open.inject({ url: '/', headers: { host: 'team-server:4173' } });
    expect(reply.statusCode).toBe(200);
  });

  it.each(['/nothing', '/assets/../../package.json', '/%2e%2e/package.json', '/.env'])(
    'has nothing at %s and says so as a problem',
    async (url) => {
      const reply = await get(url);
      expect(reply.statusCode).toBe(404);
      expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(reply.json()).toMatchObject({ status: 404, title: 'Not Found' });
    },
  );

  it('explains what the caller did wrong', async () => {
    const bad = await get('/%');
    expect(bad.statusCode).toBe(400);
    expect(bad.json()).toMatchObject({ status: 400, title: 'Bad Request' });
    const strict = (payload: object) =>
      app.inject({ method: 'POST', url: '/api/strict', headers: { host: 'localhost' }, payload });
    const coerced = await strict({ n: '10' });
    expect(coerced.statusCode).toBe(400);
    expect(coerced.json().detail).toMatch(/body\/n must be number/);
    expect((await strict({ n: 1, m: 2 })).statusCode).toBe(400);
    expect((await strict({ n: 1 })).statusCode).toBe(200);
  });

  it('logs its own failure and keeps it from the caller', async () => {
    const reply = await get('/breaks');
    expect(reply.statusCode).toBe(500);
    expect(reply.body).not.toMatch(/secret|at .*\.ts/);
    expect(String(log.read())).toContain('secret of the house');
  });
});
