import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../components/light-element.ts';
import type { Failure } from '../runner/runner.ts';
import { text } from '../text.ts';
import '../charts/fee-curve.ts';

/**
 * The run stopped: what happened, what still holds, what to do. The ruler stays.
 *
 * Properties  failure
 * Events      kept-undo
 */
@customElement('kept-failed')
export class FailedView extends LightElement {
  @property({ attribute: false }) failure: Failure = { message: '' };
  @property({ type: Boolean }) undoable = false;

  override render() {
    const undo = () => this.dispatchEvent(new CustomEvent('kept-undo', { bubbles: true }));
    return html`<section class="figure" role="alert">
      <header><h1 class="heading">${text.failedTitle}</h1></header>
      <div class="state">
        <p class="wrong">${this.failure.message}</p>
        <p>${text.failedKeeps}</p>
        ${
          this.undoable
            ? html`<div class="acts"><button class="button filled" @click=${undo}>${text.undo}</button></div>`
            : nothing
        }
      </div>
      <kept-fee-curve .summary=${text.failedTitle}></kept-fee-curve>
    </section>`;
  }
}
