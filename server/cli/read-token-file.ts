import { readFileSync, statSync } from 'node:fs';
import process from 'node:process';
import { makeToken, parseTokens, type Token, tokenLine } from '../access/tokens.ts';
import { UsageError } from './command.ts';

const largest = 1024 * 1024;

/**
 * Reads the tokens of a file. Throws UsageError when it cannot be read, when others than its owner may read it, or when a
 * line is not as it should be; what it says quotes no token.
 */
export function readTokenFile(file: string): readonly Token[] {
  const { tokens, problems } = parseTokens(readPrivately(file));
  if (problems.length === 0) return tokens;
  throw new UsageError(`${file}: ${problems.join(`\nkept: ${file}: `)}`, `Each line is ${tokenLine}.`);
}

function readPrivately(file: string): string {
  try {
    const { mode, size } = statSync(file);
    if (size > largest) throw new UsageError(`${file} is too large to be a token file`);
    // Windows says nothing of who may read in these bits.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      throw new UsageError(
        `others than you may read ${file}, and so they have the tokens`,
        `chmod 600 ${file}`,
      );
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const what = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new UsageError(`${file}: ${what}`, `This makes one: ${makeToken}`);
  }
}
