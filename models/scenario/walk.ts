import type { TSchema } from 'typebox';
import { isSeq, type Node } from 'yaml';
import { suggestWord } from '../core/did-you-mean.ts';
import { complainUnknownKey, type Entry, readEntries } from './read-map.ts';
import { refuseName } from './readers.ts';
import { type Leaf, later, read, type Sketch, wants } from './schema-parts.ts';
import { complain, complainAt, describe, innerSpot, isFull, type Spot } from './spot.ts';

/** A schema as the walker sees it: JSON Schema keywords and the symbols of `schema-parts.ts`. */
interface WalkedSchema {
  readonly [wants]: string;
  readonly [later]?: readonly string[] | 'anything';
  readonly [read]?: Leaf<unknown, unknown>[typeof read];
  readonly properties?: Readonly<Record<string, WalkedSchema>>;
  readonly required?: readonly string[];
  readonly oneOf?: readonly Alternative[];
  readonly anyOf?: readonly Alternative[];
  readonly patternProperties?: Readonly<Record<string, WalkedSchema>>;
  readonly maxProperties?: number;
  readonly items?: WalkedSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
}

interface Alternative {
  readonly required: readonly string[];
}

/**
 * Reads a file along its schema and reports everything that is wrong on the way: unknown and missing keys, wrong
 * kinds of value, and what the readers of single places refuse.
 *
 * Returns  what was understood, with holes where there are problems; complete when none was reported
 */
export function walk<Schema extends TSchema>(schema: Schema, spot: Spot): Sketch<Schema> | undefined {
  // The type family `Sketch` mirrors what the functions below build, key for key.
  return walkNode(schema as unknown as WalkedSchema, spot) as Sketch<Schema> | undefined;
}

function walkNode(schema: WalkedSchema, spot: Spot): unknown {
  if (isFull(spot.context)) return undefined;
  if (schema[read]) return schema[read](spot);
  if (schema.properties) return walkSection(schema, schema.properties, spot);
  if (schema.patternProperties) return walkNamed(schema, schema.patternProperties, spot);
  return walkList(schema, spot);
}

function walkSection(
  schema: WalkedSchema,
  properties: Readonly<Record<string, WalkedSchema>>,
  spot: Spot,
): object | undefined {
  const entries = readEntries(spot, schema[wants]);
  if (entries === undefined) return undefined;
  const understood: Record<string, unknown> = {};
  const present = new Set<string>();
  for (const entry of entries) {
    if (Object.hasOwn(properties, entry.key)) {
      present.add(entry.key);
      understood[entry.key] = walkNode(properties[entry.key], entry.value);
    } else refuseKey(schema, Object.keys(properties), entry);
  }
  for (const key of schema.required ?? []) {
    if (!present.has(key)) complainMissing(spot, key, properties[key][wants]);
  }
  checkAlternatives(schema, present, entries, spot);
  return understood;
}

function refuseKey(schema: WalkedSchema, known: readonly string[], entry: Entry): void {
  const { context, path } = entry.value;
  if (isFull(context)) return;
  const planned = schema[later] ?? [];
  const isPlanned =
    planned === 'anything' ? suggestWord(entry.key, known) === undefined : planned.includes(entry.key);
  if (!isPlanned && entry.key === 'draws' && path === 'draws') {
    const message = 'is no key here; the number of draws is chosen when a scenario is run';
    complainAt(context, entry.keyOffset, path, 'unknown-key', message);
  } else if (!isPlanned) complainUnknownKey(entry, known);
  else complainAt(context, entry.keyOffset, path, 'not-yet-available', 'is not yet available');
}

function complainMissing(spot: Spot, key: string, wanted: string): void {
  const path = spot.path === '' ? key : `${spot.path}.${key}`;
  complainAt(spot.context, spot.offset, path, 'missing', `is missing: expects ${wanted}`);
}

function checkAlternatives(
  schema: WalkedSchema,
  present: ReadonlySet<string>,
  entries: readonly Entry[],
  spot: Spot,
): void {
  const exclusive = (schema.oneOf ?? []).flatMap(({ required }) => required);
  const found = exclusive.filter((key) => present.has(key));
  if (found.length > 1) complain(spot, 'conflict', `states ${found.join(' and ')}; keep one of them`);
  if (exclusive.length > 0 && found.length === 0) {
    complain(spot, 'missing', `needs ${exclusive.join(' or ')}`);
  }
  // A key that is not yet available has its own message and shows that something was meant to be done.
  const wanted = (schema.anyOf ?? []).flatMap(({ required }) => required);
  const known = new Set([...(schema.required ?? []), ...Object.keys(schema.properties ?? {})]);
  const meantMore = entries.some(({ key }) => !known.has(key));
  if (wanted.length > 0 && !meantMore && !wanted.some((key) => present.has(key))) {
    complain(spot, 'missing', `does nothing; state one of ${wanted.join(', ')}`);
  }
}

function walkNamed(
  schema: WalkedSchema,
  patterns: Readonly<Record<string, WalkedSchema>>,
  spot: Spot,
): object | undefined {
  const [item] = Object.values(patterns);
  const entries = readEntries(spot, schema[wants]);
  if (entries === undefined || exceeds(spot, entries.length, schema.maxProperties)) return undefined;
  return entries.map(({ key, keyOffset, value }) => {
    const refused = refuseName(key);
    if (refused) complainAt(spot.context, keyOffset, value.path, 'wrong-type', `the name ${refused}`);
    return { name: key, value: walkNode(item, value) };
  });
}

function walkList(schema: WalkedSchema, spot: Spot): unknown[] | undefined {
  const { node } = spot;
  const { items, minItems = 0 } = schema;
  if (!isSeq<Node | null>(node) || !items) {
    return complain(spot, 'wrong-type', `expects ${schema[wants]}, not ${describe(node)}`);
  }
  if (exceeds(spot, node.items.length, schema.maxItems)) return undefined;
  if (node.items.length < minItems) return complain(spot, 'missing', `is empty; expects ${schema[wants]}`);
  return node.items.map((item, index) =>
    walkNode(items, innerSpot(spot, `${spot.path}[${index}]`, item, spot.offset)),
  );
}

function exceeds(spot: Spot, count: number, most = Number.POSITIVE_INFINITY): boolean {
  if (count > most) complain(spot, 'limit', `holds ${count} entries; at most ${most} are read`);
  return count > most;
}
