import { describe, expect, it } from 'vitest';
import { isMap, isScalar } from 'yaml';
import { readYaml, yamlLimits } from '../../../models/scenario/yaml-text.ts';

const mebibyte = 1024 * 1024;
const problemsOf = (text: string) => {
  const read = readYaml(text, 'a.yaml');
  return read.ok ? [] : read.problems;
};

describe('hostile text', () => {
  // The position tells how far the text was read: the work ends there, whatever follows.
  it.each([
    ['a mebibyte of brackets', '['.repeat(mebibyte), 'nest too deeply', 1, 41],
    ['closed brackets', '['.repeat(5e5) + ']'.repeat(5e5), 'nest too deeply', 1, 41],
    ['braces', '{'.repeat(mebibyte), 'nest too deeply', 1, 41],
    ['dashes', '- '.repeat(mebibyte / 2), 'nest too deeply', 1, 80],
    ['question marks', '? '.repeat(mebibyte / 2), 'nest too deeply', 1, 80],
    ['keys in keys', 'a: '.repeat(mebibyte / 4), 'nest too deeply', 1, 119],
    [
      'ever deeper lines',
      Array.from({ length: 1400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      'nest too deeply',
      40,
      41,
    ],
    ['commas', `[${','.repeat(mebibyte - 2)}]`, 'too many signs without values', 1, 1002],
    ['anchors', '&a '.repeat(mebibyte / 4), 'too many anchors', 1, 3001],
    ['aliases', `a: &a 1\nb: [${'*a,'.repeat(mebibyte / 4)}]`, 'too many anchors', 2, 3002],
    ['tags', '!!str '.repeat(mebibyte / 8), 'tags are not used', 1, 1],
    ['directives', '%\n'.repeat(mebibyte / 2), 'cannot start with %', 1, 1],
    ['numbers without end', `[${'1,'.repeat(mebibyte / 2 - 2)}]`, 'too many words and signs', 1, 200_000],
    ['lines without end', '\n'.repeat(mebibyte), 'too many words and signs', yamlLimits.tokens + 1, 1],
    ['documents', '---\n'.repeat(mebibyte / 4), 'too many words and signs', 150_000, 4],
  ])('of %s is refused where its limit is passed', (_what, text, message, line, column) => {
    expect(text.length).toBeLessThanOrEqual(mebibyte);
    expect(problemsOf(text)).toEqual([
      expect.objectContaining({ message: expect.stringContaining(message), line, column }),
    ]);
  });

  it('larger than a mebibyte is not read at all', () => {
    expect(problemsOf(`${' '.repeat(mebibyte)}[`)).toEqual([
      expect.objectContaining({
        code: 'limit',
        message: 'is larger than 1024 KiB; keep data in files of their own',
      }),
    ]);
  });

  it('that doubles itself with every alias is never spread out', () => {
    const bomb = ['a0: &a0 lol'];
    for (let i = 1; i < 30; i++) bomb.push(`a${i}: &a${i} [*a${i - 1}, *a${i - 1}]`);
    expect(problemsOf(bomb.join('\n'))).toEqual([]);
  });

  it('with syntax errors everywhere names the first ten', () => {
    expect(problemsOf('a: @\n'.repeat(100))).toHaveLength(yamlLimits.syntaxProblems);
  });
});

describe('a text', () => {
  it('is read with the position of every node', () => {
    const read = readYaml('# a comment\na:\n  b: 5 %\n', 'a.yaml');
    const root = read.ok ? read.yaml.root : null;
    const inner = isMap(root) ? root.get('a', true) : null;
    const value = isMap(inner) ? inner.get('b', true) : null;
    expect(isScalar(value) && value.source).toBe('5 %');
    const offset = isScalar(value) ? value.range?.[0] : undefined;
    expect(read.ok && read.yaml.position(offset ?? 0)).toEqual({ line: 3, column: 6 });
  });

  it('may hold any signs inside quotes and blocks of text', () => {
    const text = `a: "${'[{%&*!'.repeat(100)}"\nb: |\n  %YAML [[[[ !!tag &x *y\n  - - - -\n`;
    expect(problemsOf(text)).toEqual([]);
  });

  it('resolves an alias to the last anchor of its name before it', () => {
    const read = readYaml('a: &x 1\nb: *x\nc: &x 2\nd: *x\n', 'a.yaml');
    if (!read.ok || !isMap(read.yaml.root)) throw new Error('not read');
    const values = read.yaml.root.items.map(({ value }) => read.yaml.resolve(value as null));
    expect(values.map((node) => isScalar(node) && node.value)).toEqual([1, 1, 2, 2]);
  });

  it.each([
    ['a: *later\nb: &later 1\n', 1, 4, '*later names no anchor that stands before it'],
    ['a:\n\tb: 1\n', 2, 1, 'a tab indents this line; YAML wants spaces'],
    ['a: 1\n---\nb: 2\n', 2, 1, 'starts a second document; a file holds one scenario'],
    ['a: = 1 ? 2 : 3\n', 1, 4, 'a formula stands in quotes: "= …"'],
    ['a: { b: = 1 ? 2 : 3 : 4 }\n', 1, 9, 'a formula stands in quotes: "= …"'],
  ])('%j is refused with its place', (text, line, column, message) => {
    expect(problemsOf(text)).toContainEqual(expect.objectContaining({ line, column, message }));
  });
});
