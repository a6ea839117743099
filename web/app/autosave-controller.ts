import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Kept, keepChoice, readKept, type Shelf } from '../state/autosave.ts';
import type { Choice } from '../state/choice.ts';

/** Milliseconds of rest before what was done is kept. */
const restMilliseconds = 300;

/** Keeps what is being worked on in this browser, so that neither a reload nor a crash loses it. */
export class AutosaveController implements ReactiveController {
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private choice: Choice | null = null;
  private kept: Choice | null = null;

  constructor(
    element: ReactiveControllerHost,
    private readonly origin: () => Pick<Kept, 'offer' | 'stored'>,
    private readonly shelf: Shelf = browserShelf(),
    private readonly tab: string = nameOfTab(),
  ) {
    element.addController(this);
  }

  /** Whether all that was done would be here again after a reload. */
  get isKept(): boolean {
    return this.choice === this.kept;
  }

  read(): Kept | null {
    return readKept(this.shelf, this.tab);
  }

  /** Takes note of what is to be kept, if anything. */
  note(choice: Choice | null): void {
    if (!choice || choice === this.choice) return;
    this.choice = choice;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(this.keep, restMilliseconds);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.keepNow);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.keepNow);
    clearTimeout(this.waiting);
  }

  private readonly keepNow = (): void => {
    if (document.visibilityState === 'hidden') void this.keep();
  };

  private readonly keep = async (): Promise<void> => {
    const { choice } = this;
    if (!choice || choice === this.kept) return;
    if (await keepChoice(this.shelf, this.tab, choice, { ...this.origin(), at: Date.now() }))
      this.kept = choice;
  };
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
function nameOfTab(): string {
  const name = Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join('');
  try {
    const known = sessionStorage.getItem('kept/tab');
    if (known === null) sessionStorage.setItem('kept/tab', name);
    return known ?? name;
  } catch {
    return name;
  }
}
