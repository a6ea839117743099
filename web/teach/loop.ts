import { html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Measured } from '../charts/measured.ts';
import { LightElement } from '../components/light-element.ts';
import type { Loop, LoopLink, LoopNode } from './loop-view.ts';
import { type Box, pushApart } from './push-apart.ts';
import { rootSize } from './root-size.ts';

/**
 * A causal-loop diagram on a ring, in the order of the month; what a lesson names is marked. Where one of its parts is
 * looked at, that part stands out with what leads to it and away from it.
 *
 * Properties  loop, summary, at (name of the part that is looked at, or null), large (for the back row)
 */
@customElement('kept-loop')
export class KeptLoop extends LightElement {
  @property({ attribute: false }) loop!: Loop;
  @property() summary = '';
  @property() at: LoopNode['name'] | null = null;
  @property({ type: Boolean }) large = false;
  private readonly measured = new Measured(this, 780);

  override render() {
    const { nodes, links } = this.loop;
    // Drawn small and shown large: everything grows alike.
    const zoom = this.large ? rootSize() / 8 : 1;
    const width = this.measured.width / zoom;
    const ring = ringOf(nodes, width, this.large);
    const spot = (name: string) => ring.spots[nodes.findIndex((node) => node.name === name)];
    const isLit = ({ from, to }: LoopLink) => this.at === null || from === this.at || to === this.at;
    const lit = links.filter(isLit);
    const worded = this.at === null && (this.large || width < 620) ? [] : lit;
    const near = new Set(lit.flatMap(({ from, to }) => [from, to]));
    return html`<svg class="drawn loop" viewBox="0 0 ${width} ${ring.height}" height=${ring.height * zoom} role="img" aria-label=${this.summary}>
      <defs><marker id="loop-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path class="head" d="M0 0L8 4L0 8z" /></marker></defs>
      ${links.map((link) => (isLit(link) ? nothing : renderArrow(link, spot(link.from), spot(link.to), ring, false)))}
      ${lit.map((link) => renderArrow(link, spot(link.from), spot(link.to), ring, true))}
      ${nodes.map((node, index) => renderNode(node, ring.spots[index], stateOf(node, this.at, near)))}
      ${placeWords(worded, spot, ring, this.at === null ? 1 : 2).map(({ x, y, text }) => svg`<text class="halo" x=${x} y=${y + 4} text-anchor="middle">${text}</text>`)}
    </svg>`;
  }
}

function stateOf({ name }: LoopNode, at: string | null, near: ReadonlySet<string>): string {
  if (at === null) return '';
  if (name === at) return 'at';
  return near.has(name) ? '' : 'far';
}

interface Spot extends Box {
  readonly lines: readonly string[];
}

interface Ring {
  readonly spots: readonly Spot[];
  readonly height: number;
  readonly middle: readonly [number, number];
}

const halfHeight = 17;

/** Height of the diagram for the back row, before it is enlarged: what the title and the bar leave. */
const largeHeight = 372;

function ringOf(nodes: readonly LoopNode[], width: number, large: boolean): Ring {
  const narrow = large || width < 620;
  const high = narrow ? 90 + nodes.length * 58 : 150 + nodes.length * 42;
  const height = large ? largeHeight : high;
  const middle = [width / 2, height / 2] as const;
  const spots = nodes.map(({ title }, index) => {
    const lines = breakTitle(title, narrow ? 15 : 22);
    const half = Math.max(...lines.map((line) => line.length)) * 3.4 + 12;
    const angle = (index / nodes.length) * 2 * Math.PI - Math.PI / 2;
    const reach = width / 2 - (narrow ? (large ? 72 : 62) : 96);
    const x = middle[0] + Math.cos(angle) * Math.min(reach, 420);
    const y = middle[1] + Math.sin(angle) * (height / 2 - 30);
    return { x, y, half, high: halfHeight + (lines.length - 1) * 8, lines };
  });
  return { spots: pushApart(spots, width, height), height, middle };
}

function breakTitle(title: string, most: number): string[] {
  const lines: string[] = [''];
  for (const word of title.split(' ')) {
    const last = lines[lines.length - 1];
    if (last && last.length + word.length + 1 > most) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}

function renderNode({ isNamed, name }: LoopNode, { x, y, half, high, lines }: Spot, state: string) {
  return svg`<rect class="node ${isNamed ? 'named' : ''} ${name === 'plan' ? 'plan' : ''} ${state}" x=${x - half} y=${y - high} width=${2 * half} height=${2 * high} rx=${name === 'plan' ? high : 2} />
    ${lines.map((line, row) => svg`<text class="${isNamed ? 'strong' : ''} ${state}" x=${x} y=${y + 4.5 + (row - (lines.length - 1) / 2) * 15} text-anchor="middle">${line}</text>`)}`;
}

/** A curve that leans to the middle, from the edge of one box to that of the other. */
function curveOf(from: Spot, to: Spot, { middle }: Ring) {
  const lean = 0.22;
  const bend = [
    ((from.x + to.x) / 2) * (1 - lean) + middle[0] * lean,
    ((from.y + to.y) / 2) * (1 - lean) + middle[1] * lean,
  ] as const;
  // Each of two opposite arrows keeps to its own side.
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.max(1, Math.sqrt(dx * dx + dy * dy));
  const aside = [bend[0] - (dy / length) * 12, bend[1] + (dx / length) * 12] as const;
  return { start: edgeOf(from, aside), end: edgeOf(to, aside), bend: aside };
}

function edgeOf({ x, y, half, high }: Spot, towards: readonly [number, number]): readonly [number, number] {
  const [dx, dy] = [towards[0] - x, towards[1] - y];
  const part = Math.min(
    (half + 3) / Math.max(Math.abs(dx), 1e-6),
    (high + 3) / Math.max(Math.abs(dy), 1e-6),
    1,
  );
  return [x + dx * part, y + dy * part];
}

function renderArrow({ from: name }: LoopLink, from: Spot, to: Spot, ring: Ring, lit: boolean) {
  const { start, end, bend } = curveOf(from, to, ring);
  return svg`<path class="arrow ${name === 'plan' ? 'from-plan' : ''} ${lit ? '' : 'far'}" d="M${start}Q${bend} ${end}" marker-end=${lit ? 'url(#loop-head)' : nothing} />`;
}

/** Where along an arrow its words may stand, the best first. */
const stands = [0.5, 0.38, 0.62, 0.28, 0.72, 0.2, 0.8];

/** Words on arrows, each where it meets neither a box nor the words before it, as far as its arrow allows. */
function placeWords(links: readonly LoopLink[], at: (name: string) => Spot, ring: Ring, most: number) {
  const taken = ring.spots.map(({ x, y, half }) => ({ x, y, half }));
  return links.flatMap(({ from, to, carries }) => {
    if (carries.length === 0) return [];
    const told = carries.slice(0, most).join(', ');
    const text = carries.length > most ? `${told} …` : told;
    const half = text.length * 3.1 + 4;
    const { start, end, bend } = curveOf(at(from), at(to), ring);
    const along = (t: number, k: 0 | 1) =>
      (1 - t) * (1 - t) * start[k] + 2 * t * (1 - t) * bend[k] + t * t * end[k];
    const free = (t: number) =>
      taken.every(
        (other) =>
          Math.abs(other.x - along(t, 0)) > other.half + half || Math.abs(other.y - along(t, 1)) > 18,
      );
    const t = stands.find(free) ?? stands[0];
    const place = { x: along(t, 0), y: along(t, 1), half };
    taken.push(place);
    return [{ ...place, text }];
  });
}
