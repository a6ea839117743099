import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const scenario = 'scenarios/telco-fee-increase.yaml';
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** The command as the shell starts it, from its sources. */
const start = (...args: readonly string[]) => startFile('server/cli/kept.ts', ...args);

function startFile(file: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], { cwd: root });
  children.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  return { child, said, ended: once(child, 'close').then(([code]) => code as number | null) };
}

describe('the process', () => {
  it('ends with the code of its command', async () => {
    const bad = start('run', 'no-such-file.yaml');
    const good = start('check', scenario);
    expect([await bad.ended, await good.ended]).toEqual([2, 0]);
    expect(bad.said).toEqual({ out: '', err: expect.stringContaining('there is no such file') });
  });

  it('ends quietly when its reader goes away', async () => {
    const { child, said, ended } = start('explain', scenario, '--json');
    child.stdout.destroy();
    expect(await ended).toBe(0);
    expect(said.err).toBe('');
  });

  it.each([
    ['run', '--draws', '1000000'],
    ['why', '--draws', '10000', '--workers', '0'],
  ])('ends soon after Ctrl+C, with a plain line: %s', async (name, ...options) => {
    const { child, said, ended } = startFile('test/support/kept-that-tells.ts', name, scenario, ...options);
    await once(child.stderr, 'data');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const pressed = performance.now();
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    // On a busy machine; the work itself would take many minutes.
    expect(performance.now() - pressed).toBeLessThan(10_000);
    expect(said).toEqual({ out: '', err: 'at work\nkept: interrupted before there was a result\n' });
  });

  it('serves until it is told to stop', async () => {
    const { child, said, ended } = start('serve', '--port', '0', '--read-only');
    await once(child.stdout, 'data');
    const [url] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said.out) ?? [];
    expect((await fetch(`${url}healthz`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('serves a folder alone, and beside another only to read', async () => {
    const folder = makeTemporaryFolder({ 'a.yaml': 'one' });
    const first = start('serve', '--port', '0', '--folder', folder);
    await once(first.child.stdout, 'data');
    const [url] = /http:\/\/127\.0\.0\.1:\d+\//.exec(first.said.out) ?? [];
    const put = () =>
      fetch(`${url}api/scenarios/b.yaml`, {
        method: 'PUT',
        body: 'two',
        headers: { 'content-type': 'application/yaml', 'if-none-match': '*' },
      });
    expect((await put()).status).toBe(201);

    const second = start('serve', '--port', '0', '--folder', folder);
    const third = start('serve', '--port', '0', '--folder', folder, '--read-only');
    expect(await second.ended).toBe(2);
    expect(second.said.out).toBe('');
    expect(second.said.err).toContain(`is in use by another Kept: process ${first.child.pid} on `);
    expect(second.said.err).toContain(`at ${url}`);
    expect(second.said.err).toMatch(/--folder DIR.*--read-only/);
    await once(third.child.stdout, 'data');
    const [beside] = /http:\/\/127\.0\.0\.1:\d+\//.exec(third.said.out) ?? [];
    const list = await (await fetch(`${beside}api/scenarios`)).json();
    expect(list).toMatchObject({ readOnly: true, scenarios: [{ name: 'a.yaml' }, { name: 'b.yaml' }] });

    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(existsSync(join(folder, '.kept/lock'))).toBe(false);
  });
});
