import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestFiles } from '../../../scripts/setup/build.mjs';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kept-build-'));
  mkdirSync(join(root, 'web', 'views'), { recursive: true });
  writeFileSync(join(root, 'web', 'views', 'decide.ts'), 'export {};');
  writeFileSync(join(root, 'package.json'), '{}');
});

afterEach(() => rmSync(root, { recursive: true }));

const digest = () => digestFiles(root, ['web', 'package.json', 'absent']);

describe('digestFiles', () => {
  it('stays the same when a file is only touched, or a hidden one appears', () => {
    const before = digest();
    utimesSync(join(root, 'package.json'), 0, 0);
    writeFileSync(join(root, 'web', '.swap'), 'x');
    expect(digest()).toBe(before);
  });

  it.each([
    ['changes', () => writeFileSync(join(root, 'package.json'), '{ }')],
    ['appears', () => writeFileSync(join(root, 'web', 'new.ts'), '')],
    ['goes', () => rmSync(join(root, 'web', 'views', 'decide.ts'))],
    [
      'moves',
      () => {
        rmSync(join(root, 'web', 'views', 'decide.ts'));
        writeFileSync(join(root, 'web', 'decide.ts'), 'export {};');
      },
    ],
  ])('changes when a file %s', (_what, change) => {
    const before = digest();
    change();
    expect(digest()).not.toBe(before);
  });

  it('does not mistake bytes of one file for those of the next', () => {
    writeFileSync(join(root, 'web', 'a.ts'), 'one');
    writeFileSync(join(root, 'web', 'b.ts'), 'two');
    const before = digest();
    writeFileSync(join(root, 'web', 'a.ts'), 'onetwo');
    writeFileSync(join(root, 'web', 'b.ts'), '');
    expect(digest()).not.toBe(before);
  });
});
