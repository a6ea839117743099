import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { etagOf } from '../../../server/store/entity-tag.ts';
import { explainName, foldName } from '../../../server/store/scenario-name.ts';
import { openScenarioStore } from '../../../server/store/scenario-store.ts';
import fc, { runs } from '../../support/properties.ts';
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

describe('names that are one on some system', () => {
  it.each([
    ['fee.yaml', 'Fee.yaml'],
    ['fine.yaml', 'ﬁne.yaml'],
    ['Straße.yaml', 'STRASSE.yaml'],
    ['lessons/a.yaml', 'Lessons/b.yaml'],
  ])('%j keeps out %j', async (there, other) => {
    const { folder, store } = await openTemporaryStore({ [there]: 'one', 'x.yaml': 'x' });
    const before = readdirSync(folder, { recursive: true });
    for (const problem of await problemsOf([
      store.save(other, text('two'), absent),
      store.copy('x.yaml', other),
      store.rename('x.yaml', other, { kind: 'present' }),
    ])) {
      expect(problem).toMatchObject({ status: 409, code: 'taken' });
      expect(there).toContain(problem.facts.name);
    }
    expect(await problemOf(store.read(other))).toMatchObject({ status: 404 });
    const keptAside = (entry: unknown) => !String(entry).startsWith('.kept');
    expect(readdirSync(folder, { recursive: true }).filter(keptAside)).toEqual(before.filter(keptAside));
  });

  it('are read each as it is when both are there already', async () => {
    const { store } = await openTemporaryStore({ 'fee.yaml': 'small', 'Fee.yaml': 'capital' });
    await store.save('Fee.yaml', text('changed'), has(etagOf(text('capital'))));
    expect(await readText(store, 'fee.yaml')).toBe('small');
    expect(await readText(store, 'Fee.yaml')).toBe('changed');
  });
});

describe('what is no plain file', () => {
  const outside = makeTemporaryFolder({ 'secret.yaml': 'secret', 'within/secret.yaml': 'secret' });

  it('is neither listed nor read nor written, a link above all', async () => {
    const { folder, store } = await openTemporaryStore({ 'a.yaml': 'one', 'real/b.yaml': 'two' });
    symlinkSync(join(outside, 'secret.yaml'), join(folder, 'link.yaml'));
    symlinkSync(join(outside, 'nothing.yaml'), join(folder, 'dangling.yaml'));
    symlinkSync(join(outside, 'within'), join(folder, 'linked'));
    symlinkSync('real', join(folder, 'near'));
    mkdirSync(join(folder, 'folder.yaml'));
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
    const names = ['link.yaml', 'dangling.yaml', 'linked/secret.yaml', 'linked/new.yaml', 'near/b.yaml'];
    for (const name of [...names, 'folder.yaml', 'pipe.yaml']) {
      for (const problem of await problemsOf([
        store.read(name),
        store.save(name, text('mine'), absent),
        store.save(name, text('mine'), { kind: 'present' }),
        store.delete(name, { kind: 'present' }),
        store.copy('a.yaml', name),
        store.rename('a.yaml', name, { kind: 'present' }),
        store.history(name),
      ])) {
        expect(problem, name).toMatchObject({ status: 403, code: 'not-plain' });
      }
    }
    expect((await store.list()).scenarios.map(({ name }) => name)).toEqual(['a.yaml', 'real/b.yaml']);
    expect(readdirSync(outside, { recursive: true }).sort()).toEqual(
      ['secret.yaml', 'within', 'within/secret.yaml'].sort(),
    );
    expect(readFileSync(join(outside, 'secret.yaml'), 'utf8')).toBe('secret');
  });

  it('is no place for versions or the trash either', async () => {
    const { folder, store } = await openTemporaryStore({ 'a.yaml': 'one' });
    symlinkSync(outside, join(folder, '.kept/history'));
    symlinkSync(outside, join(folder, '.kept/trash'));
    const any = { kind: 'present' } as const;
    for (const problem of await problemsOf([
      store.save('a.yaml', text('two'), any),
      store.delete('a.yaml', any),
      store.trash(),
    ])) {
      expect(problem).toMatchObject({ status: 403, code: 'not-plain' });
    }
    expect(await readText(store, 'a.yaml')).toBe('one');
    expect(readdirSync(outside).sort()).toEqual(['secret.yaml', 'within']);
  });

  it('is not opened as a folder of scenarios', async () => {
    const folder = makeTemporaryFolder({ 'a.yaml': '' });
    await expect(openScenarioStore({ folder: join(folder, 'a.yaml') })).rejects.toThrow('is no folder');
    await expect(openScenarioStore({ folder: join(folder, 'none') })).rejects.toThrow('does not exist');
    symlinkSync(outside, join(folder, '.kept'));
    await expect(openScenarioStore({ folder })).rejects.toThrow('".kept" is a link');
    expect(readdirSync(outside).sort()).toEqual(['secret.yaml', 'within']);
  });

  it('is nothing that a problem tells the machine by', async () => {
    const { folder, store } = await openTemporaryStore({ 'a.yaml': 'one' });
    mkdirSync(join(folder, 'folder.yaml'));
    for (const name of ['none.yaml', 'folder.yaml', '../a.yaml', 'A.yaml', 'a.yaml']) {
      const problem = await problemOf(store.save(name, text('x'), has('"none"')));
      expect(JSON.stringify([problem.message, problem.facts])).not.toContain(folder);
    }
    renameSync(folder, `${folder}-moved`);
    const problem = await problemOf(store.read('a.yaml'));
    expect(problem).toMatchObject({ status: 503, code: 'busy' });
    expect(problem.message).not.toContain(folder);
    renameSync(`${folder}-moved`, folder);
  });
});

describe('any name', () => {
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('..', '.', '/', '\\', '%2e%2e', '%2f', 'a', 'A', 'é', ' ', 'x') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 2 }) },
  );
  const names = fc
    .tuple(fc.array(piece, { maxLength: 6 }), fc.constantFrom('.yaml', '.yml', '.json', ''))
    .map(([pieces, ending]) => pieces.join('') + ending);
  const content = text('{"format":"kept/1"}');

  it('that is taken can be saved, listed and read back; all others leave no trace anywhere', async () => {
    const outer = makeTemporaryFolder({ 'inner/a.yaml': 'one' });
    const store = await openScenarioStore({ folder: join(outer, 'inner') });
    const taken = new Map<string, string>();
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        if (taken.has(name)) return;
        const outcome = await store.save(name, content, absent).then(
          () => undefined,
          (problem) => problem.code as string,
        );
        if (explainName(name) !== undefined) {
          expect(outcome).toBe('name');
          expect(await problemOf(store.read(name))).toMatchObject({ status: 400, code: 'name' });
        } else if (outcome === undefined) {
          taken.set(name, foldName(name));
          expect((await store.read(name)).bytes).toEqual(content);
        } else expect(['taken', 'changed', 'not-plain']).toContain(outcome);
      }),
      runs(400),
    );
    expect(taken.size).toBeGreaterThan(10);
    const { scenarios } = await store.list();
    expect(scenarios.map(({ name }) => name)).toEqual([...taken.keys(), 'a.yaml'].sort());
    expect(new Set(taken.values()).size).toBe(taken.size);
    expect(readdirSync(outer)).toEqual(['inner']);
  });
});
