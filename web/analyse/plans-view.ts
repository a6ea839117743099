import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { defaultDraws, formatResult, formatResultCsv, type RunResult } from '../../models/index.ts';
import { type FanLines, fanScale } from '../charts/small-fan.ts';
import { LightElement } from '../components/light-element.ts';
import { formatAxisMoney, formatSignedMoney } from '../format.ts';
import type { StudyRequest } from '../runner/study.ts';
import { fileName, saveFile } from '../save-file.ts';
import type { BestValue } from '../state/base.ts';
import type { ScenarioOffer } from '../state/choice.ts';
import { commandLine } from './command-line.ts';
import type { ValidFile } from './file-controller.ts';
import { compareDecisions } from './plan-decisions.ts';
import { type ComparedPlanResult, figureRows, pairSentences, plansOf, verdictOf } from './plan-figures.ts';
import { renderOutcome, renderProgress } from './progress-bar.ts';
import { timed } from './speed.ts';
import { StudyController } from './study-controller.ts';
import { text } from './text.ts';
import '../charts/small-fan.ts';
import './command-note.ts';
import './other-scenario.ts';

type RunRequest = Extract<StudyRequest, { kind: 'task' }> & { readonly task: { readonly kind: 'run' } };

/** Milliseconds of rest in the file before all its plans are run. */
const restMilliseconds = 700;
const choicesOfDraws = [200, defaultDraws, 5000] as const;
/** Enough for a first look after each change, without keeping the machine busy while one writes. */
const [firstDraws] = choicesOfDraws;
/** Fewer draws carry no verdict. */
const fewestForVerdict = 50;

/**
 * The plans of the file side by side, only what differs: run by itself after each change of the file.
 *
 * Properties  valid (the last valid file), bestValue, chosen (name of the plan), file (its name), offers
 */
@customElement('kept-plans')
export class PlansView extends LightElement {
  @property({ attribute: false }) valid!: ValidFile;
  @property({ attribute: false }) bestValue!: BestValue;
  @property() chosen = '';
  @property() file = '';
  @property({ attribute: false }) offers: readonly ScenarioOffer[] = [];
  @state() private draws: number = firstDraws;
  private readonly study = new StudyController<RunRequest>(this, () => `plans ${this.valid.key}`);
  private resting: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.resting);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('valid') as ValidFile | undefined;
    if (!changed.has('valid') || before?.meaning === this.valid.meaning) return;
    clearTimeout(this.resting);
    const { text: ran, partial } = this.study.state;
    if (ran === this.valid.meaning && !partial) return;
    this.resting = setTimeout(() => this.run(), before ? restMilliseconds : 0);
  }

  override render() {
    const { plans } = this.valid.scenario;
    if (plans.length === 0) return html`<p class="state-line">${text.noPlans}</p>`;
    const { result } = this.study.state;
    return html`${this.renderVerdict(result)}
      <div role="status" class="run-state" data-job>${this.renderRun()}</div>
      ${result ? this.renderResult(result) : nothing}
      ${this.renderExports()}
      <kept-other-scenario .valid=${this.valid} .file=${this.file} .result=${this.study.state.partial ? null : result} .offers=${this.offers}></kept-other-scenario>`;
  }

  private renderVerdict(result: RunResult | null) {
    if (!result || result.engine.draws < fewestForVerdict)
      return html`<p class="short quiet">${text.verdictSoon}</p>`;
    const { before, chance, after, costs } = verdictOf(result, this.chosen);
    return html`<p class="short">${before}<b class=${costs ? 'costs' : ''}>${chance}</b>${after}</p>`;
  }

  private renderRun() {
    const { progress, partial, result, text: ran } = this.study.state;
    if (progress && this.study.running) {
      const done = progress.total === 0 ? 0 : Math.round((progress.done / progress.total) * this.draws);
      const words = text.drawsOf(done, this.draws);
      const detail =
        partial && result && ran === this.valid.meaning
          ? text.plansRun(this.valid.scenario.plans.length)
          : '';
      return renderProgress(progress, words, detail, this.study.cancel);
    }
    const told = partial && result ? text.cancelledKeeps(result.engine.draws) : text.cancelled;
    return html`<div class="job idle">
      ${renderOutcome(this.study.state, told)}
      ${ran !== this.valid.meaning && result ? html`<p class="state-line">${text.stale}</p>` : nothing}
      <label class="pick">${text.draws}
        <select @change=${this.chooseDraws}>
          ${choicesOfDraws.map((draws) => html`<option value=${draws} ?selected=${draws === this.draws}>${text.drawsChoice(draws)}</option>`)}
        </select>
      </label>
      <button class="word" @click=${() => this.run()}>${result ? text.again : text.run(this.draws)}</button>
    </div>`;
  }

  private renderResult(result: RunResult) {
    const plans = plansOf(result);
    // While another file runs, its decisions would stand over figures of the one before.
    const current = this.study.state.text === this.valid.meaning;
    const decisions = current ? compareDecisions(this.valid.scenario, this.bestValue) : { rows: [], same: 0 };
    const sentences = pairSentences(result);
    return html`<section class="figure">
      <header><h2>${text.compareTitle(plans.length)}</h2><p class="sub">${text.compareSub(decisions.same, result.scenario.months)}</p></header>
      <div class="scroll" tabindex="0" role="region" aria-label=${text.compareTitle(plans.length)}>
        <table class="plans">
          <thead><tr><th scope="col">${text.decision}</th>${plans.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
          <tbody>${decisions.rows.map(
            ({ name, values }) =>
              html`<tr><th scope="row">${name}</th>${values.map(
                (value, at) => html`<td class=${classOf(value, values[0], at)}>${value}</td>`,
              )}</tr>`,
          )}</tbody>
          <tbody class="kpi">${figureRows(result).map(
            ({ name, sub, cells }) =>
              html`<tr><th scope="row">${name}${sub ? html`<small>${sub}</small>` : nothing}</th>${cells.map(
                ({ value, under, costs }) =>
                  html`<td><span class=${costs ? 'costs' : ''}>${value}</span>${under ? html`<small>${under}</small>` : nothing}</td>`,
              )}</tr>`,
          )}</tbody>
          <tbody class="fans">${this.renderFans(result, plans)}</tbody>
        </table>
      </div>
      ${sentences.length > 0 ? html`<h3 class="unseen">${text.pairs}</h3><ul class="pairs">${sentences.map((each) => html`<li>${each}</li>`)}</ul>` : nothing}
    </section>`;
  }

  private renderFans({ scenario: { currency, months } }: RunResult, plans: readonly ComparedPlanResult[]) {
    const fans = plans.map(fanOf);
    const axis = fanScale(fans);
    const money = (value: number) => formatSignedMoney(value, currency);
    return html`<tr><th scope="row">${text.rows.over}<small>${text.rows.overSub}</small></th>${plans.map(
      ({ name }, at) => {
        const { median, low80, high80 } = fans[at];
        const end = (values: readonly number[]) => money(values[values.length - 1]);
        const labels =
          at === 0 ? axis.lines.map((value) => (value === 0 ? '' : formatAxisMoney(value, currency))) : [];
        return html`<td><kept-small-fan .lines=${fans[at]} .axis=${axis} .labels=${labels} .first=${'0'} .last=${text.monthOf(months)}
        .summary=${text.fanSummary(name, end(low80), end(median), end(high80), months)}></kept-small-fan></td>`;
      },
    )}</tr>`;
  }

  private renderExports() {
    const { result, partial, text: ran } = this.study.state;
    const whole = result && !partial && ran === this.valid.meaning;
    const command = commandLine('compare', this.file, [['draws', this.draws]]);
    return html`<footer class="exports">
      ${
        whole
          ? html`<button class="word" @click=${() => this.save(result, 'result.json', 'application/json', formatResult(result))}>${text.exportResult}</button>
            <button class="word" @click=${() => this.save(result, 'csv', 'text/csv', formatResultCsv(result))}>${text.exportCsv}</button>`
          : nothing
      }
      <kept-command .command=${command}></kept-command>
    </footer>`;
  }

  /** Fewer or more draws than usual stand in the name: the page offers the usual ones as a file too. */
  private save({ engine }: RunResult, ending: string, type: string, content: string): void {
    const name = fileName(this.file.replace(/\.[^.]*$/, ''));
    const draws = engine.draws === defaultDraws ? '' : `.${engine.draws}-draws`;
    saveFile(`${name}${draws}.${ending}`, new Blob([content], { type: `${type};charset=utf-8` }));
  }

  private readonly chooseDraws = ({ target }: Event): void => {
    this.draws = Number((target as HTMLSelectElement).value);
    this.run();
  };

  private async run(): Promise<void> {
    const { scenario, meaning } = this.valid;
    if (scenario.plans.length === 0) return;
    const { draws } = this;
    const task = { kind: 'run', scenario, options: { draws } } as const;
    await timed(scenario, draws * (scenario.plans.length + 1), () =>
      this.study.ask({ kind: 'task', task }, meaning),
    );
  }
}

/** What differs from the first plan is what somebody chose. */
function classOf(value: string, first: string, at: number): string {
  if (value === text.none) return 'same';
  return at > 0 && value !== first ? 'chosen' : at > 0 ? 'same' : '';
}

function fanOf({ impact }: ComparedPlanResult): FanLines {
  const line = (name: 'median' | 'low50' | 'high50' | 'low80' | 'high80') => [
    0,
    ...impact.months.map(({ cumulativeProfit }) => cumulativeProfit[name]),
  ];
  const [median, low50, high50, low80, high80] = [
    line('median'),
    line('low50'),
    line('high50'),
    line('low80'),
    line('high80'),
  ];
  return { median, low50, high50, low80, high80 };
}
