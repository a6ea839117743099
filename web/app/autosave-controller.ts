import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { whenIdle } from '../runner/idle.ts';
import { type Kept, keepWork, keptOf, readKept, type Shelf, shelfKey } from '../state/autosave.ts';
import type { Choice, OpenDocument } from '../state/choice.ts';

/** Milliseconds of rest before what was done is kept. */
const restMilliseconds = 300;

/** Keeps what is being worked on in this browser, so that neither a reload nor a crash loses it. */
export class AutosaveController implements ReactiveController {
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private noted: Noted | null = null;
  /** What of it is kept under the tab's own name. */
  private kept: Noted | null = null;
  private readonly begun = nameOfTab();
  private tab = this.begun.name;
  private release = () => {};
  private prepared: OpenDocument | null = null;

  constructor(
    element: ReactiveControllerHost,
    private readonly origin: () => Origin,
    private readonly shelf: Shelf = browserShelf(),
  ) {
    element.addController(this);
  }

  /** Whether all that was done would be here again after a reload. Other tabs may have needed the room. */
  get isKept(): boolean {
    const { noted, kept, tab } = this;
    if (!noted) return true;
    return kept === noted && (noted.choice === null || this.shelf.getItem(shelfKey(tab)) !== null);
  }

  /** A tab that was duplicated begins with the work of the other. */
  read(): Kept | null {
    return readKept(this.shelf, this.begun.name, this.begun.isNew);
  }

  /**
   * Takes note of what is to be kept, which is nothing while all is as it was opened. The text is asked for even so: once
   * something is done, it may not be there to be loaded any more.
   */
  note(shown: Choice | null, isUntouched = false): void {
    if (shown && isUntouched && shown.document !== this.prepared) {
      this.prepared = shown.document;
      whenIdle(() => void shown.document.text().catch(() => {}));
    }
    const choice = isUntouched ? null : shown;
    const origin = this.origin();
    if (choice === (this.noted?.choice ?? null) && (!choice || isSame(origin, this.noted?.origin))) return;
    this.noted = { choice, origin };
    this.keepSoon();
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.keepNow);
    // Where the browser forbids locks, two tabs of one name are not told apart.
    void this.claim().catch(() => {});
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.keepNow);
    clearTimeout(this.waiting);
    this.release();
  }

  /** Keeps at once what was noted last; false where the browser cannot. */
  async keepAll(): Promise<boolean> {
    clearTimeout(this.waiting);
    await this.keep();
    return this.isKept;
  }

  private keepSoon(): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(this.keep, restMilliseconds);
  }

  private readonly keepNow = (): void => {
    if (document.visibilityState === 'hidden') void this.keep();
  };

  private readonly keep = async (): Promise<void> => {
    const { noted } = this;
    if (!noted || this.isKept) return;
    const { choice, origin } = noted;
    const content = await choice?.document.text().catch(() => null);
    const opened = await readOriginal(choice);
    // What was noted meanwhile is kept in its own time.
    if (noted !== this.noted || content === null) return;
    const work = choice && keptOf(choice, content ?? '', { ...origin, opened, at: Date.now() });
    if (keepWork(this.shelf, this.tab, work)) this.kept = noted;
  };

  /** A tab that was duplicated has the name of the other: it keeps its work under a new one. */
  private async claim(): Promise<void> {
    await navigator.locks?.request(`kept/tab/${this.tab}`, { ifAvailable: true }, (lock) => {
      if (lock) return new Promise<void>((release) => (this.release = release));
      this.tab = nameOfTab(true).name;
      this.kept = null;
      if (this.noted) this.keepSoon();
      return this.claim();
    });
  }
}

type Origin = Pick<Kept, 'offer' | 'stored'>;

/** What is saved or renamed on the server is another there, though nothing was changed here. */
function isSame(a: Origin, b: Origin | undefined): boolean {
  return a.offer === b?.offer && a.stored?.name === b.stored?.name && a.stored?.etag === b.stored?.etag;
}

async function readOriginal(choice: Choice | null): Promise<Kept['opened']> {
  const { opened } = choice?.document ?? {};
  const content = await opened?.text().catch(() => null);
  return opened && typeof content === 'string' ? { key: opened.key, text: content } : undefined;
}

interface Noted {
  readonly choice: Choice | null;
  readonly origin: Origin;
}

/** Where the browser forbids it, a shelf that holds nothing. */
function browserShelf(): Shelf {
  try {
    return localStorage;
  } catch {
    const refuse = () => {
      throw new Error('This browser keeps nothing.');
    };
    return { length: 0, key: () => null, getItem: () => null, setItem: refuse, removeItem() {} };
  }
}

/** The same after a reload of the tab, and after a crash that the browser recovers from. */
function nameOfTab(anew = false): { readonly name: string; readonly isNew: boolean } {
  const name = Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join('');
  try {
    const known = anew ? null : sessionStorage.getItem('kept/tab');
    if (known === null) sessionStorage.setItem('kept/tab', name);
    return { name: known ?? name, isNew: known === null };
  } catch {
    return { name, isNew: true };
  }
}
