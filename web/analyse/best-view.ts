import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { editsOf, type Optimum, type Scenario } from '../../models/index.ts';
import { LightElement } from '../components/light-element.ts';
import { failureOf } from '../runner/runner.ts';
import type { StudyRequest } from '../runner/study.ts';
import type { Choice } from '../state/choice.ts';
import { reviseChoice } from '../state/revise.ts';
import { commandLine } from './command-line.ts';
import type { ValidFile } from './file-controller.ts';
import { optimumFigure } from './optimum-figures.ts';
import { renderSelect } from './select.ts';
import { StudyController } from './study-controller.ts';
import { renderStudy } from './study-frame.ts';
import { text } from './text.ts';
import '../charts/frontier.ts';
import '../components/figure.ts';
import './command-note.ts';

type OptimiseRequest = Extract<StudyRequest, { kind: 'optimise' }>;

const choicesOfDraws = [32, 128, 512] as const;

/**
 * The best values of a plan's free numbers, what else could be had, and the way to write them into the file.
 *
 * Properties  valid (the last valid file), choice (what the page has chosen), file (its name)
 * Events      kept-revise, with the best plan written into the file; kept-tell once it is; kept-trouble
 */
@customElement('kept-best')
export class BestView extends LightElement {
  @property({ attribute: false }) valid!: ValidFile;
  @property({ attribute: false }) choice!: Choice;
  @property() file = '';
  @state() private draws: number = choicesOfDraws[1];
  @state() private written: Optimum | null = null;
  private readonly study = new StudyController<OptimiseRequest>(this, () => `best ${this.valid.key}`);

  override render() {
    const { scenario, meaning: now } = this.valid;
    const free = scenario.decisions?.length ?? 0;
    const searchable = scenario.optimise !== undefined && free > 0;
    if (!searchable && !this.study.state.result) return this.renderNothing();
    const { draws } = this;
    const asked = { settings: `${draws}` };
    // One frame for both, so that the focus finds its way on when the file is searched no more.
    return html`${renderStudy({
      study: this.study,
      text: now,
      asked,
      title: text.bestHead,
      why: searchable ? text.bestWhy(free) : text.bestGone,
      label: text.bestAsk,
      closed: !searchable,
      seconds: null,
      words: ({ done, total }) => text.searched(done, total),
      settings: searchable ? this.renderDraws() : nothing,
      ask: () => void this.study.ask({ kind: 'optimise', scenario, draws }, now, asked),
      show: (result, { scenario: searched }) => this.renderOptimum(result, searched),
    })}
    ${searchable ? this.renderCommand() : nothing}`;
  }

  private renderDraws() {
    return renderSelect(text.draws, choicesOfDraws, this.draws, text.drawsChoice, (each) => {
      this.draws = each;
    });
  }

  private renderCommand() {
    const draws = this.draws === choicesOfDraws[1] ? null : this.draws;
    const command = commandLine('optimise', this.file, [['draws', draws]]);
    return html`<footer class="exports"><kept-command .command=${command}></kept-command></footer>`;
  }

  private get isWritten(): boolean {
    return this.written !== null && this.written === this.study.state.result;
  }

  private renderNothing() {
    return html`<section class="study"><div class="figure bare"><h2>${text.bestHead}</h2><p class="sub">${text.bestNone}</p></div>
      <pre class="example"><code>${text.bestExample}</code></pre></section>`;
  }

  private renderOptimum(optimum: Optimum, scenario: Scenario) {
    const { meaning: now } = this.valid;
    const figure = optimumFigure(optimum, scenario);
    const current = this.study.state.text === now;
    const body = html`<table class="plain">
        <thead><tr><th scope="col">${text.bestColumns.decision}</th><th scope="col">${text.bestColumns.value}</th><th scope="col">${text.bestColumns.flat}</th></tr></thead>
        <tbody>${figure.decisions.map(
          ([place, value, flat, note, name]) =>
            html`<tr><th scope="row">${name}<small><code>${place}</code></small></th><td><b class="chosen">${value}</b>${note ? html`<small>${note}</small>` : nothing}</td><td>${flat}</td></tr>`,
        )}</tbody></table>
      <table class="plain">
        <thead><tr><th scope="col">${text.bestColumns.figure}</th><th scope="col">${text.bestColumns.best}</th><th scope="col">${text.bestColumns.start}</th></tr></thead>
        <tbody>${figure.figures.map(([name, best, start]) => html`<tr><th scope="row">${name}</th><td>${best}</td><td>${start}</td></tr>`)}</tbody></table>
      ${figure.conditions.length > 0 ? html`<ul class="pairs">${figure.conditions.map(({ words, kept }) => html`<li class=${kept ? '' : 'wrong'}>${words}</li>`)}</ul>` : nothing}
      ${optimum.beyondEvidence.length > 0 ? html`<p class="note">${optimum.beyondEvidence.join(' ')}</p>` : nothing}
      ${figure.frontier ? html`<h3 class="unseen">${text.frontier}</h3><kept-frontier .data=${figure.frontier}></kept-frontier>` : nothing}
      ${this.renderWrite(optimum, current)}`;
    return html`<kept-figure .heading=${figure.title} .sub=${figure.sub} .summary=${figure.summary} .sheet=${figure.sheet}
      .body=${body} .pictured=${figure.frontier !== null} .name=${`${scenario.title} frontier`}
      .origin=${text.origin(scenario.title, optimum.plan, scenario.seed)}></kept-figure>`;
  }

  private renderWrite(optimum: Optimum, current: boolean) {
    const written = this.isWritten ? html`<p class="note">${text.bestWritten}</p>` : nothing;
    const button = html`<p><button class="button" @click=${() => this.write(optimum)}>${text.bestWrite}</button></p>`;
    return html`<div data-job>${current ? button : written}</div>`;
  }

  /** The free numbers become what was found, and what was to be optimised goes. */
  private async write(optimum: Optimum): Promise<void> {
    const tell = (name: string, detail: unknown) =>
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
    try {
      const revision = await reviseChoice(this.choice, editsOf(this.valid.scenario, optimum));
      if (revision.ok) {
        this.written = optimum;
        tell('kept-revise', { document: revision.document, name: text.bestStep(optimum.plan) });
        tell('kept-tell', text.bestTold);
      } else tell('kept-problems', revision.trouble);
    } catch (error) {
      tell('kept-trouble', failureOf(error).message);
    }
  }
}
