import { html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PadScope } from '../../models/index.ts';
import { Measured } from '../charts/measured.ts';
import { createAxis } from '../charts/scale.ts';
import type { Sheet } from '../charts/sheet.ts';
import { LightElement } from '../components/light-element.ts';
import { formatAxisMoney, formatNumber, formatSignedMoney } from '../format.ts';
import { bestOf, type PromisePoint, type Sweep, sweepPromises } from './promise-sweep.ts';
import { rootSize } from './root-size.ts';
import type { TeachDesk } from './teach-desk.ts';
import { words } from './text.ts';
import '../components/figure.ts';

const tall = 240;

/** For the back row, before it is enlarged: what titles, a note of two lines and the bar leave. */
const largeTall = 216;
const [top, left] = [34, 64];

/**
 * What each promise is worth at the delivery that was asked about: run when shown, with the room's answers beside
 * the best.
 *
 * Properties  desk, delivery and scope (as asked; a change runs it anew), guesses (promises), origin,
 *             large (for the back row)
 */
@customElement('kept-best-promise')
export class KeptBestPromise extends LightElement {
  @property({ attribute: false }) desk!: TeachDesk;
  @property({ type: Number }) delivery = 7;
  @property() scope: PadScope = 'all';
  @property({ attribute: false }) guesses: readonly number[] = [];
  @property() origin = '';
  @property({ type: Boolean }) large = false;
  @state() private sweep: Sweep | null = null;
  @state() private isStopped = false;
  private stop = new AbortController();
  private readonly measured = new Measured(this, 780);

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('desk') || changed.has('delivery') || changed.has('scope')) this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop.abort();
  }

  override render() {
    const { sweep, desk, origin } = this;
    if (!sweep || sweep.done < sweep.total) return this.renderWaiting(sweep);
    const best = bestOf(sweep.points);
    const title = words.bestTitle(best.promise, this.delivery);
    const nearest = Math.min(...this.guesses.map((guess) => Math.abs(guess - best.promise)));
    const told = this.guesses.length > 0 ? words.bestGuess(this.guesses.length, nearest) : '';
    const body = html`${this.renderCurve(sweep.points, best, `${title}. ${told}`)}${told ? html`<p class="note">${told}</p>` : nothing}`;
    return html`<kept-figure .heading=${title} .sub=${words.bestSub(desk.months)} .summary=${`${title}. ${told}`} .sheet=${this.sheetOf(sweep.points)}
      .name=${`${desk.scenario.title} best promise`} .origin=${origin} .body=${body}></kept-figure>`;
  }

  private renderWaiting(sweep: Sweep | null) {
    const { done, total } = sweep ?? { done: 0, total: 1 };
    return html`<section class="figure bare" aria-label=${words.padTitle}>
      <p role="status">${words.bestRunning(done, total)}</p>
      <progress max=${total} value=${done} aria-label=${words.bestRunning(done, total)}></progress>
      ${
        this.isStopped
          ? html`<button class="word" @click=${() => this.start()}>${words.again}</button>`
          : html`<button class="word" @click=${() => this.cancel()}>${words.cancel}</button>`
      }
      ${sweep && sweep.points.length > 2 ? this.renderCurve(sweep.points, null, words.bestRunning(done, total)) : nothing}
    </section>`;
  }

  private renderCurve(points: readonly PromisePoint[], best: PromisePoint | null, summary: string) {
    // Drawn small and shown large: everything grows alike.
    const zoom = this.large ? rootSize() / 8 : 1;
    const height = this.large ? largeTall : tall;
    const width = this.measured.width / zoom;
    const { currency } = this.desk.scenario;
    const zero = this.valueAtDelivery(points);
    const values = points.map(({ value }) => value - zero);
    const axis = createAxis(Math.min(...values), Math.max(...values), 4);
    const right = width - 12;
    const x = (promise: number) => left + (promise / 10) * (right - left);
    const y = (value: number) => top + ((axis.max - value) / (axis.max - axis.min)) * (height - top);
    const path = points
      .map(({ promise }, index) => `${index ? 'L' : 'M'}${x(promise)},${y(values[index])}`)
      .join('');
    // Above the best there is no curve; what is delivered is named on its other side.
    const end = best && best.promise > 8.5;
    const near = best && Math.abs(best.promise - this.delivery) < 2;
    const deliveredAt = near ? (end ? 'start' : 'end') : 'middle';
    return html`<svg class="drawn promises" viewBox="0 0 ${width} ${height + 44}" height=${(height + 44) * zoom} role="img" aria-label=${summary}>
      ${axis.lines.map(
        (
          value,
        ) => svg`<line class=${value === 0 ? 'rule' : 'hair'} x1=${left} x2=${right} y1=${y(value)} y2=${y(value)} shape-rendering="crispEdges" />
          <text class="quiet" x=${left - 8} y=${y(value) + 4} text-anchor="end">${formatAxisMoney(value, currency)}</text>`,
      )}
      ${[0, 2, 4, 6, 8, 10].map((value) => svg`<text class="quiet" x=${x(value)} y=${height + 18} text-anchor="middle">${value}</text>`)}
      <text class="strong" x=${right} y=${height + 38} text-anchor="end">${words.onAxis.promise}</text>
      <line class="dotted" x1=${x(this.delivery)} x2=${x(this.delivery)} y1=${top - 4} y2=${height} />
      <text class="halo" x=${x(this.delivery)} y=${top - 20} text-anchor=${deliveredAt}>${words.deliveryMark}</text>
      ${this.guesses.map((guess) => svg`<line class="guess-mark" x1=${x(guess)} x2=${x(guess)} y1=${height - 14} y2=${height + 4} />`)}
      <path class="curve" d=${path} />
      ${
        best
          ? svg`<circle class="best-ring" cx=${x(best.promise)} cy=${y(best.value - zero)} r="7" />
            <text class="strong halo" x=${x(best.promise) + (end ? -12 : 12)} y=${y(best.value - zero) - 10} text-anchor=${end ? 'end' : 'start'}>${words.best} ${formatNumber(best.promise, 1)}</text>`
          : nothing
      }
    </svg>`;
  }

  private valueAtDelivery(points: readonly PromisePoint[]): number {
    const near = (point: PromisePoint) => Math.abs(point.promise - this.delivery);
    return points.reduce((closest, point) => (near(point) < near(closest) ? point : closest)).value;
  }

  private sheetOf(points: readonly PromisePoint[]): Sheet {
    const { currency } = this.desk.scenario;
    const zero = this.valueAtDelivery(points);
    const money = (value: number) => formatSignedMoney(value, currency);
    const { promise, value, against } = words.bestColumns;
    return {
      columns: [
        { title: promise, format: (level) => formatNumber(level, 1) },
        { title: value, format: money },
        { title: against, format: money },
      ],
      rows: points.map((point) => [point.promise, point.value, point.value - zero]),
    };
  }

  private start(): void {
    this.stop.abort();
    this.stop = new AbortController();
    this.sweep = null;
    this.isStopped = false;
    const { desk, delivery, scope } = this;
    const worthOf = (promise: number) =>
      desk.runPoint({ promise, delivery }, scope).figures['profit with equity'];
    void sweepPromises(worthOf, this.stop.signal, (sweep) => {
      this.sweep = sweep;
    });
  }

  private cancel(): void {
    this.stop.abort();
    this.isStopped = true;
  }
}
