import './analyse.css';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../components/light-element.ts';
import type { Desk } from '../server-desk.ts';
import type { ScenarioOffer } from '../state/choice.ts';
import type { Revised } from '../state/moves.ts';
import type { Model, Steps } from '../state/session.ts';
import { FileController, type ValidFile } from './file-controller.ts';
import { renderTabs } from './tabs.ts';
import { text } from './text.ts';
import { formatClock } from './write-time.ts';
import './best-view.ts';
import './divider.ts';
import './file-pane.ts';
import './history-view.ts';
import './inputs-view.ts';
import './plans-view.ts';
import './server-file.ts';
import './sweep-view.ts';

const views = ['plans', 'inputs', 'sweep', 'best', 'history'] as const;
type View = (typeof views)[number];

/**
 * The room of analysts: the file on one side, what it comes to on the other.
 *
 * Properties  model; steps (the history); offers (scenarios that can be picked); desk (where scenarios are on a server); view (which results are shown)
 * Events      kept-revise, kept-undo, kept-history, kept-view, kept-tell, kept-trouble; kept-draft with the key of the document
 *             of which a text stands in the editor that is no valid file, or null
 */
@customElement('kept-analyse')
export class AnalyseRoom extends LightElement {
  @property({ attribute: false }) model!: Model;
  @property({ attribute: false }) steps: Steps | null = null;
  @property({ attribute: false }) offers: readonly ScenarioOffer[] = [];
  @property({ attribute: false }) desk: Desk | null = null;
  @property() view: string | undefined;
  @state() private side: 'file' | 'results' = 'file';
  @state() private share = readShare();
  @state() private opened: string | null = null;
  private readonly seen = new Set<View>();
  private openedOf: Steps['opened'] | null = null;
  private draftOf: string | null = null;
  private readonly file: FileController = new FileController(this, {
    choice: () => this.model.choice,
    revise: (detail: Revised) => this.tell('kept-revise', detail),
    undo: () => this.tell('kept-undo'),
  });

  override willUpdate(): void {
    const opened = this.steps?.opened ?? null;
    if (opened === this.openedOf) return;
    this.openedOf = opened;
    void opened?.text().then((content) => {
      if (this.openedOf === opened) this.opened = content;
    });
  }

  override updated(): void {
    this.style.setProperty('--share', `${this.share}%`);
    const { problems, draft, valid } = this.file;
    const draftOf = valid && (problems.length > 0 || draft) ? valid.key : null;
    if (draftOf !== this.draftOf) this.tell('kept-draft', draftOf);
    this.draftOf = draftOf;
  }

  override render() {
    const { title } = this.model.situation.scenario;
    const sides = [
      { key: 'file', label: text.filePane },
      { key: 'results', label: text.resultsPane },
    ] as const;
    return html`<h1 class="unseen" tabindex="-1">${text.heading(title)}</h1>
      <div class="sides">${renderTabs(text.panes, 'side', sides, this.side, (side) => {
        this.side = side;
      })}</div>
      <div class="bench show-${this.side}" @kept-share=${this.moveShare}>
        <section class="pane-file" id="side-panel-file" aria-label=${text.filePane}>${this.renderFile()}</section>
        <kept-divider .share=${this.share}></kept-divider>
        <section class="pane-results" id="side-panel-results" aria-label=${text.resultsPane}>${this.renderResults()}</section>
      </div>`;
  }

  private renderFile() {
    const { written, problems, help, draft, failure } = this.file;
    if (failure !== null)
      return html`<p class="state-line wrong" role="alert">${text.editorFailed(failure)}</p>`;
    if (written === null) return html`<p class="state-line" role="status">${text.loadingEditor}</p>`;
    return html`<kept-file-pane .file=${this.fileName} .value=${written} .opened=${this.opened}
      .problems=${problems} .help=${help} .draft=${draft}
      .template=${this.offers.find(({ group }) => group === 'template')?.key}
      @kept-write=${(event: CustomEvent<string>) => this.file.write(event.detail)}
      @kept-drop-draft=${this.file.drop}></kept-file-pane>`;
  }

  private renderResults() {
    const { valid, problems } = this.file;
    if (!valid) return nothing;
    const current = this.current;
    const tabs = views.map((key) => ({ key, label: text.views[key] }));
    return html`${problems.length > 0 ? html`<p class="stale" role="status">${text.lastValid(formatClock(valid.at), problems[0].line)}</p>` : nothing}
      ${renderTabs(text.resultTabs, 'view', tabs, current, this.showView)}
      ${views.map((key) => this.renderPanel(key, valid, key === current))}`;
  }

  /** What was looked at once goes on working while another is looked at. */
  private renderPanel(key: View, valid: ValidFile, current: boolean) {
    if (current) this.seen.add(key);
    return html`<div role="tabpanel" id="view-panel-${key}" aria-labelledby="view-tab-${key}" ?hidden=${!current}>
      ${this.seen.has(key) ? this.panels[key](valid) : nothing}
    </div>`;
  }

  private readonly panels: Readonly<Record<View, (valid: ValidFile) => unknown>> = {
    plans: (valid) =>
      html`<kept-plans .valid=${valid} .bestValue=${this.model.situation.bestValue} .file=${this.fileName} .chosen=${this.chosen} .offers=${this.offers}></kept-plans>`,
    best: (valid) =>
      html`<kept-best .valid=${valid} .file=${this.fileName} .choice=${this.model.choice}></kept-best>`,
    history: () => html`<kept-history .steps=${this.steps}></kept-history>
      <kept-server-file .desk=${this.desk} .choice=${this.model.choice}
        .stored=${this.desk?.storedOf(this.model.choice.document)}></kept-server-file>`,
    sweep: (valid) =>
      html`<kept-sweep .valid=${valid} .file=${this.fileName} .chosen=${this.chosen}></kept-sweep>`,
    inputs: (valid) =>
      html`<kept-inputs .valid=${valid} .file=${this.fileName} .chosen=${this.chosen}></kept-inputs>`,
  };

  private get fileName(): string {
    const { document } = this.model.choice;
    return this.desk?.storedOf(document)?.name ?? document.file;
  }

  /** Name of the plan that is looked at. */
  private get chosen(): string {
    const { plans } = this.model.situation.scenario;
    return (plans[this.model.choice.planIndex] ?? plans[0])?.name ?? '';
  }

  private get current(): View {
    return views.find((view) => view === this.view) ?? 'plans';
  }

  private readonly showView = (view: View): void => {
    this.view = view;
    this.tell('kept-view', view);
  };

  private readonly moveShare = ({ detail }: CustomEvent<number>): void => {
    this.share = detail;
    try {
      localStorage.setItem(sharePlace, `${detail}`);
    } catch {
      // A browser that keeps nothing begins with the usual width again.
    }
  };

  private tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}

const sharePlace = 'kept/analyse/share';
const usualShare = 43;

function readShare(): number {
  try {
    const share = Number(localStorage.getItem(sharePlace));
    return share >= 20 && share <= 75 ? share : usualShare;
  } catch {
    return usualShare;
  }
}
