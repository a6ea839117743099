import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  createSampler,
  listQuantities,
  readablePath,
  type Scenario,
  type Sweep,
} from '../../models/index.ts';
import { LightElement } from '../components/light-element.ts';
import type { StudyRequest } from '../runner/study.ts';
import type { BestValue } from '../state/base.ts';
import { commandLine } from './command-line.ts';
import type { ValidFile } from './file-controller.ts';
import { renderPlanPick, renderSelect } from './select.ts';
import { estimateSeconds } from './speed.ts';
import { StudyController } from './study-controller.ts';
import { renderStudy } from './study-frame.ts';
import { type SweptMeasure, sweepFigure } from './sweep-figures.ts';
import { type AxisDraft, readAxes, type Sweepable, sweepables } from './sweep-model.ts';
import { text } from './text.ts';
import '../charts/curve.ts';
import '../charts/heat-map.ts';
import '../components/figure.ts';
import './command-note.ts';

type SweepRequest = Extract<StudyRequest, { kind: 'task' }> & { readonly task: { readonly kind: 'sweep' } };

const choicesOfDraws = [0, 50, 200] as const;
const choicesOfSteps = [5, 7, 9, 11, 15, 21] as const;

/**
 * A plan's figures while one or two numbers of the scenario take other values.
 *
 * Properties  valid (the last valid file), chosen (name of the plan), file (its name)
 * Events      kept-plan with the index of another plan
 */
@customElement('kept-sweep')
export class SweepView extends LightElement {
  @property({ attribute: false }) valid!: ValidFile;
  @property() chosen = '';
  @property() file = '';
  @state() private axes: readonly AxisDraft[] = [];
  @state() private draws: number = 0;
  @state() private measure: SweptMeasure = 'profit';
  private offered: readonly Sweepable[] = [];
  private shown: Drawn | null = null;
  private readonly study = new StudyController<SweepRequest>(this, () => `sweep ${this.valid.key}`);

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('valid') && !changed.has('chosen')) return;
    const { scenario } = this.valid;
    this.offered = sweepables(scenario, this.chosen, bestValueOf(scenario));
    const kept = this.axes.filter(({ path }) => this.offered.some((each) => each.path === path));
    if (kept.length > 0 && kept.length === this.axes.length) return;
    // A decision against what is doubted most says most.
    const [first] = this.offered;
    const second = this.offered.find(({ path }) => path.endsWith('priceResponse')) ?? this.offered[1];
    this.axes = [first, second].filter((each) => each !== undefined).map((each) => draftOf(each, 9));
  }

  override render() {
    if (this.valid.scenario.plans.length === 0) return html`<p class="state-line">${text.noPlans}</p>`;
    const command = commandLine('sweep', this.file, [
      ...this.axes.map(
        ({ path, from, to, steps }) => ['over', `${path}=${plain(from)}..${plain(to)}:${steps}`] as const,
      ),
      ['plan', this.chosen],
      ['draws', this.draws || null],
    ]);
    return html`${this.renderStudy()}<footer class="exports"><kept-command .command=${command}></kept-command></footer>`;
  }

  private renderStudy() {
    const { scenario, meaning: now } = this.valid;
    const { chosen: plan, draws } = this;
    const axes = readAxes(this.axes, draws);
    const problem = typeof axes === 'string' ? axes : null;
    const points = this.axes.reduce((product, { steps }) => product * steps, 1);
    const asked = { plan, settings: JSON.stringify([this.axes, draws]) };
    return renderStudy({
      study: this.study,
      text: now,
      asked,
      title: text.sweepTitle,
      why: text.sweepWhy,
      label: text.sweepAsk,
      disabled: problem !== null,
      seconds: estimateSeconds(scenario, 2 * points * Math.max(1, draws)),
      words: ({ done, total }) => text.blocksOf(done, total),
      settings: html`${this.renderSettings()}${problem ? html`<p class="state-line wrong" role="alert">${text.sweepProblems[problem]}</p>` : nothing}`,
      ask: () => {
        if (typeof axes === 'string') return;
        const options = { plan, over: axes, ...(draws > 0 && { draws }) };
        void this.study.ask({ kind: 'task', task: { kind: 'sweep', scenario, options } }, now, asked);
      },
      show: (result, of) => this.renderSweep(result, of),
    });
  }

  private renderSweep(result: Sweep, { task: { scenario, options } }: SweepRequest) {
    const { plan = scenario.plans[0].name } = options;
    const measure = this.measure === 'chanceOfLoss' && result.draws === 0 ? 'profit' : this.measure;
    const { offered, bestAt } = this.drawnOf(scenario, plan);
    const figure = sweepFigure(result, measure, scenario, offered, bestAt);
    const body = figure.map
      ? html`<kept-heat-map .data=${figure.map}></kept-heat-map>`
      : html`<kept-curve .data=${figure.curve}></kept-curve>`;
    return html`<kept-figure .heading=${figure.title} .sub=${figure.sub} .summary=${figure.summary} .sheet=${figure.sheet}
      .body=${body} .name=${`${scenario.title} sweep`} .origin=${text.origin(scenario.title, plan, scenario.seed)}></kept-figure>`;
  }

  private drawnOf(scenario: Scenario, plan: string): Drawn {
    if (this.shown?.scenario !== scenario || this.shown.plan !== plan) {
      const bestValue = bestValueOf(scenario);
      const listed = listQuantities(scenario);
      const bestAt = (path: string) => {
        const found = listed.find(({ id }) => readablePath(id) === path);
        return found && bestValue(found.quantity);
      };
      this.shown = { scenario, plan, offered: sweepables(scenario, plan, bestValue), bestAt };
    }
    return this.shown;
  }

  private renderSettings() {
    const measures: SweptMeasure[] = [
      'profit',
      'profitWithEquity',
      'attrition',
      ...(this.draws > 0 ? (['chanceOfLoss'] as const) : []),
    ];
    const two = this.axes.length > 1;
    return html`<div class="axes">
      ${this.axes.map((axis, at) => this.renderAxis(axis, at))}
      <button class="word" @click=${() => this.toggleSecond(two)}>${two ? text.sweepOne : text.sweepTwo}</button>
    </div>
    <div class="settings">
      ${renderPlanPick(this, this.valid.scenario, this.chosen)}
      ${renderSelect(
        text.measure,
        measures,
        this.measure,
        (measure) => text.sweptMeasures[measure],
        (measure) => {
          this.measure = measure;
        },
      )}
      ${renderSelect(
        text.drawsEach,
        choicesOfDraws,
        this.draws,
        (draws) => (draws === 0 ? text.atBest : text.drawsChoice(draws)),
        (draws) => {
          this.draws = draws;
        },
      )}
    </div>`;
  }

  private renderAxis(axis: AxisDraft, at: number) {
    const set = (news: Partial<AxisDraft>) => {
      this.axes = this.axes.map((each, index) => (index === at ? { ...each, ...news } : each));
    };
    const field = (name: 'from' | 'to', label: string) => html`<label class="choice">${label}
      <input size="8" .value=${axis[name]} @input=${({ target }: Event) => set({ [name]: (target as HTMLInputElement).value })}></label>`;
    return html`<fieldset class="axis"><legend>${at === 0 ? text.axisFirst : text.axisSecond}</legend>
      ${this.renderPick(axis, (picked) => set(draftOf(picked, axis.steps)))}
      ${field('from', text.axisFrom)} ${field('to', text.axisTo)}
      ${renderSelect(
        text.axisSteps,
        choicesOfSteps,
        axis.steps,
        (steps) => `${steps}`,
        (steps) => set({ steps }),
      )}
    </fieldset>`;
  }

  private renderPick({ path }: AxisDraft, pick: (picked: Sweepable) => void) {
    const change = ({ target }: Event) => {
      const picked = this.offered.find((each) => each.path === (target as HTMLSelectElement).value);
      if (picked) pick(picked);
    };
    const options = (group: Sweepable['group']) =>
      this.offered
        .filter((each) => each.group === group)
        .map(
          (each) => html`<option value=${each.path} ?selected=${each.path === path}>${each.name}</option>`,
        );
    return html`<label class="choice wide">${text.axisNumber}
      <span class="pick"><select @change=${change}><optgroup label=${text.ofThePlan}>${options('plan')}</optgroup><optgroup label=${text.ofTheWorld}>${options('world')}</optgroup></select></span></label>`;
  }

  private toggleSecond(two: boolean): void {
    const [first] = this.axes;
    const second = this.offered.find(({ path }) => path.endsWith('priceResponse') && path !== first.path);
    const other = second ?? this.offered.find(({ path }) => path !== first.path);
    this.axes = two || !other ? [first] : [first, draftOf(other, 9)];
  }
}

/** What words and marks of a sweep come from: the scenario and the plan that were swept. */
interface Drawn {
  readonly scenario: Scenario;
  readonly plan: string;
  readonly offered: readonly Sweepable[];
  readonly bestAt: (path: string) => number | undefined;
}

function bestValueOf(scenario: Scenario): BestValue {
  const best = createSampler(scenario, scenario.seed)('best');
  return (quantity) => best.of(quantity);
}

function draftOf({ path, from, to, percent }: Sweepable, steps: number): AxisDraft {
  const write = (value: number) => (percent ? `${Number((value * 100).toPrecision(6))} %` : `${value}`);
  return { path, from: write(from), to: write(to), steps };
}

/** As the command line takes it. */
function plain(written: string): string {
  return written.replaceAll(/\s/g, '').replace('\u2212', '-');
}
