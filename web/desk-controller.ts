import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Saving } from './components/masthead.ts';
import type { Desk, DeskHost } from './server-desk.ts';
import type { Choice, ScenarioOffer } from './state/choice.ts';

/**
 * The desk of the server the page came from, if it came from one that keeps scenarios; all that it takes is loaded
 * for that alone. Elsewhere there is nothing of it.
 */
export class DeskController implements ReactiveController {
  private desk: Desk | null = null;

  constructor(
    private readonly element: ReactiveControllerHost,
    private readonly host: Omit<DeskHost, 'changed'>,
  ) {
    element.addController(this);
  }

  get offers(): readonly ScenarioOffer[] {
    return this.desk?.offers ?? [];
  }

  /** The key under which what is open is offered. */
  keyOf(choice: Choice | undefined): string {
    return choice ? (this.desk?.keyOf(choice.document) ?? choice.document.key) : '';
  }

  isSaved(choice: Choice | undefined): boolean {
    return choice !== undefined && this.desk?.isSaved(choice) === true;
  }

  savingOf(choice: Choice | undefined): Saving {
    if (this.desk?.needsToken) return 'token';
    if (!this.desk?.mayWrite) return 'no';
    return this.isSaved(choice) ? 'saved' : 'yes';
  }

  readonly save = async (choice: Choice): Promise<void> => this.desk?.save(choice);
  readonly signIn = async (): Promise<void> => this.desk?.signIn();

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.lookAgain);
    void this.connect();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.lookAgain);
  }

  private async connect(): Promise<void> {
    if (this.desk || !location.protocol.startsWith('http')) return;
    try {
      const { openDesk } = await import('./server-desk.ts');
      this.desk = await openDesk({ ...this.host, changed: () => this.element.requestUpdate() });
    } catch {
      // Without a server the page does all that it does on a site of mere files.
    }
    this.element.requestUpdate();
  }

  private readonly lookAgain = (): void => {
    if (document.visibilityState === 'visible') void this.desk?.refresh();
  };
}
