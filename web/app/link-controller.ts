import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { failureOf } from '../runner/runner.ts';
import {
  type Choice,
  type OpenDocument,
  openedChoice,
  type ScenarioOffer,
  type Settings,
} from '../state/choice.ts';
import type { LinkOpening } from '../state/link.ts';
import { longLink, type SharedLink } from '../state/link-length.ts';
import type { Spot } from '../state/place.ts';
import type { Trouble } from '../state/trouble.ts';
import { text } from '../text.ts';

export interface LinkHost {
  choice(): Choice | undefined;
  /** Of what is open. */
  fileName(): string;
  spot(): Spot;
  goTo(spot: Spot): void;
  offers(): readonly ScenarioOffer[];
  /** The key under which a document is offered. */
  keyOf(document: OpenDocument): string;
  /** Until the server has said what it has. */
  answered(): Promise<unknown>;
  /** Opens what is offered. */
  open(document: OpenDocument, planIndex: number, settings?: Settings): void;
  /** Opens a document of the reader's own. */
  take(document: OpenDocument, planIndex: number, settings: Settings): void;
  tell(words: string): void;
  showTrouble(trouble: Trouble): void;
  /** The link is out of the address; what the page is at may stand there again. */
  cleared(): void;
}

type Opened = Extract<LinkOpening, { readonly ok: true }>;

interface Origin {
  readonly original: OpenDocument;
  readonly isChanged: boolean;
}

/** Links that hold a whole scenario: opens the one in the address, and copies one to what is chosen. */
export class LinkController implements ReactiveController {
  /** A link to show, as it could not be copied or is long. */
  shown: SharedLink | null = null;
  /** The link that the page was opened with is not open yet. */
  isBeginning = false;
  private linked: Choice | null = null;
  private openings = 0;

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

  /** Opens the link that the page was opened with; what else stands here could be mistaken for it meanwhile. */
  async begin(): Promise<void> {
    this.isBeginning = true;
    await this.open();
    this.begun();
  }

  /**
   * Once taken, a link is out of the address: loading the page anew is not to go back to it from later work. Of several
   * the last counts, whichever is read first; so does another address that is gone to meanwhile.
   */
  readonly open = async (): Promise<void> => {
    const { hash } = location;
    const number = ++this.openings;
    if (!isLink(hash)) return this.begun();
    try {
      const { readLink } = await import('../state/link.ts');
      const opening = await readLink(hash);
      const origin = opening.ok ? await this.originOfLink(opening) : null;
      if (number !== this.openings) return;
      if (opening.ok) this.take(opening, origin);
      else this.host.showTrouble(opening.trouble);
      if (location.hash === hash)
        history.replaceState(history.state, '', location.pathname + location.search);
      this.host.cleared();
    } catch (error) {
      if (number === this.openings) this.fail(text.linkFailed, error);
    }
  };

  readonly copy = async (): Promise<void> => {
    const choice = this.host.choice();
    if (!choice) return;
    // Emptied, so that the same words are told again.
    this.host.tell('');
    try {
      const { copyLink } = await import('../share-link.ts');
      const [file, of] = [this.host.fileName(), this.originOf(choice)];
      const link = await copyLink(choice, { ...this.host.spot(), file, of }, location);
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

  /** What the scenario of a link was made of, if it is here too, and whether it differs. */
  private async originOfLink({ document, of }: Opened): Promise<Origin | null> {
    const original = await this.find(of).catch(() => undefined);
    return original ? { original, isChanged: (await original.text()) !== (await document.text()) } : null;
  }

  /**
   * A link to a scenario that is here too opens that where nothing was changed; otherwise on top of it, so that changes
   * are told, and undo leads back to it.
   */
  private take(
    { document, planIndex, teaching, room = 'decide', view }: Opened,
    origin: Origin | null,
  ): void {
    this.host.goTo({ room, view });
    if (!origin) this.host.take(document, planIndex, { teaching });
    else if (origin.isChanged)
      this.takeChanged({ ...document, opened: origin.original }, planIndex, teaching);
    else this.host.open(origin.original, planIndex, { teaching });
  }

  private takeChanged(
    document: OpenDocument & { readonly opened: OpenDocument },
    planIndex: number,
    teaching: Settings['teaching'],
  ): void {
    const { opened } = document;
    const open = this.host.choice();
    const isOpen = open !== undefined && isUntouched(open, opened);
    if (!isOpen) this.host.open(opened, openedChoice({ document, planIndex, levers: {} }).planIndex);
    this.host.take(document, planIndex, { teaching });
    this.host.tell(text.linkChanged(document.scenario.title, opened.file));
  }

  /** The key of the offer that others have too which a document is, or was made of. */
  private originOf({ document }: Choice): string | undefined {
    const keys = [document, ...(document.opened ? [document.opened] : [])].map((one) => this.host.keyOf(one));
    return keys.find((key) => this.offered(key));
  }

  /** It may be one of the server's. */
  private async find(key: string | null): Promise<OpenDocument | undefined> {
    if (key === null) return undefined;
    if (!this.offered(key)) await this.host.answered();
    return this.offered(key)?.load();
  }

  /** Nothing is an original that only the reader has, or that is only ever copied. */
  private offered(key: string): ScenarioOffer | undefined {
    return this.host
      .offers()
      .find((offer) => offer.key === key && offer.group !== 'own' && offer.group !== 'template');
  }

  private begun(): void {
    this.isBeginning = false;
    this.element.requestUpdate();
  }

  private fail(title: string, error: unknown): void {
    this.host.showTrouble({ title, advice: failureOf(error).message, problems: [] });
  }
}

function isUntouched({ document, levers }: Choice, { key }: OpenDocument): boolean {
  return document.key === key && !document.opened && Object.keys(levers).length === 0;
}

export function isLink(hash: string): boolean {
  return /^#kept\d+=/.test(hash);
}
