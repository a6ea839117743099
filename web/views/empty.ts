import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../components/light-element.ts';
import type { ScenarioOffer } from '../state/choice.ts';
import { text } from '../text.ts';
import '../charts/fee-curve.ts';

/**
 * No scenario is open: the ruler is there already, and the words say how to begin.
 *
 * Properties  offers (scenarios that can be picked; a template among them gets a button)
 * Events      kept-pick with the key of the template
 */
@customElement('kept-empty')
export class EmptyView extends LightElement {
  @property({ attribute: false }) offers: readonly ScenarioOffer[] = [];

  override render() {
    const template = this.offers.find(({ group }) => group === 'template');
    const start = () =>
      this.dispatchEvent(new CustomEvent('kept-pick', { detail: template?.key, bubbles: true }));
    return html`<section class="figure row">
      <header><h1 class="heading">${text.emptyFee}</h1></header>
      <div class="state"><p>${text.emptyTitle}</p><p>${text.emptyWhat}</p>
        ${template ? html`<p><button class="button" @click=${start}>${text.emptyStart}</button></p>` : nothing}</div>
      <kept-fee-curve .summary=${text.emptyTitle}></kept-fee-curve>
    </section>`;
  }
}
