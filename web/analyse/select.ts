import { html } from 'lit';
import type { Scenario } from '../../models/index.ts';
import { text } from './text.ts';

/** A choice among few, as the page's underlined select. */
export function renderSelect<Value extends string | number>(
  label: string,
  values: readonly Value[],
  current: Value,
  words: (value: Value) => string,
  choose: (value: Value) => void,
) {
  const change = ({ target }: Event) => {
    const value = values[(target as HTMLSelectElement).selectedIndex];
    if (value !== undefined) choose(value);
  };
  return html`<label class="choice">${label}
    <span class="pick"><select @change=${change}>
      ${values.map((value) => html`<option ?selected=${value === current}>${words(value)}</option>`)}
    </select></span></label>`;
}

/** Which plan is looked at; the page hears of another as `kept-plan`. */
export function renderPlanPick(element: HTMLElement, { plans }: Scenario, chosen: string) {
  const choose = (name: string) => {
    const detail = plans.findIndex((plan) => plan.name === name);
    element.dispatchEvent(new CustomEvent('kept-plan', { detail, bubbles: true }));
  };
  const names = plans.map(({ name }) => name);
  return renderSelect(text.plan, names, chosen, (name) => name, choose);
}
