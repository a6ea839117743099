import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { etagOf } from '../../../server/store/entity-tag.ts';
import { openScenarioStore, type ScenarioStore } from '../../../server/store/scenario-store.ts';
import { StoreProblem } from '../../../server/store/store-problem.ts';
import { withFault } from '../../support/faulty-files.ts';
import { absent, text } from '../../support/store.ts';

vi.mock('node:fs/promises', async (original) => {
  const { withFaults } = await import('../../support/faulty-files.ts');
  return withFaults(await original());
});

const any = { kind: 'present' } as const;
const name = 'lessons/a.yaml';
const padding = 'x'.repeat(1024);
const contents = ['first', 'second', 'third', 'deleted'].map((each) => `${each} ${padding}`);
const [first, second, third, deleted] = contents;

/** Every change, and what the folder shows once it is made. */
const changes: Readonly<
  Record<string, { readonly make: (store: ScenarioStore) => Promise<unknown>; readonly after: object }>
> = {
  'a save': {
    make: (store) => store.save(name, text('new'), any),
    after: { [name]: 'new', 'b.yaml': 'b' },
  },
  'a new scenario': {
    make: (store) => store.save('new/c.yaml', text('new'), absent),
    after: { [name]: third, 'b.yaml': 'b', 'new/c.yaml': 'new' },
  },
  'a copy': {
    make: (store) => store.copy(name, 'c.yaml'),
    after: { [name]: third, 'b.yaml': 'b', 'c.yaml': third },
  },
  'a rename': {
    make: (store) => store.rename(name, 'new/c.yaml', any),
    after: { 'b.yaml': 'b', 'new/c.yaml': third },
  },
  'a rename to where versions were left': {
    make: (store) => store.rename(name, 'gone.yaml', any),
    after: { 'b.yaml': 'b', 'gone.yaml': third },
  },
  'a deletion': { make: (store) => store.delete(name, any), after: { 'b.yaml': 'b' } },
  'a return to a version': {
    make: (store) => store.restoreVersion(name, 1, any),
    after: { [name]: first, 'b.yaml': 'b' },
  },
  'a return from the trash': {
    make: (store) => store.restoreDeleted('00000001'),
    after: { [name]: third, 'b.yaml': 'b', 'd.yaml': deleted },
  },
};

const before = { [name]: third, 'b.yaml': 'b' };

/** In memory where the system offers that: what is tested is the order of calls, not how long a disk takes. */
const base = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const template = mkdtempSync(join(base, 'kept-test-'));

afterAll(() => rmSync(template, { recursive: true }));

/** A scenario with two versions, one beside it, one in the trash with a version, and versions without a scenario. */
beforeAll(async () => {
  const store = await openScenarioStore({ folder: template });
  await store.save(name, text(first), absent);
  await store.save(name, text(second), any);
  await store.save(name, text(third), any);
  await store.save('b.yaml', text('b'), absent);
  await store.save('d.yaml', text('deleted before'), absent);
  await store.save('d.yaml', text(deleted), any);
  await store.delete('d.yaml', any);
  await store.save('gone.yaml', text('left 1'), absent);
  await store.save('gone.yaml', text('left 2'), any);
  await store.close();
  rmSync(join(template, 'gone.yaml'));
});

async function prepare(): Promise<{ folder: string; store: ScenarioStore }> {
  const folder = mkdtempSync(join(base, 'kept-test-'));
  cpSync(template, folder, { recursive: true });
  return { folder, store: await openScenarioStore({ folder }) };
}

const held = [...contents, 'b', 'deleted before', 'left 1'];

interface Inventory {
  /** What a person sees in the folder. */
  readonly shown: Readonly<Record<string, string>>;
  /** Every content under a name that lasts. */
  readonly all: ReadonlySet<string>;
  readonly temporaries: readonly string[];
}

function takeInventory(folder: string): Inventory {
  const shown: Record<string, string> = {};
  const all = new Set<string>();
  const temporaries: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/');
    if (entry.name.startsWith('.kept-tmp-') || path.startsWith('.kept/tmp/')) temporaries.push(path);
    if (!entry.isFile() || temporaries.includes(path)) continue;
    const content = readFileSync(join(folder, path), 'utf8');
    const [digest] = /[0-9a-f]{64}$/.exec(entry.name) ?? [];
    if (path.startsWith('.kept/history') && digest) expect(etagOf(text(content))).toBe(`"${digest}"`);
    if (!path.startsWith('.kept/')) shown[path] = content;
    all.add(content);
  }
  return { shown, all, temporaries };
}

/** Does the work with the fault at its first call, its second and so on, until it is done before the fault. */
async function atEachCall(
  fault: { readonly code: string; readonly lasting: boolean },
  make: (store: ScenarioStore) => Promise<unknown>,
  check: (folder: string, store: ScenarioStore, outcome: PromiseSettledResult<unknown>) => Promise<void>,
): Promise<number> {
  for (let at = 1; ; at++) {
    const { folder, store } = await prepare();
    const { outcome, happened } = await withFault({ ...fault, at }, () => make(store));
    try {
      if (!happened) {
        expect(outcome.status).toBe('fulfilled');
        return at - 1;
      }
      await check(folder, store, outcome);
    } finally {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

describe.each(Object.entries(changes))('%s', (_, { make, after }) => {
  it('that meets a full disk at any moment is made or not made, and says which', async () => {
    const calls = await atEachCall(
      { code: 'ENOSPC', lasting: false },
      make,
      async (folder, store, outcome) => {
        const { shown, all, temporaries } = takeInventory(folder);
        expect(held.filter((content) => !all.has(content))).toEqual([]);
        if (outcome.status === 'fulfilled') expect(shown).toEqual(after);
        else {
          expect(outcome.reason).toBeInstanceOf(StoreProblem);
          const { code, status, message } = outcome.reason as StoreProblem;
          expect(message).not.toContain('/some/where');
          if (code !== 'unconfirmed') {
            expect([status, code]).toEqual([507, 'full']);
            expect(shown).toEqual(before);
            expect(temporaries.filter((path) => !path.startsWith('.kept/tmp/'))).toEqual([]);
          } else expect({ ...before, ...after, ...shown }).toEqual({ ...before, ...after });
        }
        // There is room again.
        await store.save('b.yaml', text('goes on'), any);
      },
    );
    expect(calls).toBeGreaterThan(10);
  });

  it('that is cut off at any moment loses nothing, and the next start goes on from there', async () => {
    await atEachCall({ code: 'EIO', lasting: true }, make, async (folder, dead) => {
      rmSync(join(folder, '.kept/lock'));
      const store = await openScenarioStore({ folder });
      const { shown, all, temporaries } = takeInventory(folder);
      expect(temporaries).toEqual([]);
      expect(held.filter((content) => !all.has(content))).toEqual([]);
      expect(Object.entries(shown).filter(([path, content]) => !isKnown(path, content, after))).toEqual([]);
      for (const path of Object.keys(shown)) {
        const olderFirst = await readVersions(store, path);
        expect(olderFirst, path).toEqual(inOrder([...olderFirst, shown[path]]).slice(0, -1));
        await store.save(path, text('goes on'), any);
        expect((await readVersions(store, path)).at(-1)).toBe(shown[path]);
      }
      await store.close();
      await dead.close();
    });
  });
});

/** A file is as it was, or as it was to be. */
function isKnown(path: string, content: string, after: object): boolean {
  return [before, after].some((state) => (state as Record<string, string>)[path] === content);
}

async function readVersions(store: ScenarioStore, path: string): Promise<string[]> {
  const { versions } = await store.history(path);
  const read = versions.map(async ({ version }) => (await store.readVersion(path, version)).bytes.toString());
  return (await Promise.all(read)).reverse();
}

/** In the order in which they were saved, the last aside, which may be an old one that is there again. */
function inOrder(saved: readonly string[]): string[] {
  const order = ['left 1', 'deleted before', ...contents, 'b', 'new'];
  const last = saved.slice(-1);
  return [...saved.slice(0, -1).sort((a, b) => order.indexOf(a) - order.indexOf(b)), ...last];
}
