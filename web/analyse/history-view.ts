import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../components/light-element.ts';
import type { Steps } from '../state/session.ts';
import { text } from './text.ts';

/**
 * What was done, as a list; any of it can be gone back to, and forth again.
 *
 * Properties  steps
 * Events      kept-history with the number of steps that are to be in force
 */
@customElement('kept-history')
export class HistoryView extends LightElement {
  @property({ attribute: false }) steps: Steps | null = null;

  override render() {
    const { names = [], done = 0 } = this.steps ?? {};
    const entries = [text.historyStart, ...names];
    return html`<section class="study"><div class="figure bare"><h2>${text.historyTitle(done)}</h2><p class="sub">${text.historySub}</p></div>
      <ol class="history" reversed>
        ${entries
          .map(
            (
              name,
              at,
            ) => html`<li class=${at > done ? 'undone' : ''} aria-current=${at === done ? 'step' : 'false'}>
            <span>${name}</span>
            ${
              at === done
                ? html`<b>${text.historyNow}</b>`
                : html`<button class="word" aria-label=${at < done ? text.historyBackTo(name) : text.historyForthTo(name)} @click=${() => this.go(at)}>${at < done ? text.historyBack : text.historyForth}</button>`
            }
          </li>`,
          )
          .toReversed()}
      </ol></section>`;
  }

  private go(detail: number): void {
    this.dispatchEvent(new CustomEvent('kept-history', { detail, bubbles: true }));
  }
}
