import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { formatNumber } from '../format.ts';
import { text } from '../text.ts';
import { LightElement } from './light-element.ts';

/**
 * Labelled number within bounds. What is no number in them stays for the reader to correct, with the reason; Escape
 * restores.
 *
 * Properties  name (of the control, unique on the page), label, value, min, max (null: no upper bound), step
 * Events      kept-number with the number
 */
@customElement('kept-number-field')
export class NumberField extends LightElement {
  @property() name = '';
  @property() label = '';
  @property({ type: Number }) value = 0;
  @property({ type: Number }) min = 0;
  @property({ attribute: false }) max: number | null = null;
  @property({ type: Number }) step = 1;
  @state() private wrong: string | null = null;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value')) this.wrong = null;
  }

  override render() {
    const { name, label, value, min, max, step, wrong } = this;
    const problem = `${name}-problem`;
    return html`<p class="field"><label for=${name}>${label}</label><input id=${name} type="number" inputmode="decimal"
        min=${min} max=${max ?? nothing} step=${step} .value=${live(wrong ?? `${value}`)}
        aria-invalid=${wrong !== null} aria-describedby=${wrong === null ? nothing : problem}
        @keydown=${this.press} @change=${this.commit} /></p>
      ${wrong === null ? nothing : html`<p class="problem" id=${problem} role="alert">${this.why}</p>`}`;
  }

  private get why(): string {
    const { min, max } = this;
    return max === null
      ? text.numberFrom(formatNumber(min))
      : text.numberBetween(formatNumber(min), formatNumber(max));
  }

  private press(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    this.wrong = null;
    // The field is drawn anew with the number that is set.
    this.requestUpdate();
  }

  private commit(event: Event): void {
    const { value: typed, valueAsNumber: next } = event.target as HTMLInputElement;
    const fits = Number.isFinite(next) && next >= this.min && (this.max === null || next <= this.max);
    this.wrong = fits ? null : typed;
    if (!fits || next === this.value) return;
    this.dispatchEvent(new CustomEvent('kept-number', { detail: next, bubbles: true }));
  }
}
