import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatSheet, type Sheet, writeCell } from '../charts/sheet.ts';
import { fileName, saveFile } from '../save-file.ts';
import { text } from '../text.ts';
import { tableIcon } from './icons.ts';
import { LightElement } from './light-element.ts';

/**
 * Frame of a figure: title, subtitle, the chart, its table, and saving as picture or CSV.
 *
 * Properties  heading, sub, summary, sheet, body (the chart), name (of saved files), origin (under a saved picture)
 * Events      kept-trouble with a text, when saving fails
 */
@customElement('kept-figure')
export class KeptFigure extends LightElement {
  @property() heading = '';
  @property() sub = '';
  @property() summary = '';
  @property() name = '';
  @property() origin = '';
  @property({ type: Boolean }) pictured = true;
  /** Without rule and visible title, tools beneath: for a figure that another text speaks for. */
  @property({ type: Boolean }) compact = false;
  @property({ attribute: false }) sheet: Sheet | null = null;
  @property({ attribute: false }) body: unknown = nothing;
  @state() private tableShown = false;

  override render() {
    const { sheet, compact } = this;
    return html`<section class="figure ${compact ? 'compact' : ''}" aria-label=${this.heading}>
      <header class=${compact ? 'unseen' : ''}>
        <h2>${this.heading}</h2>
        <p class="sub">${this.sub}</p>
      </header>
      ${this.body} ${sheet ? this.renderTools(sheet) : nothing}
      ${sheet && this.tableShown ? renderSheet(sheet, this.summary || this.heading) : nothing}
    </section>`;
  }

  private renderTools(sheet: Sheet) {
    const toggle = () => {
      this.tableShown = !this.tableShown;
    };
    return html`<div class="tools">
      <button title=${text.showTable} aria-label=${text.showTable} aria-pressed=${this.tableShown} @click=${toggle}>${tableIcon}</button>
      ${
        this.pictured
          ? html`<button title=${text.savePicture} aria-label=${text.savePicture} @click=${this.savePicture}>PNG</button>`
          : nothing
      }
      <button title=${text.saveTable} aria-label=${text.saveTable} @click=${() => this.saveTable(sheet)}>CSV</button>
    </div>`;
  }

  private saveTable(sheet: Sheet): void {
    saveFile(
      `${fileName(this.name)}.csv`,
      new Blob([formatSheet(sheet)], { type: 'text/csv;charset=utf-8' }),
    );
  }

  private async savePicture(): Promise<void> {
    try {
      const words = { title: this.heading, sub: this.sub, origin: this.origin };
      const { drawPicture } = await import('../charts/draw-picture.ts');
      // What a chart has just been given is drawn in the next frame.
      await new Promise(requestAnimationFrame);
      saveFile(`${fileName(this.name)}.png`, await drawPicture(this, words));
    } catch {
      this.dispatchEvent(new CustomEvent('kept-trouble', { detail: text.saveFailed, bubbles: true }));
    }
  }
}

function renderSheet(sheet: Sheet, caption: string) {
  const { rows } = sheet;
  const columns = [...sheet.columns.entries()].filter(([, { inFileAlone }]) => !inFileAlone);
  return html`<div class="sheet" tabindex="0" role="region" aria-label=${text.tableOf(caption)}>
    <table>
      <caption>${caption}</caption>
      <thead><tr>${columns.map(([, { title }]) => html`<th scope="col">${title}</th>`)}</tr></thead>
      <tbody>
        ${rows.map(
          (_, row) =>
            html`<tr><th scope="row">${writeCell(sheet, row, 0)}</th>${columns.slice(1).map(([index]) => html`<td>${writeCell(sheet, row, index)}</td>`)}</tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
