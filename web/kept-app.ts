import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { AutosaveController } from './app/autosave-controller.ts';
import { DeskController } from './app/desk-controller.ts';
import { DownloadController } from './app/download-controller.ts';
import { DropController } from './app/drop-controller.ts';
import { HistoryController } from './app/history-controller.ts';
import { LeaveController } from './app/leave-controller.ts';
import { isLink, LinkController } from './app/link-controller.ts';
import { PlaceController } from './app/place-controller.ts';
import { RoomLoader } from './app/room-loader.ts';
import { LightElement } from './components/light-element.ts';
import { formatTime } from './format.ts';
import { createPageRunner } from './runner/page-runner.ts';
import { failureOf } from './runner/runner.ts';
import { createWorkerRunner } from './runner/worker-runner.ts';
import { reopen } from './state/autosave.ts';
import type { OpenDocument, ScenarioOffer, Settings } from './state/choice.ts';
import { copyOf, openFile, ownOffer } from './state/documents.ts';
import type { FeeMove, LeverMove, Revised, TeachMove } from './state/moves.ts';
import type { Place, Room } from './state/place.ts';
import { createSession, type Model } from './state/session.ts';
import { Refused, type Trouble, troubleOf } from './state/trouble.ts';
import { text } from './text.ts';
import { originOf } from './views/origin-words.ts';
import './components/footer.ts';
import './components/masthead.ts';
import './components/problems-dialog.ts';
import './views/decide.ts';
import './views/empty.ts';

/**
 * The page: what is chosen and what is known comes from the session and goes down to the room; what the reader does
 * comes up as events.
 *
 * Properties  offers, the scenarios that can be picked; opening, the one that opens by itself
 */
@customElement('kept-app')
export class KeptApp extends LightElement {
  @property({ attribute: false }) offers: readonly ScenarioOffer[] = [];
  @property({ attribute: false }) opening: OpenDocument | null = null;
  @state() private own: readonly ScenarioOffer[] = [];
  private picked = '';
  /** Key of the document of which a text stands in the editor of Analyse that is no valid file. */
  @state() private draftOf: string | null = null;
  /** The address asks for what only the server may have, and it has not said so yet. */
  @state() private isExpecting = false;
  /** Where the address leads once the server has said what it has. */
  private awaited: Place | null = null;
  @state() private trouble: Trouble | null = null;
  @state() private told = '';
  private readonly session = createSession(
    { best: createPageRunner(), plan: createWorkerRunner(), curve: createWorkerRunner() },
    () => this.requestUpdate(),
  );
  private readonly choice = () => this.session.model?.choice;
  private readonly tell = (words: string) => {
    this.told = words;
  };
  private readonly showTrouble = (trouble: Trouble | null) => {
    this.trouble = trouble;
  };
  private readonly past = new HistoryController(this, this.session, this.tell);
  private readonly host = {
    ...{ choice: this.choice, tell: this.tell, showTrouble: this.showTrouble },
    fileName: (): string => this.desk.fileName,
    isDrafting: () => this.draftOf !== null && this.draftOf === this.choice()?.document.key,
    open: (document: OpenDocument, planIndex = -1, settings?: Settings): void => {
      this.picked = document.key;
      const isThere = document.scenario.plans[planIndex] !== undefined;
      this.session.open(document, isThere ? planIndex : undefined, settings);
      this.told = text.loaded(document.scenario.title);
    },
  };
  private readonly place = new PlaceController(this, this.choice, (place) => void this.arrive(place));
  private readonly rooms = new RoomLoader(this);
  private readonly autosave = new AutosaveController(this, () => ({
    ...{ offer: this.desk.current, stored: this.desk.stored },
  }));
  protected readonly leaving = new LeaveController(this, {
    isLosing: () => this.session.undoName !== null && !this.autosave.isKept && this.desk.saving !== 'saved',
    ...{ keep: () => this.autosave.keepAll(), showTrouble: this.showTrouble },
  });
  private readonly downloads = new DownloadController(this, this.host);
  private readonly dropped = new DropController(this, (file) => void this.openFile(file));
  private readonly link = new LinkController(this, {
    ...this.host,
    spot: () => this.place.current,
    goTo: this.place.note,
    ...{ offers: () => this.allOffers, answered: () => this.desk.answered },
    keyOf: (document) => this.desk.keyOf(document),
    take: (document, planIndex, settings) => this.take(document, planIndex, settings),
    cleared: () => this.notePlace(),
  });
  private readonly desk = new DeskController(this, this.host);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.begin();
  }

  override willUpdate(): void {
    this.session.watchDraws(this.place.room === 'decide');
  }

  override updated(): void {
    const { model, undoName } = this.session;
    const title = model?.situation.scenario.title;
    document.title = title ? `${title} · ${text.product}` : text.product;
    const { awaited } = this;
    if (awaited && awaited.scenario !== this.picked && this.isOffered(awaited.scenario))
      void this.arrive(awaited);
    else if (model && !awaited) this.notePlace();
    this.autosave.note(model?.choice ?? null, undoName === null && this.isNamed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session.stop();
  }

  override render() {
    const { undoName, redoName } = this.session;
    const model = this.link.isBeginning ? null : this.session.model;
    const linked = this.link.isCopied;
    // A link that was copied is news only until something else is set.
    const told = linked || this.told !== text.linkCopied(location.host) ? this.told : '';
    return html`<div class="page ${this.dropped.dropping ? 'drop' : ''} room-${this.place.room}"
      @kept-room=${(event: CustomEvent<Room>) => this.place.goTo(event.detail)}
      @kept-view=${(event: CustomEvent<string>) => this.place.note({ view: event.detail })}
      @kept-tell=${(event: CustomEvent<string>) => this.tell(event.detail)}
      @kept-draft=${(event: CustomEvent<string | null>) => (this.draftOf = event.detail)}
      @kept-pick=${(event: CustomEvent<string>) => this.pick(event.detail)}
      @kept-open-file=${(event: CustomEvent<File>) => this.openFile(event.detail)}
      @kept-history=${(event: CustomEvent<number>) => this.session.goTo(event.detail)}
      @kept-undo=${this.past.undo} @kept-redo=${this.past.redo} @kept-copy-link=${this.link.copy} @kept-save=${this.desk.save} @kept-token=${this.desk.signIn}
      @kept-fee=${(event: CustomEvent<FeeMove>) => this.session.setFee(event.detail)}
      @kept-lever=${(event: CustomEvent<LeverMove>) => this.session.setLever(event.detail)}
      @kept-teaching=${(event: CustomEvent<TeachMove>) => this.session.setTeaching(event.detail)}
      @kept-plan=${(event: CustomEvent<number>) => this.session.setPlan(event.detail)}
      @kept-revise=${({ detail: { document, name, merge } }: CustomEvent<Revised>) => this.session.revise(document, name, merge)}
      @kept-download-scenario=${this.downloads.scenario} @kept-download-result=${this.downloads.result} @kept-cancel=${this.downloads.cancel}
      @kept-problems=${(event: CustomEvent<Trouble>) => this.showTrouble(event.detail)}
      @kept-trouble=${(event: CustomEvent<string>) => this.showTrouble(troubleOf(event.detail))}>
      <a class="skip" href="#main" @click=${this.skip}>${text.skip}</a>
      <kept-masthead .room=${this.place.room} .scenarios=${this.allOffers} .current=${this.desk.current} .undoName=${undoName} .redoName=${redoName} .told=${told} .linked=${linked} .saving=${this.desk.saving}></kept-masthead>
      <p class="unseen" role="status">${told}</p>
      <main id="main" tabindex="-1">${model ? this.renderRoom(model) : this.renderNone()}</main>
      ${model ? this.renderFooter(model) : nothing}
      <kept-problems .trouble=${this.trouble} @kept-trouble-seen=${() => this.showTrouble(null)}></kept-problems>
      ${this.link.shown ? html`<kept-link .link=${this.link.shown} @kept-link-seen=${this.link.forget}></kept-link>` : nothing}
    </div>`;
  }

  private renderNone() {
    return this.isExpecting || this.link.isBeginning
      ? html`<p class="state room-state" role="status">${text.scenarioLoading}</p>`
      : html`<kept-empty .offers=${this.allOffers}></kept-empty>`;
  }

  private renderRoom(model: Model) {
    const { room, view } = this.place;
    const undoable = this.session.undoName !== null;
    if (room === 'decide')
      return html`<kept-decide .model=${model} .origin=${originOf(model)} .undoable=${undoable}></kept-decide>`;
    const waiting = this.rooms.load(room);
    if (waiting !== null) return html`<p class="state room-state" role="status">${waiting}</p>`;
    return room === 'teach'
      ? html`<kept-teach .model=${model} .offers=${this.allOffers} .view=${view}></kept-teach>`
      : html`<kept-analyse .model=${model} .steps=${this.session.steps} .offers=${this.allOffers} .desk=${this.desk.open} .view=${view}></kept-analyse>`;
  }

  private renderFooter({ results }: Model) {
    return html`<kept-footer .draws=${results.drawsStale ? null : results.draws} .progress=${this.downloads.progress}></kept-footer>`;
  }

  private get allOffers(): readonly ScenarioOffer[] {
    const listed = [...this.offers, ...this.desk.offers, ...this.own];
    const [key, document] = [this.desk.current, this.choice()?.document];
    return !document || listed.some((offer) => offer.key === key)
      ? listed
      : [...listed, ownOffer(document, key)];
  }

  /**
   * What was being worked on opens first; what the address asks for on top of it, so that undo leads back. Where nothing
   * was, what is asked for is the first.
   */
  private async begin(): Promise<void> {
    const asked = this.place.current;
    const restored = await this.restore();
    const isAsked = asked.scenario && asked.scenario !== this.opening?.key;
    if (restored === null && isAsked && !isLink(location.hash)) {
      // What else would stand here meanwhile could be mistaken for it.
      this.isExpecting = true;
      // It may be one of the server's.
      if (!this.isOffered(asked.scenario)) await this.desk.answered;
      if (!this.session.model) await this.arrive(asked);
      this.isExpecting = false;
      // It is here, or the reader has opened something else.
      if (this.session.model) return;
    }
    if (restored === null && this.opening && !this.session.model) this.session.open(this.opening);
    if (isLink(location.hash)) await this.link.begin();
    else if (restored === null || (asked.scenario && asked.scenario !== restored)) await this.arrive(asked);
  }

  /** Resolves with the key of what was kept, if anything was. */
  private async restore(): Promise<string | null> {
    const kept = this.autosave.read();
    if (!kept || this.session.model) return null;
    const { offer, stored, at } = kept;
    const reopened = await reopen(
      kept,
      this.offers.some(({ key }) => key === offer),
    );
    if (!reopened.ok) this.trouble = reopened.trouble;
    if (!reopened.ok) return null;
    const { document, planIndex, settings } = reopened;
    if (this.opening) this.session.open(this.opening);
    if (document.group === 'own') this.own = [...this.own, ownOffer(document)];
    this.picked = document.key;
    this.session.open(document, planIndex, settings);
    this.told = text.restored(document.scenario.title, formatTime(at));
    if (stored) this.desk.adopt(document, stored);
    return offer;
  }

  private async arrive(place: Place): Promise<void> {
    const { scenario, plan } = place;
    const isElsewhere = scenario !== undefined && scenario !== this.desk.current;
    // Until it is there, the address stays what was asked for.
    this.awaited = isElsewhere ? place : null;
    if (isElsewhere && !this.isOffered(scenario)) return;
    if (isElsewhere) await this.pick(scenario);
    if (scenario !== undefined && scenario !== this.desk.current) return;
    const index = this.choice()?.document.scenario.plans.findIndex(({ name }) => name === plan) ?? -1;
    if (index >= 0 && index !== this.choice()?.planIndex) this.session.setPlan(index);
  }

  /** An address leads to what is open: neither a file of the reader's own nor one that the server has no more. */
  private get isNamed(): boolean {
    return this.allOffers.some(({ key, group }) => key === this.desk.current && group !== 'own');
  }

  private isOffered(key: string | undefined): boolean {
    return this.allOffers.some((offer) => offer.key === key);
  }

  private notePlace(): void {
    const choice = this.choice();
    if (!choice) return;
    const plan = choice.document.scenario.plans[choice.planIndex]?.name;
    this.place.note(
      this.isNamed ? { scenario: this.desk.current, plan } : { scenario: undefined, plan: undefined },
    );
  }

  /** Of several picked in a row the last counts, whichever loads first. */
  private async pick(key: string): Promise<void> {
    const offer = this.allOffers.find((one) => one.key === key);
    if (!offer) return;
    this.picked = key;
    try {
      const document = await offer.load();
      if (this.picked !== key) return;
      this.awaited = null;
      offer.group === 'template' ? this.take(copyOf(document)) : this.session.open(document);
    } catch (error) {
      if (this.picked !== key) return;
      this.awaited = null;
      if (error instanceof Refused) this.trouble = error.trouble;
      else this.trouble = troubleOf(text.openFailed(offer.title), failureOf(error).message);
    }
  }

  private async openFile(file: File): Promise<void> {
    const opening = await openFile(file);
    if (opening.ok) this.take(opening.document);
    else this.trouble = opening.trouble;
  }

  /** Opens a document of the reader's own, and offers it from now on. */
  private take(document: OpenDocument, planIndex?: number, settings?: Settings): void {
    this.own = [...this.own, ownOffer(document)];
    this.awaited = null;
    this.host.open(document, planIndex, settings);
  }

  private readonly skip = (event: Event): void => {
    event.preventDefault();
    this.querySelector<HTMLElement>('h1, main')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kept-app': KeptApp;
  }
}
