import {
  chmodSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { etagOf } from '../../../server/store/entity-tag.ts';
import { openScenarioStore } from '../../../server/store/scenario-store.ts';
import {
  absent,
  has,
  openTemporaryStore,
  problemOf,
  problemsOf,
  readText,
  text,
} from '../../support/store.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

describe('the list of scenarios', () => {
  it('has the scenarios of the folder and of two levels of subfolders, by name, and nothing else', async () => {
    const { store } = await openTemporaryStore({
      'b.yaml': 'format: kept/1\ntitle: "Bees"\n',
      'lessons/a.yml': "title: 'It''s A' # the first\n",
      'a/b/c.json': '{ "format": "kept/1", "title": "See \\"c\\"" }',
      'a/b/c/d.yaml': 'too deep',
      'scenario.schema.json': '{ "format": "kept/1" }',
      'priors.json': '{ "churn": 1 }',
      'README.md': 'format: kept/1',
      '.hidden.yaml': 'format: kept/1',
      '.kept/history/b.yaml': 'format: kept/1',
    });
    const { scenarios, cut, leftOut } = await store.list();
    expect(scenarios.map(({ name, title }) => [name, title])).toEqual([
      ['a/b/c.json', 'See "c"'],
      ['b.yaml', 'Bees'],
      ['lessons/a.yml', "It's A"],
    ]);
    expect({ cut, leftOut }).toEqual({ cut: false, leftOut: 0 });
    expect(scenarios[1]).toMatchObject({ bytes: 29, etag: (await store.read('b.yaml')).etag });
  });

  it('shows what was changed from outside at once', async () => {
    const { folder, store } = await openTemporaryStore({ 'a.yaml': 'one' });
    expect(await readText(store, 'a.yaml')).toBe('one');
    writeFileSync(join(folder, 'a.yaml'), 'two');
    writeFileSync(join(folder, 'b.yaml'), 'new');
    expect(await readText(store, 'a.yaml')).toBe('two');
    expect((await store.list()).scenarios.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['a.yaml', 3],
      ['b.yaml', 3],
    ]);
    rmSync(join(folder, 'a.yaml'));
    expect(await problemOf(store.read('a.yaml'))).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('counts what has the ending of a scenario and is none', async () => {
    const { folder, store } = await openTemporaryStore({
      'a.yaml': 'a',
      'B.YAML': 'b',
      'con.yaml': 'device',
      'large.yaml': 'x'.repeat(1024 * 1024 + 1),
      'folder.yaml/a.txt': '',
    });
    symlinkSync(join(folder, 'a.yaml'), join(folder, 'link.yaml'));
    const { scenarios, leftOut } = await store.list();
    expect(scenarios.map(({ name }) => name)).toEqual(['a.yaml']);
    expect(leftOut).toBe(5);
  });

  it('lists 5,000 and says that there are more', async () => {
    const files = Array.from({ length: 5001 }, (_, index) => [`s${String(index).padStart(5, '0')}.yaml`, '']);
    const { store } = await openTemporaryStore(Object.fromEntries(files));
    const { scenarios, cut } = await store.list();
    expect(scenarios).toHaveLength(5000);
    expect(scenarios.at(-1)?.name).toBe('s04999.yaml');
    expect(cut).toBe(true);
  });

  it('and reading make no file and no folder', async () => {
    const folder = makeTemporaryFolder({ 'a.yaml': 'a' });
    const store = await openScenarioStore({ folder, readOnly: true });
    await store.list();
    await store.read('a.yaml');
    await store.history('a.yaml');
    await store.trash();
    await store.close();
    expect(readdirSync(folder)).toEqual(['a.yaml']);
    const writing = await openScenarioStore({ folder });
    await writing.list();
    await writing.read('a.yaml');
    expect(readdirSync(join(folder, '.kept')).filter((entry) => entry !== 'tmp')).toEqual(['lock']);
    await writing.close();
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });
});

describe('saving', () => {
  it('makes a new scenario, its folders too, only where there is none', async () => {
    const { folder, store } = await openTemporaryStore();
    const saved = await store.save('a/b/fee.yaml', text('one'), absent);
    expect(saved).toEqual({ name: 'a/b/fee.yaml', etag: etagOf(text('one')), created: true });
    expect(readFileSync(join(folder, 'a/b/fee.yaml'), 'utf8')).toBe('one');
    const problem = await problemOf(store.save('a/b/fee.yaml', text('two'), absent));
    expect(problem).toMatchObject({ status: 412, code: 'changed' });
    expect(problem.facts).toMatchObject({ state: 'exists', etag: saved.etag, free: 'a/b/fee 2.yaml' });
    expect(await readText(store, 'a/b/fee.yaml')).toBe('one');
  });

  it('replaces only what the writer has seen, and says what to do otherwise', async () => {
    const { store } = await openTemporaryStore({ 'fee.yaml': 'one' });
    const { etag } = await store.read('fee.yaml');
    const theirs = await store.save('fee.yaml', text('two'), has(etag));
    expect(theirs.created).toBe(false);
    const problem = await problemOf(store.save('fee.yaml', text('three'), has(etag)));
    expect(problem).toMatchObject({ status: 412, code: 'changed' });
    expect(problem.facts).toMatchObject({
      state: 'changed',
      etag: theirs.etag,
      bytes: 3,
      ancestor: 1,
      free: 'fee 2.yaml',
    });
    expect(problem.message).toMatch(/take theirs.*keep yours.*keep both, save yours as "fee 2.yaml"/);
    expect((await store.readVersion('fee.yaml', 1)).bytes.toString()).toBe('one');
    await store.save('fee.yaml', text('three'), has(theirs.etag));
    expect(await readText(store, 'fee.yaml')).toBe('three');
  });

  it('says that a scenario is gone', async () => {
    const { folder, store } = await openTemporaryStore({ 'fee.yaml': 'one' });
    const { etag } = await store.read('fee.yaml');
    rmSync(join(folder, 'fee.yaml'));
    const problem = await problemOf(store.save('fee.yaml', text('two'), has(etag)));
    expect(problem).toMatchObject({ status: 412, facts: { state: 'gone' } });
    await store.save('fee.yaml', text('two'), absent);
  });

  it('lets exactly one of twenty win who saw the same', async () => {
    const { store } = await openTemporaryStore({ 'fee.yaml': 'start' });
    const { etag } = await store.read('fee.yaml');
    const writers = Array.from({ length: 20 }, (_, index) => `writer ${index}`);
    const outcomes = await Promise.allSettled(
      writers.map((writer) => store.save('fee.yaml', text(writer), has(etag))),
    );
    const winners = writers.filter((_, index) => outcomes[index].status === 'fulfilled');
    expect(winners).toHaveLength(1);
    expect(await readText(store, 'fee.yaml')).toBe(winners[0]);
    expect((await store.history('fee.yaml')).versions).toHaveLength(1);
    const news = await Promise.allSettled(
      writers.map((writer) => store.save('new.yaml', text(writer), absent)),
    );
    expect(news.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('asked for twice is done once', async () => {
    const { store } = await openTemporaryStore({ 'fee.yaml': 'one' });
    const { etag } = await store.read('fee.yaml');
    const first = await store.save('fee.yaml', text('two'), has(etag));
    expect(await store.save('fee.yaml', text('two'), has(etag))).toEqual(first);
    expect((await store.history('fee.yaml')).versions).toHaveLength(1);
  });

  it('takes a draft with mistakes, also an empty one', async () => {
    const { store } = await openTemporaryStore();
    for (const [index, draft] of ['{[', '', '\ufefftitle: x', 'a: b: c', '\t'].entries()) {
      await store.save(`draft ${index}.yaml`, text(draft), absent);
      expect((await store.read(`draft ${index}.yaml`)).bytes).toEqual(text(draft));
    }
  });

  it.each([
    ['a.yaml', Buffer.from([0xff, 0xfe, 0x61, 0]), 422, 'UTF-8'],
    ['a.yaml', Buffer.from([0xed, 0xa0, 0x80]), 422, 'UTF-8'],
    ['a.yaml', text('a\0b'), 422, 'zero byte'],
    ['a.yaml', text('x'.repeat(1024 * 1024 + 1)), 413, '1024 KiB'],
    ['a.json', text('{}'), 422, '"format": "kept/1"'],
  ])('refuses for %s what is no text or too much', async (name, bytes, status, why) => {
    const { folder, store } = await openTemporaryStore();
    const problem = await problemOf(store.save(name, bytes, absent));
    expect(problem).toMatchObject({ status, code: 'content', message: expect.stringContaining(why) });
    expect(existsSync(join(folder, name))).toBe(false);
  });

  it('takes as much as the parser reads', async () => {
    const { store } = await openTemporaryStore();
    const most = text('x'.repeat(1024 * 1024));
    await store.save('a.yaml', most, absent);
    expect((await store.read('a.yaml')).bytes.equals(most)).toBe(true);
  });

  it('keeps the mode of the file, and refuses one that is read-only', async () => {
    const { folder, store } = await openTemporaryStore({ 'a.yaml': 'one' });
    chmodSync(join(folder, 'a.yaml'), 0o640);
    const { etag } = await store.save('a.yaml', text('two'), has(etagOf(text('one'))));
    expect(statSync(join(folder, 'a.yaml')).mode & 0o777).toBe(0o640);
    const [version] = readdirSync(join(folder, '.kept/history/a.yaml'));
    expect(statSync(join(folder, '.kept/history/a.yaml', version)).mode & 0o777).toBe(0o640);
    chmodSync(join(folder, 'a.yaml'), 0o444);
    expect(await problemOf(store.save('a.yaml', text('three'), has(etag)))).toMatchObject({
      status: 403,
      code: 'not-allowed',
    });
    expect(await problemOf(store.delete('a.yaml', has(etag)))).toMatchObject({ status: 403 });
    expect(await readText(store, 'a.yaml')).toBe('two');
  });

  it('leaves another name of the same file alone', async () => {
    const { folder, store } = await openTemporaryStore({ 'a.yaml': 'one' });
    linkSync(join(folder, 'a.yaml'), join(folder, 'other.txt'));
    await store.save('a.yaml', text('two'), has(etagOf(text('one'))));
    expect(readFileSync(join(folder, 'other.txt'), 'utf8')).toBe('one');
  });

  it('does not touch another JSON file of the folder', async () => {
    const { folder, store } = await openTemporaryStore({ 'priors.json': '{}' });
    const scenario = text('{"format":"kept/1"}');
    for (const problem of await problemsOf([
      store.read('priors.json'),
      store.save('priors.json', scenario, absent),
      store.save('priors.json', scenario, { kind: 'present' }),
      store.delete('priors.json', { kind: 'present' }),
    ])) {
      expect(problem).toMatchObject({ status: 409, code: 'taken' });
    }
    expect(readFileSync(join(folder, 'priors.json'), 'utf8')).toBe('{}');
  });
});

describe('copying and renaming', () => {
  it('copies to a name that is free', async () => {
    const { store } = await openTemporaryStore({ 'a.yaml': 'one', 'b.yaml': 'two' });
    expect(await store.copy('a.yaml', 'c/a.yaml')).toMatchObject({ name: 'c/a.yaml', created: true });
    expect(await readText(store, 'c/a.yaml')).toBe('one');
    expect(await problemOf(store.copy('a.yaml', 'b.yaml'))).toMatchObject({
      status: 409,
      facts: { name: 'b.yaml', free: 'b 2.yaml' },
    });
    expect(await problemOf(store.copy('gone.yaml', 'd.yaml'))).toMatchObject({ status: 404 });
    expect(await readText(store, 'b.yaml')).toBe('two');
  });

  it('renames with all versions, under a condition', async () => {
    const { folder, store } = await openTemporaryStore({ 'a.yaml': 'one' });
    const { etag } = await store.save('a.yaml', text('two'), has(etagOf(text('one'))));
    expect(await problemOf(store.rename('a.yaml', 'b.yaml', has(etagOf(text('one')))))).toMatchObject({
      status: 412,
    });
    expect(await store.rename('a.yaml', 'lessons/b.yaml', has(etag))).toMatchObject({
      name: 'lessons/b.yaml',
      etag,
    });
    expect(existsSync(join(folder, 'a.yaml'))).toBe(false);
    expect((await store.readVersion('lessons/b.yaml', 1)).bytes.toString()).toBe('one');
    expect(await problemOf(store.history('a.yaml'))).toMatchObject({ status: 404 });
  });

  it('never renames over another', async () => {
    const { store } = await openTemporaryStore({ 'a.yaml': 'one', 'b.yaml': 'two', 'p.json': '{}' });
    const { etag } = await store.read('a.yaml');
    for (const to of ['b.yaml', 'B.yaml', 'p.json', 'new.json']) {
      const problem = await problemOf(store.rename('a.yaml', to, has(etag)));
      expect([409, 422]).toContain(problem.status);
    }
    expect(await readText(store, 'a.yaml')).toBe('one');
    expect(await readText(store, 'b.yaml')).toBe('two');
  });

  it('renames to other capitals', async () => {
    const { folder, store } = await openTemporaryStore({ 'fee.yaml': 'one' });
    const { etag } = await store.save('fee.yaml', text('two'), has(etagOf(text('one'))));
    await store.rename('fee.yaml', 'Fee.yaml', has(etag));
    expect(readdirSync(folder).filter((entry) => entry !== '.kept')).toEqual(['Fee.yaml']);
    expect((await store.history('Fee.yaml')).versions).toHaveLength(1);
  });

  it('puts versions after those that a removed file of the new name left', async () => {
    const { folder, store } = await openTemporaryStore({ 'a.yaml': 'a1', 'b.yaml': 'b1' });
    await store.save('a.yaml', text('a2'), { kind: 'present' });
    await store.save('b.yaml', text('b2'), { kind: 'present' });
    rmSync(join(folder, 'b.yaml'));
    await store.rename('a.yaml', 'b.yaml', { kind: 'present' });
    expect((await store.readVersion('b.yaml', 1)).bytes.toString()).toBe('b1');
    expect((await store.readVersion('b.yaml', 2)).bytes.toString()).toBe('a1');
  });
});
