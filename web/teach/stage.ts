import { html } from 'lit';
import type { PadScope } from '../../models/index.ts';
import { createBoardroomView } from './boardroom-view.ts';
import type { CrowdClock } from './clock.ts';
import { createCrowdView, groupMeanings, type HeapHead } from './crowd-view.ts';
import { toLevel } from './pad-steps.ts';
import { type Played, playedToday, type TeachDesk } from './teach-desk.ts';
import { words } from './text.ts';
import { createTradeView } from './trade-view.ts';
import '../components/figure.ts';
import './boardroom.ts';
import './crowd.ts';
import './level.ts';
import './pad.ts';
import './trade.ts';
import './transport.ts';

/** What the stage is drawn from; `changed` is called when the desk has been set otherwise. */
export interface Stage {
  readonly desk: TeachDesk;
  readonly clock: CrowdClock;
  readonly origin: string;
  readonly changed: () => void;
  /** Only the crowd as it is before anything happens. */
  readonly today?: boolean;
  /** Too small for the pad beside anything: it folds. */
  readonly narrow?: boolean;
  /** Nothing beside what is played. */
  readonly alone?: boolean;
}

/** Where the pad's handle stands: what is set, or where a plan has come to by now. */
export function pointOf({ desk, clock }: Pick<Stage, 'desk' | 'clock'>) {
  if (desk.played === 'pad') return desk.point;
  if (desk.played === 'kept') return { promise: desk.point.delivery, delivery: desk.point.delivery };
  const { promise, delivery } = desk.run(desk.played).service[clock.month];
  return { promise: toLevel(promise), delivery: toLevel(delivery) };
}

/** The square and its two faders. */
export function renderPad(stage: Stage, large = false) {
  const { desk, changed } = stage;
  const { promise, delivery } = pointOf(stage);
  const move = (point: { promise: number; delivery: number }) => {
    desk.move(point);
    changed();
  };
  const square = html`<kept-pad .promise=${promise} .delivery=${delivery} .large=${large}
      @kept-pad=${({ detail }: CustomEvent<{ promise: number; delivery: number }>) => move(detail)}></kept-pad>`;
  return html`${stage.narrow ? html`<details class="fold"><summary>${words.padFold}</summary>${square}</details>` : square}
    <div class="levels">
      <kept-level .label=${words.promise} .value=${promise} @kept-level=${({ detail }: CustomEvent<number>) => move({ promise: detail, delivery })}></kept-level>
      <kept-level .label=${words.delivery} .value=${delivery} @kept-level=${({ detail }: CustomEvent<number>) => move({ promise, delivery: detail })}></kept-level>
    </div>`;
}

/** The pad with what it moves, as a figure. */
export function renderPadFigure(stage: Stage) {
  const { desk, changed } = stage;
  const scoped = (event: Event) => {
    desk.scope = (event.target as HTMLSelectElement).value as PadScope;
    changed();
  };
  const reset = () => {
    desk.reset();
    changed();
  };
  return html`<section class="figure bare pad-figure" aria-label=${words.padTitle}>
    <header><h2>${words.padTitle}</h2><p class="sub">${words.padSub}</p></header>
    ${renderPad(stage)}
    <div class="pad-foot">
      <label class="pick"><span class="unseen">${words.scope}</span><select @change=${scoped}>
        ${Object.entries(words.scopes).map(([scope, name]) => html`<option value=${scope} .selected=${scope === desk.scope}>${name}</option>`)}
      </select></label>
      <button class="word" @click=${reset}>${words.asToday}</button>
    </div>
  </section>`;
}

/** Which crowds are shown. */
export function renderPlayed({ desk, changed }: Stage) {
  const play = (event: Event) => {
    desk.played = (event.target as HTMLSelectElement).value as Played;
    changed();
  };
  const compare = (event: Event) => {
    desk.beside = ((event.target as HTMLSelectElement).value || null) as Played | null;
    changed();
  };
  const option = (played: Played, chosen: Played | null) =>
    html`<option value=${played} .selected=${played === chosen}>${optionName(desk, played)}</option>`;
  return html`<div class="played">
    <label>${words.played} <span class="pick"><select @change=${play}>${desk.offered.map((played) => option(played, desk.played))}</select></span></label>
    <label>${words.beside} <span class="pick"><select @change=${compare}>
      <option value="" .selected=${desk.beside === null}>${words.nothingBeside}</option>${desk.offered.map((played) => option(played, desk.beside))}
    </select></span></label>
  </div>`;
}

function optionName(desk: TeachDesk, played: Played): string {
  if (played === 'pad') return words.thePad;
  return played === 'kept' ? words.keptPromise : desk.name(played);
}

/** One crowd, or two side by side at the same scale. */
export function renderCrowds(stage: Stage) {
  const { desk, today, alone } = stage;
  const beside = alone || desk.beside === desk.played ? null : desk.beside;
  const shown = today ? [playedToday] : beside === null ? [desk.played] : [desk.played, beside];
  const tallest = Math.max(...shown.map((played) => desk.dots(played).tallest));
  return html`<div class="crowds ${shown.length > 1 ? 'two' : ''}">
    ${shown.map((played) => renderCrowd(stage, played, tallest, shown.length > 1))}
  </div>`;
}

function renderCrowd({ desk, clock, origin, today }: Stage, played: Played, tallest: number, named: boolean) {
  const dots = desk.dots(played);
  const name = desk.name(played);
  const { title, sub, summary, heads, hollow, sheet } = createCrowdView(
    name,
    dots,
    today ? 0 : clock.month,
    named,
  );
  const body = html`<kept-crowd .dots=${dots} .tallest=${tallest} .summary=${summary}></kept-crowd>
    ${renderHeads(heads)} ${hollow ? html`<p class="note hollow-note">${hollow}</p>` : html`<p class="note hollow-note">&nbsp;</p>`}`;
  return html`<kept-figure .heading=${named ? `${name}: ${lowerFirst(title)}` : title} .sub=${sub} .summary=${summary} .sheet=${sheet}
    .body=${body} .name=${`${desk.scenario.title} ${name} crowd`} .origin=${origin}></kept-figure>`;
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

export function renderHeads(heads: readonly HeapHead[]) {
  return html`<ul class="heads">
    ${heads.map(
      ({ heap, name, count, note }) =>
        html`<li class="heap-${heap}"><b>${count.toLocaleString('en-US')}</b><span>${name}</span><small>${note}</small></li>`,
    )}
  </ul>`;
}

export function renderTransport({ desk, clock }: Stage) {
  return html`<kept-transport .month=${clock.month} .months=${desk.months} .playing=${clock.isPlaying} .speed=${clock.speed}></kept-transport>`;
}

export function renderMeaning() {
  const { heap, answer, why } = words.meaningColumns;
  return html`<details class="meaning"><summary>${words.meaning}</summary>
    <table>
      <thead><tr><th scope="col">${heap}</th><th scope="col">${answer}</th><th scope="col">${why}</th></tr></thead>
      <tbody>${groupMeanings().map((row) => html`<tr><th scope="row">${row.name}</th><td>${row.answer}</td><td>${row.why}</td></tr>`)}</tbody>
    </table>
    <p class="note">${words.meaningNote}</p>
  </details>`;
}

/** Boardroom beside customers, and sign-ups against stayers. */
export function renderViews({ desk, clock, origin }: Stage) {
  const { month } = clock;
  const run = desk.run(desk.played);
  const board = createBoardroomView(run.service[month], month);
  const reference = desk.beside ?? playedToday;
  const trade = createTradeView(run, desk.run(reference), lowerFirst(desk.name(reference)), month);
  const { title } = desk.scenario;
  return html`<section class="grid row">
    <kept-figure .heading=${board.title} .sub=${board.sub} .summary=${board.summary} .sheet=${board.sheet} .name=${`${title} boardroom`} .origin=${origin}
      .body=${html`<kept-boardroom .rows=${board.rows} .summary=${board.summary}></kept-boardroom>`}></kept-figure>
    <kept-figure .heading=${trade.title} .sub=${trade.sub} .summary=${trade.summary} .sheet=${trade.sheet} .name=${`${title} sign-ups`} .origin=${origin}
      .body=${html`<kept-trade .traffic=${trade.traffic} .beside=${trade.beside} .month=${month} .summary=${trade.summary}></kept-trade>`}></kept-figure>
  </section>`;
}
