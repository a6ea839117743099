import { expect, test } from 'vitest';
import { keepDraft, readDraft } from '../../../web/analyse/draft.ts';

function createShelf() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const draft = { key: '3 club.yaml', text: 'title: Clubb\nmonhts: 3\n', base: 'title: Club\n' };

test('a draft is found by the text it was written from, though the key is another after a reload', () => {
  const shelf = createShelf();
  keepDraft([shelf], draft);
  expect(readDraft([shelf], '1 club.yaml', draft.base)).toEqual(draft);
  expect(readDraft([shelf], '1 club.yaml', 'title: Bank\n')).toBeNull();
  // The file has changed since: found all the same, and the reader is told.
  expect(readDraft([shelf], draft.key, 'title: Bank\n')).toEqual(draft);
  keepDraft([shelf], null);
  expect(readDraft([shelf], draft.key, draft.base)).toBeNull();
});

test('that of the tab goes before that of all tabs', () => {
  const [tab, all] = [createShelf(), createShelf()];
  keepDraft([tab, all], draft);
  keepDraft([all], { ...draft, text: 'of another tab' });
  expect(readDraft([tab, all], draft.key, draft.base)?.text).toBe(draft.text);
  expect(readDraft([createShelf(), all], draft.key, draft.base)?.text).toBe('of another tab');
});

test.each(['{', 'null', '{"key":"a"}'])('nothing is made of %j', (damaged) => {
  const shelf = createShelf();
  shelf.setItem('kept/draft/1', damaged);
  expect(readDraft([shelf], 'a', '')).toBeNull();
});
