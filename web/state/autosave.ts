import type { Choice, ScenarioGroup, Stored } from './choice.ts';
import type { Levers } from './levers.ts';

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
  /** Milliseconds since 1970. */
  readonly at: number;
}

const place = 'kept/1';

/** Where `localStorage` may be missing, forbidden or full. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

/** Keeps the choice; false where the browser cannot. */
export async function keepChoice(
  shelf: Shelf,
  { document, planIndex, levers }: Choice,
  more: Pick<Kept, 'offer' | 'stored' | 'at'>,
): Promise<boolean> {
  const { group, file } = document;
  try {
    const kept: Kept = { ...more, group, file, text: await document.text(), planIndex, levers };
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
