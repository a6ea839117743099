import type { Scenario } from '../../models/index.ts';
import { text } from '../text.ts';
import type { Choice, ScenarioGroup, Stored } from './choice.ts';
import type { Levers } from './levers.ts';
import type { Teaching } from './teaching.ts';
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
  readonly planIndex: number;
  readonly levers: { readonly [planIndex: number]: Levers };
  readonly teaching?: Teaching | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const prefix = 'kept/1/';

/** Tabs whose work is kept; of more, those that rested longest are forgotten. */
const mostTabs = 5;

/** Where `localStorage` may be missing, forbidden or full. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Keeps the choice of a tab, beside those of other tabs; false where the browser cannot. */
export async function keepChoice(
  shelf: Shelf,
  tab: string,
  { document, planIndex, levers, teaching }: Choice,
  more: Pick<Kept, 'offer' | 'stored' | 'at'>,
): Promise<boolean> {
  const { group, file } = document;
  try {
    const kept: Kept = { ...more, group, file, text: await document.text(), planIndex, levers, teaching };
    const others = keysByTime(shelf).filter((key) => key !== prefix + tab);
    for (const key of others.slice(mostTabs - 1)) shelf.removeItem(key);
    shelf.setItem(prefix + tab, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** What the tab kept, or else the last that any tab did; `null` where there is nothing that can be read. */
export function readKept(shelf: Shelf, tab: string): Kept | null {
  try {
    return readAt(shelf, prefix + tab) ?? readAt(shelf, keysByTime(shelf)[0] ?? '');
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
    const isKept =
      kept && typeof kept.text === 'string' && typeof kept.file === 'string' && isObject(kept.levers);
    return isKept ? kept : null;
  } catch {
    return null;
  }
}

/** What to say of a text that was kept and cannot be opened as it is. */
export function rescueFrom({ problems }: Trouble, { file, text: content }: Kept): Trouble {
  const rescue = { file, text: content };
  return { title: text.keptIsBroken(file), advice: text.keptAdvice, problems, rescue };
}

/** Of levers that were kept, those that are some and belong to a plan and to segments of the scenario. */
export function leversThatFit(levers: Kept['levers'], { plans, world }: Scenario): Kept['levers'] {
  const known = new Set(world.segments.map(({ name }) => name));
  const fit = ([index, each]: readonly [string, unknown]) =>
    Number(index) < Math.max(1, plans.length) &&
    isLevers(each) &&
    each.segments.every((name) => known.has(name));
  return Object.fromEntries(Object.entries(levers).filter(fit));
}

function isLevers(value: unknown): value is Levers {
  if (!isObject(value)) return false;
  const { written, at, noticeMonths, segments, reason, phases, everyMonths } = value as unknown as Levers;
  const isWhole = (number: number) => Number.isInteger(number) && number >= 1;
  return (
    Number.isFinite(written) &&
    [at, phases, everyMonths, (noticeMonths ?? 0) + 1].every(isWhole) &&
    Array.isArray(segments) &&
    segments.length > 0 &&
    reason in text.reasons
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
