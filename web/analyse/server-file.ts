import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Api } from '../api.ts';
import { LightElement } from '../components/light-element.ts';
import { formatCount, formatTime } from '../format.ts';
import { failureOf } from '../runner/runner.ts';
import type { Desk } from '../server-desk.ts';
import type { Choice, Stored } from '../state/choice.ts';
import { withText } from '../state/revise.ts';
import { text } from './text.ts';
import './trash.ts';

type Versions = Awaited<ReturnType<Api['listVersions']>>['versions'];

/**
 * The file on the server: what it was before, another name, a copy, and the way to the trash.
 *
 * Properties  desk; choice; stored (what the document is on the server)
 * Events      kept-revise with an earlier version as one step; kept-tell; kept-problems; kept-pick of what came out of the trash
 */
@customElement('kept-server-file')
export class ServerFile extends LightElement {
  @property({ attribute: false }) desk: Desk | null = null;
  @property({ attribute: false }) choice!: Choice;
  @property({ attribute: false }) stored: Stored | undefined = undefined;
  @state() private versions: Versions | null = null;
  @state() private failure: string | null = null;
  @state() private to = '';
  @state() private sure = false;
  @state() private isTrashShown = false;
  private listed = '';

  override willUpdate(changed: PropertyValues<this>): void {
    const { stored } = this;
    const listed = stored ? `${stored.name} ${stored.etag}` : '';
    if (listed === this.listed || !changed.has('stored')) return;
    if (this.listed.split(' ')[0] !== stored?.name) this.to = '';
    this.listed = listed;
    this.versions = null;
    this.sure = false;
    if (stored) void this.list(stored);
  }

  /** The button that put it into the trash went with the file. */
  override updated(changed: PropertyValues): void {
    if (this.stored || !changed.get('stored') || document.activeElement !== document.body) return;
    const heading = this.querySelector('h2');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }

  override render() {
    const { stored, desk } = this;
    if (!desk) return nothing;
    if (!stored)
      return html`<section class="study"><div class="figure bare"><h2>${text.serverTitle}</h2><p class="sub">${desk.mayWrite ? text.serverNot : text.serverReadOnly}</p></div>${this.renderTrash(desk)}</section>`;
    return html`<section class="study"><div class="figure bare"><h2>${text.serverVersions(stored.name)}</h2><p class="sub">${text.serverSub}</p></div>
      ${this.failure === null ? nothing : html`<p class="state-line wrong" role="alert">${this.failure}</p>`}
      ${this.renderVersions()} ${desk.mayWrite ? this.renderActs(stored) : nothing} ${this.renderTrash(desk)}</section>`;
  }

  private renderTrash(desk: Desk) {
    const show = (shown: boolean) => () => {
      this.isTrashShown = shown;
    };
    return html`<div class="settings"><button class="word" aria-haspopup="dialog" @click=${show(true)}>${text.trashShow}</button></div>
      ${this.isTrashShown ? html`<kept-trash .desk=${desk} @kept-trash-seen=${show(false)}></kept-trash>` : nothing}`;
  }

  private renderVersions() {
    const { versions } = this;
    if (!versions) return html`<p class="state-line" role="status">${text.serverLooking}</p>`;
    if (versions.length === 0) return html`<p class="state-line">${text.serverNone}</p>`;
    return html`<ol class="history" reversed>${versions.map(({ version, savedAt, bytes }) => {
      const time = formatTime(Date.parse(savedAt));
      return html`<li><span>${time}</span> <span>${text.bytes(formatCount(bytes))}</span>
        <button class="word" aria-label=${text.serverOpenNamed(time)} @click=${() => this.take(version, time)}>${text.serverOpen}</button></li>`;
    })}</ol>`;
  }

  private renderActs(stored: Stored) {
    const write = ({ target }: Event) => {
      this.to = (target as HTMLInputElement).value;
    };
    const empty = this.to.trim() === '' || this.to.trim() === stored.name;
    return html`<div class="settings">
      <label class="choice">${text.serverName}<input class="name" .value=${this.to || stored.name} @input=${write}></label>
      <button class="word" ?disabled=${empty} @click=${() => this.rename(stored)}>${text.serverRename}</button>
      <button class="word" ?disabled=${empty} @click=${() => this.copy(stored)}>${text.serverCopy}</button>
      <button class="word" @click=${() => this.trash(stored)}>${this.sure ? text.serverTrashSure(stored.name) : text.serverTrash}</button>
    </div>`;
  }

  private async list({ name }: Stored): Promise<void> {
    await this.attempt(async (desk) => {
      const { versions } = await desk.api.listVersions(name);
      if (this.stored?.name === name) this.versions = versions;
    });
  }

  /** Opens an earlier text over the present one; saving it is up to the reader. */
  private async take(version: number, time: string): Promise<void> {
    await this.attempt(async (desk) => {
      const { stored } = this;
      if (!stored) return;
      const { text: content } = await desk.api.readVersion(stored.name, version);
      const revision = await withText(this.choice.document, content);
      if (revision.ok) this.tell('kept-revise', { document: revision.document, name: text.serverStep(time) });
      else this.tell('kept-problems', revision.trouble);
    });
  }

  private async rename(stored: Stored): Promise<void> {
    // The button has nothing left to do once the name is given.
    this.querySelector<HTMLElement>('input.name')?.focus();
    await this.attempt(async (desk) => {
      const { name, etag } = await desk.api.renameScenario(stored.name, this.to.trim(), stored.etag);
      desk.adopt(this.choice.document, { ...stored, name, etag });
      this.tell('kept-tell', text.serverRenamed(name));
      await desk.refresh();
    });
  }

  private async copy(stored: Stored): Promise<void> {
    await this.attempt(async (desk) => {
      const { name } = await desk.api.copyScenario(stored.name, this.to.trim());
      this.tell('kept-tell', text.serverCopied(name));
      await desk.refresh();
    });
  }

  private async trash(stored: Stored): Promise<void> {
    if (!this.sure) {
      this.sure = true;
      return;
    }
    await this.attempt(async (desk) => {
      await desk.api.deleteScenario(stored.name, stored.etag);
      desk.forget(this.choice.document);
      this.tell('kept-tell', text.serverTrashed(stored.name));
      await desk.refresh();
    });
  }

  private async attempt(work: (desk: Desk) => Promise<void>): Promise<void> {
    if (!this.desk) return;
    this.failure = null;
    try {
      await work(this.desk);
    } catch (error) {
      this.failure = failureOf(error).message;
    }
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}
