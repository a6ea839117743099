import { describe, expect, test } from 'vitest';
import {
  keepWork,
  keptOf,
  leversThatFit,
  readKept,
  reopen,
  rescueFrom,
  type Shelf,
} from '../../../web/state/autosave.ts';
import { openChoice } from '../../../web/state/choice.ts';
import { openText, unopened } from '../../../web/state/documents.ts';
import type { Levers } from '../../../web/state/levers.ts';
import { reviseChoice } from '../../../web/state/revise.ts';
import { firstTeaching, teachingThatFits, withPoint } from '../../../web/state/teaching.ts';
import { smallScenario } from '../../support/small-scenario.ts';

/** A shelf with room for so many signs. */
function createShelf(room = Number.POSITIVE_INFINITY): Shelf {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, value) {
      const others = [...kept].filter(([each]) => each !== key).map(([, text]) => text.length);
      if (others.reduce((sum, length) => sum + length, value.length) > room) throw new Error('full');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

const open = async () => {
  const opening = await openText('club.yaml', smallScenario);
  if (!opening.ok) throw new Error('the small scenario is valid');
  return openChoice(opening.document);
};

const workOf = async (more: Parameters<typeof keptOf>[2]) => keptOf(await open(), smallScenario, more);

describe('what is kept in the browser', () => {
  test('is the text, the plan and the levers', async () => {
    const shelf = createShelf();
    const stored = { name: 'club.yaml', etag: '"1"', title: 'Club fee' };
    const work = await workOf({ offer: 'server club.yaml', stored, at: 7 });
    expect(keepWork(shelf, 'a', work)).toBe(true);
    expect(readKept(shelf, 'a', false)).toEqual({
      ...{ offer: 'server club.yaml', stored, at: 7, group: 'own', file: 'club.yaml' },
      ...{ text: smallScenario, planIndex: 0, levers: {} },
    });
  });

  test('is what a trainer has set as well', async () => {
    const shelf = createShelf();
    const choice = await open();
    const { scenario } = choice.document;
    const teaching = withPoint(firstTeaching(scenario), { promise: 8.2, delivery: 6.1 });
    keepWork(shelf, 'a', keptOf({ ...choice, teaching }, smallScenario, { offer: 'club.yaml', at: 7 }));
    expect(teachingThatFits(readKept(shelf, 'a', false)?.teaching, scenario)).toEqual(teaching);
  });

  test('is nothing where the browser refuses, and says so', async () => {
    expect(keepWork(createShelf(100), 'a', await workOf({ offer: 'club.yaml', at: 7 }))).toBe(false);
  });

  test('makes what rested longest give way where there is no room, and nothing before that', async () => {
    const [older, newer] = [await workOf({ offer: 'a', at: 1 }), await workOf({ offer: 'b', at: 2 })];
    const shelf = createShelf(JSON.stringify(older).length * 2 + 10);
    keepWork(shelf, 'a', older);
    keepWork(shelf, 'b', newer);
    expect(keepWork(shelf, 'c', await workOf({ offer: 'c', at: 3 }))).toBe(true);
    expect([readKept(shelf, 'b', false)?.offer, readKept(shelf, 'c', false)?.offer]).toEqual(['b', 'c']);
    expect(shelf.getItem('kept/1/a')).toBeNull();
  });

  test('is nothing once all of it was undone, though another tab has something', async () => {
    const shelf = createShelf();
    keepWork(shelf, 'a', await workOf({ offer: 'a', at: 1 }));
    keepWork(shelf, 'b', await workOf({ offer: 'b', at: 2 }));
    keepWork(shelf, 'a', null);
    expect(readKept(shelf, 'a', false)).toBeNull();
    expect(readKept(shelf, 'b', false)?.offer).toBe('b');
  });

  test.each(['', '{', '[]', 'null', '{"text":5}', '{"text":"a"}', '{"text":"a","file":"b","levers":[]}'])(
    'is not read from %j',
    (damaged) => {
      const shelf = createShelf();
      shelf.setItem('kept/1/a', damaged);
      expect(readKept(shelf, 'a', false)).toBeNull();
      expect(readKept(shelf, 'b', true)).toBeNull();
    },
  );

  test('is kept for each tab, and a new tab begins with what was done last', async () => {
    const shelf = createShelf();
    shelf.setItem('another page', 'stays');
    const tabs = Array.from({ length: 21 }, (_, index) => `tab ${index}`);
    for (const [at, tab] of tabs.entries()) keepWork(shelf, tab, await workOf({ offer: tab, at }));
    expect(readKept(shelf, 'tab 3', false)?.offer).toBe('tab 3');
    expect(readKept(shelf, 'new', true)?.offer).toBe('tab 20');
    expect(readKept(shelf, 'new', false)).toBeNull();
    expect(shelf.getItem('kept/1/tab 0')).toBeNull();
    expect(shelf.length).toBe(1 + 20);
  });

  test('takes nothing from other tabs where it has no room even so', async () => {
    const work = await workOf({ offer: 'a', at: 1 });
    const shelf = createShelf(JSON.stringify(work).length * 2 + 10);
    keepWork(shelf, 'a', work);
    keepWork(shelf, 'b', { ...work, at: 2 });
    expect(keepWork(shelf, 'c', { ...work, at: 3, text: smallScenario.repeat(9) })).toBe(false);
    expect(['a', 'b', 'c'].map((tab) => readKept(shelf, tab, false)?.at)).toEqual([1, 2, undefined]);
  });
});

describe('what was kept', () => {
  test('is opened with its plan and settings, under its key while that is offered', async () => {
    const work = await workOf({ offer: 'shipped club.yaml', at: 1 });
    const reopened = await reopen(work, true);
    expect(reopened).toMatchObject({ ok: true, planIndex: 0, document: { key: 'shipped club.yaml' } });
    expect(await (reopened.ok && reopened.document.text())).toBe(smallScenario);
    const own = await reopen(work, false);
    expect(own.ok && own.document.key).not.toBe('shipped club.yaml');
  });

  test('is opened without a plan and levers that are not there any more', async () => {
    const work = { ...(await workOf({ offer: 'a', at: 1 })), planIndex: 7, levers: { 7: {} } } as never;
    expect(await reopen(work, false)).toMatchObject({
      ok: true,
      planIndex: undefined,
      settings: { levers: {} },
    });
  });

  test('is handed over where it is no scenario any more', async () => {
    const work = { ...(await workOf({ offer: 'a', at: 1 })), text: 'format: kept/1\n' };
    const reopened = await reopen(work, false);
    expect(reopened).toMatchObject({ ok: false, trouble: { rescue: { text: 'format: kept/1\n' } } });
  });
});

test.each([{ at: 'noon' }, { at: 1e300 }, { group: 'mine' }, { planIndex: '0' }, { offer: 5 }])(
  'work with %j is none',
  async (broken) => {
    const shelf = createShelf();
    shelf.setItem('kept/1/a', JSON.stringify({ ...(await workOf({ offer: 'a', at: 1 })), ...broken }));
    expect(readKept(shelf, 'a', false)).toBeNull();
  },
);

test('a text that could not even be read is handed over with the reason', async () => {
  const trouble = unopened('club.yaml', new Error('a part of the page did not load')).trouble;
  expect(rescueFrom(trouble, await workOf({ offer: 'a', at: 1 }))).toMatchObject({
    advice: 'a part of the page did not load',
    rescue: { file: 'club.yaml', text: smallScenario },
  });
});

test('a document whose text was changed is known again by how it was opened', async () => {
  const choice = await open();
  const revision = await reviseChoice(choice, [{ path: ['title'], value: 'Another club' }]);
  if (!revision.ok) throw new Error(revision.trouble.title);
  const opened = { key: 'club', text: smallScenario };
  const kept = keptOf({ ...choice, document: revision.document }, await revision.document.text(), {
    ...{ offer: 'club', opened, at: 1 },
  });
  const back = await reopen(kept, false);
  if (!back.ok) throw new Error(back.trouble.title);
  expect(back.document.scenario.title).toBe('Another club');
  expect(back.document.opened).toMatchObject({ key: 'club', scenario: { title: 'Club fee' } });
  expect(await back.document.opened?.text()).toBe(smallScenario);
  const damaged = { ...kept, opened: { ...opened, text: 'no scenario' } };
  expect(await reopen(damaged, false)).toMatchObject({ ok: true });
});

describe('levers that were kept', () => {
  const timing = { written: 12.5, at: 4, noticeMonths: 2, phases: 1, everyMonths: 6 };
  const levers: Levers = { ...timing, segments: ['Members'], reason: 'cost' };

  test('are taken as they were', async () => {
    const { scenario } = (await open()).document;
    expect(leversThatFit({ 0: levers }, scenario)).toEqual({ 0: levers });
    expect(leversThatFit({ 0: { ...levers, noticeMonths: null } }, scenario)).toHaveProperty('0');
  });

  test.each<[string, object]>([
    ['of no number', { written: '12' }],
    ['of no month', { at: 4.5 }],
    ['for nobody', { segments: [] }],
    ['for segments that are not there', { segments: ['Strangers'] }],
    ['for a reason that is none', { reason: 'whim' }],
    ['for a reason of every object', { reason: 'toString' }],
    ['without steps', { phases: undefined }],
  ])('%s are left', async (_, broken) => {
    const { scenario } = (await open()).document;
    const damaged = { ...levers, ...broken } as unknown as Levers;
    expect(leversThatFit({ 0: damaged }, scenario)).toEqual({});
  });

  test('of a plan that is not there, or that are none at all, are left', async () => {
    const { scenario } = (await open()).document;
    expect(leversThatFit({ 3: levers }, scenario)).toEqual({});
    expect(leversThatFit({ '-1': levers, '0.5': levers }, scenario)).toEqual({});
    expect(leversThatFit({ 0: null } as never, scenario)).toEqual({});
  });
});

describe('a revision', () => {
  const edit = { path: ['world', 'segments', 0, 'price'], value: 44 };

  test('writes into the text, keeps comments, and stays the same document', async () => {
    const choice = await open();
    const revision = await reviseChoice(choice, [edit]);
    if (!revision.ok) throw new Error(revision.trouble.title);
    const { key, file, group, scenario, opened } = revision.document;
    expect(opened).toBe(choice.document);
    expect({ key, file, group }).toEqual({ key: choice.document.key, file: 'club.yaml', group: 'own' });
    expect(scenario.world.segments[0].price.mean.belief).toEqual({ kind: 'fixed', value: 44 });
    expect(await revision.document.text()).toBe(smallScenario.replace('price: 40', 'price: 44'));
  });

  test('that leaves no scenario comes back in words', async () => {
    const revision = await reviseChoice(await open(), [{ ...edit, value: 'dear' }]);
    expect(revision.ok).toBe(false);
    if (!revision.ok) expect(revision.trouble.problems[0].path).toContain('price');
  });
});
