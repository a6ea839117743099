import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { defaultAttributionDraws, type FifthsResult } from '../../models/index.ts';
import { LightElement } from '../components/light-element.ts';
import { formatDay } from '../format.ts';
import type { BoardSources } from '../report/board.ts';
import { whenIdle } from '../runner/idle.ts';
import { failureOf } from '../runner/runner.ts';
import type { Model } from '../state/session.ts';
import { breakEvenOfAsked, isForAll } from '../views/break-even.ts';
import { createCustomersFan, createProfitFan, type FanView } from '../views/fan-view.ts';
import { createHeadlineView, type HeadlineView } from '../views/headline-view.ts';
import { createSegmentsView } from '../views/segments-view.ts';
import { Answers } from './answers.ts';
import { createCausesView } from './causes-view.ts';
import { createDriversView } from './drivers-view.ts';
import { createFifthsView } from './fifths-view.ts';
import type { Asked } from './followed-study.ts';
import { type BoundName, boundOf } from './safer.ts';
import { text } from './text.ts';
import { renderWork, workWords } from './work.ts';
import '../charts/difference-fan.ts';
import '../charts/fifths.ts';
import '../charts/segment-bars.ts';
import '../charts/tornado.ts';
import '../charts/waterfall.ts';
import '../components/figure.ts';
import './more-levers.ts';
import './safer.ts';
import './spread.ts';
import './below.css';

/**
 * What lies below the first screen of Decide: causes, fans, who leaves, what makes it safer, what moves the answer and
 * what it rests on.
 *
 * Properties  model, origin (what a saved picture says of where it comes from), undoable
 * Events      kept-revise, kept-undo, kept-tell, kept-problems, kept-trouble
 */
@customElement('kept-below')
export class DecideBelow extends LightElement {
  @property({ attribute: false }) model!: Model;
  @property() origin = '';
  @property({ type: Boolean }) undoable = false;
  @state() private bound: BoundName = 'loss10';
  @state() private assumptions = false;
  /** Asked for, and not yet there. */
  private printing = false;
  private readonly answers = new Answers(() => this.requestUpdate());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.answers.stop();
  }

  /** The hand on the fader is not to wait for what it does not see. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await new Promise<void>((resolve) => whenIdle(resolve, 200));
    super.scheduleUpdate();
  }

  /** Opens the browser's dialog with one page for a board, as soon as what it needs is worked out. */
  print(): void {
    this.printing = true;
    if (!this.boardSources()) this.send('kept-tell', text.boardWaiting);
    this.requestUpdate();
  }

  override updated(): void {
    const sources = this.printing ? this.boardSources() : null;
    if (!sources) return;
    this.printing = false;
    import('./print-board.ts')
      .then(({ printBoard }) => printBoard(sources))
      .catch((error: unknown) => this.send('kept-trouble', text.boardFailed(failureOf(error).message)));
  }

  private boardSources(): BoardSources | null {
    const { causes, firstCauses, tornado, flips } = this.answers;
    const known = <Result>({ asked }: { readonly asked: Asked<Result> }) =>
      asked.stale || asked.partial ? null : asked.result;
    const full = known(causes);
    const split = full ?? (this.answers.areMeansToCome ? null : known(firstCauses));
    const moved = known(tornado);
    const flipped = moved?.inputs.length === 0 ? [] : known(flips);
    if (!split || !moved || !flipped) return null;
    const causeDraws = full ? defaultAttributionDraws : 0;
    const date = formatDay(Date.now());
    return { model: this.model, causes: split, causeDraws, tornado: moved, flips: flipped, date };
  }

  private send(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }

  override willUpdate(): void {
    if (this.isConnected) this.answers.follow(this.model, boundOf(this.bound));
  }

  override render() {
    const { model } = this;
    const { scenario } = model.situation;
    return html`<section class="grid row">
        ${this.renderCauses(model)} ${this.renderFan(createProfitFan(model), 'cumulative-profit')}
      </section>
      <section class="grid row">
        <div>${this.renderSegments(model)} ${this.renderFifths(model)}</div>
        <kept-safer .model=${model} .asked=${this.answers.safety.asked} .bound=${this.bound} .undoable=${this.undoable}
          @kept-bound=${this.takeBound} @kept-ask=${() => this.answers.askSafety(boundOf(this.bound))}
          @kept-stop=${() => this.answers.safety.cancel()}></kept-safer>
      </section>
      <section class="grid row">
        ${this.renderDrivers(model)}
        <kept-spread .spread=${this.answers.spread.asked} .worth=${this.answers.worth.asked} .scenario=${scenario}
          @kept-ask=${() => this.answers.askSpread()} @kept-stop=${this.stopSpread} @kept-assumptions=${this.openAssumptions}></kept-spread>
      </section>
      <section class="grid row">
        ${this.renderFan(createCustomersFan(model), 'customers')} ${this.renderHeadline(createHeadlineView(model))}
      </section>
      ${this.assumptions ? this.renderAssumptions() : nothing}`;
  }

  private renderAssumptions() {
    const { tornado, flips } = this.answers;
    const strongest = (tornado.asked.result?.inputs ?? []).map(({ path }) => path);
    const known = flips.asked.stale ? null : flips.asked.result;
    return html`<kept-assumptions .model=${this.model} .strongest=${strongest} .flips=${known}></kept-assumptions>`;
  }

  private readonly openAssumptions = async (): Promise<void> => {
    try {
      await import('./assumptions.ts');
    } catch (error) {
      this.send('kept-trouble', text.failed(failureOf(error).message));
      return;
    }
    this.assumptions = true;
    await this.updateComplete;
    const dialog = this.querySelector('kept-assumptions');
    await dialog?.updateComplete;
    dialog?.show();
  };

  private readonly takeBound = (event: CustomEvent<BoundName>): void => {
    this.bound = event.detail;
  };

  private readonly stopSpread = (): void => {
    this.answers.spread.cancel();
    this.answers.worth.cancel();
  };

  private renderCauses({ situation, results }: Model) {
    const { causes, firstCauses } = this.answers;
    const means = causes.asked.result !== null && !causes.asked.stale;
    const asked =
      means || (causes.asked.running && !firstCauses.asked.result) ? causes.asked : firstCauses.asked;
    const { months, currency } = situation.scenario;
    const sub = text.causesSub(months);
    if (!asked.result) return this.renderWaiting(text.causesEmpty, sub, asked);
    const settled = results.drawsStale ? undefined : results.draws?.result;
    const profit = settled?.impact?.profit;
    const worth = settled?.segments.reduce((sum, segment) => sum + segment.profit.mean, 0);
    const baseline = worth !== undefined && profit ? worth - profit.mean : null;
    const over = asked.result.total.profit.over;
    const range = means ? { low80: over.low80, high80: over.high80 } : {};
    const view = createCausesView(asked.result, {
      currency,
      baseline: asked.stale || !means ? null : baseline,
      ...range,
    });
    const draws = causes.asked.partial ? (causes.asked.progress?.done ?? 0) : defaultAttributionDraws;
    const basis = means ? text.causesMeans(draws) : text.causesBest;
    const body = html`<kept-waterfall class=${asked.stale ? 'stale' : ''} .data=${view.data}></kept-waterfall>
      ${renderWork(causes.asked, text.draws, () => this.answers.stopCauses())}`;
    return html`<kept-figure .heading=${view.title} .sub=${[sub, asked.stale ? text.stale : basis].join(' · ')} .summary=${view.summary}
      .sheet=${asked.stale ? null : view.sheet} .body=${body} .name=${`${situation.scenario.title} causes`} .origin=${this.origin}></kept-figure>`;
  }

  private renderDrivers({ situation: { scenario } }: Model) {
    const { tornado, flips } = this.answers;
    const { asked } = tornado;
    const sub = text.driversSub(scenario.months);
    if (!asked.result) return this.renderWaiting(text.driversEmpty, sub, asked);
    const known = flips.asked.stale ? null : flips.asked.result;
    const view = createDriversView(asked.result, known, scenario);
    const body = html`<kept-tornado class=${asked.stale ? 'stale' : ''} .data=${view.data}></kept-tornado>
      ${renderWork(asked, text.inputs, () => tornado.cancel())}`;
    return html`<kept-figure .heading=${view.title} .sub=${asked.stale ? `${sub} · ${text.stale}` : sub} .summary=${view.summary}
      .sheet=${asked.stale ? null : view.sheet} .body=${body} .name=${`${scenario.title} drivers`} .origin=${this.origin}></kept-figure>`;
  }

  /** The frame is there already, and says what is to come. */
  private renderWaiting(title: string, sub: string, asked: Asked<unknown>) {
    const body = html`<p class="answer-wait" role="status">${workWords(asked) ?? text.waiting}</p>`;
    return html`<kept-figure .heading=${title} .sub=${sub} .body=${body}></kept-figure>`;
  }

  private renderFan({ title, sub, summary, sheet, data, ruler, format }: FanView, name: string) {
    const body = html`<kept-fan .data=${data} .ruler=${ruler} .format=${format} .summary=${summary}></kept-fan>`;
    return html`<kept-figure .heading=${title} .sub=${sub} .summary=${summary} .sheet=${sheet} .body=${body}
      .name=${`${this.model.situation.scenario.title} ${name}`} .origin=${this.origin}></kept-figure>`;
  }

  private renderSegments(model: Model) {
    const { title, sub, summary, sheet, bars, breakEven } = createSegmentsView(model);
    const body = html`<kept-segments .bars=${bars} .breakEven=${breakEven} .summary=${summary}></kept-segments>`;
    return html`<kept-figure .heading=${title} .sub=${sub} .summary=${summary} .sheet=${sheet} .body=${body}
      .name=${`${model.situation.scenario.title} who leaves`} .origin=${this.origin}></kept-figure>`;
  }

  private renderFifths(model: Model) {
    const { asked } = this.answers.fifths;
    const result = asked.stale ? null : asked.result;
    const stop = () => this.answers.fifths.cancel();
    const ask = html`<p class="work"><button class="word" @click=${() => this.answers.askFifths()}>${text.fifthsAsk}</button><span>${text.fifthsWhy}</span></p>`;
    return html`<div class="by-fifth">${result ? this.renderFifthsOf(result, model) : nothing}
      ${renderWork(asked, text.groups, stop, result ? nothing : ask)}</div>`;
  }

  private renderFifthsOf(result: FifthsResult, model: Model) {
    const { situation, results } = model;
    const { scenario } = situation;
    const context = {
      ...{
        breakEven: breakEvenOfAsked(model),
        isForAll: isForAll(situation),
        currency: scenario.currency,
        base: situation.base,
      },
      grouped: results.best?.attrition ?? null,
    };
    const { title, sub, summary, note, sheet, data } = createFifthsView(result, context);
    const body = html`<kept-fifths .data=${data}></kept-fifths>
      ${note ? html`<p class="note">${note}</p>` : nothing}`;
    return html`<kept-figure class="second" .heading=${title} .sub=${sub} .summary=${summary} .sheet=${sheet} .body=${body}
      .name=${`${scenario.title} fifths of spend`} .origin=${this.origin}></kept-figure>`;
  }

  private renderHeadline({ title, sub, sheet, rows }: HeadlineView) {
    const body = html`<table class="figures">
      <tbody>
        ${rows.map(({ name, value, interval }) => html`<tr><th scope="row">${name}</th><td>${value}</td><td>${interval}</td></tr>`)}
      </tbody>
    </table>`;
    return html`<kept-figure .heading=${title} .sub=${sub} .sheet=${sheet} .body=${body} .pictured=${false}
      .name=${`${this.model.situation.scenario.title} figures`}></kept-figure>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kept-below': DecideBelow;
  }
}
