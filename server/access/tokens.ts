import { createHash, timingSafeEqual } from 'node:crypto';

export type Role = 'read-only' | 'read-write';

/** A token that lets in; the token itself is not kept. */
export interface Token {
  readonly role: Role;
  /** What the log calls it. */
  readonly name: string;
  readonly digest: Buffer;
}

/** What a line of the token file looks like. */
export const tokenLine = 'read-only TOKEN or read-write TOKEN, then a name if you like';

/** A command that makes a token file only its owner can read. */
export const makeToken = `(umask 077; node -p "'read-write ' + require('crypto').randomBytes(32).toString('base64url')" > kept.tokens)`;

/**
 * Tokens of a file: one a line, `read-only TOKEN` or `read-write TOKEN`, a name after it for the log; `#` begins a comment.
 * A token has 24 to 512 characters of `A-Z a-z 0-9 . _ ~ + / = -`.
 *
 * Returns what is wrong, line by line, in place of the tokens; no problem quotes a token.
 */
export function parseTokens(text: string): {
  readonly tokens: readonly Token[];
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  const tokens: Token[] = [];
  for (const [k, line] of text.split(/\r?\n/).entries()) {
    const words = line
      .replace(/(^|\s)#.*$/, '')
      .trim()
      .split(/\s+/);
    if (words[0] === '') continue;
    const [role, secret = '', name = `line ${k + 1}`, ...rest] = words;
    const problem = problemOf(role, secret, name, rest);
    const digest = digestOf(secret);
    if (problem !== undefined) problems.push(`line ${k + 1}: ${problem}`);
    else if (tokens.some((token) => token.digest.equals(digest)))
      problems.push(`line ${k + 1}: the token stands there twice`);
    else tokens.push({ role: role as Role, name, digest });
  }
  if (tokens.length + problems.length === 0) problems.push('it holds no token');
  return { tokens: problems.length > 0 ? [] : tokens, problems };
}

function problemOf(
  role: string | undefined,
  secret: string,
  name: string,
  rest: readonly string[],
): string | undefined {
  if (role !== 'read-only' && role !== 'read-write') return 'must begin with read-only or read-write';
  if (!/^[A-Za-z0-9._~+/=-]*$/.test(secret)) return 'a token has letters, digits and . _ ~ + / = - only';
  if (secret.length < 24 || secret.length > 512)
    return `a token has 24 to 512 characters, and this one ${secret.length}`;
  if (rest.length > 0 || !/^(line \d+|[\w.@-]{1,64})$/.test(name))
    return 'a name is one word of at most 64 letters, digits and . _ @ -';
  return undefined;
}

/** The entry of a token. Digests are compared, and all of them, so that the time taken tells nothing. */
export function findToken(tokens: readonly Token[], presented: string): Token | undefined {
  const digest = digestOf(presented);
  let found: Token | undefined;
  for (const token of tokens) if (timingSafeEqual(token.digest, digest)) found = token;
  return found;
}

function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
