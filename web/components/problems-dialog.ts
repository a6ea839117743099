import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { saveFile } from '../save-file.ts';
import type { ProblemLine, Trouble } from '../state/trouble.ts';
import { text } from '../text.ts';
import { LightElement } from './light-element.ts';

/**
 * Dialog that lists what is wrong with a file, line by line. Nothing else changes while it is open.
 *
 * Properties  trouble (null: closed)
 * Events      kept-trouble-seen, when it is closed
 */
@customElement('kept-problems')
export class ProblemsDialog extends LightElement {
  @property({ attribute: false }) trouble: Trouble | null = null;
  @state() private copied = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  override render() {
    const { trouble } = this;
    return html`<dialog class="sheet-dialog" aria-labelledby="trouble-title" @close=${this.closed}>
      ${trouble ? this.renderTrouble(trouble) : nothing}
    </dialog>`;
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('trouble')) return;
    if (this.trouble && !this.dialog.open) this.dialog.showModal();
    if (!this.trouble && this.dialog.open) this.dialog.close();
  }

  private renderTrouble({ title, advice, problems, rescue, reload }: Trouble) {
    return html`<h2 id="trouble-title">${title}</h2>
      <p>${advice}</p>
      ${
        problems.length > 0
          ? html`<ol>
              ${problems.map(
                ({ line, column, path, message }) => html`<li>
                  <span class="line">${text.line(line, column)}</span>
                  <span>${path ? html`<span class="path">${path}</span> ` : nothing}${message}</span>
                </li>`,
              )}
            </ol>`
          : nothing
      }
      <div class="acts">
        ${reload ? html`<button class="button filled" autofocus @click=${reload}>${text.reload}</button>` : nothing}
        <button class=${reload ? 'word' : 'button filled'} ?autofocus=${!reload} @click=${() => this.dialog.close()}>${text.close}</button>
        ${
          problems.length > 0
            ? html`<button class="word" @click=${() => this.copy(problems)}>${this.copied ? text.copied : text.copy}</button>`
            : nothing
        }
        ${
          rescue
            ? html`<button class="word" @click=${() => saveFile(rescue.file, new Blob([rescue.text], { type: 'application/yaml' }))}>${text.saveRescue(rescue.file)}</button>`
            : nothing
        }
      </div>`;
  }

  private async copy(problems: readonly ProblemLine[]): Promise<void> {
    await navigator.clipboard.writeText(problems.map(({ full }) => full).join('\n'));
    this.copied = true;
  }

  private closed(): void {
    this.copied = false;
    this.dispatchEvent(new CustomEvent('kept-trouble-seen', { bubbles: true }));
  }
}
