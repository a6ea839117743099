import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import type { PlanMeasure } from '../../models/index.ts';
import { defaultRows } from '../../models/index.ts';
import { moonPicture } from '../charts/draw-moon.ts';
import { LightElement } from '../components/light-element.ts';
import { createCausesView } from '../decide/causes-view.ts';
import type { StudyRequest } from '../runner/study.ts';
import { commandLine } from './command-line.ts';
import type { ValidFile } from './file-controller.ts';
import { indicesFigure, tornadoFigure, worthFigure } from './inputs-figures.ts';
import { renderPlanPick, renderSelect } from './select.ts';
import { countUncertain, estimateSeconds, timed } from './speed.ts';
import { StudyController } from './study-controller.ts';
import { renderStudy } from './study-frame.ts';
import { text } from './text.ts';
import '../charts/indices.ts';
import '../charts/tornado.ts';
import '../charts/waterfall.ts';
import '../components/figure.ts';
import './command-note.ts';

type Task = Extract<StudyRequest, { kind: 'task' }>;
type Asked<Kind extends Task['task']['kind']> = Task & { readonly task: { readonly kind: Kind } };

const choicesOfRows = [128, defaultRows, 2048] as const;
const worthDraws = 500;
const measures = ['profit', 'profitWithEquity', 'attrition'] as const satisfies readonly PlanMeasure[];

/**
 * Which inputs a plan's outcome depends on: tornado, shares of variance, what it is worth to know more, and causes.
 * Each is asked for by itself.
 *
 * Properties  valid (the last valid file), chosen (name of the plan), file (its name)
 * Events      kept-plan with the index of another plan
 */
@customElement('kept-inputs')
export class InputsView extends LightElement {
  @property({ attribute: false }) valid!: ValidFile;
  @property() chosen = '';
  @property() file = '';
  @state() private measure: PlanMeasure = 'profit';
  @state() private rows: number = defaultRows;
  private readonly tornado = new StudyController<Asked<'tornado'>>(this, () => `tornado ${this.valid.key}`);
  private readonly indices = new StudyController<Asked<'indices'>>(this, () => `indices ${this.valid.key}`);
  private readonly worth = new StudyController<Asked<'information'>>(this, () => `worth ${this.valid.key}`);
  private readonly causes = new StudyController<Asked<'attribution'>>(this, () => `causes ${this.valid.key}`);

  override render() {
    if (this.valid.scenario.plans.length === 0) return html`<p class="state-line">${text.noPlans}</p>`;
    const command = commandLine('sensitivity', this.file, [
      ['plan', this.chosen],
      ['measure', this.measure === 'profit' ? null : this.measure],
      ['n', this.rows === defaultRows ? null : this.rows],
    ]);
    return html`<div class="settings">
        ${renderSelect(
          text.measure,
          measures,
          this.measure,
          (measure) => text.measures[measure],
          (measure) => {
            this.measure = measure;
          },
        )}
        ${renderPlanPick(this, this.valid.scenario, this.chosen)}
      </div>
      ${this.renderTornado()} ${this.renderIndices()} ${this.renderWorth()} ${this.renderCauses()}
      <footer class="exports"><kept-command .command=${command}></kept-command></footer>`;
  }

  private get asked(): string {
    return `${this.chosen} ${this.measure}`;
  }

  private get origin(): string {
    const { title, seed } = this.valid.scenario;
    return text.origin(title, this.chosen, seed);
  }

  private get known() {
    const { result, text: then, asked, partial } = this.indices.state;
    return result && !partial && then === this.valid.meaning && asked === `${this.asked} ${this.rows}`
      ? result
      : null;
  }

  private renderTornado() {
    const { scenario, meaning: now } = this.valid;
    const { chosen: plan, measure, asked } = this;
    const inputs = countUncertain(scenario, plan);
    return renderStudy({
      study: this.tornado,
      text: now,
      asked,
      title: text.tornadoTitle,
      why: text.tornadoWhy(inputs),
      label: text.tornadoAsk,
      seconds: estimateSeconds(scenario, 2 + 4 * inputs),
      words: ({ done, total }) => text.inputsOf(done, total),
      ask: () => {
        const task = { kind: 'tornado', scenario, options: { plan, measure } } as const;
        void timed(scenario, 2 + 4 * inputs, () => this.tornado.ask({ kind: 'task', task }, now, asked));
      },
      show: (result) => {
        const figure = tornadoFigure(result, measure, scenario, plan, this.known);
        const body = html`<kept-tornado .data=${figure.data}></kept-tornado>`;
        return html`<kept-figure .heading=${figure.title} .sub=${figure.sub} .summary=${figure.summary} .sheet=${figure.sheet}
          .body=${body} .name=${`${scenario.title} tornado`} .origin=${this.origin}></kept-figure>`;
      },
    });
  }

  private renderIndices() {
    const { scenario, meaning: now } = this.valid;
    const { chosen: plan, measure, rows } = this;
    const asked = `${this.asked} ${rows}`;
    const first = this.tornado.state;
    const sorted = first.result && first.text === now && first.asked === this.asked && !first.partial;
    const inputs = sorted ? first.result.inputs.slice(0, 19).map(({ path }) => path) : null;
    return renderStudy({
      study: this.indices,
      text: now,
      asked,
      title: text.indicesHead,
      why: inputs ? text.indicesWhy : `${text.indicesWhy} ${text.indicesFirst}`,
      disabled: inputs === null,
      label: text.indicesAsk,
      seconds: estimateSeconds(scenario, 2 * rows * ((inputs?.length ?? 19) + 7)),
      words: ({ done, total }) => text.blocksOf(done, total),
      settings: renderSelect(
        text.rowsOfDesign,
        choicesOfRows,
        rows,
        (each) => text.drawsChoice(each),
        (each) => {
          this.rows = each;
        },
      ),
      ask: () => {
        if (!inputs) return;
        const task = { kind: 'indices', scenario, options: { plan, measure, rows, inputs } } as const;
        void this.indices.ask({ kind: 'task', task }, now, asked);
      },
      show: (result) => {
        const figure = indicesFigure(result, scenario);
        const body = html`<kept-indices .data=${figure.data}></kept-indices>`;
        return html`<kept-figure .heading=${figure.title} .sub=${figure.sub} .summary=${figure.summary} .sheet=${figure.sheet}
          .body=${body} .name=${`${scenario.title} indices`} .origin=${this.origin}></kept-figure>`;
      },
    });
  }

  private renderWorth() {
    const { scenario, meaning: now } = this.valid;
    const measure = this.measure === 'attrition' ? 'profit' : this.measure;
    return renderStudy({
      study: this.worth,
      text: now,
      asked: measure,
      title: text.worthHead,
      why: text.worthWhy,
      label: text.worthAsk,
      seconds: estimateSeconds(scenario, worthDraws * (scenario.plans.length + 1)),
      words: ({ done, total }) => text.drawsOf(done, total),
      ask: () => {
        const task = { kind: 'information', scenario, options: { measure, draws: worthDraws } } as const;
        void this.worth.ask({ kind: 'task', task }, now, measure);
      },
      show: (result) => {
        const { title, sub, rows, options, sheet, without } = worthFigure(result, scenario);
        const body = html`<table class="plain"><tbody>${rows
          .slice(0, 8)
          .map(
            ({ name, evidence, value }) =>
              html`<tr><th scope="row">${name} <span class="moon-word">${unsafeSVG(moonPicture(evidence))} ${text.evidence[evidence]}</span></th><td>${value}</td></tr>`,
          )}</tbody></table>
        <p class="note">${without}</p>
        <table class="plain"><thead><tr><th scope="col">${text.option}</th><th scope="col">${text.meanProfit}</th><th scope="col">${text.bestIn}</th></tr></thead>
          <tbody>${options.map(({ name, mean, share }) => html`<tr><th scope="row">${name}</th><td>${mean}</td><td>${share}</td></tr>`)}</tbody></table>`;
        return html`<kept-figure .heading=${title} .sub=${sub} .sheet=${sheet} .body=${body} .pictured=${false}
          .name=${`${scenario.title} worth of knowing`} .origin=${this.origin}></kept-figure>`;
      },
    });
  }

  private renderCauses() {
    const { scenario, meaning: now } = this.valid;
    const plan = scenario.plans.find(({ name }) => name === this.chosen) ?? scenario.plans[0];
    return renderStudy({
      study: this.causes,
      text: now,
      asked: plan.name,
      title: text.causesHead,
      why: text.causesWhy,
      label: text.causesAsk,
      seconds: null,
      words: ({ done, total }) => text.drawsOf(done, total),
      ask: () => {
        const task = { kind: 'attribution', scenario, plan } as const;
        void this.causes.ask({ kind: 'task', task }, now, plan.name);
      },
      show: (result) => {
        const { low80, high80 } = result.total.profit.over;
        const view = createCausesView(result, { currency: scenario.currency, baseline: null, low80, high80 });
        const body = html`<kept-waterfall .data=${view.data}></kept-waterfall>`;
        return html`<kept-figure .heading=${view.title} .sub=${text.causesSub(scenario.months)} .summary=${view.summary} .sheet=${view.sheet}
          .body=${body} .name=${`${scenario.title} causes`} .origin=${this.origin}></kept-figure>`;
      },
    });
  }
}
