import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Kept, keepWork, keptOf, readKept, type Shelf, shelfKey } from '../state/autosave.ts';
import type { Choice } from '../state/choice.ts';

/** Milliseconds of rest before what was done is kept. */
const restMilliseconds = 300;

/** Keeps what is being worked on in this browser, so that neither a reload nor a crash loses it. */
export class AutosaveController implements ReactiveController {
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private noted: Noted | null = null;
  /** The choice that is kept, `null` for none, and where. */
  private kept: { readonly choice: Choice | null; readonly key: string } | null = null;
  private tab = nameOfTab();

  constructor(
    element: ReactiveControllerHost,
    private readonly origin: () => Origin,
    private readonly shelf: Shelf = browserShelf(),
  ) {
    element.addController(this);
  }

  /** Whether all that was done would be here again after a reload. Other tabs may have needed the room. */
  get isKept(): boolean {
    if (!this.noted) return true;
    const { kept } = this;
    return kept?.choice === this.noted.choice && this.shelf.getItem(kept.key) !== null;
  }

  read(): ReturnType<typeof readKept> {
    return readKept(this.shelf, this.tab);
  }

  /** The choice is what was read, kept at this key: nothing of it is new. */
  take(choice: Choice, key: string): void {
    this.noted = { choice, origin: this.origin() };
    this.kept = { choice, key };
  }

  /** Takes note of what is to be kept; `null` once all of it has been undone. */
  note(choice: Choice | null): void {
    if (choice === (this.noted?.choice ?? null)) return;
    this.noted = { choice, origin: this.origin() };
    clearTimeout(this.waiting);
    this.waiting = setTimeout(this.keep, restMilliseconds);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.keepNow);
    void this.claim();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.keepNow);
    clearTimeout(this.waiting);
  }

  private readonly keepNow = (): void => {
    if (document.visibilityState === 'hidden') void this.keep();
  };

  private readonly keep = async (): Promise<void> => {
    const { noted } = this;
    if (!noted || this.isKept) return;
    const { choice, origin } = noted;
    const content = await choice?.document.text().catch(() => null);
    // What was noted meanwhile is kept in its own time.
    if (noted !== this.noted || content === null) return;
    const work = choice && keptOf(choice, content ?? '', { ...origin, at: Date.now() });
    if (keepWork(this.shelf, this.tab, work)) this.kept = { choice, key: shelfKey(this.tab) };
  };

  /** A tab that was duplicated has the name of the other: it keeps its work under a new one. */
  private async claim(): Promise<void> {
    const { tab } = this;
    await navigator.locks?.request(`kept/tab/${tab}`, { ifAvailable: true }, (lock) => {
      if (lock) return new Promise(() => {});
      this.tab = nameOfTab(true);
      return this.claim();
    });
  }
}

type Origin = Pick<Kept, 'offer' | 'stored'>;

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
function nameOfTab(anew = false): string {
  const name = Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join('');
  try {
    const known = anew ? null : sessionStorage.getItem('kept/tab');
    if (known === null) sessionStorage.setItem('kept/tab', name);
    return known ?? name;
  } catch {
    return name;
  }
}
