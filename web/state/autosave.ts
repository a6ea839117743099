import type { Scenario } from '../../models/index.ts';
import { text } from '../text.ts';
import type { Choice, OpenDocument, ScenarioGroup, Settings, Stored } from './choice.ts';
import { createDocument, openText, unopened } from './documents.ts';
import type { Levers } from './levers.ts';
import { type Teaching, teachingThatFits } from './teaching.ts';
import type { Trouble } from './trouble.ts';

/** What is kept of the page between two visits, in this browser alone. */
export interface Kept {
  /** Under which key it is offered. */
  readonly offer: string;
  /** What the document was on the server, where it came from one. */
  readonly stored?: Stored | undefined;
  readonly group: ScenarioGroup;
  readonly file: string;
  readonly text: string;
  /** The document as it was opened, where its text was changed since. */
  readonly opened?: { readonly key: string; readonly text: string } | undefined;
  readonly planIndex: number;
  readonly levers: { readonly [planIndex: number]: Levers };
  readonly teaching?: Teaching | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const prefix = 'kept/1/';

/** Tabs whose work is kept; of more, those that rested longest are forgotten. */
const mostTabs = 20;

/** Where `localStorage` may be missing, forbidden or full. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Where a tab keeps its work. */
export function shelfKey(tab: string): string {
  return prefix + tab;
}

/** What is to be kept of a choice whose text is known. */
export function keptOf(
  { document: { group, file }, planIndex, levers, teaching }: Choice,
  content: string,
  more: Pick<Kept, 'offer' | 'stored' | 'opened' | 'at'>,
): Kept {
  return { ...more, group, file, text: content, planIndex, levers, teaching };
}

/**
 * Keeps the work of a tab beside that of other tabs; `null` is that there is none any more. False where the browser
 * cannot. Where it has no room, what rested longest gives way, unless there is too little even so.
 */
export function keepWork(shelf: Shelf, tab: string, kept: Kept | null): boolean {
  const own = shelfKey(tab);
  try {
    if (!kept) {
      shelf.removeItem(own);
      return true;
    }
    const others = keysByTime(shelf).filter((key) => key !== own);
    if (!putInstead(shelf, own, JSON.stringify(kept), others)) return false;
    for (const key of others.slice(mostTabs - 1)) shelf.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/** Takes away from the last of the others on, as far as there is too little room; all or nothing. */
function putInstead(shelf: Shelf, own: string, content: string, others: readonly string[]): boolean {
  const removed: (readonly [string, string])[] = [];
  for (const key of [...others].reverse()) {
    if (put(shelf, own, content)) return true;
    removed.push([key, shelf.getItem(key) ?? '']);
    shelf.removeItem(key);
  }
  if (put(shelf, own, content)) return true;
  for (const [key, before] of removed) put(shelf, key, before);
  return false;
}

function put(shelf: Shelf, key: string, content: string): boolean {
  try {
    shelf.setItem(key, content);
    return true;
  } catch {
    return false;
  }
}

/** What the tab kept, or, where it is new, the last that any tab did; `null` where there is nothing that can be read. */
export function readKept(shelf: Shelf, tab: string, isNew: boolean): Kept | null {
  try {
    const own = shelfKey(tab);
    return readAt(shelf, isNew ? (keysByTime(shelf)[0] ?? own) : own);
  } catch {
    return null;
  }
}

/** Newest first; what cannot be read last. */
function keysByTime(shelf: Shelf): string[] {
  const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '');
  const timed = keys
    .filter((key) => key.startsWith(prefix))
    .map((key) => ({ key, at: readAt(shelf, key)?.at ?? 0 }));
  return timed.sort((a, b) => b.at - a.at).map(({ key }) => key);
}

function readAt(shelf: Shelf, key: string): Kept | null {
  try {
    const kept = JSON.parse(shelf.getItem(key) ?? 'null') as Kept | null;
    return kept && isWhole(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Of moments that can be written as a date [ms]. */
const latest = 8.64e15;

function isWhole({ text: content, file, offer, group, planIndex, levers, at }: Kept): boolean {
  return (
    [content, file, offer].every((part) => typeof part === 'string') &&
    Object.hasOwn(text.groups, group) &&
    Number.isInteger(planIndex) &&
    Number.isFinite(at) &&
    Math.abs(at) <= latest &&
    isObject(levers)
  );
}

export type Reopened =
  | {
      readonly ok: true;
      readonly document: OpenDocument;
      readonly planIndex: number | undefined;
      readonly settings: Settings;
    }
  | { readonly ok: false; readonly trouble: Trouble };

/** Opens what was kept, with what of its settings fits; one that is still offered stays under its key. */
export async function reopen(kept: Kept, isOffered: boolean): Promise<Reopened> {
  const { offer, group, file, planIndex, levers, teaching } = kept;
  const opening = await openText(file, kept.text, group).catch((error) => unopened(file, error));
  if (!opening.ok) return { ok: false, trouble: rescueFrom(opening.trouble, kept) };
  const { scenario, text: readText } = opening.document;
  return {
    ok: true,
    document: {
      ...(isOffered ? createDocument(group, file, scenario, readText, offer) : opening.document),
      ...(await reopenOriginal(kept)),
    },
    planIndex: scenario.plans[planIndex] && planIndex,
    settings: {
      levers: leversThatFit(levers, scenario),
      teaching: teachingThatFits(teaching, scenario),
    },
  };
}

/** Without it, or where this Kept reads it otherwise, the document counts as opened as it was kept. */
async function reopenOriginal({ opened, group, file }: Kept): Promise<Pick<OpenDocument, 'opened'>> {
  if (typeof opened?.key !== 'string' || typeof opened.text !== 'string') return {};
  const opening = await openText(file, opened.text, group).catch((error) => unopened(file, error));
  if (!opening.ok) return {};
  const { scenario, text: readText } = opening.document;
  return { opened: createDocument(group, file, scenario, readText, opened.key) };
}

/** What to say of a text that was kept and cannot be opened as it is. */
export function rescueFrom(trouble: Trouble, { file, text: content }: Kept): Trouble {
  const { problems } = trouble;
  const rescue = { file, text: content };
  if (problems.length === 0) return { ...trouble, rescue };
  return { title: text.keptIsBroken(file), advice: text.keptAdvice, problems, rescue };
}

/** Of levers that were kept, those that are some and belong to a plan and to segments of the scenario. */
export function leversThatFit(levers: Kept['levers'], { plans, world }: Scenario): Kept['levers'] {
  const known = new Set(world.segments.map(({ name }) => name));
  const fit = ([index, each]: readonly [string, unknown]) =>
    /^\d+$/.test(index) &&
    Number(index) < Math.max(1, plans.length) &&
    isLevers(each) &&
    each.segments.every((name) => known.has(name));
  return Object.fromEntries(Object.entries(levers).filter(fit));
}

function isLevers(value: unknown): value is Levers {
  if (!isObject(value)) return false;
  const { written, at, noticeMonths, segments, reason, phases, everyMonths } = value as unknown as Levers;
  const isCount = (number: number) => Number.isInteger(number) && number >= 1;
  return (
    Number.isFinite(written) &&
    [at, phases, everyMonths, (noticeMonths ?? 0) + 1].every(isCount) &&
    Array.isArray(segments) &&
    segments.length > 0 &&
    Object.hasOwn(text.reasons, reason)
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
