import { type Document, isCollection, isMap, isNode, isScalar, isSeq, type Pair } from 'yaml';

type Path = readonly (string | number)[];
type Inline = (value: unknown) => string;

/** Longest line that a value is written on; longer ones are broken at their keys. */
const lineLength = 110;

/**
 * Cuts one change into a YAML text, touching nothing else.
 *
 * Inputs   text and the document parsed from it; path; new value, undefined to take the key away; how to write a
 *          value on one line
 * Returns  the new text, or undefined where the change is not a simple cut. The caller checks what it means
 */
export function spliceEdit(
  text: string,
  document: Document.Parsed,
  path: Path,
  value: unknown,
  inline: Inline,
): string | undefined {
  let node: unknown = document.contents;
  for (const [depth, key] of path.entries()) {
    const isLast = depth === path.length - 1;
    if (isSeq(node) && typeof key === 'number') {
      if (isLast && key === node.items.length) return appendItem(text, node, value, inline);
      node = node.items[key];
    } else if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (pair === undefined) {
        return value === undefined
          ? text
          : appendPair(text, node, key, nest(path.slice(depth + 1), value), inline);
      }
      if (isLast && value === undefined) return removePair(text, node, pair);
      if (isLast && isBlock(pair.value)) return replaceBlock(text, pair, value, inline);
      node = pair.value;
    } else return undefined;
  }
  return value === undefined ? undefined : replaceValue(text, node, value, inline);
}

function nest(path: Path, value: unknown): unknown {
  return path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
}

function isBlock(node: unknown): boolean {
  return isCollection(node) && node.flow !== true && node.items.length > 0;
}

/** The lines of a block after its key make room for one line; comments among them go with what they explain. */
function replaceBlock(text: string, pair: Pair, value: unknown, inline: Inline): string | undefined {
  const keyEnd = isNode(pair.key) ? pair.key.range?.[1] : undefined;
  const end = endOf(pair);
  if (keyEnd === undefined || end === undefined) return undefined;
  return `${text.slice(0, keyEnd)}: ${inline(value)}${text.slice(end)}`;
}

function replaceValue(text: string, node: unknown, value: unknown, inline: Inline): string | undefined {
  if (!isNode(node) || !node.range || isBlock(node)) return undefined;
  const [start, end] = node.range;
  return start === end ? undefined : `${text.slice(0, start)}${inline(value)}${text.slice(end)}`;
}

interface Collection {
  readonly items: readonly unknown[];
  readonly flow?: boolean;
}

function appendPair(
  text: string,
  map: Collection,
  key: string | number,
  value: unknown,
  inline: Inline,
): string | undefined {
  const name = inline(`${key}`);
  if (map.flow) return appendToFlow(text, map, `${name}: ${inline(value)}`);
  return appendLines(text, map, (indent) => `${name}:${layOut(value, indent + 2, name.length + 1, inline)}`);
}

function appendItem(text: string, list: Collection, value: unknown, inline: Inline): string | undefined {
  if (list.flow) return appendToFlow(text, list, inline(value));
  return appendLines(text, list, (indent) => `-${layOut(value, indent + 2, 1, inline)}`);
}

function appendToFlow(text: string, collection: Collection, entry: string): string | undefined {
  const end = endOf(collection.items.at(-1));
  return end === undefined ? undefined : `${text.slice(0, end)}, ${entry}${text.slice(end)}`;
}

function appendLines(
  text: string,
  collection: Collection,
  entry: (indent: number) => string,
): string | undefined {
  const start = startOf(text, collection.items[0]);
  const end = endOf(collection.items.at(-1));
  if (start === undefined || end === undefined) return undefined;
  const indent = start - (text.lastIndexOf('\n', start - 1) + 1);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = entry(indent).replaceAll('\n', newline);
  const nextLine = text.indexOf('\n', end);
  const cut = nextLine < 0 ? text.length : text[nextLine - 1] === '\r' ? nextLine - 1 : nextLine;
  return `${text.slice(0, cut)}${newline}${' '.repeat(indent)}${lines}${text.slice(cut)}`;
}

/** A value after its key or dash: on the same line where it fits, else on lines of its own. */
function layOut(value: unknown, indent: number, used: number, inline: Inline): string {
  const line = ` ${inline(value)}`;
  if (typeof value !== 'object' || value === null || indent + used + line.length <= lineLength) return line;
  const start = `\n${' '.repeat(indent)}`;
  if (Array.isArray(value)) {
    return value.map((item) => `${start}-${layOut(item, indent + 2, 1, inline)}`).join('');
  }
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const lines = entries.map(([key, inner]) => `${key}:${layOut(inner, indent + 2, key.length + 1, inline)}`);
  // After a dash the first key stands on its line; after a key a map starts below.
  return used === 1 ? ` ${lines.join(start)}` : lines.map((text) => `${start}${text}`).join('');
}

function removePair(
  text: string,
  map: Collection & { readonly items: readonly Pair[] },
  pair: Pair,
): string | undefined {
  const index = map.items.indexOf(pair);
  const start = startOf(text, pair);
  const end = endOf(pair);
  if (map.items.length < 2 || start === undefined || end === undefined) return undefined;
  if (map.flow) {
    if (index > 0) {
      const before = endOf(map.items[index - 1]);
      return before === undefined ? undefined : text.slice(0, before) + text.slice(end);
    }
    const next = startOf(text, map.items[1]);
    return next === undefined ? undefined : text.slice(0, start) + text.slice(next);
  }
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const nextLine = text.indexOf('\n', end);
  if (text.slice(lineStart, start).trim() !== '') return undefined;
  return text.slice(0, lineStart) + (nextLine < 0 ? '' : text.slice(nextLine + 1));
}

/** Where an entry begins: at its key, or at the dash before an item. */
function startOf(text: string, entry: unknown): number | undefined {
  if (isNode(entry)) {
    const start = entry.range?.[0];
    return start === undefined ? undefined : text.lastIndexOf('-', start - 1);
  }
  const { key } = (entry ?? {}) as Partial<Pair>;
  return isNode(key) ? key.range?.[0] : undefined;
}

/** Where the text of an entry ends, trailing comments and blank lines left out. */
function endOf(entry: unknown): number | undefined {
  if (isCollection(entry) && isBlock(entry)) return endOf(entry.items.at(-1));
  if (isNode(entry)) return entry.range?.[1];
  return entry === undefined ? undefined : endOf((entry as Pair).value);
}
