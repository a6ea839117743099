import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildApp, readOnly, readWrite, tokens } from '../../support/serve-app.ts';

let app: FastifyInstance;
const others: FastifyInstance[] = [];

beforeAll(async () => {
  app = await buildApp({ tokens });
});
afterEach(() => Promise.all(others.splice(0).map((each) => each.close())));
afterAll(() => app.close());

async function another(...args: Parameters<typeof buildApp>): Promise<FastifyInstance> {
  const built = await buildApp(...args);
  others.push(built);
  return built;
}

type Method = 'GET' | 'POST' | 'PUT';

function ask(method: Method, url: string, authorization?: string, to = app, remoteAddress = '127.0.0.1') {
  const headers = { host: 'localhost', ...(authorization !== undefined && { authorization }) };
  return to.inject({ method, url, headers, remoteAddress, ...(method === 'PUT' && { payload: {} }) });
}

const calls = [
  ['GET', '/api/look'],
  ['POST', '/api/compute'],
  ['PUT', '/api/things/a'],
] as const;

describe('a server with tokens', () => {
  it.each([
    ['a token that may only read', `Bearer ${readOnly}`, [200, 200, 403]],
    ['a token that may write', `Bearer ${readWrite}`, [200, 200, 200]],
    ['a small letter', `bearer ${readWrite}`, [200, 200, 200]],
    ['no token', undefined, [401, 401, 401]],
    ['another scheme', `Basic ${readWrite}`, [401, 401, 401]],
    ['the token alone', readWrite, [401, 401, 401]],
    ['an empty token', 'Bearer ', [401, 401, 401]],
    ['two tokens', `Bearer ${readOnly} ${readWrite}`, [401, 401, 401]],
  ])('answers %s', async (_, authorization, statuses) => {
    const answers = await Promise.all(calls.map(([method, url]) => ask(method, url, authorization)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(statuses);
    for (const answer of answers.filter(({ statusCode }) => statusCode >= 400)) {
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer realm="Kept"/);
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    }
  });

  it('tells a wrong token from none', async () => {
    const wrong = await ask('GET', '/api/look', `Bearer ${'x'.repeat(30)}`, await another({ tokens }));
    expect(wrong.statusCode).toBe(401);
    expect(wrong.headers['www-authenticate']).toBe('Bearer realm="Kept", error="invalid_token"');
    expect(wrong.body).not.toContain('xxx');
  });

  it('takes no token from the address or a cookie', async () => {
    const inAddress = await ask('GET', `/api/look?access_token=${readWrite}&token=${readWrite}`);
    const headers = { host: 'localhost', cookie: `token=${readWrite}; authorization=Bearer ${readWrite}` };
    const inCookie = await app.inject({ url: '/api/look', headers });
    expect([inAddress.statusCode, inCookie.statusCode]).toEqual([401, 401]);
  });

  it('says who one is', async () => {
    const session = async (token: string) => (await ask('GET', '/api/session', `Bearer ${token}`)).json();
    expect(await session(readOnly)).toMatchObject({ role: 'read-only', tokenNeeded: true });
    expect(await session(readWrite)).toMatchObject({ role: 'read-write', tokenNeeded: true });
    expect((await ask('GET', '/api/session')).statusCode).toBe(401);
  });

  it.each(['/', '/assets/main-1a2b.js', '/healthz', '/readyz', '/api/openapi.json', '/api/docs'])(
    'shows %s to everyone',
    async (url) => {
      expect((await ask('GET', url)).statusCode).toBe(200);
    },
  );

  it('takes no more wrong tokens from an address than a few a minute, and no right one after them', async () => {
    const strict = await another({ tokens, limits: { wrongTokensPerMinute: 3 } });
    const guess = (token: string, address: string) =>
      ask('GET', '/api/look', `Bearer ${token}`, strict, address);
    const statuses: number[] = [];
    for (let k = 0; k < 5; k++) statuses.push((await guess(`${'x'.repeat(30)}${k}`, '10.0.0.1')).statusCode);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    const right = await guess(readWrite, '10.0.0.1');
    expect(right.statusCode).toBe(429);
    expect(Number(right.headers['retry-after'])).toBeGreaterThan(0);
    expect((await guess(readWrite, '10.0.0.2')).statusCode).toBe(200);
    // Without a token nothing is guessed.
    expect((await ask('GET', '/api/look', undefined, strict, '10.0.0.1')).statusCode).toBe(401);
  });
});

describe('a server without tokens', () => {
  it('lets everyone who reaches it do everything', async () => {
    const open = await another();
    const answers = await Promise.all(calls.map(([method, url]) => ask(method, url, undefined, open)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect((await ask('GET', '/api/session', undefined, open)).json()).toMatchObject({
      role: 'read-write',
      tokenNeeded: false,
    });
  });
});

describe('the rate of requests', () => {
  it('is limited for each client, looking and computing apart', async () => {
    const few = await another({ limits: { readsPerMinute: 3, writesPerMinute: 2 } });
    const statuses: number[] = [];
    for (const [method, url] of [...Array(4).fill(calls[0]), ...calls.slice(1), calls[1]]) {
      statuses.push((await ask(method, url, undefined, few)).statusCode);
    }
    expect(statuses).toEqual([200, 200, 200, 429, 200, 200, 429]);
    expect((await ask('GET', '/api/look', undefined, few, '10.0.0.9')).statusCode).toBe(200);
    const refused = await ask('GET', '/api/session', undefined, few);
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(refused.headers).toMatchObject({ 'ratelimit-limit': '3', 'ratelimit-remaining': '0' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.headers['ratelimit-reset']).toBe(refused.headers['retry-after']);
  });

  it('is counted for a token wherever it comes from', async () => {
    const few = await another({ tokens, limits: { readsPerMinute: 2 } });
    const from = async (address: string, token: string) =>
      (await ask('GET', '/api/look', `Bearer ${token}`, few, address)).statusCode;
    expect(await from('10.0.0.1', readOnly)).toBe(200);
    expect(await from('10.0.0.2', readOnly)).toBe(200);
    expect(await from('10.0.0.3', readOnly)).toBe(429);
    expect(await from('10.0.0.3', readWrite)).toBe(200);
  });

  it('says what is left', async () => {
    const answer = await ask('GET', '/api/look', undefined, await another());
    expect(answer.headers).toMatchObject({ 'ratelimit-limit': '600', 'ratelimit-remaining': '599' });
  });

  it('is not limited for the page and for questions of health', async () => {
    const few = await another({ limits: { readsPerMinute: 1, writesPerMinute: 1 } });
    for (const url of ['/', '/assets/main-1a2b.js', '/healthz', '/readyz']) {
      for (let k = 0; k < 3; k++) {
        const answer = await ask('GET', url, undefined, few);
        expect(answer.statusCode).toBe(200);
        expect(answer.headers).not.toHaveProperty('ratelimit-limit');
      }
    }
  });

  it('counts for whom a proxy asks, where the proxy is known', async () => {
    const limits = { readsPerMinute: 1 };
    const statuses = async (to: FastifyInstance) => {
      const ask = (client: string) =>
        to.inject({ url: '/api/look', headers: { host: 'localhost', 'x-forwarded-for': client } });
      return [(await ask('10.0.0.1')).statusCode, (await ask('10.0.0.2')).statusCode];
    };
    expect(await statuses(await another({ limits, proxies: ['127.0.0.1'] }))).toEqual([200, 200]);
    expect(await statuses(await another({ limits, proxies: ['10.9.9.9'] }))).toEqual([200, 429]);
    expect(await statuses(await another({ limits }))).toEqual([200, 429]);
  });
});

describe('a route', () => {
  it('must say what it does', async () => {
    const route = await another();
    const answer = async () => ({});
    expect(() => route.get('/api/forgotten', answer)).toThrow('GET /api/forgotten lacks config: { access }');
    expect(() => route.get('/api', answer)).toThrow('lacks config');
    expect(() => route.post('/api/x', { config: { access: 'read' } }, answer)).toThrow(
      'POST /api/x changes something, and declares access "read"',
    );
    expect(() => route.delete('/api/y', { config: { access: 'open' } }, answer)).toThrow('declares access');
    expect(() => route.post('/elsewhere', answer)).toThrow('belongs under /api');
    await expect(
      another().then((inside) =>
        inside.register(async (plugin) => void plugin.get('/inner', answer), { prefix: '/api' }),
      ),
    ).rejects.toThrow('GET /api/inner lacks config: { access }');
  });
});
