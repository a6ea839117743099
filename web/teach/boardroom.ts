import { html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Measured } from '../charts/measured.ts';
import { LightElement } from '../components/light-element.ts';
import type { BoardroomRow } from './boardroom-view.ts';
import { words } from './text.ts';

const rowHeight = 38;
const top = 30;

/**
 * Per dimension: hollow what management believes, filled what customers perceive, an accent tick what was promised.
 *
 * Properties  rows, summary
 */
@customElement('kept-boardroom')
export class KeptBoardroom extends LightElement {
  @property({ attribute: false }) rows: readonly BoardroomRow[] = [];
  @property() summary = '';
  private readonly measured = new Measured(this, 780);

  override render() {
    const { width } = this.measured;
    const narrow = width < 520;
    const left = narrow ? 100 : 128;
    const right = width - (narrow ? 76 : 96);
    const x = (value: number) => left + (value / 10) * (right - left);
    const foot = top + this.rows.length * rowHeight;
    const marks = narrow ? [0, 5, 10] : [0, 2, 4, 6, 8, 10];
    return html`<svg class="drawn boardroom" viewBox="0 0 ${width} ${foot + 24}" height=${foot + 24} role="img" aria-label=${this.summary}>
      ${marks.map(
        (
          value,
        ) => svg`<line class="hair" x1=${x(value)} x2=${x(value)} y1=${top} y2=${foot} shape-rendering="crispEdges" />
          <text class="quiet" x=${x(value)} y=${foot + 18} text-anchor="middle">${value}</text>`,
      )}
      ${this.rows.map((row, index) => renderRow(row, top + rowHeight * (index + 0.5), x, width))}
      ${this.rows[0] ? renderNames(this.rows[0], x, width, narrow) : ''}
    </svg>`;
  }
}

function renderRow(row: BoardroomRow, y: number, x: (value: number) => number, width: number) {
  const { name, perceived, believed, promised, phrase, strong } = row;
  return svg`<text class="name" x="0" y=${y + 4}>${name}</text>
    <line class="span" x1=${x(perceived)} x2=${x(believed)} y1=${y} y2=${y} />
    <line class="promise" x1=${x(promised)} x2=${x(promised)} y1=${y - 12} y2=${y + 12} />
    <circle class="perceived" cx=${x(perceived)} cy=${y} r="6.5" />
    <circle class="believed" cx=${x(believed)} cy=${y} r="6" />
    <text class=${strong ? 'strong' : ''} x=${width} y=${y + 4} text-anchor="end">${phrase}</text>`;
}

/** The marks of the first row are named above it, as far apart as their words need. */
function renderNames(row: BoardroomRow, x: (value: number) => number, width: number, narrow: boolean) {
  const names = [
    { at: x(row.perceived), text: words.perceive, kind: 'strong' },
    { at: x(row.believed), text: words.believe, kind: '' },
    { at: x(row.promised), text: words.promised, kind: 'chosen' },
  ].sort((a, b) => a.at - b.at);
  const letter = narrow ? 5.6 : 6;
  const wide = names.map(({ text }) => text.length * letter + 14);
  const total = wide.reduce((sum, one) => sum + one, 0);
  const middle = names.reduce((sum, { at }) => sum + at, 0) / names.length;
  let from = Math.max(0, Math.min(width - total, middle - total / 2));
  // Each name as near to its mark as the others allow.
  return names.map(({ at, text, kind }, index) => {
    const after = wide.slice(index + 1).reduce((sum, one) => sum + one, 0);
    const place = Math.min(width - after - wide[index] / 2, Math.max(from + wide[index] / 2, at));
    from = place + wide[index] / 2;
    return svg`<text class=${kind} x=${place} y="12" text-anchor="middle">${text}</text>
      <line class="pointer" x1=${place} x2=${at} y1="16" y2=${top + rowHeight / 2 - 13} />`;
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'kept-boardroom': KeptBoardroom;
  }
}
