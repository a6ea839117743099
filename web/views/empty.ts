import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LightElement } from '../components/light-element.ts';
import { text } from '../text.ts';
import '../charts/fee-curve.ts';

/** No scenario is open: the ruler is there already, and the words say how to begin. */
@customElement('kept-empty')
export class EmptyView extends LightElement {
  override render() {
    return html`<section class="figure row">
      <header><h1 class="heading">${text.emptyFee}</h1></header>
      <div class="state"><p>${text.emptyTitle}</p><p>${text.emptyWhat}</p></div>
      <kept-fee-curve .summary=${text.emptyTitle}></kept-fee-curve>
    </section>`;
  }
}
