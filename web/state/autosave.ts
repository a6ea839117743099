import type { Choice, ScenarioGroup } from './choice.ts';
import type { Levers } from './levers.ts';

/** What is kept of the page between two visits, in this browser alone. */
export interface Kept {
  readonly key: string;
  readonly group: ScenarioGroup;
  readonly file: string;
  readonly text: string;
  readonly planIndex: number;
  readonly levers: { readonly [planIndex: number]: Levers };
  /** Milliseconds since 1970. */
  readonly at: number;
}

const place = 'kept/1';

/** Where `localStorage` may be missing, forbidden or full. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps the choice; false where the browser cannot. */
export async function keepChoice(
  shelf: Shelf,
  { document, planIndex, levers }: Choice,
  at: number,
): Promise<boolean> {
  const { key, group, file } = document;
  try {
    const kept: Kept = { key, group, file, text: await document.text(), planIndex, levers, at };
    shelf.setItem(place, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** What was kept; `null` where there is nothing that can be read. */
export function readKept(shelf: Shelf): Kept | null {
  try {
    const kept = JSON.parse(shelf.getItem(place) ?? 'null') as Kept | null;
    return kept && typeof kept.text === 'string' && typeof kept.levers === 'object' ? kept : null;
  } catch {
    return null;
  }
}

export function forgetKept(shelf: Shelf): void {
  try {
    shelf.removeItem(place);
  } catch {
    // A shelf that cannot be reached keeps nothing.
  }
}
