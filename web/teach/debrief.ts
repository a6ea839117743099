import { html } from 'lit';
import { type Account, type AccountFigure, accountsOf } from './account.ts';
import { debriefWords } from './debrief-text.ts';
import { debriefOf, namedOf, walkLoop } from './loop-walk.ts';
import type { TeachDesk } from './teach-desk.ts';
import '../components/figure.ts';
import './loop.ts';

/** Why it came out so, in the lesson's words, along the part of the loop that it moves. */
export function renderDebrief(desk: TeachDesk, origin: string) {
  const { scenario } = desk;
  const { loop } = walkLoop(scenario);
  const summary = debriefWords.loopSummary(loop.nodes.length, loop.links.length);
  return html`<section class="debrief">
    <div class="debrief-text">${debriefOf(scenario).map((sentence) => html`<p>${sentence}</p>`)}</div>
    <kept-figure .heading=${debriefWords.loopTitle} .sub=${debriefWords.loopSub} .summary=${summary} .sheet=${loop.sheet}
      .name=${`${scenario.title} loop`} .origin=${origin} .body=${html`<kept-loop .loop=${loop} .summary=${summary}></kept-loop>`}></kept-figure>
    <section class="figure bare accounts"><header><h2>${debriefWords.accountsTitle}</h2><p class="sub">${debriefWords.accountsSub(desk.months)}</p></header>
      <div>${accountsOf(desk, namedOf(scenario)).map(renderAccount)}</div></section>
  </section>`;
}

function renderAccount({ title, effect, figure }: Account) {
  return html`<section class="account"><h3>${title}</h3><p>${effect}</p>${figure ? renderFigure(figure) : ''}</section>`;
}

/** The figure of a mechanism for all that is compared. */
export function renderFigure({ label, when, rows }: AccountFigure) {
  return html`<div class="account-figure"><p class="label">${label}, <span>${when}</span></p>
    <dl>${rows.map(({ played, value }) => html`<div><dt>${played}</dt><dd>${value}</dd></div>`)}</dl></div>`;
}
