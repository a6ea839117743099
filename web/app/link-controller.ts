import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { failureOf } from '../runner/runner.ts';
import type { Choice, OpenDocument, Settings } from '../state/choice.ts';
import type { Shared } from '../state/link.ts';
import { longLink, type SharedLink } from '../state/link-length.ts';
import type { Spot } from '../state/place.ts';
import type { Trouble } from '../state/trouble.ts';
import { text } from '../text.ts';

export interface LinkHost {
  choice(): Choice | undefined;
  /** Of what is open. */
  fileName(): string;
  spot(): Spot;
  take(document: OpenDocument, planIndex: number, settings: Settings, spot: Partial<Shared>): void;
  tell(words: string): void;
  showTrouble(trouble: Trouble): void;
  /** The link is out of the address; what the page is at may stand there again. */
  cleared(): void;
}

/** Links that hold a whole scenario: opens the one in the address, and copies one to what is chosen. */
export class LinkController implements ReactiveController {
  /** A link to show, as it could not be copied or is long. */
  shown: SharedLink | null = null;
  private linked: Choice | null = null;

  constructor(
    private readonly element: ReactiveControllerHost,
    private readonly host: LinkHost,
  ) {
    element.addController(this);
  }

  /** Whether the last link that was copied leads to just what is chosen. */
  get isCopied(): boolean {
    return this.linked !== null && this.linked === this.host.choice();
  }

  hostConnected(): void {
    window.addEventListener('hashchange', this.open);
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.open);
  }

  /** Once read, a link is taken out of the address: loading the page anew is not to go back to it from later work. */
  readonly open = async (): Promise<void> => {
    const { hash } = location;
    if (!isLink(hash)) return;
    try {
      const { readLink } = await import('../state/link.ts');
      const opening = await readLink(hash);
      if (location.hash === hash)
        history.replaceState(history.state, '', location.pathname + location.search);
      if (opening.ok) {
        const { document, planIndex, teaching, room, view } = opening;
        this.host.take(document, planIndex, { teaching }, { room, view });
      } else this.host.showTrouble(opening.trouble);
      this.host.cleared();
    } catch (error) {
      this.fail(text.linkFailed, error);
    }
  };

  readonly copy = async (): Promise<void> => {
    const choice = this.host.choice();
    if (!choice) return;
    // Emptied, so that the same words are told again.
    this.host.tell('');
    try {
      const { copyLink } = await import('../share-link.ts');
      const link = await copyLink(choice, this.host.fileName(), this.host.spot(), location);
      if (link.copied) {
        this.linked = choice;
        this.host.tell(text.linkCopied(location.host));
      }
      if (!link.copied || link.address.length > longLink) this.shown = link;
      this.element.requestUpdate();
    } catch (error) {
      this.fail(text.linkUnmade, error);
    }
  };

  readonly forget = (): void => {
    this.shown = null;
    this.element.requestUpdate();
  };

  private fail(title: string, error: unknown): void {
    this.host.showTrouble({ title, advice: failureOf(error).message, problems: [] });
  }
}

export function isLink(hash: string): boolean {
  return /^#kept\d+=/.test(hash);
}
