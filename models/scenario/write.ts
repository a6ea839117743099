import { type Document, isMap, isScalar, isSeq, type Node, parseDocument, Scalar } from 'yaml';
import { KeptError } from '../core/errors.ts';
import { spliceEdit } from './splice.ts';
import { readYaml } from './yaml-text.ts';

/** One change of a file: the value at `path` becomes `value`, or goes when that is undefined. */
export interface Edit {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/**
 * Writes changes into a scenario's text. Only the characters that must change do: comments, order, alignment and
 * quotes elsewhere stay as they are. Where a change cannot be cut in that finely, the YAML library writes the whole
 * file anew; comments and order survive that too, spacing may not. Maps that are missing on the way are made.
 *
 * Errors   `invalid-argument` for text that is no YAML, or a path that leads through a value
 */
export function rewriteScenarioText(text: string, edits: readonly Edit[]): string {
  return edits.reduce(rewriteOnce, text);
}

function rewriteOnce(text: string, { path, value }: Edit): string {
  const document = parse(text);
  const spliced = spliceEdit(text, document, path, value, inline);
  setIn(document, { path, value });
  return spliced !== undefined && holdsTheSame(spliced, document)
    ? spliced
    : document.toString({ lineWidth: 0 });
}

function parse(text: string): Document.Parsed {
  // The reader's limits hold here too: what it refuses cannot be edited.
  const read = readYaml(text, 'scenario');
  if (!read.ok) {
    throw new KeptError('invalid-argument', `the text is no scenario file: ${read.problems[0].message}`);
  }
  return parseDocument(text, { uniqueKeys: false, logLevel: 'silent' });
}

function setIn(document: Document.Parsed, { path, value }: Edit): void {
  try {
    if (value !== undefined) document.setIn(path, toNode(document, value));
    else if (document.hasIn(path)) document.deleteIn(path);
  } catch {
    throw new KeptError('invalid-argument', `nothing can be written at ${path.join('.')}`);
  }
}

/** A value as a YAML node: lists and maps on one line, formulas in quotes. */
function toNode(document: Document, value: unknown): Node {
  const node = document.createNode(value, { flow: true }) as Node;
  quoteFormulas(node);
  return node;
}

function quoteFormulas(node: unknown): void {
  if (isScalar(node) && typeof node.value === 'string' && node.value.trimStart().startsWith('=')) {
    node.type = Scalar.QUOTE_DOUBLE;
  }
  if (isSeq(node)) node.items.forEach(quoteFormulas);
  if (isMap(node)) for (const pair of node.items) quoteFormulas(pair.value);
}

/** A value as text on one line, safe inside a block and inside braces alike. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return `{ ${entries.map(([key, inner]) => `${inline(key)}: ${inline(inner)}`).join(', ')} }`;
  }
  // Inside a flow list the library quotes what a comma or bracket would break.
  const list = parseDocument('[]');
  list.setIn([0], toNode(list, value));
  const text = list.toString({ lineWidth: 0 });
  return text.slice(text.indexOf('[') + 1, text.lastIndexOf(']')).trim();
}

function holdsTheSame(text: string, wanted: Document): boolean {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' });
  try {
    return document.errors.length === 0 && JSON.stringify(document.toJS()) === JSON.stringify(wanted.toJS());
  } catch {
    // Aliases without end have no plain value to compare; the library's own writing keeps them.
    return false;
  }
}
