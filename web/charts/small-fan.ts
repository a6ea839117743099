import { html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../components/light-element.ts';
import { Measured } from './measured.ts';
import { type Axis, createAxis } from './scale.ts';

/** One line of a small fan: value by month, the first at month 0. */
export interface FanLines {
  readonly median: readonly number[];
  readonly low50: readonly number[];
  readonly high50: readonly number[];
  readonly low80: readonly number[];
  readonly high80: readonly number[];
}

/** The scale that several fans share. */
export function fanScale(fans: readonly FanLines[]): Axis {
  const values = fans.flatMap(({ low80, high80 }) => [...low80, ...high80]);
  return createAxis(Math.min(0, ...values), Math.max(0, ...values), 3);
}

/**
 * A fan for a cell of a table: bands of 80 and 50 % cut at zero, the median as a line; blue pays, vermilion costs.
 *
 * Properties  lines, axis (shared with its neighbours), labels (written at the lines of the axis; empty for none),
 *             first and last (under the ruler), summary
 */
@customElement('kept-small-fan')
export class SmallFan extends LightElement {
  @property({ attribute: false }) lines: FanLines | null = null;
  @property({ attribute: false }) axis: Axis = { min: 0, max: 1, lines: [0] };
  @property({ attribute: false }) labels: readonly string[] = [];
  @property() first = '';
  @property() last = '';
  @property() summary = '';
  private readonly measured = new Measured(this, 160);

  override render() {
    const { lines, axis } = this;
    const { width } = this.measured;
    const y = (value: number) => top + ((axis.max - value) / (axis.max - axis.min)) * (height - top - bottom);
    return html`<svg class="drawn small-fan" viewBox="0 0 ${width} ${height}" height=${height} role="img" aria-label=${this.summary}>
      ${axis.lines.map(
        (
          value,
          at,
        ) => svg`<line class=${value === 0 ? 'rule' : 'hair'} x1="0" x2=${width} y1=${y(value)} y2=${y(value)} shape-rendering="crispEdges" />
        ${this.labels[at] ? svg`<text class="quiet" x="0" y=${y(value) - 3}>${this.labels[at]}</text>` : nothing}`,
      )}
      ${lines ? this.renderBands(lines, y) : nothing}
      <text class="quiet" x="0" y=${height - 2}>${this.first}</text>
      <text class="quiet" x=${width} y=${height - 2} text-anchor="end">${this.last}</text>
    </svg>`;
  }

  private renderBands(lines: FanLines, y: (value: number) => number) {
    const months = lines.median.length - 1;
    const x = (month: number) => (month / months) * this.measured.width;
    const point = (value: number, month: number) => `${x(month).toFixed(1)} ${y(value).toFixed(1)}`;
    const path = (values: readonly number[]) => `M${values.map(point).join('L')}`;
    const band = (low: readonly number[], high: readonly number[]) =>
      `${path(high)}L${low.map(point).toReversed().join('L')}Z`;
    const { width } = this.measured;
    const halves = [
      ['gain', 0, y(0)],
      ['loss', y(0), height],
    ] as const;
    return svg`${halves.map(
      ([
        sign,
        from,
        to,
      ]) => svg`<svg y=${from} width=${width} height=${to - from} viewBox="0 ${from} ${width} ${to - from}">
        <path class="${sign}-80" d=${band(lines.low80, lines.high80)} />
        <path class="${sign}-50" d=${band(lines.low50, lines.high50)} />
      </svg>`,
    )}
      <path class="median" d=${path(lines.median)} />`;
  }
}

const height = 108;
const top = 14;
const bottom = 16;
