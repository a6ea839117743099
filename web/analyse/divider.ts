import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../components/light-element.ts';
import { text } from './text.ts';

/** Least and most share of the width that the left side may take [percent]. */
export const leastShare = 20;
export const mostShare = 75;

/**
 * A line between two sides that is moved by pointer and by keyboard.
 *
 * Properties  share (percent of the width on its left)
 * Events      kept-share with a new one
 */
@customElement('kept-divider')
export class Divider extends LightElement {
  @property({ type: Number }) share = 42;

  override render() {
    return html`<div class="divider" role="separator" aria-orientation="vertical" tabindex="0"
      aria-label=${text.divider} aria-valuenow=${Math.round(this.share)} aria-valuemin=${leastShare} aria-valuemax=${mostShare}
      aria-valuetext=${text.dividerShare(this.share)}
      @pointerdown=${this.grab} @pointermove=${this.drag} @pointerup=${this.release} @keydown=${this.press}></div>`;
  }

  private readonly grab = (event: PointerEvent): void => {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    event.preventDefault();
  };

  private readonly drag = (event: PointerEvent): void => {
    if (!(event.currentTarget as HTMLElement).hasPointerCapture(event.pointerId)) return;
    const { left, width } = this.parentElement!.getBoundingClientRect();
    this.move(((event.clientX - left) / width) * 100);
  };

  private readonly release = (event: PointerEvent): void =>
    (event.currentTarget as HTMLElement).releasePointerCapture(event.pointerId);

  private readonly press = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = {
      ArrowLeft: this.share - 2,
      ArrowRight: this.share + 2,
      PageUp: this.share + 10,
      PageDown: this.share - 10,
      Home: leastShare,
      End: mostShare,
    };
    const share = steps[event.key];
    if (share === undefined) return;
    event.preventDefault();
    this.move(share);
  };

  private move(wanted: number): void {
    const detail = Math.min(mostShare, Math.max(leastShare, wanted));
    this.dispatchEvent(new CustomEvent('kept-share', { detail, bubbles: true }));
  }
}
