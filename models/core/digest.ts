import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { KeptError } from './errors.ts';

/**
 * SHA-256 in hexadecimal over the canonical JSON of a value: keys sorted, no white space, `undefined` left out.
 *
 * Errors   `invalid-argument` for what JSON cannot hold: NaN, infinities, functions, symbols
 */
export function digestOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return refuse(value);
  if (value === null || ['number', 'string', 'boolean'].includes(typeof value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object') return refuse(value);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

function refuse(value: unknown): never {
  throw new KeptError('invalid-argument', `canonical JSON cannot hold ${String(value)}`);
}
