import { appendFileSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { etagOf } from '../../../server/store/entity-tag.ts';
import { absent, has, openTemporaryStore, problemOf, readText, text } from '../../support/store.ts';

const any = { kind: 'present' } as const;

/** Puts a version of `a.yaml` on the disk, of which only the name is looked at. */
function keepVersionOf(folder: string, version: number, bytes: number): void {
  const kept = join(folder, '.kept/history/a.yaml');
  const digest = etagOf(text(`version ${version}`)).slice(1, -1);
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, `${String(version).padStart(8, '0')}-1-${bytes}-${digest}`), '');
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the history of a scenario', () => {
  it('has what was replaced, newest first, with when it was saved', async () => {
    const { folder, store } = await openTemporaryStore({ 'a.yaml': 'one' });
    const saved = new Date('2027-01-02T03:04:05.678Z');
    utimesSync(join(folder, 'a.yaml'), saved, saved);
    await store.save('a.yaml', text('two!'), any);
    const { etag } = await store.save('a.yaml', text('three'), any);
    const history = await store.history('a.yaml');
    expect(history.etag).toBe(etag);
    expect(history.versions.map(({ version, bytes, etag: kept }) => [version, bytes, kept])).toEqual([
      [2, 4, etagOf(text('two!'))],
      [1, 3, etagOf(text('one'))],
    ]);
    expect(history.versions[1].savedAt).toBe(saved.getTime());
    expect((await store.readVersion('a.yaml', 1)).bytes.toString()).toBe('one');
    expect(await problemOf(store.readVersion('a.yaml', 3))).toMatchObject({ status: 404 });
  });

  it('has what was written from outside before it was replaced', async () => {
    const { folder, store } = await openTemporaryStore({ 'a.yaml': 'one' });
    await store.save('a.yaml', text('two'), any);
    writeFileSync(join(folder, 'a.yaml'), 'from outside');
    await store.save('a.yaml', text('three'), has(etagOf(text('from outside'))));
    expect((await store.readVersion('a.yaml', 2)).bytes.toString()).toBe('from outside');
  });

  it('keeps nothing twice in a row', async () => {
    const { store } = await openTemporaryStore({ 'a.yaml': 'A' });
    for (const content of ['A', 'B', 'B', 'A', 'B']) await store.save('a.yaml', text(content), any);
    const { versions } = await store.history('a.yaml');
    expect(versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(versions.map(({ etag }) => etag)).toEqual(['A', 'B', 'A'].map((each) => etagOf(text(each))));
  });

  it('is in the order of saving whatever the clock does', async () => {
    const { folder, store } = await openTemporaryStore({ 'a.yaml': 'save 0' });
    for (const [index, year] of [2030, 1971, 2050, 2001, 1960].entries()) {
      const when = new Date(`${year}-01-01`);
      vi.useFakeTimers({ now: when, toFake: ['Date'] });
      utimesSync(join(folder, 'a.yaml'), when, when);
      await store.save('a.yaml', text(`save ${index + 1}`), any);
    }
    const { versions } = await store.history('a.yaml');
    const contents = versions.map(async ({ version }) => (await store.readVersion('a.yaml', version)).bytes);
    expect((await Promise.all(contents)).map(String)).toEqual([4, 3, 2, 1, 0].map((save) => `save ${save}`));
  });

  it('is restored like any other save, so that restoring loses nothing', async () => {
    const { store } = await openTemporaryStore({ 'a.yaml': 'one' });
    const { etag } = await store.save('a.yaml', text('two'), any);
    expect(await problemOf(store.restoreVersion('a.yaml', 1, has(etagOf(text('one')))))).toMatchObject({
      status: 412,
    });
    await store.restoreVersion('a.yaml', 1, has(etag));
    expect(await readText(store, 'a.yaml')).toBe('one');
    expect((await store.readVersion('a.yaml', 2)).bytes.toString()).toBe('two');
  });

  it('outlives a file that was removed from outside', async () => {
    const { folder, store } = await openTemporaryStore({ 'a/b.yaml': 'one' });
    await store.save('a/b.yaml', text('two'), any);
    rmSync(join(folder, 'a'), { recursive: true });
    const history = await store.history('a/b.yaml');
    expect(history.etag).toBeUndefined();
    expect(history.versions).toHaveLength(1);
    await store.restoreVersion('a/b.yaml', 1, absent);
    expect(await readText(store, 'a/b.yaml')).toBe('one');
  });

  it('holds 200 versions; the oldest give way and numbers go on', async () => {
    const { folder, store } = await openTemporaryStore({ 'a.yaml': 'save 0' });
    await store.save('a.yaml', text('save 1'), any);
    for (let version = 2; version <= 199; version++) keepVersionOf(folder, version, 4);
    for (let save = 2; save <= 5; save++) await store.save('a.yaml', text(`save ${save}`), any);
    const { versions } = await store.history('a.yaml');
    expect(versions).toHaveLength(200);
    expect([versions[0].version, versions.at(-1)?.version]).toEqual([203, 4]);
    expect((await store.readVersion('a.yaml', 203)).bytes.toString()).toBe('save 4');
    expect(await problemOf(store.readVersion('a.yaml', 1))).toMatchObject({ status: 404 });
  });

  it('holds 50 MiB', async () => {
    const { folder, store } = await openTemporaryStore({ 'a.yaml': 'x'.repeat(1024 * 1024) });
    for (let version = 1; version <= 53; version++) keepVersionOf(folder, version, 1024 * 1024);
    await store.save('a.yaml', text('small'), any);
    const { versions } = await store.history('a.yaml');
    expect(versions.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(50 * 1024 * 1024);
    expect(versions[0].etag).toBe(etagOf(text('x'.repeat(1024 * 1024))));
  });

  it('does not give out a version that was changed on the disk', async () => {
    const { folder, store } = await openTemporaryStore({ 'a.yaml': 'one' });
    await store.save('a.yaml', text('two'), any);
    const kept = join(folder, '.kept/history/a.yaml');
    appendFileSync(join(kept, readdirSync(kept)[0]), 'x');
    expect(await problemOf(store.readVersion('a.yaml', 1))).toMatchObject({ status: 500, code: 'damaged' });
    expect(await problemOf(store.restoreVersion('a.yaml', 1, any))).toMatchObject({ code: 'damaged' });
    expect(await readText(store, 'a.yaml')).toBe('two');
  });

  it('passes over what is no version', async () => {
    const { folder, store } = await openTemporaryStore({ 'a.yaml': 'one' });
    await store.save('a.yaml', text('two'), any);
    mkdirSync(join(folder, '.kept/history/a.yaml/0000'));
    writeFileSync(join(folder, '.kept/history/a.yaml/99999999-notes.txt'), '');
    expect((await store.history('a.yaml')).versions).toHaveLength(1);
    await store.save('a.yaml', text('three'), any);
    expect((await store.history('a.yaml')).versions.map(({ version }) => version)).toEqual([2, 1]);
  });
});
