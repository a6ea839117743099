import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { parseTokens } from '../../server/access/tokens.ts';
import { type AppOptions, createApp } from '../../server/app.ts';

/** Tokens of a token file, and what it makes of them. */
export const readOnly = 'read-only-token-of-the-tests';
export const readWrite = 'read-write-token-of-the-tests';
export const tokens = parseTokens(`read-only ${readOnly} looker\nread-write ${readWrite} writer`).tokens;

/** A folder with a page in it. */
export function makePage(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'kept-page-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Kept</title>');
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), 'export {};');
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** An application of its own, with routes that look, compute, write and fail, and others one adds. */
export async function buildApp(
  options: Partial<AppOptions> = {},
  add: (app: FastifyInstance) => void = () => {},
): Promise<FastifyInstance> {
  const page = makePage();
  const app = await createApp({ pageFolder: page.folder, host: '127.0.0.1', ...options });
  app.addHook('onClose', async () => page.remove());
  const schema = { hide: true };
  app.get('/api/look', { config: { access: 'read' }, schema }, async ({ caller }) => ({
    role: caller?.role,
  }));
  app.post('/api/compute', { config: { access: 'compute' }, schema }, async () => ({ ok: true }));
  app.put('/api/things/:name', { config: { access: 'write' }, bodyLimit: 200, schema }, async () => ({
    ok: true,
  }));
  app.get('/api/breaks', { config: { access: 'read' }, schema }, async () => {
    throw new Error(`secret of the house in ${page.folder}`);
  });
  add(app);
  return app;
}

/** The same, listening on a free port of this machine. */
export async function serveApp(...args: Parameters<typeof buildApp>) {
  const app = await buildApp(...args);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as { port: number };
  return { app, port, url: `http://127.0.0.1:${port}`, close: () => app.close() };
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends bytes as they are and reads until the server closes; lines may end as they like. */
export function sendRaw(port: number, text: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text.replace(/\r?\n/g, '\r\n')));
    socket.setEncoding('utf8').on('data', (chunk) => {
      said += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(parseAnswer(said)));
  });
}

function parseAnswer(said: string): RawAnswer {
  const [head = '', body = ''] = said.split(/\r\n\r\n(.*)/s);
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => {
    const [name = '', value = ''] = line.split(/: ?(.*)/s);
    return [name.toLowerCase(), value];
  });
  return { status: Number(first.split(' ')[1]), headers: Object.fromEntries(headers), body };
}
