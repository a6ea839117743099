import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Saving } from '../components/masthead.ts';
import type { Desk, DeskHost } from '../server-desk.ts';
import {
  type Choice,
  type OpenDocument,
  type ScenarioOffer,
  type Stored,
  serverKey,
} from '../state/choice.ts';

/** Milliseconds. */
const longestSilence = 4000;

/**
 * The desk of the server the page came from, if it came from one that keeps scenarios; all that it takes is loaded
 * for that alone. Elsewhere there is nothing of it.
 */
export class DeskController implements ReactiveController {
  /** Resolves once the server has said what it has, or has been silent for so long that nobody should wait. */
  answered: Promise<unknown> = Promise.resolve();
  private desk: Desk | null = null;
  /** Documents that were there before the desk. */
  private readonly early: [OpenDocument, Stored][] = [];

  constructor(
    private readonly element: ReactiveControllerHost,
    private readonly host: Omit<DeskHost, 'changed'> & { choice(): Choice | undefined },
  ) {
    element.addController(this);
  }

  /** `null` where no server keeps scenarios. */
  get open(): Desk | null {
    return this.desk;
  }

  get offers(): readonly ScenarioOffer[] {
    return this.desk?.offers ?? [];
  }

  /** The key under which what is open is offered. */
  get current(): string {
    const document = this.host.choice()?.document;
    return document ? this.keyOf(document) : '';
  }

  /** The key under which a document is offered. */
  keyOf(document: OpenDocument): string {
    const stored = this.storedOf(document);
    return stored ? serverKey(stored.name) : document.key;
  }

  /** What the open document is on the server. */
  get stored(): Stored | undefined {
    const document = this.host.choice()?.document;
    return document && this.storedOf(document);
  }

  /** The open document's name, without folders: that on the server, once it has one. */
  get fileName(): string {
    const name = this.stored?.name ?? this.host.choice()?.document.file ?? '';
    return name.slice(name.lastIndexOf('/') + 1);
  }

  adopt(document: OpenDocument, stored: Stored): void {
    if (this.desk) this.desk.adopt(document, stored);
    else this.early.push([document, stored]);
    this.noticeOther();
  }

  get saving(): Saving {
    const choice = this.host.choice();
    if (choice && this.desk?.isSaved(choice) && !this.host.isDrafting()) return 'saved';
    if (this.desk?.needsToken) return 'token';
    return this.desk?.mayWrite ? 'yes' : 'no';
  }

  readonly save = async (): Promise<void> => {
    const choice = this.host.choice();
    if (!choice) return;
    // Emptied, so that the same words are told again.
    this.host.tell('');
    await this.desk?.save(choice);
  };

  readonly signIn = async (): Promise<void> => this.desk?.signIn();

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.lookAgain);
    this.answered = Promise.race([
      this.connect(),
      new Promise((resolve) => setTimeout(resolve, longestSilence)),
    ]);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.lookAgain);
  }

  private storedOf(document: OpenDocument): Stored | undefined {
    if (this.desk) return this.desk.storedOf(document);
    return this.early.find(([{ key }]) => key === document.key)?.[1];
  }

  private async connect(): Promise<void> {
    if (this.desk || !location.protocol.startsWith('http')) return;
    try {
      const { openDesk } = await import('../server-desk.ts');
      this.desk = await openDesk({ ...this.host, changed: () => this.element.requestUpdate() });
      for (const [document, stored] of this.early.splice(0)) this.desk?.adopt(document, stored);
      this.noticeOther();
    } catch {
      // Without a server the page does all that it does on a site of mere files.
    }
    this.element.requestUpdate();
  }

  private readonly lookAgain = (): void => {
    if (document.visibilityState === 'visible') void this.desk?.refresh().then(() => this.noticeOther());
  };

  private noticeOther(): void {
    const choice = this.host.choice();
    if (choice) this.desk?.noticeOther(choice.document);
  }
}
