import { afterEach, expect, test, vi } from 'vitest';
import { keepPlayhead, readPlayhead } from '../../../web/teach/playhead.ts';

afterEach(() => vi.unstubAllGlobals());

const storage = (setItem?: () => void) => {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: setItem ?? ((key: string, value: string) => held.set(key, value)),
  } as unknown as Storage;
};

test('the month and the speed are kept for each scenario by itself', () => {
  const kept = storage();
  keepPlayhead('a', { month: 12, speed: 4 }, kept);
  keepPlayhead('a', { month: 13, speed: 0.5 }, kept);
  expect(readPlayhead('a', kept)).toEqual({ month: 13, speed: 0.5 });
  expect(readPlayhead('b', kept)).toBeNull();
});

test.each([
  '',
  'no JSON',
  'null',
  '{"month":-1,"speed":1}',
  '{"month":2.5,"speed":1}',
  '{"month":2,"speed":3}',
])('what no clock shows (%s) is nothing', (text) => {
  const kept = storage();
  kept.setItem('kept/playhead/a', text);
  expect(readPlayhead('a', kept)).toBeNull();
});

test('a browser that refuses to keep it, or has no place at all, goes on', () => {
  const full = storage(() => {
    throw new Error('full');
  });
  keepPlayhead('a', { month: 1, speed: 1 }, full);
  expect(readPlayhead('a', full)).toBeNull();
  vi.stubGlobal('sessionStorage', undefined);
  keepPlayhead('a', { month: 1, speed: 1 });
  expect(readPlayhead('a')).toBeNull();
});
