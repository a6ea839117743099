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
    private readonly shelf: Shelf = localStorage,
  ) {
    element.addController(this);
  }

  /** Whether all that was done would be here again after a reload. */
  get isKept(): boolean {
    return this.choice === this.kept;
  }

  read(): Kept | null {
    return readKept(this.shelf);
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
    if (await keepChoice(this.shelf, choice, { ...this.origin(), at: Date.now() })) this.kept = choice;
  };
}
