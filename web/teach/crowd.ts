import { html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { onThemeChange, readTokens } from '../charts/tokens.ts';
import { LightElement } from '../components/light-element.ts';
import type { CrowdDots } from './crowd-dots.ts';
import { type CrowdLayout, layOutCrowd } from './crowd-layout.ts';
import { collectStill, paintMoving, passageAt } from './crowd-painter.ts';
import type { DotBatch } from './dot-batch.ts';

/**
 * A crowd on canvas: a heap for those who left and one for each group; a dot is the same customer from month to month.
 *
 * Properties  dots, tallest (dots of the highest heap that the scale must hold, at least its own), summary,
 *             position (point of time in months; goes on by `show`), held (at that point, whatever is played)
 */
@customElement('kept-crowd')
export class KeptCrowd extends LightElement {
  @property({ attribute: false }) dots!: CrowdDots;
  @property({ attribute: false }) tallest = 0;
  @property() summary = '';
  @property({ type: Boolean }) held = false;
  /** Not reactive: while months are played it changes with every frame, and nothing but the picture follows it. */
  position = 0;
  @query('canvas') private canvas!: HTMLCanvasElement;
  /** Those who keep their place, collected once for each month. */
  private still: { readonly month: number; readonly batch: DotBatch } | null = null;
  private room: { readonly width: number; readonly height: number } | null = null;
  private laidOut = 0;
  private layout: CrowdLayout | null = null;
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
    if (changed.has('dots') || changed.has('tallest')) this.layOut();
    this.show(this.position);
  }

  /** Draws another point of time, without anything else being rendered. */
  show(position: number): void {
    this.position = position;
    const { dots, layout, canvas } = this;
    // What is about to be rendered is drawn then, once.
    if (!layout || this.isUpdatePending) return;
    const passage = passageAt(position, dots.months);
    if (this.still?.month !== passage.to) {
      this.still = { month: passage.to, batch: collectStill(dots, layout, passage) };
    }
    const ctx = canvas.getContext('2d')!;
    ctx.clearRect(0, 0, layout.width, layout.height);
    this.still.batch.draw(ctx);
    paintMoving(ctx, dots, layout, position);
    ctx.fillStyle = readTokens().ink;
    ctx.fillRect(0, layout.floor, layout.width, 1);
  }

  /** Looks how much room there is, and at the colours. */
  private measure(): void {
    const box = this.canvas?.parentElement;
    if (!box || box.clientWidth === 0) return;
    this.room = { width: box.clientWidth, height: box.clientHeight };
    this.layout = null;
    this.layOut();
    this.show(this.position);
  }

  /** Lays the crowd out anew where its room or its scale has changed. Asks the page for no sizes: that would cost a layout. */
  private layOut(): void {
    const { room } = this;
    this.still = null;
    if (!room) return;
    const tallest = Math.max(this.tallest, this.dots.tallest);
    if (this.layout && this.laidOut === tallest) return;
    this.laidOut = tallest;
    this.layout = layOutCrowd(room.width, room.height, tallest);
    setSize(this.canvas, room.width, room.height, Math.max(1, devicePixelRatio));
  }
}

function setSize(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): void {
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide || canvas.height !== high) Object.assign(canvas, { width: wide, height: high });
  canvas.getContext('2d')!.setTransform(ratio, 0, 0, ratio, 0, 0);
}

declare global {
  interface HTMLElementTagNameMap {
    'kept-crowd': KeptCrowd;
  }
}
