import { html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../components/light-element.ts';
import { formatNumber, thin } from '../format.ts';
import { text } from '../text.ts';
import { type DotLayout, layOutDots } from './lay-out-dots.ts';
import { Measured } from './measured.ts';

const height = 152;
const widest = 420;
const base = 112;

/**
 * One hundred runs by their safety margin: what is left of the room before break-even, in points of customers.
 *
 * Properties  margins (fractions, null before there are draws), breakEven, losing (of 100), alarm, summary
 */
@customElement('kept-dots')
export class MarginDots extends LightElement {
  @property({ attribute: false }) margins: readonly number[] | null = null;
  @property({ attribute: false }) breakEven: number | null = null;
  @property({ type: Number }) losing = 0;
  /** Whether their number is written in the colour of costs. */
  @property({ type: Boolean }) alarm = false;
  @property({ type: Boolean }) stale = false;
  @property() summary = '';
  private readonly measured = new Measured(this, 352);

  private get width(): number {
    return Math.min(widest, this.measured.width);
  }

  override render() {
    const { width } = this;
    const layout = layOutDots(this.margins ?? [], width, base - 20);
    return html`<svg class="drawn dots" viewBox="0 0 ${width} ${height}" height=${height} role="img" aria-label=${this.summary}>
      ${layout.dots.map(({ x, y, pays }) =>
        this.stale
          ? svg`<circle class="hollow" cx=${x} cy=${base - y} r=${layout.radius - 0.5} />`
          : svg`<circle class=${pays ? 'gain' : 'loss'} cx=${x} cy=${base - y} r=${layout.radius} />`,
      )}
      <line class="rule" x1="0" x2=${width} y1=${base + 0.5} y2=${base + 0.5} shape-rendering="crispEdges" />
      ${this.renderAxis(layout)} ${this.renderZero(layout)}
      <text class="quiet" x="0" y=${base + 36}>${text.dotsAxis}</text>
    </svg>`;
  }

  private renderAxis(layout: DotLayout) {
    if (!this.margins?.length) return nothing;
    return layout.ticks.map(({ x, points, last }) => {
      const label = formatNumber(points, layout.digits) + (last ? `${thin}%` : '');
      return svg`<text class="quiet" x=${x} y=${base + 17} text-anchor="middle">${label}</text>`;
    });
  }

  private renderZero({ zero, beyondLow, beyondHigh }: DotLayout) {
    if (!this.margins?.length) {
      const words = this.margins ? text.dotsNone : text.dotsWaiting;
      return svg`<text class="quiet" x="0" y=${base - 10}>${words}</text>`;
    }
    const { breakEven } = this;
    const named = breakEven === null ? text.breakEven : text.breakEvenAt(breakEven);
    // Words stand on the side with fewer dots.
    const right = this.losing > 50;
    const x = right ? zero + 7 : zero - 7;
    const anchor = right ? 'start' : 'end';
    return svg`
      <line class="rule" x1=${zero} x2=${zero} y1="4" y2=${base + 5} stroke-width="1.5" />
      <text class="strong" x=${x} y="13" text-anchor=${anchor}>${named}</text>
      ${this.stale ? nothing : svg`<text class=${this.alarm ? 'costs' : ''} x=${x} y="29" text-anchor=${anchor}>${text.losing(this.losing)}</text>`}
      ${beyondLow > 0 ? svg`<text class="quiet" x="0" y=${right ? 13 : 60}>${text.moreLeft(beyondLow)}</text>` : nothing}
      ${beyondHigh > 0 ? svg`<text class="quiet" x=${this.width} y=${right ? 60 : 13} text-anchor="end">${text.moreRight(beyondHigh)}</text>` : nothing}
    `;
  }
}
