import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../components/light-element.ts';
import type {} from '../decide/below.ts';
import { partsInRows } from '../decide/plan-extras.ts';
import { type Failure, failureOf } from '../runner/runner.ts';
import { lowestPercent, meanPrice } from '../state/fee-target.ts';
import type { Model } from '../state/session.ts';
import { text } from '../text.ts';
import { createFeeCurveView } from './fee-curve-view.ts';
import { createFeeWords, type FeeWords } from './fee-words.ts';
import { describeOtherActions } from './other-actions.ts';
import { createVerdictView, type VerdictView } from './verdict-view.ts';
import '../charts/fee-curve.ts';
import '../charts/margin-dots.ts';
import '../components/dock.ts';
import '../components/fader.ts';
import '../components/fee-field.ts';
import '../components/figure.ts';
import '../components/levers.ts';
import './failed.ts';

/** Highest rise that can be typed, in percent; the scale widens to hold it. */
const highestPercent = 200;

/**
 * The room where a fee is decided: verdict, fee curve with its fader and the plan; then what kept-below answers.
 *
 * Properties  model, origin (what a saved picture says of where it comes from), undoable (something can be undone)
 * Events      those of its controls: kept-fee, kept-lever, kept-plan; those of kept-below
 */
@customElement('kept-decide')
export class DecideView extends LightElement {
  @property({ attribute: false }) model!: Model;
  @property() origin = '';
  @property({ type: Boolean }) undoable = false;
  /** What lies below the first screen comes on its own; why it did not. */
  @state() private below: 'here' | Failure | null = null;

  override firstUpdated(): void {
    import('../decide/below.ts').then(
      () => {
        this.below = 'here';
      },
      (error: unknown) => {
        this.below = failureOf(error);
      },
    );
  }

  override render() {
    const { model } = this;
    const { failure, drawsFailure } = model.results;
    if (failure) {
      return html`<section class="grid row">
        <kept-failed .failure=${failure} .undoable=${this.undoable}></kept-failed>${renderPlan(model)}
      </section>`;
    }
    const verdict = createVerdictView(model);
    const fee = createFeeWords(model.situation);
    return html`${this.renderVerdict(verdict)}
      ${drawsFailure ? html`<p class="beyond" role="alert">${text.drawsFailed(drawsFailure.message)}</p>` : nothing}
      <section class="grid row">
        ${this.renderFee(model, fee)}
        ${renderPlan(model)}
      </section>
      ${this.renderBelow()} ${renderDock(model, fee, verdict)}`;
  }

  private renderVerdict(verdict: VerdictView) {
    const { title, sub, summary, sheet } = verdict.dots;
    const body = html`<kept-dots .margins=${verdict.margins} .breakEven=${verdict.breakEven} .losing=${verdict.losing} .alarm=${verdict.isAlarm}
      .stale=${verdict.stale} .summary=${summary}></kept-dots>`;
    const { lesson } = this.model.situation.scenario;
    return html`<section class="grid hero" aria-labelledby="verdict">
      <div>
        ${lesson ? html`<p class="question">${lesson.question}</p>` : nothing}
        <p class="kick"><span><b>${verdict.decision}</b> · ${verdict.context}</span>
          ${this.below === 'here' ? html`<button class="word" @click=${this.print}>${text.printBoard}</button>` : nothing}</p>
        <h1 class="verdict" id="verdict" tabindex="-1">${verdict.parts.map(({ kind, text: part }) => html`<span class=${kind}>${holdTogether(part)}</span>`)}</h1>
        <p class="unseen" role="status">${verdict.spoken}</p>
      </div>
      <kept-figure compact .heading=${title} .sub=${sub} .summary=${summary} .sheet=${sheet} .body=${body}
        .name=${`${this.model.situation.scenario.title} runs`} .origin=${this.origin}></kept-figure>
    </section>`;
  }

  private renderFee(model: Model, fee: FeeWords) {
    const { situation, scale } = model;
    const { title, sub, summary, sheet, data, marks } = createFeeCurveView(model);
    const { percent, target, base, levers } = situation;
    const lowest = lowestPercent(target, base, levers.segments);
    const body = html`<div class="readout">
        <kept-fee-field .percent=${percent} .price=${meanPrice(base, levers.segments)} .currency=${model.situation.scenario.currency}
          .lowest=${lowest} .highest=${highestPercent}></kept-fee-field>
        ${renderBecomes(fee)}
      </div>
      <div class="instrument">
        <kept-fee-curve .data=${data} .marks=${marks} .scale=${scale} .format=${model.axisMoney} .summary=${summary}></kept-fee-curve>
        <kept-fader .percent=${percent} .min=${scale.min} .max=${scale.max} .lowest=${lowest} .spoken=${fee.spoken}></kept-fader>
      </div>`;
    return html`<kept-figure .heading=${title} .sub=${sub} .summary=${summary} .sheet=${sheet} .body=${body}
      .name=${`${situation.scenario.title} fee curve`} .origin=${this.origin}></kept-figure>`;
  }

  private readonly print = (): void => {
    this.querySelector('kept-below')?.print();
  };

  private renderBelow() {
    if (this.below === 'here') {
      return html`<kept-below .model=${this.model} .origin=${this.origin} .undoable=${this.undoable}></kept-below>`;
    }
    return html`<p class="row sub" role="status">${this.below ? text.belowFailed(this.below.message) : nothing}</p>`;
  }
}

function renderPlan(model: Model) {
  const { situation, choice } = model;
  const others = describeOtherActions(situation, partsInRows(situation));
  return html`<div class="figure bare">
    <header><h2>${text.planTitle}</h2><p class="sub">${text.planSub}</p></header>
    <kept-levers .situation=${situation} .planIndex=${choice.planIndex} .others=${others}></kept-levers>
    <kept-more-levers .model=${model}></kept-more-levers>
  </div>`;
}

/** An interval in brackets stays on one line. */
function holdTogether(part: string): string {
  return part.replaceAll(/\(80[^)]*\)/g, (bracket) => bracket.replaceAll(' ', '\u00a0'));
}

function renderBecomes({ today, then, asFee, ruleOfThumb }: FeeWords) {
  return html`<p class="becomes">
    <b>${today}</b> ${text.becomes} <b>${then}</b> ${text.aMonth}${asFee ? html`<br />${asFee}` : nothing}
    ${ruleOfThumb ? html`<br />${ruleOfThumb}` : nothing}
  </p>`;
}

function renderDock({ scale, situation }: Model, { spoken }: FeeWords, { chance }: VerdictView) {
  const { percent, target, base, levers } = situation;
  const lowest = lowestPercent(target, base, levers.segments);
  return html`<kept-dock .percent=${percent} .min=${scale.min} .max=${scale.max} .lowest=${lowest} .spoken=${spoken} .chance=${chance}></kept-dock>`;
}
