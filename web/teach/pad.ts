import { html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Measured } from '../charts/measured.ts';
import { LightElement } from '../components/light-element.ts';
import { nextStroke } from '../state/moves.ts';
import type { PadPoint } from '../state/teaching.ts';
import { afterPadKey, toLevel } from './pad-steps.ts';
import { rootSize } from './root-size.ts';
import { gapWords, words } from './text.ts';

/** Where the handle was taken; moves of the same `stroke` are one handling of it. */
export interface PadMove extends PadPoint {
  readonly stroke: string;
}

/**
 * A square of promise against delivery with one handle. Arrows 0.1, with Shift 1; each pull and each run of keys is one stroke.
 *
 * Properties  promise, delivery (0 to 10), large (for the back row)
 * Events      kept-pad with a PadMove
 */
@customElement('kept-pad')
export class KeptPad extends LightElement {
  @property({ type: Number }) promise = 7;
  @property({ type: Number }) delivery = 7;
  @property({ type: Boolean }) large = false;
  private readonly measured = new Measured(this, 352);
  private stroke = nextStroke();

  override render() {
    const frame = frameOf(this.measured.width, this.large);
    const { promise, delivery } = this;
    return html`<svg class="pad drawn ${this.large ? 'large' : ''}" viewBox="0 0 ${frame.width} ${frame.height}" height=${frame.height}
      @pointerdown=${this.grab} @pointermove=${this.drag}>
      ${renderGround(frame)} ${renderAxes(frame)} ${renderGap(frame, this)}
      <g class="handle" tabindex="0" role="slider" aria-label=${words.padHandle} aria-valuemin="0" aria-valuemax="10"
        aria-valuenow=${promise} aria-valuetext=${words.padSpoken(promise, delivery)} @keydown=${this.press} @focus=${this.begin}
        transform="translate(${frame.x(promise)} ${frame.y(delivery)})">
        <circle class="ring" r=${frame.cap + 5} /><circle class="cap" r=${frame.cap} />
        <path class="cross" d="M${-frame.cap / 2},0h${frame.cap}M0,${-frame.cap / 2}v${frame.cap}" />
      </g>
    </svg>`;
  }

  private readonly begin = (): void => {
    this.stroke = nextStroke();
  };

  private readonly grab = (event: PointerEvent): void => {
    const pad = event.currentTarget as SVGSVGElement;
    pad.setPointerCapture(event.pointerId);
    this.querySelector<SVGElement>('.handle')?.focus();
    this.begin();
    event.preventDefault();
    this.follow(event);
  };

  private readonly drag = (event: PointerEvent): void => {
    if ((event.currentTarget as SVGSVGElement).hasPointerCapture(event.pointerId)) this.follow(event);
  };

  private follow(event: PointerEvent): void {
    const box = this.querySelector('svg')!.getBoundingClientRect();
    const frame = frameOf(this.measured.width, this.large);
    const scale = box.width / frame.width;
    const across = (event.clientX - box.left) / scale;
    const down = (event.clientY - box.top) / scale;
    this.move({
      promise: toLevel(((across - frame.left) / frame.side) * 10),
      delivery: toLevel(10 - ((down - frame.top) / frame.side) * 10),
    });
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = afterPadKey(this, event.key, event.shiftKey);
    if (!next) return;
    event.preventDefault();
    this.move(next);
  };

  private move(point: PadPoint): void {
    if (point.promise === this.promise && point.delivery === this.delivery) return;
    const detail: PadMove = { ...point, stroke: this.stroke };
    this.dispatchEvent(new CustomEvent('kept-pad', { detail, bubbles: true }));
  }
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly side: number;
  readonly cap: number;
  /** Size of a letter. */
  readonly em: number;
  readonly large: boolean;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

function frameOf(width: number, large: boolean): Frame {
  const em = large ? 1.75 * rootSize() : 12;
  const left = large ? 2.3 * em : 34;
  const top = large ? 0.4 * em : 22;
  const side = Math.max(100, width - left - (large ? em * 0.5 : 14));
  const height = side + top + (large ? 2.2 * em : 38);
  const x = (value: number) => left + (value / 10) * side;
  const y = (value: number) => top + side - (value / 10) * side;
  return { width, height, left, top, side, cap: large ? em * 0.9 : 13, em, large, x, y };
}

/** Regions of more and of less than promised, deeper with the distance from the line. */
function renderGround({ x, y, em, large }: Frame) {
  const above = (by: number) => `M${x(0)},${y(by)}L${x(10 - by)},${y(10)}L${x(0)},${y(10)}Z`;
  const below = (by: number) => `M${x(by)},${y(0)}L${x(10)},${y(10 - by)}L${x(10)},${y(0)}Z`;
  const more = large ? words.moreThanPromised.split(/(?<=than) /) : [words.moreThanPromised];
  return svg`<path class="more-near" d=${above(0)} /><path class="more-far" d=${above(4)} />
    <path class="less-near" d=${below(0)} /><path class="less-far" d=${below(4)} />
    <line class="kept-line" x1=${x(0)} y1=${y(0)} x2=${x(10)} y2=${y(10)} />
    <text class="strong" x=${x(2.2)} y=${y(2.2) - em * 0.6} transform="rotate(-45 ${x(2.2)} ${y(2.2)})">${words.kept}</text>
    ${more.map((part, row) => svg`<text class="on-tint" x=${x(0.35)} y=${y(10) + em * (1.4 + 1.15 * row)}>${part}</text>`)}
    <text class="on-tint" x=${x(9.8)} y=${y(0) - em * 0.7} text-anchor="end">${words.lessThanPromised}</text>`;
}

function renderAxes({ x, y, em, large, left, height, side, top }: Frame) {
  const tick = large ? em * 0.3 : 5;
  const marks = (large ? [0, 5, 10] : [0, 2, 4, 6, 8, 10]).map(
    (value) => svg`<line class="rule" x1=${x(value)} x2=${x(value)} y1=${y(0)} y2=${y(0) + tick} />
      <line class="rule" x1=${left - tick} x2=${left} y1=${y(value)} y2=${y(value)} />
      <text class="quiet" x=${x(value)} y=${y(0) + tick + em * 1.15} text-anchor=${large && value === 10 ? 'end' : 'middle'}>${value}</text>
      <text class="quiet" x=${left - tick - 4} y=${y(value) + em * 0.35} text-anchor="end">${value}</text>`,
  );
  const names = large
    ? svg`<text class="strong" x=${x(7.4)} y=${y(0) + tick + em * 1.15} text-anchor="middle">${words.onAxis.promise}</text>
        <text class="strong" text-anchor="middle" transform="translate(${left - tick - em * 0.5} ${top + side * 0.26}) rotate(-90)">${words.onAxis.delivery}</text>`
    : svg`<text class="strong" x=${x(10)} y=${height - 3} text-anchor="end">${words.onAxis.promise}</text>
        <text class="strong" x="0" y="12">${words.onAxis.delivery}</text>`;
  return svg`${marks}${names}`;
}

function renderGap({ x, y, em }: Frame, { promise, delivery }: PadPoint) {
  const misses = delivery < promise;
  const low = promise < 3.6;
  const label = svg`<text class="strong halo" x=${x(promise) + (low ? em : -em) * 1.4}
    y=${y((promise + delivery) / 2) + em * 0.35} text-anchor=${low ? 'start' : 'end'}>${gapWords(promise, delivery)}</text>`;
  return svg`<line class="needle" x1=${x(promise)} x2=${x(promise)} y1=${y(delivery)} y2=${y(0)} />
    <line class="needle" x1=${x(0)} x2=${x(promise)} y1=${y(delivery)} y2=${y(delivery)} />
    ${promise === delivery ? nothing : svg`<line class=${misses ? 'gap missed' : 'gap exceeded'} x1=${x(promise)} x2=${x(promise)} y1=${y(delivery)} y2=${y(promise)} />`}
    ${Math.abs(promise - delivery) < 0.8 ? nothing : label}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'kept-pad': KeptPad;
  }
}
