import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { isLoopback } from '../../server/access/loopback.ts';
import { type RunningServer, startServer } from '../../server/main.ts';

const running: RunningServer[] = [];
const blockers: Server[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
  await Promise.all(blockers.splice(0).map((blocker) => new Promise((done) => blocker.close(done))));
});

async function start(port: number, orNext: boolean) {
  const server = await startServer({ host: '127.0.0.1', port, orNext, readOnly: true });
  running.push(server);
  return server;
}

/** Takes a port that the system hands out. */
function takePort(): Promise<number> {
  return new Promise((resolve) => {
    const blocker = createServer().listen(0, '127.0.0.1', () => {
      resolve((blocker.address() as { port: number }).port);
    });
    blockers.push(blocker);
  });
}

describe('startServer', () => {
  it('names the address it answers at', async () => {
    const server = await start(0, false);
    expect(server.url).toBe(`http://127.0.0.1:${server.port}/`);
    const reply = await fetch(`${server.url}healthz`);
    expect(await reply.json()).toEqual({ status: 'ok' });
  });

  it('takes a following port when its own is taken and it may', async () => {
    const taken = await takePort();
    const server = await start(taken, true);
    expect(server.port).toBeGreaterThan(taken);
    expect((await fetch(`${server.url}healthz`)).status).toBe(200);
  });

  it('fails with EADDRINUSE when the port was asked for', async () => {
    const taken = await takePort();
    await expect(start(taken, false)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('no longer answers once closed', async () => {
    const server = await start(0, false);
    await running.pop()?.close();
    await expect(fetch(`${server.url}healthz`)).rejects.toThrow();
  });
});

describe('isLoopback', () => {
  it.each(['localhost', '127.0.0.1', '127.1.2.3', '::1'])('knows %s as this machine alone', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each(['0.0.0.0', '::', '192.168.1.5', 'example.org', '127.evil.example'])(
    'does not take %s for it',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});
