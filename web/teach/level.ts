import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { LightElement } from '../components/light-element.ts';
import { formatNumber } from '../format.ts';
import { nextStroke } from '../state/moves.ts';
import { readLevel, toLevel } from './pad-steps.ts';
import { words } from './text.ts';

/** A new value; moves of the same `stroke` are one handling of the fader. */
export interface LevelMove {
  readonly value: number;
  readonly stroke: string;
}

/**
 * A fader from 0 to 10 with its number. Arrows 0.1, Page 1, Home and End; in the field Enter commits, Escape restores.
 *
 * Properties  label, value
 * Events      kept-level with a LevelMove
 */
@customElement('kept-level')
export class KeptLevel extends LightElement {
  @property() label = '';
  @property({ type: Number }) value = 0;
  private stroke = nextStroke();

  override render() {
    const shown = formatNumber(this.value, 1);
    return html`<span class="name" aria-hidden="true">${this.label}</span>
      <input class="level" type="range" min="0" max="10" step="0.1" .value=${live(`${this.value}`)} aria-label=${this.label}
        aria-valuetext=${words.levelSpoken(this.value)} @input=${this.pull} @keydown=${this.press}
        @pointerdown=${this.begin} @focus=${this.begin} />
      <span class="typed"><input type="text" inputmode="decimal" size="4" .value=${live(shown)} aria-label="${this.label}, ${words.ofTen}"
        @change=${this.commit} @keydown=${this.typed} /><span aria-hidden="true">${words.ofTen}</span></span>`;
  }

  private readonly begin = (): void => {
    this.stroke = nextStroke();
  };

  private readonly pull = (event: Event): void => this.move((event.target as HTMLInputElement).valueAsNumber);

  private readonly press = (event: KeyboardEvent): void => {
    const by = { PageUp: 1, PageDown: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    this.move(this.value + by);
  };

  private readonly commit = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const typed = readLevel(input.value);
    this.begin();
    if (typed !== null) this.move(typed);
    input.value = formatNumber(this.value, 1);
  };

  private readonly typed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      // Enter takes the number; it sends no form around it.
      event.preventDefault();
      this.commit(event);
    }
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    (event.target as HTMLInputElement).value = formatNumber(this.value, 1);
  };

  private move(value: number): void {
    const within = toLevel(value);
    if (within === this.value) return;
    this.value = within;
    const detail: LevelMove = { value: within, stroke: this.stroke };
    this.dispatchEvent(new CustomEvent('kept-level', { detail, bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kept-level': KeptLevel;
  }
}
