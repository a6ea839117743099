import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeWithin } from '../../server/main.ts';
import { serveApp } from '../support/serve-app.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const children: ChildProcess[] = [];
const sockets: Socket[] = [];

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** `kept serve` as a process of its own, once it listens. */
async function start(...args: readonly string[]) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'server/cli/kept.ts', 'serve', '--port', '0', ...args],
    {
      cwd: root,
    },
  );
  children.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  await once(child.stdout, 'data');
  const port = Number(/:(\d+)\//.exec(said.out)?.[1]);
  return { child, said, ended, port };
}

/** A connection whose request has begun and does not end. */
async function beginRequest(port: number) {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  let answered = '';
  socket.setEncoding('utf8').on('data', (chunk) => {
    answered += chunk;
  });
  socket.on('error', () => {});
  const closed = once(socket, 'close');
  // One whole request, to know that the server has taken the connection; then half of another.
  socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\nGET /api/session HTTP/1.1\r\n');
  await once(socket, 'data');
  answered = '';
  return { socket, answered: () => answered, closed };
}

const stopped = (server: Awaited<ReturnType<typeof start>>) =>
  vi.waitFor(() => expect(server.said.err).toContain('Stopping'), { timeout: 20_000 });

describe.skipIf(process.platform === 'win32')('a server that is told to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('ends by %s, though a connection is kept open', async (signal) => {
    const server = await start();
    const idle = connect(server.port, '127.0.0.1');
    sockets.push(idle);
    idle.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(idle, 'data');
    server.child.kill(signal);
    expect(await server.ended).toBe(0);
    expect(server.said.err).toBe('Stopping, within 10 s … (once more ends it at once)\n');
  });

  it('tells what comes in meanwhile that it stops, and takes no further connection', async () => {
    const server = await start('--grace', '600');
    const { socket, answered, closed } = await beginRequest(server.port);
    server.child.kill('SIGTERM');
    await stopped(server);
    await vi.waitFor(() => expect(fetch(`http://127.0.0.1:${server.port}/healthz`)).rejects.toThrow());
    socket.write('Host: localhost\r\n\r\n');
    await closed;
    expect(answered()).toMatch(/^HTTP\/1\.1 503 .*application\/problem\+json.*"The server is stopping\."/s);
    expect(await server.ended).toBe(0);
  });

  it('waits no longer than it was told for what does not end', async () => {
    const server = await start('--grace', '1');
    const { closed } = await beginRequest(server.port);
    server.child.kill('SIGTERM');
    await closed;
    expect(await server.ended).toBe(0);
  });

  it('ends at once when it is told again', async () => {
    const server = await start('--grace', '600');
    await beginRequest(server.port);
    server.child.kill('SIGTERM');
    await stopped(server);
    server.child.kill('SIGINT');
    expect(await server.ended).toBe(1);
  });
});

describe('a request that is being answered', () => {
  /** A server on whose route `/api/slow` the answer waits for a word. */
  async function startSlow() {
    let answer = () => {};
    const begun = { now: () => {} };
    const started = new Promise<void>((resolve) => {
      begun.now = resolve;
    });
    const stopping = new AbortController();
    const order: string[] = [];
    const server = await serveApp({ stopping: stopping.signal }, (app) => {
      app.get('/api/slow', { config: { access: 'read' } }, async () => {
        begun.now();
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        order.push('answered');
        return { done: true };
      });
      app.addHook('preClose', async () => void order.push('preClose'));
      app.addHook('onClose', async () => void order.push('onClose'));
    });
    const asked = fetch(`${server.url}/api/slow`);
    asked.catch(() => {});
    await started;
    return { server, stopping, asked, order, answer: () => answer() };
  }

  it('is answered in full before the server ends', async () => {
    const { server, stopping, asked, order, answer } = await startSlow();
    const closing = closeWithin(server.app, stopping, 600);
    await vi.waitFor(() => expect(order).toEqual(['preClose']));
    answer();
    expect(await (await asked).json()).toEqual({ done: true });
    await closing;
    expect(order).toEqual(['preClose', 'answered', 'onClose']);
  });

  it('is cut off when its time is over', async () => {
    const { server, stopping, asked, order } = await startSlow();
    await closeWithin(server.app, stopping, 0);
    await expect(asked).rejects.toThrow();
    expect(order).toEqual(['preClose', 'onClose']);
  });
});
