/** What a reader was writing that is no valid file yet, kept in this browser until it is, or is given up. */
export interface Draft {
  /** Key of the document it belongs to. */
  readonly key: string;
  readonly text: string;
  /** The valid text it was written from. */
  readonly base: string;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const place = 'kept/draft/1';

/** The draft of a document; `null` where there is none, or the browser keeps nothing. */
export function readDraft(shelf: Shelf, key: string): Draft | null {
  try {
    const draft = JSON.parse(shelf.getItem(place) ?? 'null') as Draft | null;
    return draft?.key === key && typeof draft.text === 'string' && typeof draft.base === 'string'
      ? draft
      : null;
  } catch {
    return null;
  }
}

/** Keeps a draft, or forgets the one there is. */
export function keepDraft(shelf: Shelf, draft: Draft | null): void {
  try {
    if (draft) shelf.setItem(place, JSON.stringify(draft));
    else shelf.removeItem(place);
  } catch {
    // A browser that keeps nothing still has the text on the page.
  }
}
