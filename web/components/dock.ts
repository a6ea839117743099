import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatSignedFee } from '../format.ts';
import { stepFee } from '../state/fee-scale.ts';
import { type FeeMove, nextStroke } from '../state/moves.ts';
import { text } from '../text.ts';
import { minusIcon, plusIcon } from './icons.ts';
import { LightElement } from './light-element.ts';
import './fader.ts';

/**
 * The fee on a narrow screen: a dock at the foot with fader, steps and the chance of loss.
 *
 * Properties  percent, min, max, lowest, spoken, chance (empty while unknown)
 * Events      kept-fee with a FeeMove
 */
@customElement('kept-dock')
export class KeptDock extends LightElement {
  @property({ type: Number }) percent = 0;
  @property({ type: Number }) min = -20;
  @property({ type: Number }) max = 40;
  @property({ type: Number }) lowest = -100;
  @property() spoken = '';
  @property() chance = '';
  private stroke = nextStroke();

  override render() {
    return html`<aside class="dock" aria-label=${text.fee}>
      <button class="round" aria-label=${text.feeDown} @click=${() => this.step(-1)}>${minusIcon}</button>
      <div>
        <output
          ><span>${formatSignedFee(this.percent)}</span
          ><small>${this.chance ? text.chanceOfLoss(this.chance) : text.atBest}</small></output
        >
        <kept-fader .percent=${this.percent} .min=${this.min} .max=${this.max} .lowest=${this.lowest} .spoken=${this.spoken}></kept-fader>
      </div>
      <button class="round" aria-label=${text.feeUp} @click=${() => this.step(1)}>${plusIcon}</button>
    </aside>`;
  }

  private step(direction: 1 | -1): void {
    const percent = Math.min(this.max, Math.max(this.min, this.lowest, stepFee(this.percent, direction)));
    if (percent === this.percent) return;
    const detail: FeeMove = { percent, stroke: this.stroke };
    this.dispatchEvent(new CustomEvent('kept-fee', { detail, bubbles: true }));
  }
}
