import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findToken, makeToken, parseTokens } from '../../../server/access/tokens.ts';

const one = 'a'.repeat(24);
const other = 'B0._~+/=-'.repeat(3);

describe('a token file', () => {
  it('has a role and a token a line, a name after it, and comments', () => {
    const text = `# who may\nread-only ${one}\r\n\n  read-write ${other}\tanna@finance # since May\n`;
    const { tokens, problems } = parseTokens(text);
    expect(problems).toEqual([]);
    expect(tokens.map(({ role, name }) => [role, name])).toEqual([
      ['read-only', 'line 2'],
      ['read-write', 'anna@finance'],
    ]);
  });

  it('does not keep the tokens', () => {
    expect(JSON.stringify(parseTokens(`read-only ${one}`).tokens)).not.toContain(one);
  });

  it.each([
    ['', 'it holds no token'],
    ['# nobody\n', 'it holds no token'],
    [one, 'line 1: must begin with read-only or read-write'],
    [`admin ${one}`, 'line 1: must begin with read-only or read-write'],
    ['read-only', 'line 1: a token has 24 to 512 characters, and this one 0'],
    [`\nread-only ${'a'.repeat(23)}`, 'line 2: a token has 24 to 512 characters, and this one 23'],
    [`read-only ${'a'.repeat(513)}`, 'line 1: a token has 24 to 512 characters, and this one 513'],
    [`read-only ${one}é`, 'line 1: a token has letters, digits and . _ ~ + / = - only'],
    [`read-only ${one} anna schmidt`, 'line 1: a name is one word of at most 64 letters, digits and . _ @ -'],
    [`read-only ${one}\nread-write ${one}`, 'line 2: the token stands there twice'],
  ])('says what is wrong with %j, without the token', (text, problem) => {
    const { tokens, problems } = parseTokens(text);
    expect(problems).toEqual([problem]);
    expect(tokens).toEqual([]);
  });

  it('finds a token, and none that is near it', () => {
    const { tokens } = parseTokens(`read-only ${one} a\nread-write ${other} b`);
    expect(findToken(tokens, one)?.name).toBe('a');
    expect(findToken(tokens, other)?.name).toBe('b');
    for (const wrong of ['', one.slice(1), `${one}a`, one.toUpperCase(), `${other} `])
      expect(findToken(tokens, wrong)).toBeUndefined();
  });

  it.skipIf(!existsSync('/bin/sh'))('is made by the command that is shown, for its owner alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kept-tokens-'));
    execFileSync('/bin/sh', ['-c', makeToken], { cwd: folder });
    const file = join(folder, 'kept.tokens');
    expect(parseTokens(readFileSync(file, 'utf8'))).toMatchObject({
      tokens: [{ role: 'read-write' }],
      problems: [],
    });
    expect(statSync(file).mode & 0o077).toBe(0);
    rmSync(folder, { recursive: true });
  });
});
