import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Reason } from '../../models/index.ts';
import { calendarMonth, formatCount } from '../format.ts';
import { customersOf } from '../state/base.ts';
import type { Situation } from '../state/choice.ts';
import { isSame } from '../state/is-same.ts';
import { givenNotice, type Levers } from '../state/levers.ts';
import type { LeverMove } from '../state/moves.ts';
import { text } from '../text.ts';
import { whoText } from '../views/plan-terms.ts';
import { LightElement } from './light-element.ts';
import { type Option, pick } from './pick.ts';

/**
 * The rest of the plan: who, from when, in how many steps, with what notice and reason.
 *
 * Properties  situation, planIndex, others (what else the plan does, one line each)
 * Events      kept-lever with a LeverMove; kept-plan with the index of a plan
 */
@customElement('kept-levers')
export class KeptLevers extends LightElement {
  @property({ attribute: false }) situation: Situation | null = null;
  @property({ type: Number }) planIndex = 0;
  @property({ attribute: false }) others: readonly string[] = [];

  override render() {
    const { situation } = this;
    if (!situation) return nothing;
    return html`<dl class="levers">
      ${this.renderPlan(situation)} ${isFeeless(situation) ? renderOthers(text.does, this.others) : this.renderLevers(situation)}
    </dl>`;
  }

  private renderLevers(situation: Situation) {
    const { levers, openedLevers, target } = situation;
    const changed = (...names: (keyof Levers)[]) =>
      names.some((name) => !isSame(levers[name], openedLevers[name]));
    return html`${row(text.who, changed('segments'), this.renderWho(situation), null)}
      ${row(text.from, changed('at'), this.renderFrom(situation), 'lever-at')}
      ${target.of === 'price' ? row(text.steps, changed('phases', 'everyMonths'), this.renderSteps(situation), null) : nothing}
      ${row(text.notice, givenNotice(levers) !== givenNotice(openedLevers), this.renderNotice(levers), 'lever-notice')}
      ${row(text.reason, changed('reason'), this.renderReason(levers), 'lever-reason')} ${renderOthers(text.also, this.others)}`;
  }

  private send<K extends keyof Levers>(lever: K, value: Levers[K], name: string): void {
    const detail: LeverMove<K> = { lever, value, name };
    this.dispatchEvent(new CustomEvent('kept-lever', { detail, bubbles: true }));
  }

  private renderPlan({ scenario, plan }: Situation) {
    if (scenario.plans.length < 2) return row(text.plan, false, html`${plan.name}`, null);
    const options = scenario.plans.map(({ name }, index) => ({ value: `${index}`, label: name }));
    const change = (value: string) =>
      this.dispatchEvent(new CustomEvent('kept-plan', { detail: Number(value), bubbles: true }));
    return row(text.plan, false, pick('lever-plan', options, `${this.planIndex}`, change), 'lever-plan');
  }

  private renderWho({ scenario, base, levers }: Situation) {
    const names = scenario.world.segments.map(({ name }) => name);
    const choose = (segments: readonly string[]) => {
      const ordered = names.filter((name) => segments.includes(name));
      this.send('segments', ordered, text.stepWho(whoText(ordered, names)));
    };
    const toggle = (name: string, on: boolean) =>
      choose(on ? [...levers.segments, name] : levers.segments.filter((other) => other !== name));
    const only = levers.segments.length === 1;
    return html`<details class="who" name="plan-row" data-job>
      <summary>${whoText(levers.segments, names)}, ${text.customers(customersOf(base, levers.segments))}</summary>
      <ul>
        ${base.map(({ name, customers }) => {
          const chosen = levers.segments.includes(name);
          return html`<li><label
            ><input type="checkbox" .checked=${chosen} ?disabled=${chosen && only}
              @change=${(event: Event) => toggle(name, (event.target as HTMLInputElement).checked)} />${name}
            <span class="count">${formatCount(customers)}</span></label></li>`;
        })}
      </ul>
      ${
        levers.segments.length < names.length
          ? html`<button class="word all" @click=${() => choose(names)}>${text.chooseEveryone}</button>`
          : nothing
      }
    </details>`;
  }

  private renderFrom({ scenario, levers }: Situation) {
    const options = Array.from({ length: scenario.months }, (_, index) => ({
      value: `${index + 1}`,
      label: text.month(index + 1, calendarMonth(scenario.start, index + 1)),
    }));
    const change = (value: string) =>
      this.send('at', Number(value), text.stepFrom(options[Number(value) - 1].label));
    return pick('lever-at', options, `${levers.at}`, change);
  }

  private renderSteps({ levers, scenario }: Situation) {
    const counts = [1, 2, 3, 4].includes(levers.phases) ? [1, 2, 3, 4] : [1, 2, 3, 4, levers.phases];
    const room = Math.max(1, Math.floor((scenario.months - levers.at) / Math.max(1, levers.phases - 1)));
    const gaps = [1, 2, 3, 4, 6, 9, 12, 18, 24].filter((gap) => gap <= room);
    if (!gaps.includes(levers.everyMonths)) gaps.push(levers.everyMonths);
    const options = gaps.map((gap) => ({ value: `${gap}`, label: text.every(gap) }));
    return html`<span class="steps" role="radiogroup" aria-label=${text.steps}>
        ${counts.map(
          (count) => html`<label
            ><input type="radio" name="lever-steps" .checked=${levers.phases === count}
              @change=${() => this.send('phases', count, text.stepSteps(count))} /><span>${count}</span></label
          >`,
        )}</span
      >${
        levers.phases > 1
          ? pick(
              'lever-every',
              options,
              `${levers.everyMonths}`,
              (value) => this.send('everyMonths', Number(value), text.stepEvery(Number(value))),
              text.stepsEvery,
            )
          : nothing
      }${renderStepsWithin(levers, scenario.months)}`;
  }

  private renderNotice(levers: Levers) {
    const given = givenNotice(levers);
    const longest = Math.max(Math.min(12, levers.at - 1), given ?? 0);
    const options: Option[] = [
      { value: 'none', label: text.noNotice },
      { value: '0', label: text.sameMonth },
      ...Array.from({ length: longest }, (_, index) => ({
        value: `${index + 1}`,
        label: text.noticeOf(index + 1),
      })),
    ];
    const change = (value: string) => {
      const { label } = options.find((option) => option.value === value)!;
      this.send('noticeMonths', value === 'none' ? null : Number(value), text.stepNotice(label));
    };
    const hint = given === levers.noticeMonths ? null : text.noticeCut(levers.noticeMonths ?? 0, given ?? 0);
    return html`${pick('lever-notice', options, `${given ?? 'none'}`, change)}${hint ? html`<p class="hint" role="status">${hint}</p>` : nothing}`;
  }

  private renderReason(levers: Levers) {
    const reasons = Object.keys(text.reasons) as Reason[];
    const options = reasons.map((reason) => ({ value: reason, label: text.reasons[reason] }));
    const change = (value: string) => {
      const reason = reasons.find((known) => known === value)!;
      this.send('reason', reason, text.stepReason(text.reasons[reason]));
    };
    return pick('lever-reason', options, levers.reason, change);
  }
}

function row(label: string, changed: boolean, value: unknown, control: string | null) {
  return html`<div class="lever ${changed ? 'changed' : ''}">
    <dt>${control ? html`<label for=${control}>${label}</label>` : label}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** How many of several steps take place at all, where some lie beyond what is run. */
function renderStepsWithin({ at, phases, everyMonths }: Levers, months: number) {
  const within = Math.min(phases, Math.max(0, Math.floor((months - at) / everyMonths) + 1));
  if (phases === 1 || within === phases) return nothing;
  return html`<p class="hint" role="status">${text.stepsWithin(within, phases, months)}</p>`;
}

/** A plan that changes no fee, nor does the reader: when and for whom it does so is not asked. */
function isFeeless({ plan, levers, initial, target }: Situation): boolean {
  return levers === initial && plan.actions.length > 0 && target.actionIndex === plan.actions.length;
}

function renderOthers(label: string, others: readonly string[]) {
  if (others.length === 0) return nothing;
  return row(
    label,
    false,
    html`<ul class="others">${others.map((line) => html`<li>${line}</li>`)}</ul>`,
    null,
  );
}
