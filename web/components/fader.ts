import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { stepFee } from '../state/fee-scale.ts';
import { type FeeMove, nextStroke } from '../state/moves.ts';
import { text } from '../text.ts';
import { LightElement } from './light-element.ts';

/**
 * Fader for the fee change. Arrow 0.5, Page 5, Home and End; each pull and each run of keys is one step.
 *
 * Properties  percent, min, max, lowest (of what can be set), spoken (value in words)
 * Events      kept-fee with a FeeMove
 */
@customElement('kept-fader')
export class KeptFader extends LightElement {
  @property({ type: Number }) percent = 0;
  @property({ type: Number }) min = -20;
  @property({ type: Number }) max = 40;
  @property({ type: Number }) lowest = -100;
  @property() spoken = '';
  private stroke = nextStroke();

  override render() {
    const begin = () => {
      this.stroke = nextStroke();
    };
    return html`<label class="fader"
      ><span class="unseen">${text.fee}</span
      ><input type="range" min=${this.min} max=${this.max} step="any" .value=${live(`${this.percent}`)}
        aria-valuetext=${this.spoken} @input=${this.pull} @keydown=${this.press} @pointerdown=${begin} @focus=${begin}
    /></label>`;
  }

  private pull(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.move(Math.round(input.valueAsNumber * 2) / 2);
    // A pull that changes nothing still has moved the cap.
    input.value = `${this.percent}`;
  }

  private press(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = this.afterKey(event.key);
    if (next === null) return;
    event.preventDefault();
    this.move(next);
  }

  private afterKey(key: string): number | null {
    switch (key) {
      case 'ArrowRight':
      case 'ArrowUp':
        return stepFee(this.percent, 1);
      case 'ArrowLeft':
      case 'ArrowDown':
        return stepFee(this.percent, -1);
      case 'PageUp':
        return this.percent + 5;
      case 'PageDown':
        return this.percent - 5;
      case 'Home':
        return this.min;
      case 'End':
        return this.max;
      default:
        return null;
    }
  }

  private move(percent: number): void {
    const within = Math.min(this.max, Math.max(this.min, this.lowest, percent));
    if (within === this.percent) return;
    this.percent = within;
    const detail: FeeMove = { percent: within, stroke: this.stroke };
    this.dispatchEvent(new CustomEvent('kept-fee', { detail, bubbles: true }));
  }
}
