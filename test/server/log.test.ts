import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { parseScenario } from '../../models/index.ts';
import { describeError, type LogLevel } from '../../server/log.ts';
import { HttpError } from '../../server/problems.ts';
import { buildApp, readWrite, sendRaw, serveApp, tokens } from '../support/serve-app.ts';

const marker = 'MARKER-7f3a';
const apps: FastifyInstance[] = [];
afterEach(() => Promise.all(apps.splice(0).map((app) => app.close())));

function record(level: LogLevel) {
  const stream = new PassThrough();
  let text = '';
  stream.on('data', (chunk) => {
    text += chunk;
  });
  return {
    log: { level, stream },
    text: () => text,
    lines: () => text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)])),
  };
}

/** Routes that do with a scenario what routes do: refuse it, and stumble over it. */
function addScenarioRoutes(app: FastifyInstance): void {
  app.addContentTypeParser('application/yaml', { parseAs: 'string' }, (_, body, done) => done(null, body));
  app.post('/api/check/:name', { config: { access: 'compute' } }, async ({ body }) => {
    const outcome = await parseScenario(`${body}`, 'sent.yaml');
    if (!outcome.ok) throw new HttpError(422, outcome.problems.map(({ message }) => message).join('; '));
    return {};
  });
  app.post('/api/stumble', { config: { access: 'compute' } }, async ({ body }) => {
    JSON.parse(`${body}`);
  });
}

describe('the log', () => {
  it('has a line of JSON for each request, and nothing that was sent', async () => {
    const { log, lines, text } = record('info');
    const app = await buildApp({ log, tokens }, addScenarioRoutes);
    apps.push(app);
    const headers = {
      host: 'localhost',
      authorization: `Bearer ${readWrite}`,
      'user-agent': marker,
      referer: `http://localhost/${marker}`,
      cookie: `a=${marker}`,
    };
    await app.inject({ url: `/api/look?q=${marker}`, headers });
    await app.inject({ url: `/${marker}.html`, headers });
    const url = `/api/check/${marker}`;
    const yaml = { ...headers, 'content-type': 'application/yaml' };
    const bad = `format: kept/1\ntitle: ${marker}\n${marker}: [\n  "${marker}`;
    const checked = await app.inject({ method: 'POST', url, headers: yaml, payload: bad });
    expect(checked.statusCode).toBe(422);
    expect(checked.body).toContain('title');
    const stumbled = await app.inject({ method: 'POST', url: '/api/stumble', headers: yaml, payload: bad });
    expect(stumbled.statusCode).toBe(500);
    await app.inject({ method: 'PUT', url: `/api/things/${marker}`, headers, payload: { a: marker } });
    await app.inject({
      url: '/api/look',
      headers: { ...headers, authorization: `Bearer ${marker.repeat(4)}` },
    });

    expect(text()).not.toContain(marker);
    expect(text()).not.toContain(readWrite);
    const requests = lines().filter(({ msg }) => msg === 'request');
    expect(requests.map(({ method, route, status }) => [method, route, status])).toEqual([
      ['GET', '/api/look', 200],
      ['GET', 'unknown', 404],
      ['POST', '/api/check/:name', 422],
      ['POST', '/api/stumble', 500],
      ['PUT', '/api/things/:name', 200],
      ['GET', '/api/look', 401],
    ]);
    expect(requests[0]).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      method: 'GET',
      route: '/api/look',
      status: 200,
      ms: expect.any(Number),
      bytes: 21,
      client: '127.0.0.1',
      token: 'writer',
      role: 'read-write',
      msg: 'request',
    });
  });

  it('tells of its own failures by the id that the caller has, and where they arose', async () => {
    const { log, lines, text } = record('error');
    const app = await buildApp({ log }, addScenarioRoutes);
    apps.push(app);
    const answer = await app.inject({
      method: 'POST',
      url: '/api/stumble',
      headers: { host: 'localhost', 'content-type': 'application/yaml' },
      payload: `{"${marker}": ${marker}\n "second ${marker}"`,
    });
    expect(lines()).toHaveLength(1);
    expect(lines()[0]).toMatchObject({
      level: 'error',
      requestId: answer.json().requestId,
      route: '/api/stumble',
      err: { type: 'SyntaxError', stack: expect.stringContaining('JSON.parse') },
    });
    expect(text()).not.toContain(marker);
  });

  it('says nothing of refusals and of malformed requests unless asked to', async () => {
    const { log, text } = record('error');
    const server = await serveApp({ log, tokens });
    await sendRaw(server.port, `${marker}\n\n`);
    await sendRaw(server.port, `GET /${marker} HTTP/1.1\nHost: ${marker}\nConnection: close\n\n`);
    await sendRaw(server.port, 'GET /api/look HTTP/1.1\nHost: localhost\nConnection: close\n\n');
    await server.close();
    expect(text()).toBe('');
  });

  it.each([
    ['a "quoted" word', 'a … word'],
    ['a "quoted" and \'another\' word', 'a … word'],
    ['Unexpected token \'M\', "{"a": M" is not valid JSON', 'Unexpected token … is not valid JSON'],
    ['first\nsecond', 'first'],
    ['x'.repeat(400), 'x'.repeat(300)],
  ])('leaves out what an error quotes: %j', (message, shown) => {
    expect(describeError(new Error(message)).message).toBe(shown);
    expect(describeError(new Error(message)).stack).toMatch(/^\s+at /);
  });
});
