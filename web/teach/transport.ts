import { html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { LightElement } from '../components/light-element.ts';
import { type Speed, speeds } from './clock.ts';
import { renderScrub } from './scrub.ts';
import { words } from './text.ts';

const icon = (path: string) =>
  html`<svg viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${path} />`}</svg>`;

/** What is to happen to the clock. */
export type ClockMove =
  | { readonly kind: 'toggle' }
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  | { readonly kind: 'seek'; readonly month: number }
  | { readonly kind: 'speed'; readonly speed: Speed };

/**
 * Play, step, scrub, speed.
 *
 * Properties  month, months, playing, speed
 * Events      kept-clock with a ClockMove
 */
@customElement('kept-transport')
export class KeptTransport extends LightElement {
  @property({ type: Number }) month = 0;
  @property({ type: Number }) months = 36;
  @property({ type: Boolean }) playing = false;
  @property({ type: Number }) speed: Speed = 1;

  override render() {
    const { month, months, playing } = this;
    return html`<div class="transport">
      <button class="step" aria-label=${words.back} title=${words.back} ?disabled=${month === 0} @click=${() => this.tell({ kind: 'step', by: -1 })}>${icon('M11 2v12L4 8z')}</button>
      <button class="play" aria-label=${playing ? words.pause : words.play} title=${playing ? words.pause : words.play} @click=${() => this.tell({ kind: 'toggle' })}>
        ${icon(playing ? 'M4 2h3v12H4zM9 2h3v12H9z' : 'M4 2v12l10-6z')}
      </button>
      <button class="step" aria-label=${words.forth} title=${words.forth} ?disabled=${month === months} @click=${() => this.tell({ kind: 'step', by: 1 })}>${icon('M5 2v12l7-6z')}</button>
      ${renderScrub(month, months, (to) => this.tell({ kind: 'seek', month: to }))}
      <span class="month">${words.monthOf(month, months)}</span>
      <fieldset class="speeds"><legend class="unseen">${words.speed}</legend>
        ${speeds.map(
          (
            speed,
          ) => html`<label class=${speed === this.speed ? 'on' : ''}><input type="radio" class="unseen" name="speed" .checked=${live(speed === this.speed)}
            aria-label=${words.speedSpoken(speed)} @change=${() => this.tell({ kind: 'speed', speed })} /><span aria-hidden="true">${words.speedOf(speed)}</span></label>`,
        )}
      </fieldset>
    </div>`;
  }

  private tell(detail: ClockMove): void {
    this.dispatchEvent(new CustomEvent('kept-clock', { detail, bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kept-transport': KeptTransport;
  }
}
