import { html } from 'lit';
import type { Scenario } from '../../models/index.ts';
import { createLoop, examplesOf, promiseMechanisms } from './loop-view.ts';
import { words } from './text.ts';
import '../components/figure.ts';
import './loop.ts';

/** Why it came out so, in the lesson's words, along the part of the loop that it moves. */
export function renderDebrief({ lesson, title }: Scenario, origin: string) {
  const named = lesson?.mechanisms ?? promiseMechanisms;
  const loop = createLoop(named);
  const summary = words.loopSummary(loop.nodes.length, loop.links.length);
  const sentences = (lesson?.debrief ?? words.openDebrief).split(/(?<=\.) /);
  return html`<section class="debrief">
    <div class="debrief-text">${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>
    <kept-figure .heading=${words.debriefTitle} .sub=${words.debriefSub} .summary=${summary} .sheet=${loop.sheet}
      .name=${`${title} loop`} .origin=${origin} .body=${html`<kept-loop .loop=${loop} .summary=${summary}></kept-loop>`}></kept-figure>
    <dl class="examples">${examplesOf(named).map(({ title, example }) => html`<div><dt>${title}</dt><dd>${example}</dd></div>`)}</dl>
  </section>`;
}
