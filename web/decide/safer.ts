import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { formatChance, type SafetyBound, type SafetyResult } from '../../models/index.ts';
import { LightElement } from '../components/light-element.ts';
import { pick } from '../components/pick.ts';
import { formatPercent, readerFormats } from '../format.ts';
import { reviseChoice } from '../state/revise.ts';
import type { Model } from '../state/session.ts';
import { drawSaferBar } from './draw-safer-bar.ts';
import type { Asked } from './followed-study.ts';
import { type FoundWay, wayWords } from './safer-words.ts';
import { text } from './text.ts';
import { renderWork } from './work.ts';

const bounds = {
  loss10: { measure: 'chanceOfLoss', atMost: 0.1 },
  loss5: { measure: 'chanceOfLoss', atMost: 0.05 },
  attrition8: { measure: 'attrition', atMost: 0.08 },
  attrition5: { measure: 'attrition', atMost: 0.05 },
  attrition2: { measure: 'attrition', atMost: 0.02 },
} as const satisfies Record<string, SafetyBound>;

export type BoundName = keyof typeof bounds;

export function boundOf(name: BoundName): SafetyBound {
  return bounds[name];
}

/**
 * What would make the plan safer: the smallest change of each kind that brings it under a bound, applied with one
 * click, undone with one.
 *
 * Properties  model, asked (the search), bound (what counts as safe), undoable
 * Events      kept-ask, kept-stop, kept-bound with the name of a bound, kept-revise, kept-undo, kept-tell, kept-problems
 */
@customElement('kept-safer')
export class Safer extends LightElement {
  @property({ attribute: false }) model!: Model;
  @property({ attribute: false }) asked!: Asked<SafetyResult>;
  @property() bound: BoundName = 'loss10';
  @property({ type: Boolean }) undoable = false;
  /** What was applied last, while it stands. */
  @state() private applied: { readonly words: string; readonly from: object } | null = null;

  override render() {
    const { asked } = this;
    const complete = asked.stale || asked.partial ? null : asked.result;
    return html`<section class="figure bare safer" aria-labelledby="safer-title">
      <header><h2 id="safer-title" tabindex="-1">${text.saferTitle}</h2><p class="sub">${text.saferSub(text.bounds[this.bound])}</p></header>
      ${this.renderBound()} ${this.renderApplied()}
      ${this.renderWork(complete === null)} ${complete ? this.renderResult(complete) : nothing}
    </section>`;
  }

  private renderBound() {
    const options = (Object.keys(bounds) as BoundName[]).map((value) => ({
      value,
      label: text.bounds[value],
    }));
    return html`<p class="safer-bound"><label for="safer-bound">${text.bound}</label>
      ${pick('safer-bound', options, this.bound, (value) => this.send('kept-bound', value))}</p>`;
  }

  private renderApplied() {
    const { applied, model } = this;
    if (!applied || applied.from === model.choice || !this.undoable) return nothing;
    return html`<p class="safer-applied">${text.applied(applied.words)}
      <button class="word" @click=${this.undo}>${text.undo}</button></p>`;
  }

  private renderWork(isDue: boolean) {
    const stop = () => this.send('kept-stop');
    return renderWork(this.asked, text.plans, stop, isDue ? this.renderAsk() : nothing);
  }

  private renderAsk() {
    const { model, asked } = this;
    if (model.situation.plan.actions.length === 0) return html`<p class="note">${text.saferNothing}</p>`;
    const safe = this.isSafeNow();
    if (safe) return renderSafe(safe);
    return html`<p class="note">${text.saferWhy}</p>
      <p><button class="button" @click=${() => this.send('kept-ask')}>${asked.failure === null ? text.saferAsk : text.again}</button></p>`;
  }

  /** The draws of the page tell already whether anything is to be looked for; the words for it. */
  private isSafeNow(): string | null {
    const { draws, drawsStale } = this.model.results;
    const impact = drawsStale || !draws || draws.done < draws.total ? undefined : draws.result.impact;
    if (!impact) return null;
    const { measure, atMost } = bounds[this.bound];
    if (measure === 'attrition') {
      return impact.attrition.mean <= atMost ? text.attritionIs(formatPercent(impact.attrition.mean)) : null;
    }
    return impact.chanceOfLoss <= atMost
      ? text.chanceIs(formatChance(impact.chanceOfLoss, draws!.done, readerFormats))
      : null;
  }

  private renderResult(result: SafetyResult) {
    if (result.safe) return renderSafe(this.nowWords(result));
    const found = result.outcomes.filter((outcome): outcome is FoundWay => outcome.found);
    const rest = result.outcomes.filter(({ found }) => !found).map(({ kind }) => text.kinds[kind] ?? kind);
    if (found.length === 0) return html`<p class="note">${text.noneFound}</p>`;
    const scale = scaleOf(result, found);
    return html`<ol class="safer-ways">${found.map((outcome) => this.renderWay(outcome, result, scale))}</ol>
      ${rest.length > 0 ? html`<p class="note">${text.notEnough(rest.join(', '))}</p>` : nothing}`;
  }

  private renderWay(outcome: FoundWay, { now, engine }: SafetyResult, scale: readonly [number, number]) {
    const { figures } = outcome;
    const { money } = this.model;
    const words = capital(wayWords(outcome, this.model.situation));
    const { measure } = bounds[this.bound];
    const change =
      measure === 'attrition'
        ? text.attritionChange(formatPercent(now.attrition.mean), formatPercent(figures.attrition.mean))
        : text.chanceChange(
            formatChance(now.chanceOfLoss.mean, engine.draws, readerFormats),
            formatChance(figures.chanceOfLoss.mean, engine.draws, readerFormats),
          );
    const { low80, high80 } = figures.profitRange;
    const mean = figures.profit.mean;
    const summary = text.saferBar(money(low80), money(high80), money(mean));
    const bar = drawSaferBar({
      low80,
      high80,
      mean,
      planned: now.profit.mean,
      scale,
      label: money(mean),
      summary,
    });
    return html`<li>
      <p class="what">${words}</p>
      <button class="button" aria-label=${text.applyNamed(words)} @click=${() => this.apply(outcome)}>${text.apply}</button>
      <p class="change">${change}</p>
      <div class="bar">${unsafeHTML(bar)}</div>
    </li>`;
  }

  private nowWords({ now, engine }: SafetyResult): string {
    return bounds[this.bound].measure === 'attrition'
      ? text.attritionIs(formatPercent(now.attrition.mean))
      : text.chanceIs(formatChance(now.chanceOfLoss.mean, engine.draws, readerFormats));
  }

  private async apply(way: FoundWay): Promise<void> {
    const { edits } = way;
    const { choice, situation } = this.model;
    const words = wayWords(way, situation);
    const revision = await reviseChoice(choice, edits);
    if (choice !== this.model.choice) return;
    if (!revision.ok) return this.send('kept-problems', revision.trouble);
    this.applied = { words, from: choice };
    this.send('kept-revise', { document: revision.document, name: words });
    this.send('kept-tell', text.applied(words));
    // The button is gone with its card; whoever came by keyboard goes on from the title.
    this.querySelector<HTMLElement>('#safer-title')?.focus();
  }

  private readonly undo = (): void => {
    this.applied = null;
    this.send('kept-undo');
    this.querySelector<HTMLElement>('#safer-title')?.focus();
  };

  private send(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}

function renderSafe(what: string) {
  return html`<p class="safer-safe">${text.isSafe(what)}</p>`;
}

/** One scale for all cards: zero, the plan as it stands, and every interval. */
function scaleOf({ now }: SafetyResult, found: readonly FoundWay[]): readonly [number, number] {
  const values = found.flatMap(({ figures: { profitRange } }) => [profitRange.low80, profitRange.high80]);
  const all = [0, now.profit.mean, ...values];
  return [Math.min(...all), Math.max(...all)];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
