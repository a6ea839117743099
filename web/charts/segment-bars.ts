import { html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../components/light-element.ts';
import { formatCount, formatNumber, formatPercent, thin } from '../format.ts';
import { text } from '../text.ts';
import { isBreakEvenShown, widestShare } from './break-even-line.ts';
import { Measured } from './measured.ts';
import { type Axis, createAxis } from './scale.ts';

/** Extra leavers of one segment against doing nothing. */
export interface SegmentBar {
  readonly name: string;
  /** Customers at the start. */
  readonly customers: number;
  /** Extra leavers out of them: as a count, and as a share with its 80 % interval where there are draws. */
  readonly lost: number;
  readonly share: number;
  readonly low80?: number;
  readonly high80?: number;
}

/**
 * Who leaves: a bar per segment on one scale, with 80 % whiskers; the firm's break-even is dotted, and a bar beyond it
 * is filled solid.
 *
 * Properties  bars (null: none yet), breakEven, summary
 */
@customElement('kept-segments')
export class SegmentBars extends LightElement {
  @property({ attribute: false }) bars: readonly SegmentBar[] | null = null;
  @property({ attribute: false }) breakEven: number | null = null;
  @property() summary = '';
  private readonly measured = new Measured(this, 780);

  override render() {
    const bars = this.bars ?? [];
    const layout = layOut(bars, this.breakEven, this.measured.width);
    return html`<svg class="drawn" viewBox="0 0 ${this.measured.width} ${layout.height}" height=${layout.height} role="img" aria-label=${this.summary}>
      ${renderScale(layout, bars.length)} ${bars.map((bar, row) => this.renderRow(bar, row, layout))}
      ${bars.length > 0 ? this.renderBreakEven(layout, bars.length) : nothing}
    </svg>`;
  }

  private renderRow(bar: SegmentBar, row: number, layout: Layout) {
    const { rowHeight, narrow, x, zero } = layout;
    const y = top + row * rowHeight;
    const line = y + (narrow ? 16 : rowHeight / 2 + 4);
    const barTop = barTopOf(layout, row);
    const end = x(bar.share);
    return svg`
      <text class="name" x="0" y=${line}>${bar.name}</text>
      <text x=${layout.counts} y=${line} text-anchor="end"><tspan class="strong">${formatCount(bar.lost)}</tspan> ${text.of} ${formatCount(bar.customers)}</text>
      <rect class=${this.fill(bar)} x=${Math.min(zero, end)} y=${barTop} width=${Math.max(1, Math.abs(end - zero))} height=${barHeight} />
      ${this.renderWhisker(bar, layout, barTop + barHeight / 2)}
      <text class="strong" x=${this.measured.width} y=${line} text-anchor="end">${formatPercent(bar.share)}</text>
      <line class="hair" x1="0" x2=${this.measured.width} y1=${y + rowHeight - 0.5} y2=${y + rowHeight - 0.5} shape-rendering="crispEdges" />`;
  }

  private fill(bar: SegmentBar): string {
    if (bar.share < 0) return 'gain-tint';
    return this.breakEven !== null && this.breakEven > 0 && bar.share > this.breakEven ? 'loss' : 'loss-tint';
  }

  private renderWhisker({ low80, high80 }: SegmentBar, { x }: Layout, y: number) {
    if (low80 === undefined || high80 === undefined || high80 - low80 < 0.0005) return nothing;
    return svg`<line class="whisker" x1=${x(low80)} x2=${x(high80)} y1=${y} y2=${y} />
      <line class="whisker" x1=${x(low80)} x2=${x(low80)} y1=${y - 3} y2=${y + 3} />
      <line class="whisker" x1=${x(high80)} x2=${x(high80)} y1=${y - 3} y2=${y + 3} />`;
  }

  private renderBreakEven(layout: Layout, rows: number) {
    const { x, right } = layout;
    const { breakEven } = this;
    if (breakEven === null || !isBreakEvenShown(this.bars ?? [], breakEven)) return nothing;
    const at = x(breakEven);
    const end = right - at < 120;
    return svg`${uprights(layout, rows, at, 'dotted')}
      <text x=${end ? at - 5 : at + 5} y="12" text-anchor=${end ? 'end' : 'start'}>${text.breakEvenAt(breakEven)}</text>`;
  }
}

const top = 36;
const barHeight = 12;

interface Layout {
  readonly narrow: boolean;
  readonly rowHeight: number;
  readonly height: number;
  /** Right edge of the counts, left edge of the shares. */
  readonly counts: number;
  readonly right: number;
  readonly axis: Axis;
  readonly x: (share: number) => number;
  readonly zero: number;
}

function layOut(bars: readonly SegmentBar[], breakEven: number | null, width: number): Layout {
  const narrow = width < 560;
  const rowHeight = narrow ? 46 : 30;
  const counts = narrow ? width - 64 : 300;
  const left = narrow ? 8 : 330;
  const right = narrow ? width - 64 : width - 72;
  const values = bars.flatMap(({ share, low80 = share, high80 = share }) => [share, low80, high80]);
  const widest = widestShare(bars);
  const held = breakEven !== null && isBreakEvenShown(bars, breakEven) ? breakEven : 0;
  const axis = createAxis(Math.min(0, ...values), Math.max(widest, held * 1.04), narrow ? 3 : 6);
  const x = (share: number) => left + ((share - axis.min) / (axis.max - axis.min)) * (right - left);
  const height = top + Math.max(1, bars.length) * rowHeight + 2;
  return { narrow, rowHeight, height, counts, right, axis, x, zero: x(0) };
}

function barTopOf({ narrow, rowHeight }: Layout, row: number): number {
  const y = top + row * rowHeight;
  return narrow ? y + 24 : y + (rowHeight - barHeight) / 2;
}

/** An upright line through all rows; where names stand above the bars it is drawn at the bars only. */
function uprights(layout: Layout, rows: number, x: number, kind: string) {
  const whole = [{ from: top - 4, to: layout.height }];
  const pieces = Array.from({ length: rows }, (_, row) => {
    const from = barTopOf(layout, row) - 3;
    return { from, to: from + barHeight + 6 };
  });
  return (layout.narrow ? pieces : whole).map(
    ({ from, to }) =>
      svg`<line class=${kind} x1=${x} x2=${x} y1=${from} y2=${to} shape-rendering="crispEdges" />`,
  );
}

function renderScale(layout: Layout, rows: number) {
  const { axis, x, zero } = layout;
  const step = (axis.lines[1] ?? 1) - (axis.lines[0] ?? 0);
  const digits = step < 0.01 - 1e-9 ? (step < 0.001 - 1e-9 ? 2 : 1) : 0;
  const lines = axis.lines.map((value, index) => {
    const last = index === axis.lines.length - 1;
    const label = formatNumber(value * 100, digits) + (last ? `${thin}%` : '');
    return svg`${uprights(layout, rows, x(value), 'hair')}
      <text class="quiet" x=${x(value)} y=${top - 9} text-anchor="middle">${label}</text>`;
  });
  return svg`${lines}${uprights(layout, rows, zero, 'rule')}`;
}
