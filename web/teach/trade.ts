import { html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { nudgeApart } from '../charts/end-labels.ts';
import { Measured } from '../charts/measured.ts';
import { createAxis } from '../charts/scale.ts';
import { LightElement } from '../components/light-element.ts';
import { formatCount } from '../format.ts';
import { words } from './text.ts';
import type { Traffic } from './trade-view.ts';

const height = 214;
const top = 18;

/**
 * Sign-ups and leavers a month, as far as the crowd has been played; thin lines are another run.
 *
 * Properties  traffic, beside, month, summary
 */
@customElement('kept-trade')
export class KeptTrade extends LightElement {
  @property({ attribute: false }) traffic: Traffic = { joined: [], left: [] };
  @property({ attribute: false }) beside: Traffic = { joined: [], left: [] };
  @property({ type: Number }) month = 0;
  @property() summary = '';
  private readonly measured = new Measured(this, 352);

  override render() {
    const { traffic, beside, month } = this;
    const { width } = this.measured;
    const months = traffic.joined.length - 1;
    const all = [traffic.joined, traffic.left, beside.joined, beside.left].flatMap((line) => line.slice(1));
    const axis = createAxis(0, Math.max(1, ...all), 4);
    const right = width - 12;
    const x = (at: number) => ((at - 1) / Math.max(1, months - 1)) * right;
    const y = (value: number) => height - (value / axis.max) * (height - top);
    const path = (line: readonly number[]) =>
      line
        .slice(1, month + 1)
        .map((value, index) => `${index ? 'L' : 'M'}${x(index + 1)},${y(value)}`)
        .join('');
    return html`<svg class="drawn trade" viewBox="0 0 ${width} ${height + 26}" height=${height + 26} role="img" aria-label=${this.summary}>
      ${axis.lines.map(
        (
          value,
        ) => svg`<line class=${value === 0 ? 'rule' : 'hair'} x1="0" x2=${right} y1=${y(value)} y2=${y(value)} shape-rendering="crispEdges" />
          ${value === 0 ? nothing : svg`<text class="quiet halo" x="0" y=${y(value) - 4}>${formatCount(value)}</text>`}`,
      )}
      <path class="come thin" d=${path(beside.joined)} /><path class="go thin" d=${path(beside.left)} />
      <path class="come" d=${path(traffic.joined)} /><path class="go" d=${path(traffic.left)} />
      ${month > 0 ? renderNow(traffic, month, x, y, right) : nothing}
      ${month < months * 0.7 ? svg`<text class="quiet" x=${(x(Math.max(1, month)) + right) / 2} y=${height - 8} text-anchor="middle">${words.notPlayed}</text>` : nothing}
      <text class="quiet" x="0" y=${height + 20}>1</text>
      <text class="quiet" x=${right} y=${height + 20} text-anchor="end">${words.monthAxis(months)}</text>
    </svg>`;
  }
}

function renderNow(
  { joined, left }: Traffic,
  month: number,
  x: (at: number) => number,
  y: (value: number) => number,
  right: number,
) {
  const at = x(month);
  const turned = at > right - 90;
  const ends = [
    { value: joined[month], text: words.signUp(joined[month]), kind: 'come' },
    { value: left[month], text: words.leave(left[month]), kind: 'go' },
  ].sort((a, b) => b.value - a.value);
  // Words over the lines stand above the upper and below the lower one.
  const beside = turned ? [-9, 18] : [4, 4];
  const places = nudgeApart(
    ends.map(({ value }, index) => y(value) + beside[index]),
    15,
    turned ? top + 2 : top + 14,
    height - 18,
  );
  return svg`<line class="rule" x1=${at} x2=${at} y1=${top} y2=${height} shape-rendering="crispEdges" />
    ${places[0] < top + 11 ? nothing : svg`<text class="strong" x=${turned ? at - 6 : at + 6} y=${top - 4} text-anchor=${turned ? 'end' : 'start'}>${words.now}</text>`}
    ${ends.map(
      ({ value, text, kind }, index) => svg`<circle class="end ${kind}" cx=${at} cy=${y(value)} r="4" />
        <text class="strong halo" x=${turned ? at - 9 : at + 9} y=${places[index]} text-anchor=${turned ? 'end' : 'start'}>${text}</text>`,
    )}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'kept-trade': KeptTrade;
  }
}
