import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { defaultDraws } from '../../models/index.ts';
import type { PlanAnswer } from '../runner/runner.ts';
import { text } from '../text.ts';
import { LightElement } from './light-element.ts';

/** How far the run of the whole file is. */
export interface FileProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * Where the figures come from, and what can be taken home.
 *
 * Properties  draws (the run shown), progress (of the result being made; null: none)
 * Events      kept-download-scenario; kept-download-result; kept-cancel
 */
@customElement('kept-footer')
export class KeptFooter extends LightElement {
  @property({ attribute: false }) draws: PlanAnswer | null = null;
  @property({ attribute: false }) progress: FileProgress | null = null;

  override render() {
    return html`<footer class="footer">
      ${this.draws ? renderProvenance(this.draws) : nothing}
      <div class="acts">
        <button class="word" @click=${() => this.send('kept-download-scenario')}>${text.downloadScenario}</button>
        ${this.renderResult()}
      </div>
    </footer>`;
  }

  private renderResult() {
    const { progress } = this;
    if (!progress) {
      return html`<button class="word" @click=${() => this.send('kept-download-result')}>${text.downloadResult(defaultDraws)}</button>`;
    }
    return html`<span role="status">${text.resultProgress(progress.done, progress.total)}</span>
      <button class="word" @click=${() => this.send('kept-cancel')}>${text.cancel}</button>`;
  }

  private send(type: string): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true }));
  }
}

function renderProvenance({ engine, digest, done, total }: PlanAnswer) {
  return html`<span>${text.product} ${engine.version}</span><span>${text.seed(engine.seed)}</span
    ><span>${text.draws(done, total)}</span><span>${text.digest(digest)}</span>`;
}
