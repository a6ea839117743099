import type { FilePlace } from './file-place.ts';
import type { DescribedKey, FileSchema } from './file-schema.ts';
import { text } from './text.ts';

/** Something that can be written at a place. */
export interface Offer {
  readonly label: string;
  readonly kind: 'key' | 'word' | 'name';
  /** What is written, the label included. */
  readonly apply: string;
  readonly detail: string;
  readonly info: string;
}

/** Names that the file itself gives, such as those of its segments. */
export interface FileNames {
  readonly segments: readonly string[];
  readonly plans: readonly string[];
  readonly inputs: readonly string[];
  readonly standards: readonly string[];
}

export const noNames: FileNames = { segments: [], plans: [], inputs: [], standards: [] };

/** What the schema, and names of the file, allow at a place. `column` is that of the key, for what stands beneath. */
export function offersAt(schema: FileSchema, place: FilePlace, names: FileNames, column: number): Offer[] {
  const described = schema.describe(place.path);
  const keys = place.role === 'key' ? (described?.keys ?? []) : [];
  const missing = keys.filter(({ key }) => !place.present.has(key) && !key.startsWith('$'));
  const words = place.role === 'value' || keys.length === 0 ? (described?.words ?? []) : [];
  const known = place.role === 'value' || keys.length === 0 ? namesAt(place.path, names) : [];
  return [
    ...missing.map((key) => offerKey(key, place.flow, column)),
    ...words.map((word) => offerWord(word, 'word', described?.meaning ?? '')),
    ...known.map((name) => offerWord(name, 'name', '')),
  ];
}

function offerKey(
  { key, meaning, takes, required, holds }: DescribedKey,
  flow: boolean,
  column: number,
): Offer {
  const under = `\n${' '.repeat(column + 2)}`;
  const ends = { value: ': ', map: flow ? ': { ' : `:${under}`, list: flow ? ': [' : `:${under}- ` };
  return {
    label: key,
    kind: 'key',
    apply: `${key}${ends[holds]}`,
    detail: required ? text.required : '',
    info: takes ? `${meaning}. ${text.takes(takes)}` : meaning,
  };
}

function offerWord(word: string, kind: 'word' | 'name', info: string): Offer {
  const plain = /^[\p{L}\d][\p{L}\d ._/%-]*$/u.test(word) && !/^[\d.]+$/.test(word) && !word.endsWith(' ');
  return { label: word, kind, apply: plain ? word : JSON.stringify(word), detail: '', info };
}

/** Names that fit where the schema only says "text". */
function namesAt(path: readonly string[], names: FileNames): readonly string[] {
  const [last, before] = [path.at(-1) ?? '', path.at(-2) ?? ''];
  const key = last.startsWith('[') ? before : last;
  const top = path[0];
  if (key === 'segments' && path.length > 3 && (top === 'plans' || top === 'optimise')) return names.segments;
  if (key === 'segment' || (key === 'to' && before === 'downgrade')) return names.segments;
  if (key === 'plan') return names.plans;
  if (before === 'between' || key === 'between') return names.inputs;
  if (key === 'name' && before === 'standard') return names.standards;
  return [];
}
