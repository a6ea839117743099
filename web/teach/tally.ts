import { html } from 'lit';
import { doNothing, type Lesson } from '../../models/index.ts';
import { formatCount } from '../format.ts';
import { tally } from './guesses.ts';
import { formatApart, outcomesOf } from './outcomes.ts';
import type { TeachDesk } from './teach-desk.ts';
import { words } from './text.ts';

/** How many gave each answer, the right one marked. */
export function renderTally({ choices, answer }: Lesson['predict'], given: readonly string[]) {
  const right = given.filter((each) => each === answer).length;
  const rows = tally(choices, given);
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return html`<section class="figure bare tally" aria-label=${words.tallySub}>
    <header><h2>${words.tallyTitle(right, given.length)}</h2><p class="sub">${words.tallySub}</p></header>
    <ul>${rows.map(
      ({ choice, count }) => html`<li class=${choice === answer ? 'right' : ''}><span>${choice}</span>
        <meter min="0" max=${most} value=${count} aria-label=${choice}></meter><b>${formatCount(count)}</b></li>`,
    )}</ul>
  </section>`;
}

/** Every plan and doing nothing on the measure of the lesson's first claim, large. */
export function renderOutcomes(desk: TeachDesk, { claim }: Lesson) {
  const { on } = claim[0];
  const outcomes = outcomesOf(desk, on);
  const figures = formatApart(
    desk.scenario,
    on,
    outcomes.map((outcome) => outcome.figures[on]),
  );
  return html`<section class="figure bare outcomes" aria-label=${words.measures[on]}>
    <header><h2>${words.measures[on]}</h2><p class="sub">${words.claimsSub(desk.months)}</p></header>
    <dl>${outcomes.map(({ name }, index) => html`<div><dt>${planNameOf(name)}</dt><dd>${figures[index]}</dd></div>`)}</dl>
  </section>`;
}

export function planNameOf(plan: string, within = false): string {
  if (plan !== doNothing.name) return plan.replaceAll(' %', '\u00a0%');
  return within ? words.todayWithin : words.today;
}
