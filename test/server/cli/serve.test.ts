import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeToken } from '../../../server/access/tokens.ts';
import { runCommandLine } from '../../../server/cli/command-line.ts';
import { parseArguments } from '../../../server/cli/parse-arguments.ts';
import { parseServeOptions, serveOptions } from '../../../server/cli/serve-options.ts';
import { readOnly, readWrite } from '../../support/serve-app.ts';
import { recordedTerminal } from '../../support/terminal.ts';

let folder = '';
let file = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-serve-'));
  file = write('kept.tokens', `read-only ${readOnly} looker\nread-write ${readWrite}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

const parse = (...args: string[]) => parseServeOptions(parseArguments(args, serveOptions));

async function serve(...args: string[]) {
  const terminal = recordedTerminal();
  const code = await runCommandLine(['serve', ...args], terminal);
  return { code, ...terminal.written };
}

describe('kept serve', () => {
  it('serves this machine alone, without a token, unless told otherwise', () => {
    expect(parse()).toMatchObject({
      host: '127.0.0.1',
      names: [],
      proxies: [],
      behindTls: false,
      tokens: [],
      port: 4173,
      orNext: true,
      graceSeconds: 10,
      limits: { readsPerMinute: 600, writesPerMinute: 120 },
      log: { level: 'error' },
      readOnly: false,
    });
    expect(parse()).not.toHaveProperty('folder');
    for (const host of ['localhost', '::1', '127.0.0.2']) expect(parse('--host', host).tokens).toEqual([]);
  });

  it('reads what it is told', () => {
    const options = parse(
      ...['--host', '0.0.0.0', '--token-file', file, '--port', '80', '--grace', '3', '--log', 'info'],
      ...['--name', 'kept.example.org', '--name', 'kept', '--behind-tls', '--reads-per-minute', '60'],
      ...['--behind-proxy', '10.0.0.5', '--behind-proxy', 'fd00::/8', '--writes-per-minute', '5'],
      ...['--folder', 'plans', '--read-only'],
    );
    expect(options).toMatchObject({
      host: '0.0.0.0',
      names: ['kept.example.org', 'kept'],
      proxies: ['10.0.0.5', 'fd00::/8'],
      behindTls: true,
      port: 80,
      orNext: false,
      graceSeconds: 3,
      limits: { readsPerMinute: 60, writesPerMinute: 5 },
      folder: 'plans',
      readOnly: true,
      log: { level: 'info' },
    });
    expect(options.tokens?.map(({ role, name }) => [role, name])).toEqual([
      ['read-only', 'looker'],
      ['read-write', 'line 2'],
    ]);
    expect(JSON.stringify(options.tokens)).not.toContain(readOnly);
  });

  it.each([
    [['--host', '0.0.0.0'], '--host 0.0.0.0 opens Kept to others, so it needs --token-file FILE'],
    [['--host', '::'], '--host :: opens Kept to others'],
    [['--host', '192.168.1.5'], '--host 192.168.1.5 opens Kept to others'],
    [['--host', 'localhost.example.org'], 'opens Kept to others'],
    [['--name', 'kept.example.org'], '--name kept.example.org opens Kept to others'],
    [['--behind-proxy', '127.0.0.1'], '--behind-proxy opens Kept to others'],
    [['--behind-tls'], '--behind-tls opens Kept to others'],
  ])('does not open to others without a token file: %j', async (args, message) => {
    const { code, out, err } = await serve('--port', '0', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toContain(makeToken);
  });

  it.each([
    [['--name', 'http://kept.example.org'], '--name takes a host name without scheme and port'],
    [['--name', 'kept:80'], '--name takes a host name without scheme and port'],
    [['--behind-proxy', 'proxy'], '--behind-proxy takes an address'],
    [['--behind-proxy', '0.0.0.0/0'], '--behind-proxy takes an address'],
    [['--behind-proxy', '10.0.0.0/33'], '--behind-proxy takes an address'],
    [['--log', 'debug'], '--log is error or info, not "debug"'],
    [['--grace', '-1'], '--grace'],
    [['--reads-per-minute', '0'], '--reads-per-minute must be a whole number from 1'],
    [['--token-file', 'nowhere.tokens'], 'nowhere.tokens: there is no such file'],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, out, err } = await serve('--port', '0', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  it('says that a host is none of this machine', async () => {
    const args = ['--port', '0', '--read-only', '--host', 'no.such.host.invalid', '--token-file', file];
    const { code, err } = await serve(...args);
    expect(code).toBe(2);
    expect(err).toContain('is no address of this machine');
  });

  it('says what is wrong with a folder', async () => {
    const none = await serve('--port', '0', '--folder', join(folder, 'none'));
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining('does not exist') });
    const noFolder = await serve('--port', '0', '--folder', file);
    expect(noFolder).toMatchObject({ code: 2, err: expect.stringContaining('is no folder') });
    expect(noFolder.err).toContain('--folder DIR');
  });

  it('says what is wrong with a token file, and no token', async () => {
    const bad = write('bad.tokens', `admin ${readOnly}\nread-only ${readWrite}é\n`);
    const { code, err } = await serve('--token-file', bad);
    expect(code).toBe(2);
    expect(err).toBe(
      `kept: ${bad}: line 1: must begin with read-only or read-write\nkept: ${bad}: line 2: a token has letters, digits and . _ ~ + / = - only\nEach line is read-only TOKEN or read-write TOKEN, then a name if you like.\n`,
    );
    expect((await serve('--token-file', folder)).err).toContain(
      process.platform === 'win32' ? 'cannot be read' : folder,
    );
  });

  it.skipIf(process.platform === 'win32').each([0o640, 0o604, 0o660, 0o644])(
    'refuses a token file of mode %o, which others may read',
    async (mode) => {
      const open = write('open.tokens', `read-only ${readOnly}\n`, mode);
      const { code, err } = await serve('--token-file', open);
      expect(code).toBe(2);
      expect(err).toBe(
        `kept: others than you may read ${open}, and so they have the tokens\nchmod 600 ${open}\n`,
      );
    },
  );
});
