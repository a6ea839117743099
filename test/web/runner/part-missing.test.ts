import { expect, test } from 'vitest';
import { noticeMissing, partWords, plainMessage } from '../../../web/runner/part-missing.ts';

test.each([
  'Failed to fetch dynamically imported module: http://127.0.0.1:4173/assets/teach-1.js',
  'error loading dynamically imported module: http://127.0.0.1:4173/assets/teach-1.js',
  'Importing a module script failed.',
  'Unable to preload CSS for /assets/teach-1.css',
])('what browsers say of a part that did not come is told in plain words: %s', (message) => {
  expect(plainMessage(message)).toBe(partWords.notLoaded);
});

test('a thread that ends without a word, or for want of a part, is noticed; one that fails is not', () => {
  const heard: string[] = [];
  const spy = globalThis as { dispatchEvent?: unknown };
  const before = spy.dispatchEvent;
  spy.dispatchEvent = ({ type }: Event) => heard.push(type);
  try {
    expect(noticeMissing(undefined)).toBe(partWords.threadEnded);
    expect(noticeMissing(partWords.notLoaded)).toBe(partWords.notLoaded);
    expect(heard).toHaveLength(2);
    expect(noticeMissing('no finite value in month 7')).toBe('no finite value in month 7');
    expect(heard).toHaveLength(2);
  } finally {
    spy.dispatchEvent = before;
  }
});
