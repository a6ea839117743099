import { isMap, isScalar, type Node, type Pair, Scalar } from 'yaml';
import { didYouMean } from '../core/did-you-mean.ts';
import { complain, complainAt, describe, innerSpot, quote, type Spot } from './spot.ts';

export interface Entry {
  readonly key: string;
  readonly keyOffset: number;
  readonly value: Spot;
}

/**
 * The entries of a map in order, each key once. Reports keys that stand twice, keys that are no text, and the traps in
 * which a comma inside `{ … }` has cut a number or a formula in two.
 */
export function readEntries(spot: Spot, expects: string): Entry[] | undefined {
  const { node, context } = spot;
  if (!isMap<Node, Node | null>(node)) {
    return complain(spot, 'wrong-type', `expects ${expects}, not ${describe(node)}`);
  }
  const entries = new Map<string, Entry>();
  let previous: Pair<Node, Node | null> | undefined;
  for (const pair of node.items) {
    if (!isCutOff(spot, previous, pair)) {
      const entry = readEntry(spot, pair);
      const first = entry && entries.get(entry.key);
      if (first) {
        const { line } = context.yaml.position(first.keyOffset);
        const message = `stands twice; the first is on line ${line}`;
        complainAt(context, entry.keyOffset, entry.value.path, 'conflict', message);
      } else if (entry) entries.set(entry.key, entry);
    }
    previous = pair;
  }
  return [...entries.values()];
}

function readEntry(spot: Spot, pair: Pair<Node, Node | null>): Entry | undefined {
  const { context } = spot;
  const key = context.yaml.resolve(pair.key);
  const keyOffset = pair.key?.range?.[0] ?? spot.offset;
  const refuse = (message: string) => complainAt(context, keyOffset, spot.path, 'wrong-type', message);
  if (!isScalar(key)) return refuse('a key is one word');
  if (key.value === '<<') return refuse('merge keys (<<) are not read; repeat the keys');
  if (typeof key.value !== 'string') return refuse(`a key is text; put ${describe(key)} in quotes`);
  if (key.value === '') return refuse('a key is empty');
  const path = spot.path === '' ? key.value : `${spot.path}.${key.value}`;
  return { key: key.value, keyOffset, value: innerSpot(spot, path, pair.value, keyOffset) };
}

/** Whether a comma inside `{ … }` made this key from the rest of the value before it. */
function isCutOff(
  spot: Spot,
  previous: Pair<Node, Node | null> | undefined,
  pair: Pair<Node, Node | null>,
): boolean {
  const before = previous?.value;
  if (pair.value !== null || !isScalar(before) || !isScalar(pair.key) || before.type !== Scalar.PLAIN)
    return false;
  const start = before.source ?? '';
  const rest = pair.key.source ?? '';
  // The reader of the value itself asks for quotes.
  if (start.startsWith('=')) return true;
  if (!/^-?[\d.]+$/.test(start) || !/^\d/.test(rest)) return false;
  const whole = /^\d{3}\b/.test(rest) ? `${start}${rest}` : `${start}.${rest}`;
  const message = `${quote(`${start},${rest}`)} is cut in two by its comma; write ${whole}`;
  const path = isScalar(previous?.key) ? `${spot.path}.${previous.key.value}` : spot.path;
  complainAt(spot.context, before.range?.[0] ?? spot.offset, path, 'quantity', message);
  return true;
}

export function complainUnknownKey(entry: Entry, known: readonly string[]): void {
  const { context, path } = entry.value;
  const names = known.filter((key) => !key.startsWith('$'));
  const remedy = didYouMean(entry.key, names) || `; known are ${names.join(', ')}`;
  complainAt(context, entry.keyOffset, path, 'unknown-key', `is no key here${remedy}`);
}
