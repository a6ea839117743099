import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { TrashList } from '../../server/routes/scenario-schemas.ts';
import { ApiError } from '../api.ts';
import { LightElement } from '../components/light-element.ts';
import { formatCount, formatTime } from '../format.ts';
import { failureOf } from '../runner/runner.ts';
import type { Desk } from '../server-desk.ts';
import { text } from './text.ts';

type Deleted = TrashList['deleted'][number];

/** What became of an entry: it is back under a name, or its own is taken and another is free. */
type Outcome = { readonly back: string } | { readonly free: string };

/**
 * Dialog that lists what was deleted on the server, and puts it back. What is back can be opened in its place in the list.
 *
 * Properties  desk
 * Events      kept-trash-seen, when it is closed; kept-pick with the key of what is to be opened
 */
@customElement('kept-trash')
export class Trash extends LightElement {
  @property({ attribute: false }) desk!: Desk;
  @state() private deleted: readonly Deleted[] | null = null;
  @state() private outcomes: ReadonlyMap<string, Outcome> = new Map();
  @state() private failure: string | null = null;
  @state() private told = '';
  /** Ids of what the server has been asked to put back. */
  private readonly restoring = new Set<string>();
  @query('dialog') private dialog!: HTMLDialogElement;

  override firstUpdated(): void {
    this.dialog.showModal();
    void this.list();
  }

  override render() {
    const sub = this.desk.mayWrite ? text.trashSub : text.trashSubReading;
    return html`<dialog class="sheet-dialog" aria-labelledby="trash-title" @close=${this.closed}>
      <h2 id="trash-title">${text.trashTitle}</h2>
      <p>${sub}</p>
      ${this.failure === null ? nothing : html`<p class="wrong" role="alert">${this.failure}</p>`}
      ${this.deleted ? this.renderList(this.deleted) : nothing}
      <p class=${this.deleted || this.failure !== null ? 'unseen' : ''} role="status">${this.told}</p>
      <div class="acts">
        <button class="button filled" autofocus @click=${() => this.dialog.close()}>${text.trashClose}</button>
        <button class="word" @click=${this.list}>${text.trashAgain}</button>
      </div>
    </dialog>`;
  }

  private renderList(deleted: readonly Deleted[]) {
    if (deleted.length === 0) return html`<p>${text.trashNone}</p>`;
    return html`<ul class="deleted">${deleted.map((entry) => this.renderEntry(entry))}</ul>`;
  }

  private renderEntry(entry: Deleted) {
    const { id, name, deletedAt, bytes } = entry;
    const outcome = this.outcomes.get(id);
    const time = formatTime(Date.parse(deletedAt));
    const when = text.trashDeleted(time, text.bytes(formatCount(bytes)));
    // One button whatever becomes of the entry, so that the focus stays on it.
    const { words, label, spoken, act } =
      outcome && 'back' in outcome
        ? {
            ...{ words: text.trashBack(outcome.back), label: text.trashOpen },
            ...{ spoken: text.trashOpenNamed(outcome.back), act: () => this.open(outcome.back) },
          }
        : outcome
          ? {
              ...{ words: text.trashTaken(name), label: text.trashRestoreAs(outcome.free) },
              ...{ spoken: nothing, act: () => this.restore(entry, outcome.free) },
            }
          : {
              ...{ words: when, label: text.trashRestore },
              ...{ spoken: text.trashRestoreNamed(name, time), act: () => this.restore(entry) },
            };
    return html`<li><span><b>${name}</b> ${words}</span>
      ${this.desk.mayWrite ? html`<button class="word" aria-label=${spoken} @click=${act}>${label}</button>` : nothing}</li>`;
  }

  private readonly list = async (): Promise<void> => {
    this.failure = null;
    this.deleted = null;
    this.outcomes = new Map();
    this.told = text.trashLooking;
    try {
      const { deleted } = await this.desk.api.listTrash();
      this.deleted = deleted;
      this.told = deleted.length === 0 ? text.trashNone : text.trashCount(deleted.length);
    } catch (error) {
      this.told = '';
      this.failure = text.trashFailed(failureOf(error).message);
    }
  };

  private async restore({ id, name }: Deleted, to?: string): Promise<void> {
    // A second click comes before the first is answered.
    if (this.restoring.has(id)) return;
    this.restoring.add(id);
    this.failure = null;
    try {
      const saved = await this.desk.api.restoreDeleted(id, to);
      // What can be opened is what the server lists.
      await this.desk.refresh();
      this.note(id, { back: saved.name }, text.trashBack(saved.name));
    } catch (error) {
      const free = error instanceof ApiError && error.status === 409 ? error.facts.free : undefined;
      if (free !== undefined) this.note(id, { free }, text.trashTaken(name));
      else this.failure = text.trashNotBack(name, failureOf(error).message);
    } finally {
      this.restoring.delete(id);
    }
  }

  private note(id: string, outcome: Outcome, told: string): void {
    this.outcomes = new Map(this.outcomes).set(id, outcome);
    this.told = told;
  }

  private async open(name: string): Promise<void> {
    this.failure = null;
    if (this.desk.offeredAs(name) === undefined) await this.desk.refresh();
    const key = this.desk.offeredAs(name);
    if (key === undefined) {
      this.failure = text.trashNotListed(name);
      return;
    }
    this.dialog.close();
    this.dispatchEvent(new CustomEvent('kept-pick', { detail: key, bubbles: true }));
  }

  private closed(): void {
    this.dispatchEvent(new CustomEvent('kept-trash-seen', { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kept-trash': Trash;
  }
}
