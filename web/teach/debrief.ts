import { html } from 'lit';
import type { Scenario } from '../../models/index.ts';
import { examplesOf, promiseMechanisms } from './loop-view.ts';
import { debriefOf, walkLoop } from './loop-walk.ts';
import { words } from './text.ts';
import '../components/figure.ts';
import './loop.ts';

/** Why it came out so, in the lesson's words, along the part of the loop that it moves. */
export function renderDebrief(scenario: Scenario, origin: string) {
  const { lesson, title } = scenario;
  const named = lesson?.mechanisms ?? promiseMechanisms;
  const { loop } = walkLoop(scenario);
  const summary = words.loopSummary(loop.nodes.length, loop.links.length);
  return html`<section class="debrief">
    <div class="debrief-text">${debriefOf(scenario).map((sentence) => html`<p>${sentence}</p>`)}</div>
    <kept-figure .heading=${words.debriefTitle} .sub=${words.debriefSub} .summary=${summary} .sheet=${loop.sheet}
      .name=${`${title} loop`} .origin=${origin} .body=${html`<kept-loop .loop=${loop} .summary=${summary}></kept-loop>`}></kept-figure>
    <dl class="examples">${examplesOf(named).map(({ title, example }) => html`<div><dt>${title}</dt><dd>${example}</dd></div>`)}</dl>
  </section>`;
}
