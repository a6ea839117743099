import { html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { onThemeChange } from '../charts/tokens.ts';
import { LightElement } from '../components/light-element.ts';
import type { CrowdDots } from './crowd-dots.ts';
import { type CrowdLayout, layOutCrowd } from './crowd-layout.ts';
import { createStamps, paintCrowd, type Stamps } from './crowd-painter.ts';

/**
 * A crowd on canvas: a heap for those who left and one for each group; a dot is the same customer from month to month.
 *
 * Properties  dots, position (months; 4.5 is half-way to month 5), summary, frame (dots whose heaps set the scale, by
 *             default its own)
 */
@customElement('kept-crowd')
export class KeptCrowd extends LightElement {
  @property({ attribute: false }) dots!: CrowdDots;
  @property({ attribute: false }) tallest = 0;
  @property() summary = '';
  @query('canvas') private canvas!: HTMLCanvasElement;
  private position = 0;
  private layout: CrowdLayout | null = null;
  private stamps: Stamps | null = null;
  private observer: ResizeObserver | null = null;
  private stopListening: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer = new ResizeObserver(() => this.measure());
    this.observer.observe(this);
    this.stopListening = onThemeChange(() => this.measure());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer?.disconnect();
    this.stopListening?.();
  }

  override render() {
    return html`<div class="crowd-canvas"><canvas role="img" aria-label=${this.summary}></canvas></div>`;
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('dots') || changed.has('tallest')) this.measure();
  }

  /** Draws another point of time, without anything else being rendered. */
  show(position: number): void {
    this.position = position;
    if (!this.layout || !this.stamps) return;
    paintCrowd(this.canvas.getContext('2d')!, this.dots, this.layout, this.stamps, position);
  }

  private measure(): void {
    const box = this.canvas?.parentElement;
    if (!box || box.clientWidth === 0) return;
    const { clientWidth: width, clientHeight: height } = box;
    const ratio = Math.max(1, devicePixelRatio);
    if (
      this.canvas.width !== Math.round(width * ratio) ||
      this.canvas.height !== Math.round(height * ratio)
    ) {
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(height * ratio);
    }
    this.canvas.getContext('2d')!.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.layout = layOutCrowd(width, height, Math.max(this.tallest, this.dots.tallest));
    this.stamps = createStamps(this.layout.radius, ratio);
    this.show(this.position);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kept-crowd': KeptCrowd;
  }
}
