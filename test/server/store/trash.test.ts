import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { etagOf } from '../../../server/store/entity-tag.ts';
import { absent, has, openTemporaryStore, problemOf, readText, text } from '../../support/store.ts';

const any = { kind: 'present' } as const;

/** Puts an entry into the trash that says how large it is. */
function putEntry(folder: string, id: number, allBytes: number): void {
  const entry = join(folder, '.kept/trash', String(id).padStart(8, '0'));
  mkdirSync(entry, { recursive: true });
  const etag = etagOf(text(''));
  writeFileSync(
    join(entry, 'entry.json'),
    JSON.stringify({ name: 'old.yaml', deletedAt: id, size: 0, etag, allBytes }),
  );
  writeFileSync(join(entry, 'content'), '');
}

describe('the trash', () => {
  it('takes a deleted scenario with its versions, and gives both back', async () => {
    const { folder, store } = await openTemporaryStore({ 'lessons/a.yaml': 'one' });
    const { etag } = await store.save('lessons/a.yaml', text('two'), any);
    const mode = statSync(join(folder, 'lessons/a.yaml')).mode;
    expect(await problemOf(store.delete('lessons/a.yaml', has(etagOf(text('one')))))).toMatchObject({
      status: 412,
    });
    const id = await store.delete('lessons/a.yaml', has(etag));
    expect(existsSync(join(folder, 'lessons/a.yaml'))).toBe(false);
    expect(existsSync(join(folder, '.kept/history/lessons/a.yaml'))).toBe(false);
    expect(await store.trash()).toEqual([
      { id, name: 'lessons/a.yaml', deletedAt: expect.any(Number), bytes: 3, etag },
    ]);
    expect(await problemOf(store.history('lessons/a.yaml'))).toMatchObject({ status: 404 });

    expect(await store.restoreDeleted(id)).toEqual({ name: 'lessons/a.yaml', etag, created: true });
    expect(await readText(store, 'lessons/a.yaml')).toBe('two');
    expect(statSync(join(folder, 'lessons/a.yaml')).mode).toBe(mode);
    expect((await store.readVersion('lessons/a.yaml', 1)).bytes.toString()).toBe('one');
    expect(await store.trash()).toEqual([]);
    expect(await problemOf(store.restoreDeleted(id))).toMatchObject({ status: 404 });
  });

  it('gives back under another name when its own is taken', async () => {
    const { store } = await openTemporaryStore({ 'a.yaml': 'one' });
    const id = await store.delete('a.yaml', any);
    await store.save('a.yaml', text('new'), absent);
    const problem = await problemOf(store.restoreDeleted(id));
    expect(problem).toMatchObject({ status: 409, code: 'taken', facts: { free: 'a 2.yaml' } });
    expect(await problemOf(store.restoreDeleted(id, '../a.yaml'))).toMatchObject({ status: 400 });
    expect(await problemOf(store.restoreDeleted(id, 'a.json'))).toMatchObject({ status: 422 });
    await store.restoreDeleted(id, 'old/a.yaml');
    expect(await readText(store, 'a.yaml')).toBe('new');
    expect(await readText(store, 'old/a.yaml')).toBe('one');
  });

  it('keeps apart what had one name', async () => {
    const { store } = await openTemporaryStore({ 'a.yaml': 'one' });
    const first = await store.delete('a.yaml', any);
    await store.save('a.yaml', text('two'), absent);
    const second = await store.delete('a.yaml', any);
    expect((await store.trash()).map(({ id }) => id)).toEqual([second, first]);
    await store.restoreDeleted(first);
    expect(await readText(store, 'a.yaml')).toBe('one');
  });

  it('holds 200 scenarios; the oldest gives way', async () => {
    const { folder, store } = await openTemporaryStore({ 'a.yaml': 'one', 'b.yaml': 'two' });
    for (let id = 1; id <= 200; id++) putEntry(folder, id, 10);
    expect(await store.delete('a.yaml', any)).toBe('00000201');
    expect(await store.delete('b.yaml', any)).toBe('00000202');
    const trash = await store.trash();
    expect(trash).toHaveLength(200);
    expect([trash[0].id, trash.at(-1)?.id]).toEqual(['00000202', '00000003']);
    expect(readdirSync(join(folder, '.kept/trash'))).toHaveLength(200);
  });

  it('holds 200 MiB, versions included', async () => {
    const { folder, store } = await openTemporaryStore({ 'a.yaml': 'x' });
    for (let save = 0; save < 3; save++)
      await store.save('a.yaml', Buffer.alloc(1024 * 1024, `${save}`), any);
    for (let id = 1; id <= 5; id++) putEntry(folder, id, 50 * 1024 * 1024);
    await store.delete('a.yaml', any);
    expect((await store.trash()).map(({ id }) => id)).toEqual([
      '00000006',
      '00000005',
      '00000004',
      '00000003',
    ]);
    const [newest] = await store.trash();
    await store.restoreDeleted(newest.id);
    expect((await store.history('a.yaml')).versions).toHaveLength(3);
  });

  it('passes over an entry that is damaged, and never gives out a damaged content', async () => {
    const { folder, store } = await openTemporaryStore({
      'a.yaml': 'one',
      'b.yaml': 'two',
      'c.yaml': 'three',
    });
    const [a, b, c] = [
      await store.delete('a.yaml', any),
      await store.delete('b.yaml', any),
      await store.delete('c.yaml', any),
    ];
    writeFileSync(join(folder, '.kept/trash', a, 'entry.json'), '{"name":"../../a.yaml"}');
    writeFileSync(join(folder, '.kept/trash', b, 'content'), 'other');
    expect((await store.trash()).map(({ id }) => id)).toEqual([c, b]);
    expect(await problemOf(store.restoreDeleted(a))).toMatchObject({ status: 404 });
    expect(await problemOf(store.restoreDeleted(b))).toMatchObject({ status: 500, code: 'damaged' });
    expect(await problemOf(store.restoreDeleted('../lock'))).toMatchObject({ status: 404 });
  });

  it('lets versions follow that were left behind when the deletion was interrupted', async () => {
    const { folder, store } = await openTemporaryStore({ 'a.yaml': 'one' });
    await store.save('a.yaml', text('two'), any);
    const id = await store.delete('a.yaml', any);
    rmSync(join(folder, '.kept/trash', id, 'history'), { recursive: true });
    await store.restoreDeleted(id);
    expect(await readText(store, 'a.yaml')).toBe('two');
  });
});
