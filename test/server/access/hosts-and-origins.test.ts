import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuseForeignHosts } from '../../../server/access/refuse-foreign-hosts.ts';
import { HttpError } from '../../../server/problems.ts';
import { sendRaw, serveApp } from '../../support/serve-app.ts';

let alone: Awaited<ReturnType<typeof serveApp>>;
let named: Awaited<ReturnType<typeof serveApp>>;

beforeAll(async () => {
  alone = await serveApp();
  named = await serveApp({ host: '0.0.0.0', names: ['Kept.Example.org', '10.1.2.3'], behindTls: true });
});

afterAll(() => Promise.all([alone.close(), named.close()]));

/** Asks with these lines as headers; `%` stands for the port. */
function ask(server: { readonly port: number }, target: string, ...lines: readonly string[]) {
  const head = lines.map((line) => `${line.replace('%', `${server.port}`)}\n`).join('');
  return sendRaw(server.port, `GET ${target} HTTP/1.1\n${head}Connection: close\n\n`);
}

describe('the host a request names', () => {
  it.each([
    'localhost',
    'LOCALHOST',
    'localhost:%',
    'localhost:9999',
    '127.0.0.1:%',
    '127.9.9.9',
    '[::1]:%',
    '[0:0:0:0:0:0:0:1]',
  ])('is this machine: %s', async (host) => {
    expect((await ask(alone, '/api/session', `Host: ${host}`)).status).toBe(200);
  });

  it.each([
    'evil.example',
    'evil.example:%',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    'localhost.',
    'localhost:%.evil.example',
    'evil.example#localhost',
    'localhost@evil.example',
    'evil.example localhost',
    '0.0.0.0',
    '0x7f.1',
    '2130706433',
    '[::]',
    '[::1',
    '::1',
    '[::ffff:10.0.0.1]',
    '10.1.2.3',
    '',
  ])('is not this machine: %j', async (host) => {
    for (const target of ['/', '/api/session', '/healthz']) {
      const answer = await ask(alone, target, `Host: ${host}`);
      expect([400, 421]).toContain(answer.status);
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(answer.body).not.toMatch(/<title>|read-write/);
    }
  });

  it('is named once', async () => {
    for (const hosts of [
      [],
      ['Host: localhost', 'Host: localhost'],
      ['Host: localhost', 'host: evil.example'],
    ]) {
      const answer = await ask(alone, '/api/session', ...hosts);
      expect(answer.status).toBe(400);
      expect(answer.body).toContain(`${hosts.length} times`);
    }
  });

  it('may stand in the target, and then counts beside the header', async () => {
    const local = `http://localhost:${alone.port}/api/session`;
    expect((await ask(alone, local, 'Host: localhost')).status).toBe(200);
    expect((await ask(alone, local, 'Host: evil.example')).status).toBe(421);
    for (const target of [
      'http://evil.example/api/session',
      'HTTP://EVIL.example/api/session',
      'http://localhost@evil.example/api/session',
      'http://evil.example?http://localhost/api/session',
      'ftp://evil.example/api/session',
    ]) {
      expect((await ask(alone, target, 'Host: localhost')).status, target).toBe(421);
    }
  });

  it('is what the server was given, where it listens to others', async () => {
    for (const host of [
      'kept.example.org',
      'KEPT.EXAMPLE.ORG:8443',
      '10.1.2.3',
      '127.0.0.1:%',
      'localhost',
    ]) {
      expect((await ask(named, '/healthz', `Host: ${host}`)).status, host).toBe(200);
    }
    for (const host of ['example.org', 'kept.example.org.', '10.1.2.4', '0.0.0.0', 'evil.example']) {
      expect((await ask(named, '/healthz', `Host: ${host}`)).status, host).toBe(421);
    }
  });

  it.each([
    ['192.0.2.7:4173', '192.0.2.7', true],
    ['192.0.2.7', '::ffff:192.0.2.7', true],
    ['[2001:db8:0:0::7]:4173', '2001:db8::7', true],
    ['[fe80::7]', 'fe80::7%eth0', true],
    ['192.0.2.8', '192.0.2.7', false],
    ['[2001:db8::8]', '2001:db8::7', false],
    ['192.0.2.7.evil.example', '192.0.2.7', false],
    ['0.0.0.0', '127.0.0.1', false],
  ])('may be the address that the connection came in at: %s at %s', async (host, localAddress, own) => {
    const raw = { rawHeaders: ['Host', host], url: '/', socket: { localAddress } };
    const check = refuseForeignHosts({ host: '0.0.0.0', names: [] });
    const outcome = check({ raw, headers: { host } } as unknown as FastifyRequest);
    await (own ? expect(outcome).resolves.toBeUndefined() : expect(outcome).rejects.toThrow(HttpError));
  });
});

describe('the origin a request comes from', () => {
  it.each([
    ['localhost:%', 'http://localhost:%'],
    ['LOCALHOST:%', 'http://localhost:%'],
    ['localhost:%', 'HTTP://LOCALHOST:%'],
    ['127.0.0.1:%', 'http://127.0.0.1:%'],
    ['[::1]:%', 'http://[::1]:%'],
    ['localhost', 'http://localhost'],
    ['localhost', 'http://localhost:80'],
  ])('of host %s is its own: %s', async (host, origin) => {
    expect((await ask(alone, '/api/session', `Host: ${host}`, `Origin: ${origin}`)).status).toBe(200);
  });

  it.each([
    ['localhost:%', 'null'],
    ['localhost:%', 'http://evil.example'],
    ['localhost:%', 'http://localhost'],
    ['localhost:%', 'http://localhost:1'],
    ['localhost:%', 'https://localhost:%'],
    ['localhost:%', 'http://127.0.0.1:%'],
    ['localhost:%', 'http://localhost.:%'],
    ['localhost:%', 'http://[::1]:%'],
    ['localhost:%', 'http://localhost:%.evil.example'],
    ['localhost:%', 'http://localhost:% http://evil.example'],
    ['localhost:%', 'file://'],
    ['localhost:%', ''],
  ])('of host %s is foreign: %j', async (host, origin) => {
    for (const target of ['/api/session', '/api/openapi.json', '/']) {
      const answer = await ask(alone, target, `Host: ${host}`, `Origin: ${origin}`);
      expect(answer.status, target).toBe(403);
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  it('is of https behind a proxy that speaks it', async () => {
    const from = (origin: string) =>
      ask(named, '/api/session', 'Host: kept.example.org', `Origin: ${origin}`);
    expect((await from('https://kept.example.org')).status).toBe(200);
    expect((await from('https://kept.example.org:443')).status).toBe(200);
    expect((await from('http://kept.example.org')).status).toBe(403);
  });

  it.each(['cross-site', 'same-site', 'Cross-Site', 'something-new'])(
    'is foreign to the API where the browser says %s',
    async (site) => {
      const from = (target: string, ...more: string[]) =>
        ask(alone, target, 'Host: localhost', `Sec-Fetch-Site: ${site}`, ...more);
      expect((await from('/api/session')).status).toBe(403);
      expect((await from('/%61pi/session')).status).toBe(403);
      expect((await from('/api/session', 'Sec-Fetch-Mode: navigate')).status).toBe(403);
      expect((await from('/api/docs', 'Sec-Fetch-Mode: cors')).status).toBe(403);
      // A link may open what is public.
      expect((await from('/api/docs', 'Sec-Fetch-Mode: navigate')).status).toBe(200);
      expect((await from('/')).status).toBe(200);
    },
  );

  it.each(['same-origin', 'none'])('is its own where the browser says %s', async (site) => {
    const answer = await ask(alone, '/api/session', 'Host: localhost', `Sec-Fetch-Site: ${site}`);
    expect(answer.status).toBe(200);
  });

  it('may not ask beforehand either', async () => {
    const answer = await sendRaw(
      alone.port,
      'OPTIONS /api/compute HTTP/1.1\nHost: localhost\nOrigin: http://evil.example\nAccess-Control-Request-Method: POST\nConnection: close\n\n',
    );
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});
