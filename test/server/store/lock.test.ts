import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FolderInUse, type Holder, takeLock } from '../../../server/store/lock.ts';
import { identifySelf } from '../../../server/store/process-identity.ts';
import { openScenarioStore } from '../../../server/store/scenario-store.ts';
import { bundle } from '../../support/bundle.ts';
import { absent, problemOf, readText, text } from '../../support/store.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

let child = '';
const children: ChildProcess[] = [];

beforeAll(async () => {
  child = await bundle('test/support/store-child.ts');
});

afterEach(() => {
  for (const each of children.splice(0)) each.kill('SIGKILL');
});

/** A process that tries to take the lock, and the line that it says then. */
function startLocking(folder: string) {
  const started = spawn(process.execPath, [child, 'lock', folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(started);
  const line = once(createInterface({ input: started.stdout }), 'line');
  return { started, said: line.then(([said]) => String(said)) };
}

function writeLock(folder: string, holder: Partial<Holder>): void {
  mkdirSync(join(folder, '.kept'), { recursive: true });
  const token = '00000000-0000-4000-8000-000000000000';
  writeFileSync(join(folder, '.kept/lock'), JSON.stringify({ token, since: '2027-01-01', ...holder }));
}

const readLock = (folder: string) => JSON.parse(readFileSync(join(folder, '.kept/lock'), 'utf8')) as Holder;

describe('the lock of a folder', () => {
  it('names process, machine, address and since when', async () => {
    const folder = makeTemporaryFolder();
    const store = await openScenarioStore({ folder });
    await store.announce('http://127.0.0.1:4173/');
    expect(readLock(folder)).toMatchObject({
      pid: process.pid,
      host: hostname(),
      url: 'http://127.0.0.1:4173/',
      since: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
    const second = await openScenarioStore({ folder }).catch((error) => error);
    expect(second).toBeInstanceOf(FolderInUse);
    expect(second.holder).toMatchObject({ pid: process.pid, url: 'http://127.0.0.1:4173/' });
    await store.close();
    const third = await openScenarioStore({ folder });
    await third.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps out another process, and goes with the one that is killed', async () => {
    const folder = makeTemporaryFolder();
    const first = startLocking(folder);
    expect(await first.said).toBe('has it');
    const second = startLocking(folder);
    expect(await second.said).toBe(`held by ${first.started.pid}`);
    first.started.kill('SIGKILL');
    await once(first.started, 'close');
    const third = startLocking(folder);
    expect(await third.said).toBe('has it');
  });

  it('does not keep out one who only reads, who cannot write', async () => {
    const folder = makeTemporaryFolder({ 'a.yaml': 'one' });
    const writer = await openScenarioStore({ folder });
    const reader = await openScenarioStore({ folder, readOnly: true });
    expect(reader.readOnly).toBe(true);
    await writer.save('b.yaml', text('two'), absent);
    expect(await readText(reader, 'b.yaml')).toBe('two');
    const any = { kind: 'present' } as const;
    for (const work of [
      () => reader.save('c.yaml', text('x'), absent),
      () => reader.delete('a.yaml', any),
      () => reader.copy('a.yaml', 'c.yaml'),
      () => reader.rename('a.yaml', 'c.yaml', any),
      () => reader.restoreVersion('a.yaml', 1, any),
      () => reader.restoreDeleted('00000001'),
    ]) {
      expect(await problemOf(work())).toMatchObject({ status: 403, code: 'read-only' });
    }
    await reader.close();
    expect(readLock(folder).pid).toBe(process.pid);
    await writer.close();
    expect(await problemOf(writer.save('c.yaml', text('x'), absent))).toMatchObject({ status: 503 });
  });

  it.skipIf(process.platform !== 'linux')(
    'is taken over when its process is gone, also when another has its number or the machine was restarted',
    async () => {
      const self = await identifySelf();
      for (const holder of [
        { ...self, pid: 2 ** 22 + 1 },
        { ...self, started: '1' },
        { ...self, boot: 'another' },
      ]) {
        const folder = makeTemporaryFolder();
        writeLock(folder, holder);
        const lock = await takeLock(folder);
        expect(readLock(folder)).toMatchObject({ pid: process.pid, started: self.started });
        expect(readdirSync(join(folder, '.kept')).filter((entry) => entry.startsWith('lock'))).toEqual([
          'lock',
        ]);
        await lock.release();
      }
    },
  );

  it('is respected when nothing can be known of its holder', async () => {
    const self = await identifySelf();
    for (const holder of [{ ...self, pid: 2 ** 22 + 1, host: 'another-machine' }, { pid: 1 }, self]) {
      const folder = makeTemporaryFolder();
      writeLock(folder, { host: hostname(), ...holder });
      await expect(takeLock(folder)).rejects.toBeInstanceOf(FolderInUse);
    }
    const folder = makeTemporaryFolder({ '.kept/lock': 'no lock' });
    await expect(takeLock(folder)).rejects.toMatchObject({ holder: undefined });
    expect(readFileSync(join(folder, '.kept/lock'), 'utf8')).toBe('no lock');
  });

  it.skipIf(process.platform !== 'linux')(
    'of a process that is gone is taken over by exactly one of twenty',
    async () => {
      const folder = makeTemporaryFolder();
      const self = await identifySelf();
      writeLock(folder, { ...self, pid: 2 ** 22 + 1 });
      // One who died while taking over is in line as well.
      const [dead, deader] = ['00000000-0000-4000-8000-000000000000', '11111111-0000-4000-8000-000000000000'];
      writeFileSync(
        join(folder, `.kept/lock-after-${dead}`),
        JSON.stringify({ ...self, pid: 2 ** 22 + 2, token: deader, since: '2027' }),
      );
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => startLocking(folder).said));
      expect(outcomes.filter((outcome) => outcome === 'has it')).toHaveLength(1);
      // Another may be named who was in line for a moment.
      expect(outcomes.filter((outcome) => /^held by \d+$/.test(outcome))).toHaveLength(19);
      expect(children.map(({ pid }) => pid)).toContain(readLock(folder).pid);
    },
  );
});
