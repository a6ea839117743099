import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../components/light-element.ts';
import { type Option, pick } from '../components/pick.ts';
import { currencySign, formatNumber } from '../format.ts';
import { type Choice, createSituation, openedChoice, type Situation } from '../state/choice.ts';
import type { Edit } from '../state/edits.ts';
import { isSame } from '../state/is-same.ts';
import { reviseChoice } from '../state/revise.ts';
import type { Model } from '../state/session.ts';
import {
  agentsEdits,
  type Dimension,
  dimensions,
  type Investment,
  investmentEdits,
  type PlanExtras,
  type Promised,
  promisedEdits,
  promisedToday,
  readExtras,
  type Spared,
  sparedEdits,
} from './plan-extras.ts';
import { text } from './text.ts';
import '../components/number-field.ts';

/**
 * More of the plan: who is spared, what is promised, what is invested, who serves. Grey as today; opens in place.
 *
 * Properties  model
 * Events      kept-revise, one named step a handling; kept-problems
 */
@customElement('kept-more-levers')
export class MoreLevers extends LightElement {
  @property({ attribute: false }) model!: Model;
  private writing: Promise<void> = Promise.resolve();
  /** The plan as its document was opened, and what it had then. */
  private openedPlan: Choice | null = null;
  private opened: Partial<PlanExtras> = {};

  override willUpdate(): void {
    const plan = openedChoice(this.model.choice);
    const { openedPlan: last } = this;
    if (plan.document === last?.document && plan.planIndex === last.planIndex) return;
    this.openedPlan = plan;
    this.opened = readExtras(createSituation(plan));
  }

  override render() {
    const { spared, promised, investment, agents } = readExtras(this.model.situation);
    const { situation } = this.model;
    return html`<dl class="levers more">
      ${spared === undefined ? nothing : this.renderSpared(situation, spared)}
      ${this.renderPromise(situation, promised)} ${this.renderService(situation, investment)}
      ${agents ? this.renderAgents(situation, agents) : nothing}
    </dl>`;
  }

  private renderSpared(situation: Situation, spared: Spared | null) {
    const tenures = [12, 24, 36, 48, 60, 120];
    if (spared && !tenures.includes(spared.tenureMonths)) tenures.push(spared.tenureMonths);
    const who: Option[] = [
      { value: '', label: text.nobody },
      ...tenures.map((months) => ({ value: `${months}`, label: text.sparedFrom(months) })),
    ];
    const { at } = situation.levers;
    const ends = [6, 12, 18, 24, 36]
      .map((months) => at + months)
      .filter((end) => end <= situation.scenario.months);
    if (spared?.until !== undefined && !ends.includes(spared.until)) ends.push(spared.until);
    const until: Option[] = [
      { value: '', label: text.forGood },
      ...ends.map((month) => ({ value: `${month}`, label: text.untilMonth(month) })),
    ];
    const wordsOf = ({ tenureMonths, until }: Spared) =>
      text.sparedAll(
        text.sparedFrom(tenureMonths),
        until === undefined ? text.forGood : text.untilMonth(until),
      );
    const set = (next: Spared | null) =>
      this.write(
        'spared',
        (now) => sparedEdits(now, next),
        text.stepSpared(next ? wordsOf(next) : text.nobody),
      );
    const chooseWho = (value: string) =>
      set(value === '' ? null : { tenureMonths: Number(value), until: spared?.until });
    const chooseUntil = (value: string) =>
      spared && set({ ...spared, until: value === '' ? undefined : Number(value) });
    const state = { isSet: spared !== null, isChanged: !isSame(spared, this.opened.spared) };
    return row(text.spared, state, spared ? wordsOf(spared) : text.nobody, [
      field(
        text.sparedWho,
        pick('spared-who', who, `${spared?.tenureMonths ?? ''}`, chooseWho),
        'spared-who',
      ),
      spared
        ? field(
            text.sparedUntil,
            pick('spared-until', until, `${spared.until ?? ''}`, chooseUntil),
            'spared-until',
          )
        : nothing,
    ]);
  }

  private renderPromise(situation: Situation, promised: Promised | null | undefined) {
    const state = { isSet: promised !== null, isChanged: !isSame(promised, this.opened.promised) };
    if (promised === undefined) return row(text.promise, state, text.asInFile, null);
    const dimension = promised?.dimension ?? 'responsiveness';
    const today = promisedToday(situation, dimension);
    const level = promised?.level ?? Number(today.promise.toFixed(1));
    const wordsOf = (one: Promised) =>
      text.promisedAs(
        text.dimensions[one.dimension],
        points(one.level),
        points(promisedToday(situation, one.dimension).promise),
      );
    const set = (next: Promised | null) =>
      this.write(
        'promise',
        (now) => promisedEdits(now, next),
        text.stepPromise(next ? wordsOf(next) : text.asToday),
      );
    const choose = (value: string) => {
      const next = value as Dimension;
      set({ dimension: next, level: Number(promisedToday(situation, next).promise.toFixed(1)) });
    };
    return row(text.promise, state, promised ? wordsOf(promised) : text.asToday, [
      field(
        text.dimension,
        pick('promise-dimension', dimensionOptions, dimension, choose),
        'promise-dimension',
      ),
      number('promise-level', text.promiseLevel, level, { min: 0, max: 10, step: 0.5 }, (value) =>
        set({ dimension, level: value }),
      ),
      html`<p class="hint">${text.gets(points(today.promise), points(today.delivery))}</p>`,
      promised ? this.renderBack(() => set(null)) : nothing,
    ]);
  }

  private renderService(situation: Situation, investment: Investment | null | undefined) {
    const state = { isSet: investment !== null, isChanged: !isSame(investment, this.opened.investment) };
    if (investment === undefined) return row(text.service, state, text.asInFile, null);
    const sign = currencySign(situation.scenario.currency).trim();
    const now = investment ?? { dimension: 'responsiveness', points: 0, once: 0, monthly: 0 };
    const wordsOf = (one: Investment) => text.invested(text.dimensions[one.dimension], points(one.points));
    const set = (next: Investment | null) =>
      this.write(
        'service',
        (at) => investmentEdits(at, next),
        text.stepService(next ? wordsOf(next) : text.noInvestment),
      );
    const choose = (value: string) => set({ ...now, dimension: value as Dimension });
    return row(text.service, state, investment ? wordsOf(investment) : text.noInvestment, [
      field(
        text.dimension,
        pick('service-dimension', dimensionOptions, now.dimension, choose),
        'service-dimension',
      ),
      number('service-points', text.points, now.points, { min: 0, max: 10, step: 0.5 }, (value) =>
        set({ ...now, points: value }),
      ),
      number('service-once', `${text.once}, ${sign}`, now.once, { min: 0, step: 1000 }, (value) =>
        set({ ...now, once: value }),
      ),
      number('service-monthly', `${text.monthly}, ${sign}`, now.monthly, { min: 0, step: 100 }, (value) =>
        set({ ...now, monthly: value }),
      ),
      investment ? this.renderBack(() => set(null)) : nothing,
    ]);
  }

  private renderAgents(
    _: Situation,
    { today, planned }: { readonly today: number; readonly planned: number },
  ) {
    const changed = Math.abs(planned - today) > 1e-9;
    const words = changed ? text.agentsOf(points(planned), points(today)) : text.agentsToday(points(today));
    const set = (count: number | null) =>
      this.write(
        'agents',
        (now) => agentsEdits(now, count === today ? null : count),
        text.stepAgents(points(count ?? today)),
      );
    const state = { isSet: changed, isChanged: planned !== (this.opened.agents?.planned ?? today) };
    return row(text.agents, state, words, [
      number('agents-count', text.agentsField, planned, { min: 0, step: 1 }, set),
      changed ? this.renderBack(() => set(null)) : nothing,
    ]);
  }

  private renderBack(back: () => void) {
    return html`<button class="word" @click=${back}>${text.back}</button>`;
  }

  /** Writes into the file, one change after the other: each is of what the one before it made. */
  private write(lever: string, edits: (situation: Situation) => readonly Edit[], name: string): void {
    this.writing = this.writing.then(async () => {
      const { choice, situation } = this.model;
      const wanted = edits(situation);
      if (wanted.length === 0) return;
      const revision = await reviseChoice(choice, wanted);
      if (choice !== this.model.choice) return;
      if (revision.ok) this.send('kept-revise', { document: revision.document, name, merge: `${lever} row` });
      else this.send('kept-problems', revision.trouble);
      // Before the next is written, this one has come back as the model.
      await new Promise((resolve) => setTimeout(resolve));
    });
  }

  private send(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}

const dimensionOptions: readonly Option[] = dimensions.map((value) => ({
  value,
  label: text.dimensions[value],
}));

function points(value: number): string {
  return formatNumber(value, Number.isInteger(Number(value.toFixed(1))) ? 0 : 1);
}

/** A row that opens in place; without controls it only tells. */
function row(
  label: string,
  { isSet, isChanged }: { readonly isSet: boolean; readonly isChanged: boolean },
  value: string,
  controls: readonly unknown[] | null,
) {
  const body = controls
    ? html`<details class="in-place" name="plan-row"><summary aria-label="${label}: ${value}">${value}</summary><div class="controls" data-job>${controls}</div></details>`
    : html`<span class="told">${value}</span>`;
  return html`<div class="lever ${isChanged ? 'changed' : ''} ${isSet ? '' : 'as-today'}"><dt>${label}</dt><dd>${body}</dd></div>`;
}

function field(label: string, control: unknown, id: string) {
  return html`<p class="field"><label for=${id}>${label}</label>${control}</p>`;
}

function number(
  name: string,
  label: string,
  value: number,
  { min, max, step }: { readonly min: number; readonly max?: number; readonly step: number },
  set: (value: number) => void,
) {
  return html`<kept-number-field .name=${name} .label=${label} .value=${value} .min=${min} .max=${max ?? null} .step=${step}
    @kept-number=${(event: CustomEvent<number>) => set(event.detail)}></kept-number-field>`;
}
