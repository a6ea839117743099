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

/**
 * The draft of a document; `null` where there is none, or the browser keeps nothing. It is that of the document if it was
 * written from its very text, or of another text under its key.
 */
export function readDraft(shelves: readonly Shelf[], key: string, base: string): Draft | null {
  const drafts = shelves.map(readFrom).filter((draft) => draft !== null);
  return drafts.find((draft) => draft.base === base) ?? drafts.find((draft) => draft.key === key) ?? null;
}

/** Keeps a draft, or forgets the one there is. */
export function keepDraft(shelves: readonly Shelf[], draft: Draft | null): void {
  for (const shelf of shelves) {
    try {
      if (draft) shelf.setItem(place, JSON.stringify(draft));
      else shelf.removeItem(place);
    } catch {
      // A browser that keeps nothing still has the text on the page.
    }
  }
}

/** Of this tab, and of all; fewer where the browser forbids them. */
export function browserShelves(): readonly Shelf[] {
  return [() => sessionStorage, () => localStorage].flatMap((shelf) => {
    try {
      return [shelf()];
    } catch {
      return [];
    }
  });
}

function readFrom(shelf: Shelf): Draft | null {
  try {
    const draft = JSON.parse(shelf.getItem(place) ?? 'null') as Draft | null;
    return typeof draft?.text === 'string' && typeof draft.base === 'string' ? draft : null;
  } catch {
    return null;
  }
}
