import { html } from 'lit';
import { type ClaimMeasure, doNothing, type Lesson, type Scenario } from '../../models/index.ts';
import { formatCount, formatMoney, formatNumber } from '../format.ts';
import type { Played } from '../state/teaching.ts';
import { tally } from './guesses.ts';
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

/** The lesson's first claim with its two figures, large. */
export function renderFirstClaim(desk: TeachDesk, { claim }: Lesson) {
  const { plan, beats, on } = claim[0];
  const figure = (name: string) => {
    const played: Played = `plan ${name}`;
    return formatFigure(desk.scenario, on, desk.run(played).figures[on]);
  };
  const title = words.claim(planNameOf(plan), planNameOf(beats, true), words.measures[on].toLowerCase());
  return html`<section class="figure bare first-claim" aria-label=${title}>
    <header><h2>${words.measures[on]}</h2><p class="sub">${words.claimsSub(desk.months)}</p></header>
    <dl>${[plan, beats].map((name) => html`<div><dt>${planNameOf(name)}</dt><dd>${figure(name)}</dd></div>`)}</dl>
  </section>`;
}

/** Leavers count against a plan; they are written as a number of people. */
export function formatFigure({ currency }: Scenario, on: ClaimMeasure, value: number): string {
  if (on === 'satisfaction') return formatNumber(value, 2);
  if (on === 'customers' || on === 'leavers') return formatCount(Math.abs(value));
  return formatMoney(value, currency);
}

export function planNameOf(plan: string, within = false): string {
  if (plan !== doNothing.name) return plan.replaceAll(' %', '\u00a0%');
  return within ? words.todayWithin : words.today;
}
