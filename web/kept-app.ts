import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FileProgress } from './components/footer.ts';
import { LightElement } from './components/light-element.ts';
import { DeskController } from './desk-controller.ts';
import { createPageRunner } from './runner/page-runner.ts';
import { runFile } from './runner/run-file.ts';
import { failureOf } from './runner/runner.ts';
import { createWorkerRunner } from './runner/worker-runner.ts';
import { fileName, saveFile } from './save-file.ts';
import type { Choice, OpenDocument, ScenarioOffer } from './state/choice.ts';
import { openFile, openText, writeChoice } from './state/documents.ts';
import { longLink, type SharedLink } from './state/link-length.ts';
import type { FeeMove, LeverMove } from './state/moves.ts';
import { createSession, type Model } from './state/session.ts';
import { Refused, type Trouble } from './state/trouble.ts';
import { text } from './text.ts';
import { decisionOf } from './views/verdict-view.ts';
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
  @state() private trouble: Trouble | null = null;
  @state() private told = '';
  @state() private dropping = false;
  @state() private progress: FileProgress | null = null;
  @state() private link: SharedLink | null = null;
  /** What the last link that was copied leads to. */
  @state() private linked: Choice | null = null;
  private making: AbortController | null = null;
  private readonly session = createSession(
    { best: createPageRunner(), plan: createWorkerRunner(), curve: createWorkerRunner() },
    () => this.requestUpdate(),
  );
  private readonly desk = new DeskController(this, {
    choice: () => this.session.model?.choice,
    open: (document, planIndex) => {
      this.picked = document.key;
      this.session.open(document, document.scenario.plans[planIndex] ? planIndex : undefined);
    },
    tell: (words) => {
      this.told = words;
    },
    showTrouble: (trouble) => {
      this.trouble = trouble;
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.press);
    window.addEventListener('beforeunload', this.leave);
    window.addEventListener('hashchange', this.openLink);
    if (this.opening && !this.session.model) this.session.open(this.opening);
    void this.openLink();
  }

  override updated(): void {
    const title = this.session.model?.situation.scenario.title;
    document.title = title ? `${title} · ${text.product}` : text.product;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.press);
    window.removeEventListener('beforeunload', this.leave);
    window.removeEventListener('hashchange', this.openLink);
    this.session.stop();
  }

  override render() {
    const { model, undoName, redoName } = this.session;
    const linked = model !== null && model.choice === this.linked;
    // A link that was copied is news only until something else is set.
    const told = linked || this.told !== text.linkCopied(location.host) ? this.told : '';
    return html`<div class="page ${this.dropping ? 'drop' : ''}" @dragover=${this.dragOver} @dragleave=${this.dragEnd} @drop=${this.drop}
      @kept-pick=${(event: CustomEvent<string>) => this.pick(event.detail)}
      @kept-open-file=${(event: CustomEvent<File>) => this.openFile(event.detail)}
      @kept-undo=${this.undo} @kept-redo=${this.redo} @kept-copy-link=${this.copyLink} @kept-save=${this.desk.save} @kept-token=${this.desk.signIn}
      @kept-fee=${(event: CustomEvent<FeeMove>) => this.session.setFee(event.detail)}
      @kept-lever=${(event: CustomEvent<LeverMove>) => this.session.setLever(event.detail)}
      @kept-plan=${(event: CustomEvent<number>) => this.session.setPlan(event.detail)}
      @kept-trouble=${(event: CustomEvent<string>) => this.tellTrouble(event.detail)}>
      <a class="skip" href="#verdict">${text.skip}</a>
      <kept-masthead .scenarios=${this.allOffers} .current=${this.desk.current} .undoName=${undoName} .redoName=${redoName} .told=${told} .linked=${linked} .saving=${this.desk.saving}></kept-masthead>
      <p class="unseen" role="status">${told}</p>
      <main>
        ${
          model
            ? html`<kept-decide .model=${model} .origin=${originOf(model)} .undoable=${undoName !== null}></kept-decide>`
            : html`<kept-empty></kept-empty>`
        }
      </main>
      ${model ? this.renderFooter(model) : nothing}
      <kept-problems .trouble=${this.trouble} @kept-trouble-seen=${this.forgetTrouble}></kept-problems>
      ${this.link ? html`<kept-link .link=${this.link} @kept-link-seen=${this.forgetLink} @kept-download-scenario=${this.downloadScenario}></kept-link>` : nothing}
    </div>`;
  }

  private renderFooter({ results }: Model) {
    return html`<kept-footer .draws=${results.drawsStale ? null : results.draws} .progress=${this.progress}
      @kept-download-scenario=${this.downloadScenario} @kept-download-result=${this.downloadResult} @kept-cancel=${this.cancel}></kept-footer>`;
  }

  private get allOffers(): readonly ScenarioOffer[] {
    return [...this.offers, ...this.desk.offers, ...this.own];
  }

  /** Of several picked in a row the last counts, whichever loads first. */
  private async pick(key: string): Promise<void> {
    const offer = this.allOffers.find((one) => one.key === key);
    if (!offer) return;
    this.picked = key;
    try {
      const document = await offer.load();
      if (this.picked === key) this.session.open(document);
    } catch (error) {
      if (error instanceof Refused) this.trouble = error.trouble;
      else this.tellTrouble(text.openFailed(offer.title), failureOf(error).message);
    }
  }

  private async openFile(file: File): Promise<void> {
    const opening = await openFile(file);
    if (!opening.ok) {
      this.trouble = opening.trouble;
      return;
    }
    this.take(opening.document);
  }

  /** Opens a document of the reader's own, and offers it from now on. */
  private take(document: OpenDocument, planIndex?: number): void {
    const { key, group, scenario } = document;
    this.own = [...this.own, { key, group, title: scenario.title, load: () => Promise.resolve(document) }];
    this.picked = key;
    this.session.open(document, planIndex);
    this.told = text.loaded(scenario.title);
  }

  /** Once read, a link is taken out of the address: loading the page anew is not to go back to it from later work. */
  private readonly openLink = async (): Promise<void> => {
    const { hash } = location;
    if (!/^#kept\d+=/.test(hash)) return;
    try {
      const { readLink } = await import('./state/link.ts');
      const opening = await readLink(hash);
      if (location.hash === hash)
        history.replaceState(history.state, '', location.pathname + location.search);
      if (opening.ok) this.take(opening.document, opening.planIndex);
      else this.trouble = opening.trouble;
    } catch (error) {
      this.tellTrouble(text.linkFailed, failureOf(error).message);
    }
  };

  private readonly copyLink = async (): Promise<void> => {
    const choice = this.session.model?.choice;
    if (!choice) return;
    // Emptied, so that the same words are told again.
    this.told = '';
    try {
      const { copyLink } = await import('./share-link.ts');
      const link = await copyLink(choice, location);
      if (link.copied) {
        this.linked = choice;
        this.told = text.linkCopied(location.host);
      }
      if (!link.copied || link.address.length > longLink) this.link = link;
    } catch (error) {
      this.tellTrouble(text.linkUnmade, failureOf(error).message);
    }
  };

  private readonly undo = (): void => {
    const name = this.session.undoName;
    if (name === null) return;
    this.session.undo();
    this.told = text.undone(name);
  };

  private readonly redo = (): void => {
    const name = this.session.redoName;
    if (name === null) return;
    this.session.redo();
    this.told = text.redone(name);
  };

  /** Leaving with changes asks first: what was set lives in this page alone until it is downloaded or saved. */
  private readonly leave = (event: BeforeUnloadEvent): void => {
    if (this.session.undoName !== null && this.desk.saving !== 'saved') event.preventDefault();
  };

  private readonly press = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    // A field that is being written in has an undo of its own.
    if (event.target instanceof HTMLInputElement && event.target.type === 'text') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) this.redo();
    else this.undo();
  };

  private readonly dragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.dropping = true;
  };

  private readonly dragEnd = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.dropping = false;
  };

  private readonly drop = (event: DragEvent): void => {
    event.preventDefault();
    this.dropping = false;
    const file = event.dataTransfer?.files[0];
    if (file) void this.openFile(file);
  };

  private readonly downloadScenario = async (): Promise<void> => {
    const choice = this.session.model?.choice;
    if (!choice) return;
    try {
      const content = await writeChoice(choice);
      saveFile(choice.document.file, new Blob([content], { type: 'application/yaml;charset=utf-8' }));
    } catch (error) {
      this.tellTrouble(text.saveFailed, failureOf(error).message);
    }
  };

  /** The result of the file as it would be downloaded, all plans and all draws: the bytes of `kept run --json`. */
  private readonly downloadResult = async (): Promise<void> => {
    const choice = this.session.model?.choice;
    if (!choice) return;
    const making = new AbortController();
    this.making = making;
    this.progress = { done: 0, total: 1000 };
    try {
      const { file } = choice.document;
      const opening = await openText(file, await writeChoice(choice));
      if (!opening.ok) {
        this.trouble = opening.trouble;
        return;
      }
      const track = (answer: FileProgress) => {
        this.progress = answer;
      };
      const result = await runFile(opening.document.scenario, track, making.signal);
      const name = `${fileName(file.replace(/\.[^.]*$/, ''))}.result.json`;
      saveFile(name, new Blob([result], { type: 'application/json' }));
    } catch (error) {
      if (!making.signal.aborted) this.tellTrouble(text.saveFailed, failureOf(error).message);
    } finally {
      this.progress = null;
    }
  };

  private readonly cancel = (): void => this.making?.abort();

  private tellTrouble(title: string, advice = ''): void {
    this.trouble = { title, advice, problems: [] };
  }

  private readonly forgetTrouble = (): void => {
    this.trouble = null;
  };

  private readonly forgetLink = (): void => {
    this.link = null;
  };
}

/** Says under a saved picture where it comes from. */
function originOf({ situation, results }: Model): string {
  const { title } = situation.scenario;
  const engine = results.draws?.engine;
  const run = engine ? ` · ${text.seed(engine.seed)} · ${text.draws(engine.draws)}` : '';
  return `${text.product} · ${title} · ${decisionOf(situation)}${run}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'kept-app': KeptApp;
  }
}
