import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { longestLink, longLink, type SharedLink } from '../state/link-length.ts';
import { text } from '../text.ts';
import { LightElement } from './light-element.ts';

/**
 * Dialog for a link that needs a word: it is long, too long, or could not be copied and waits to be copied by hand.
 *
 * Properties  link
 * Events      kept-link-seen, when it is closed; kept-download-scenario
 */
@customElement('kept-link')
export class LinkDialog extends LightElement {
  @property({ attribute: false }) link: SharedLink | null = null;
  @query('dialog') private dialog!: HTMLDialogElement;

  override render() {
    return html`<dialog class="sheet-dialog" aria-labelledby="link-title" @close=${this.closed}>
      ${this.link ? this.renderLink(this.link) : nothing}
    </dialog>`;
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('link')) return;
    if (this.link && !this.dialog.open) this.open();
    if (!this.link && this.dialog.open) this.dialog.close();
  }

  /** With the link selected, and its field at the link's beginning. */
  private open(): void {
    this.dialog.showModal();
    const field = this.dialog.querySelector('textarea');
    field?.select();
    if (field) field.scrollTop = 0;
  }

  private renderLink({ address, copied }: SharedLink) {
    const { length } = address;
    const tooLong = length > longestLink;
    const byHand = !copied && !tooLong;
    const title = tooLong ? text.linkTooLong : copied ? text.linkCopiedTitle : text.linkByHand;
    return html`<h2 id="link-title">${title}</h2>
      ${byHand ? html`<p>${text.linkByHandWhy}</p>` : nothing}
      ${length > longLink ? html`<p>${tooLong ? text.linkTooLongWhy(length) : text.linkLong(length)}</p>` : nothing}
      ${byHand ? renderField(address) : nothing}
      <div class="acts">
        <button class="button filled" @click=${() => this.dialog.close()}>${text.close}</button>
        ${
          length > longLink
            ? html`<button class="word" @click=${() => this.send('kept-download-scenario')}>${text.downloadScenario}</button>`
            : nothing
        }
      </div>`;
  }

  private closed(): void {
    this.send('kept-link-seen');
  }

  private send(type: string): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true }));
  }
}

function renderField(address: string) {
  return html`<textarea class="link" readonly rows="4" spellcheck="false" autofocus aria-label=${text.link} .value=${address}></textarea>`;
}
