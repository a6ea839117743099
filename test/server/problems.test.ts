import { Ajv } from 'ajv';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemItemSchema, problemSchema } from '../../server/problem-schema.ts';
import { HttpError } from '../../server/problems.ts';
import { sendRaw, serveApp } from '../support/serve-app.ts';

const isProblem = new Ajv({ schemas: [problemItemSchema] }).compile(problemSchema);
let server: Awaited<ReturnType<typeof serveApp>>;

beforeAll(async () => {
  server = await serveApp({ limits: { headersMs: 200, requestMs: 400, checkMs: 50 } }, (app) => {
    app.post('/api/measured', {
      config: { access: 'compute' },
      schema: {
        body: Type.Object({ draws: Type.Integer({ minimum: 1 }) }, { additionalProperties: false }),
        querystring: Type.Object({ page: Type.Optional(Type.Integer()) }, { additionalProperties: false }),
      },
      handler: async ({ query }) => query,
    });
    app.get('/api/refuses', { config: { access: 'read' } }, async () => {
      const problem = { code: 'missing', path: 'world.segments', line: 3, column: 5, message: 'is missing' };
      throw new HttpError(422, 'The scenario has 1 mistake.', { problems: [problem] });
    });
  });
});
afterAll(() => server.close());

const json = (body: string, method = 'POST', target = '/api/measured') =>
  `${method} ${target} HTTP/1.1\nHost: localhost\nConnection: close\nContent-Type: application/json\nContent-Length: ${Buffer.byteLength(body)}\n\n${body}`;
const get = (target: string, method = 'GET') =>
  `${method} ${target} HTTP/1.1\nHost: localhost\nConnection: close\n\n`;
const big = `"${'x'.repeat(300)}"`;

describe('what the server refuses', () => {
  it.each<[string, number, string, RegExp]>([
    ['bytes that are no HTTP', 400, 'nonsense\n\n', /no request of HTTP/],
    ['a method that is none', 400, get('/', 'FOO'), /no request of HTTP/],
    ['a target that is none', 400, get('/%zz'), /not written as the rules/],
    ['headers too large', 431, `GET / HTTP/1.1\nX: ${'x'.repeat(20_000)}\n\n`, /exceed 16 kB/],
    ['an address too long', 431, get(`/${'x'.repeat(20_000)}`), /exceed 16 kB/],
    ['a part of the path too long', 414, get(`/api/things/${'x'.repeat(2001)}`, 'PUT'), /longer than 2000/],
    [
      'two lengths',
      400,
      get('/').replace('\n\n', '\nContent-Length: 1\nContent-Length: 2\n\n'),
      /no request/,
    ],
    [
      'a length and chunks',
      400,
      json('{}').replace('\n\n', '\nTransfer-Encoding: chunked\n\n'),
      /no request of HTTP/,
    ],
    ['an expectation', 417, get('/').replace('\n\n', '\nExpect: the-best\n\n'), /100-continue/],
    ['headers that do not end', 408, 'GET / HTTP/1.1\nHost: loc', /in time/],
    ['a body that does not end', 408, json('{"draws"').replace('Length: 8', 'Length: 80'), /in time/],
    ['what there is not', 404, get('/api/nothing?secret=1'), /nothing at GET \/api\/nothing\./],
    ['what there is not, for a change', 404, get('/api/nothing', 'POST'), /nothing at POST/],
    ['another method', 405, get('/api/look', 'DELETE'), /\/api\/look does not take DELETE/],
    ['a change of the page', 405, get('/index.html', 'POST'), /only GET, HEAD/],
    ['another kind of body', 415, json('{}').replace('application/json', 'text/plain'), /kind/],
    ['a body of no kind', 415, json('{}').replace('Content-Type: application/json\n', ''), /kind/],
    ['what is no JSON', 400, json('{"draws":'), /not valid JSON/],
    ['no body', 400, json(''), /Body cannot be empty/],
    ['a poisoned body', 400, json('{"__proto__":{"a":1}}'), /not valid JSON/],
    ['a body too large', 413, json(big, 'PUT', '/api/things/a'), /larger than/],
    [
      'a body too large, in chunks',
      413,
      `PUT /api/things/a HTTP/1.1\nHost: localhost\nConnection: close\nContent-Type: application/json\nTransfer-Encoding: chunked\n\n12e\n${big}\n0\n\n`,
      /larger than/,
    ],
    ['text for a number', 400, json('{"draws":"10"}'), /body\/draws must be integer/],
    ['a failure of its own', 500, get('/api/breaks'), /The server failed/],
    ['a scenario with a mistake', 422, get('/api/refuses'), /has 1 mistake/],
  ])('%s, it refuses with %i as a problem', async (_, status, request, detail) => {
    const answer = await sendRaw(server.port, request);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json(;|$)/);
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const problem = JSON.parse(answer.body);
    expect(isProblem(problem)).toBe(true);
    expect(problem.status).toBe(status);
    expect(problem.detail).toMatch(detail);
    expect(answer.body).not.toMatch(/secret|node_modules|\/tmp|\.ts\b|FST_|xxx/);
  });

  it('names the methods that a path takes', async () => {
    const allow = async (target: string, method: string) =>
      (await sendRaw(server.port, get(target, method))).headers.allow;
    expect(await allow('/api/look', 'POST')).toBe('GET, HEAD');
    expect(await allow('/api/look?x=1', 'OPTIONS')).toBe('GET, HEAD');
    expect(await allow('/api/things/a', 'GET')).toBe('PUT');
    expect(await allow('/api/things/a%20b', 'TRACE')).toBe('PUT');
    expect(await allow('/readyz', 'PATCH')).toBe('GET, HEAD');
  });

  it('names each mistake of a request, and where it is', async () => {
    const answer = await sendRaw(server.port, json('{"draws":0,"drows":1}', 'POST', '/api/measured'));
    expect(JSON.parse(answer.body).problems).toEqual([
      {
        code: 'invalid-request',
        pointer: '/body',
        message: 'must NOT have additional properties: "drows"',
      },
      { code: 'invalid-request', pointer: '/body/draws', message: 'must be >= 1' },
    ]);
    const asked = await sendRaw(server.port, json('{"draws":1}', 'POST', '/api/measured?page=two'));
    expect(JSON.parse(asked.body).problems).toEqual([
      { code: 'invalid-request', pointer: '/querystring/page', message: 'must be integer' },
    ]);
  });

  it('names the place of a mistake in a scenario', async () => {
    const answer = await sendRaw(server.port, get('/api/refuses'));
    expect(JSON.parse(answer.body).problems).toEqual([
      { code: 'missing', path: 'world.segments', line: 3, column: 5, message: 'is missing' },
    ]);
  });

  it('takes numbers written in the address as numbers', async () => {
    const answer = await sendRaw(server.port, json('{"draws":1}', 'POST', '/api/measured?page=2'));
    expect(JSON.parse(answer.body)).toEqual({ page: 2 });
  });
});
