import { expect, test } from 'vitest';
import { countChanges, diffLines, foldDiff } from '../../../web/analyse/line-diff.ts';

const shape = (before: string, after: string) =>
  diffLines(before, after).map(({ kind, text }) => `${{ same: ' ', gone: '-', new: '+' }[kind]}${text}`);

test('a difference keeps what is in both, in order', () => {
  expect(shape('a\nb\nc', 'a\nx\nc')).toEqual([' a', '-b', '+x', ' c']);
  expect(shape('a\nb\nc\nd', 'b\nc\ne\nd')).toEqual(['-a', ' b', ' c', '+e', ' d']);
  expect(shape('', 'a')).toEqual(['-', '+a']);
  expect(shape('same', 'same')).toEqual([' same']);
});

test('lines carry their numbers in both texts', () => {
  const lines = diffLines('a\nb\nc\nd', 'b\nc\ne\nd');
  expect(lines.map(({ before, after }) => [before, after])).toEqual([
    [1, null],
    [2, 1],
    [3, 2],
    [null, 3],
    [4, 4],
  ]);
  expect(countChanges(lines)).toBe(1);
});

test('either text can be read back from the difference', () => {
  const texts = ['', 'a', 'a\nb', 'b\na', 'a\nb\na\nc', 'c\na\nb\nb\na', 'x\ny'];
  for (const before of texts)
    for (const after of texts) {
      const lines = diffLines(before, after);
      const read = (left: string) => lines.filter(({ kind }) => kind !== left).map(({ text }) => text);
      expect(read('new').join('\n')).toBe(before);
      expect(read('gone').join('\n')).toBe(after);
    }
});

test('lines far from a change are folded into one gap', () => {
  const before = Array.from({ length: 20 }, (_, at) => `${at}`).join('\n');
  const folded = foldDiff(diffLines(before, before.replace('\n10\n', '\nten\n')), 2);
  expect(folded.map((line) => line?.text ?? '…')).toEqual(['…', '8', '9', '10', 'ten', '11', '12', '…']);
});
