import { describe, expect, test } from 'vitest';
import { afterPadKey, readLevel, toLevel } from '../../../web/teach/pad-steps.ts';
import { gapWords } from '../../../web/teach/text.ts';

describe('keys on the pad', () => {
  const at = { promise: 8.2, delivery: 6.1 };
  test.each([
    ['ArrowRight', false, { promise: 8.3, delivery: 6.1 }],
    ['ArrowLeft', true, { promise: 7.2, delivery: 6.1 }],
    ['ArrowUp', false, { promise: 8.2, delivery: 6.2 }],
    ['ArrowDown', true, { promise: 8.2, delivery: 5.1 }],
    ['PageUp', false, { promise: 8.2, delivery: 7.1 }],
    ['Home', false, { promise: 0, delivery: 6.1 }],
    ['End', false, { promise: 10, delivery: 6.1 }],
  ])('%s (shift %s) moves', (key, shift, expected) => {
    expect(afterPadKey(at, key, shift)).toEqual(expected);
  });

  test('go no further than the scale, and others mean nothing', () => {
    expect(afterPadKey({ promise: 9.5, delivery: 0 }, 'ArrowRight', true)).toEqual({
      promise: 10,
      delivery: 0,
    });
    expect(afterPadKey({ promise: 9.5, delivery: 0.3 }, 'ArrowDown', true)).toEqual({
      promise: 9.5,
      delivery: 0,
    });
    expect(afterPadKey(at, 'x', false)).toBeNull();
  });
});

describe('levels', () => {
  test('are tenths within the scale', () => {
    expect([toLevel(7.249), toLevel(-3), toLevel(12), toLevel(0.1 + 0.2)]).toEqual([7.2, 0, 10, 0.3]);
  });

  test.each([
    ['8.25', 8.3],
    ['8,2', 8.2],
    ['10', 10],
    ['11', null],
    ['a lot', null],
    ['', null],
  ])('%s reads as %s', (typed, expected) => {
    expect(readLevel(typed)).toBe(expected);
  });
});

describe('the gap', () => {
  test('is said in words', () => {
    expect(gapWords(8.2, 6.1)).toBe('missed by 2.1');
    expect(gapWords(6, 8)).toBe('exceeded by 2.0');
    expect(gapWords(7, 7.04)).toBe('promise kept');
  });
});
