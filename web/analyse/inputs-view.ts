import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import type { PlanMeasure, Scenario } from '../../models/index.ts';
import { defaultInputs, defaultRows } from '../../models/index.ts';
import { moonPicture } from '../charts/draw-moon.ts';
import { LightElement } from '../components/light-element.ts';
import { createCausesView } from '../decide/causes-view.ts';
import type { StudyRequest } from '../runner/study.ts';
import { commandLine } from './command-line.ts';
import type { ValidFile } from './file-controller.ts';
import { indicesFigure, sortInputs, tornadoFigure, worthFigure } from './inputs-figures.ts';
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
      ['draws', worthDraws],
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

  /** Shares of the spread of the same plan and figure as a tornado is of. */
  private sharesFor(measure: PlanMeasure) {
    const [tornado, { result, request, text: then, asked, partial }] = [
      this.tornado.state,
      this.indices.state,
    ];
    const same = then === tornado.text && asked.plan === tornado.asked.plan;
    return !partial && same && request?.task.options.measure === measure ? result : null;
  }

  /** The inputs that are split, widest first; `null` until a tornado of this plan tells them. */
  private splitInputs(): readonly string[] | null {
    const { result, text: then, asked, partial } = this.tornado.state;
    if (!result || partial || then !== this.valid.meaning || asked.plan !== this.chosen) return null;
    const sorted = sortInputs(result, this.measure, this.valid.scenario);
    return sorted.slice(0, defaultInputs).map(({ path }) => path);
  }

  private renderTornado() {
    const { scenario, meaning: now } = this.valid;
    const { chosen: plan, measure } = this;
    const asked = { plan };
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
      show: (result, of) => {
        const [drawn, name] = [of.task.scenario, nameOf(of.task)];
        const figure = tornadoFigure(result, measure, drawn, name, this.sharesFor(measure));
        const body = html`<kept-tornado .data=${figure.data}></kept-tornado>`;
        return html`<kept-figure .heading=${figure.title} .sub=${figure.sub} .summary=${figure.summary} .sheet=${figure.sheet}
          .body=${body} .name=${`${drawn.title} tornado`} .origin=${originOf(drawn, name)}></kept-figure>`;
      },
    });
  }

  private renderIndices() {
    const { scenario, meaning: now } = this.valid;
    const { chosen: plan, measure, rows } = this;
    const asked = { plan, settings: `${measure} ${rows}` };
    const inputs = this.splitInputs();
    return renderStudy({
      study: this.indices,
      text: now,
      asked,
      title: text.indicesHead,
      why: inputs ? text.indicesWhy : `${text.indicesWhy} ${text.indicesFirst}`,
      disabled: inputs === null,
      label: text.indicesAsk,
      seconds: estimateSeconds(scenario, 2 * rows * ((inputs?.length ?? defaultInputs) + 7)),
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
      show: (result, of) => {
        const split = of.task.scenario;
        const figure = indicesFigure(result, split, of.task.options.rows ?? defaultRows);
        const body = html`<kept-indices .data=${figure.data}></kept-indices>`;
        return html`<kept-figure .heading=${figure.title} .sub=${figure.sub} .summary=${figure.summary} .sheet=${figure.sheet}
          .body=${body} .name=${`${split.title} indices`} .origin=${originOf(split, nameOf(of.task))}></kept-figure>`;
      },
    });
  }

  private renderWorth() {
    const { scenario, meaning: now } = this.valid;
    const measure = this.measure === 'attrition' ? 'profit' : this.measure;
    const asked = { settings: measure };
    return renderStudy({
      study: this.worth,
      text: now,
      asked,
      title: text.worthHead,
      why: text.worthWhy,
      label: text.worthAsk,
      seconds: estimateSeconds(scenario, worthDraws * (scenario.plans.length + 1)),
      words: ({ done, total }) => text.drawsOf(done, total),
      ask: () => {
        const task = { kind: 'information', scenario, options: { measure, draws: worthDraws } } as const;
        void this.worth.ask({ kind: 'task', task }, now, asked);
      },
      show: (result, of) => {
        const weighed = of.task.scenario;
        const { title, sub, rows, options, sheet, without } = worthFigure(result, weighed);
        const body = html`<table class="plain"><tbody>${rows
          .slice(0, 8)
          .map(
            ({ name, evidence, value }) =>
              html`<tr><th scope="row">${name} <span class="moon-word">${unsafeSVG(moonPicture(evidence))} ${text.evidence[evidence]}</span></th><td>${value}</td></tr>`,
          )}</tbody></table>
        ${without ? html`<p class="note">${without}</p>` : nothing}
        <table class="plain"><thead><tr><th scope="col">${text.option}</th><th scope="col">${text.meanProfit}</th><th scope="col">${text.bestIn}</th></tr></thead>
          <tbody>${options.map(({ name, mean, share }) => html`<tr><th scope="row">${name}</th><td>${mean}</td><td>${share}</td></tr>`)}</tbody></table>`;
        return html`<kept-figure .heading=${title} .sub=${sub} .sheet=${sheet} .body=${body} .pictured=${false}
          .name=${`${weighed.title} worth of knowing`} .origin=${text.originOfAll(weighed.title, weighed.seed)}></kept-figure>`;
      },
    });
  }

  private renderCauses() {
    const { scenario, meaning: now } = this.valid;
    const plan = scenario.plans.find(({ name }) => name === this.chosen) ?? scenario.plans[0];
    const asked = { plan: plan.name };
    return renderStudy({
      study: this.causes,
      text: now,
      asked,
      title: text.causesHead,
      why: text.causesWhy,
      label: text.causesAsk,
      seconds: null,
      words: ({ done, total }) => text.drawsOf(done, total),
      ask: () => {
        const task = { kind: 'attribution', scenario, plan } as const;
        void this.causes.ask({ kind: 'task', task }, now, asked);
      },
      show: (result, of) => {
        const split = of.task.scenario;
        const { low80, high80 } = result.total.profit.over;
        const view = createCausesView(result, { currency: split.currency, baseline: null, low80, high80 });
        const body = html`<kept-waterfall .data=${view.data}></kept-waterfall>`;
        return html`<kept-figure .heading=${view.title} .sub=${text.causesSub(split.months)} .summary=${view.summary} .sheet=${view.sheet}
          .body=${body} .name=${`${split.title} causes`} .origin=${originOf(split, of.task.plan.name)}></kept-figure>`;
      },
    });
  }
}

function originOf({ title, seed }: Scenario, plan: string): string {
  return text.origin(title, plan, seed);
}

/** The plan that a task is about: without a name, the first. */
function nameOf(task: {
  readonly scenario: Scenario;
  readonly options?: { readonly plan?: string };
}): string {
  return task.options?.plan ?? task.scenario.plans[0].name;
}
