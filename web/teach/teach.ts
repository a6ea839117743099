import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../components/light-element.ts';
import type { Model } from '../state/session.ts';

@customElement('kept-teach')
export class TeachRoom extends LightElement {
  @property({ attribute: false }) model!: Model;
  @property() view: string | undefined;

  override render() {
    return html`<h1 class="heading">${this.model.situation.scenario.title}</h1>`;
  }
}
