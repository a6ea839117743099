import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, expect, it } from 'vitest';
import { openScenarioStore } from '../../../server/store/scenario-store.ts';
import { absent, problemOf, readText, text } from '../../support/store.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = makeTemporaryFolder();
/** A disk of 1 MiB, where the user may make one; faults.test.ts plays a full disk everywhere. */
const mounted =
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0;

afterAll(() => {
  if (mounted) spawnSync('umount', [folder]);
});

it.skipIf(!mounted)(
  'a disk that is really full refuses a save whole, and takes it when there is room',
  async () => {
    const store = await openScenarioStore({ folder });
    const any = { kind: 'present' } as const;
    await store.save('a.yaml', text('a'.repeat(300_000)), absent);
    writeFileSync(join(folder, 'ballast'), Buffer.alloc(500_000));
    const large = text('b'.repeat(400_000));
    for (const work of [
      () => store.save('a.yaml', large, any),
      () => store.save('new/b.yaml', large, absent),
      () => store.copy('a.yaml', 'c.yaml'),
      () => store.delete('a.yaml', any),
    ]) {
      expect(await problemOf(work())).toMatchObject({ status: 507, code: 'full' });
      expect(await readText(store, 'a.yaml')).toBe('a'.repeat(300_000));
    }
    expect((await store.list()).scenarios.map(({ name }) => name)).toEqual(['a.yaml']);
    expect(
      readdirSync(folder, { recursive: true }).filter((path) => String(path).includes('kept-tmp')),
    ).toEqual([]);
    writeFileSync(join(folder, 'ballast'), '');
    await store.save('a.yaml', text('small'), any);
    expect(await readText(store, 'a.yaml')).toBe('small');
    expect((await store.readVersion('a.yaml', 1)).bytes).toHaveLength(300_000);
    await store.close();
    expect(existsSync(join(folder, '.kept/lock'))).toBe(false);
  },
);

it.skipIf(!mounted)('a disk that cannot be written is served for reading', async () => {
  expect(spawnSync('mount', ['-o', 'remount,ro', folder]).status).toBe(0);
  const store = await openScenarioStore({ folder });
  expect(store.readOnly).toBe(true);
  expect(await readText(store, 'a.yaml')).toBe('small');
  expect(await problemOf(store.save('b.yaml', text('x'), absent))).toMatchObject({
    status: 403,
    code: 'read-only',
  });
  await store.close();
  const writer = spawnSync('mount', ['-o', 'remount,rw', folder]);
  expect(writer.status).toBe(0);
  const open = await openScenarioStore({ folder });
  spawnSync('mount', ['-o', 'remount,ro', folder]);
  expect(await problemOf(open.save('b.yaml', text('x'), absent))).toMatchObject({
    status: 403,
    code: 'not-allowed',
  });
  spawnSync('mount', ['-o', 'remount,rw', folder]);
  await open.close();
});
