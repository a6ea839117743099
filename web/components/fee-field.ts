import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { currencySign, decimalSign, formatSigned, formatSignedFee, thin } from '../format.ts';
import { readFeeInput } from '../state/fee-input.ts';
import { stepFee } from '../state/fee-scale.ts';
import { type FeeMove, nextStroke } from '../state/moves.ts';
import { text } from '../text.ts';
import { minusIcon, plusIcon } from './icons.ts';
import { LightElement } from './light-element.ts';

/**
 * Number field with step buttons. Takes `8`, `+8 %`, `−8` and `= 66.40 * 1.08`; Enter commits, Escape restores.
 *
 * Properties  percent, price (mean price today, for new prices) in currency, lowest and highest percent that can be set
 * Events      kept-fee with a FeeMove
 */
@customElement('kept-fee-field')
export class FeeField extends LightElement {
  @property({ type: Number }) percent = 0;
  @property({ type: Number }) price = 0;
  @property() currency = 'USD';
  @property({ type: Number }) lowest = -100;
  @property({ type: Number }) highest = 200;
  /** What was typed and cannot be taken, and why; it stays for the reader to correct. */
  @state() private wrong: { readonly typed: string; readonly why: string } | null = null;
  private stroke = nextStroke();

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('percent')) this.wrong = null;
  }

  override render() {
    const { wrong, shown } = this;
    return html`<button class="round" aria-label=${text.feeDown} @click=${() => this.step(-1)}>${minusIcon}</button>
      <span class="number ${wrong ? 'wrong' : ''}">
        <input aria-label=${text.feeField} autocomplete="off" spellcheck="false" enterkeyhint="done" .value=${live(wrong?.typed ?? shown)}
          aria-invalid=${wrong !== null} aria-describedby=${wrong ? 'fee-problem' : nothing}
          @focus=${this.begin} @keydown=${this.press} @change=${this.commit} />
        <span class="unit" aria-hidden="true">${thin}%</span>
      </span>
      <button class="round" aria-label=${text.feeUp} @click=${() => this.step(1)}>${plusIcon}</button>
      ${wrong ? html`<p class="problem" id="fee-problem" role="alert">${wrong.why}</p>` : nothing}`;
  }

  private get shown(): string {
    return formatSignedFee(this.percent, '');
  }

  private readonly begin = (event: Event): void => {
    this.stroke = nextStroke();
    (event.target as HTMLInputElement).select();
  };

  private press(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.commit(event);
    else if (event.key === 'Escape') this.restore();
    else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      this.step(event.key === 'ArrowUp' ? 1 : -1);
    }
  }

  private restore(): void {
    this.wrong = null;
    // The field is drawn anew with the fee that is set.
    this.requestUpdate();
  }

  private commit(event: Event): void {
    const input = event.target as HTMLInputElement;
    // What was not written over stands for the fee itself, of which it may show fewer decimals.
    const percent = input.value === this.shown ? this.percent : this.percentOf(input.value);
    if (typeof percent === 'string') {
      this.wrong = { typed: input.value, why: percent };
      return;
    }
    this.wrong = null;
    this.requestUpdate();
    this.send(percent, nextStroke());
  }

  /** The typed fee in percent, to the two decimals that are shown, or what is wrong with it; of a typed price to the cent. */
  private percentOf(typed: string): number | string {
    const sign = currencySign(this.currency).trim();
    const read = readFeeInput(typed, decimalSign(), sign);
    if (read.kind === 'otherCurrency') return text.feeOtherCurrency(sign);
    if (read.kind === 'unreadable') return text.feeUnreadable;
    const percent =
      read.kind === 'percent'
        ? Math.round(read.percent * 100) / 100
        : Number(((read.price / this.price - 1) * 100).toFixed(6));
    if (percent > this.highest || percent < -100) {
      const bound = (value: number) => `${formatSigned(value)}${thin}%`;
      return text.feeTooFar(bound(Math.max(this.lowest, -100)), bound(this.highest));
    }
    if (percent >= this.lowest) return percent;
    return this.lowest < 0 ? text.feeLowest : text.feeFromNothing;
  }

  private step(direction: 1 | -1): void {
    this.wrong = null;
    const percent = Math.min(this.highest, Math.max(this.lowest, stepFee(this.percent, direction)));
    this.send(percent, this.stroke);
  }

  private send(percent: number, stroke: string): void {
    if (percent === this.percent) return;
    const detail: FeeMove = { percent, stroke };
    this.dispatchEvent(new CustomEvent('kept-fee', { detail, bubbles: true }));
  }
}
