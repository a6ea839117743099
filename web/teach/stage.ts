import { html } from 'lit';
import type { PadScope } from '../../models/index.ts';
import { lowerFirst } from '../format.ts';
import type { TeachMove } from '../state/moves.ts';
import { type PadPoint, type Played, playedToday, type Teaching, withPoint } from '../state/teaching.ts';
import { createBoardroomView } from './boardroom-view.ts';
import type { CrowdClock } from './clock.ts';
import { createCrowdView, groupMeanings, type HeapHead } from './crowd-view.ts';
import type { LevelMove } from './level.ts';
import type { PadMove } from './pad.ts';
import { toLevel } from './pad-steps.ts';
import type { TeachDesk } from './teach-desk.ts';
import { words } from './text.ts';
import { createTradeView } from './trade-view.ts';
import '../components/figure.ts';
import './boardroom.ts';
import './crowd.ts';
import './level.ts';
import './pad.ts';
import './trade.ts';
import './transport.ts';

/** What the stage is drawn from; `set` is called with what is to be set. */
export interface Stage {
  readonly desk: TeachDesk;
  readonly clock: CrowdClock;
  readonly origin: string;
  readonly set: (move: TeachMove) => void;
  /** Only the crowd as it is before anything happens. */
  readonly today?: boolean;
  /** Too small for the pad beside anything: it folds. */
  readonly narrow?: boolean;
  /** Nothing beside what is played. */
  readonly alone?: boolean;
}

/** Where the pad's handle stands: what is set, or where a plan has come to by now. */
export function pointOf({ desk, clock }: Pick<Stage, 'desk' | 'clock'>): PadPoint {
  if (desk.played === 'pad') return desk.point;
  if (desk.played === 'kept') return { promise: desk.point.delivery, delivery: desk.point.delivery };
  const { promise, delivery } = desk.run(desk.played).service[clock.month];
  return { promise: toLevel(promise), delivery: toLevel(delivery) };
}

/** The square and its two faders. */
export function renderPad(stage: Stage, large = false) {
  const { desk, set } = stage;
  const { promise, delivery } = pointOf(stage);
  const move = (point: PadPoint, stroke: string) =>
    set({
      teaching: withPoint(desk.teaching, point),
      name: words.padAt(point.promise, point.delivery),
      stroke,
    });
  const pulled = ({ detail }: CustomEvent<PadMove>) =>
    move({ promise: detail.promise, delivery: detail.delivery }, detail.stroke);
  const square = html`<kept-pad .promise=${promise} .delivery=${delivery} .large=${large}
      @kept-pad=${pulled}></kept-pad>`;
  return html`${stage.narrow ? html`<details class="fold"><summary>${words.padFold}</summary>${square}</details>` : square}
    <div class="levels">
      <kept-level .label=${words.promise} .value=${promise} @kept-level=${({ detail }: CustomEvent<LevelMove>) => move({ promise: detail.value, delivery }, detail.stroke)}></kept-level>
      <kept-level .label=${words.delivery} .value=${delivery} @kept-level=${({ detail }: CustomEvent<LevelMove>) => move({ promise, delivery: detail.value }, detail.stroke)}></kept-level>
    </div>`;
}

/** The pad with what it moves, as a figure. */
export function renderPadFigure(stage: Stage) {
  const { desk, set } = stage;
  const scoped = (event: Event) => {
    const scope = (event.target as HTMLSelectElement).value as PadScope;
    set({ teaching: { ...desk.teaching, scope, point: null }, name: words.stepScope(words.scopes[scope]) });
  };
  const reset = () => set({ teaching: withPoint(desk.teaching, null), name: words.stepToday });
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
export function renderPlayed({ desk, set }: Stage) {
  const change = (teaching: Partial<Teaching>, name: string) =>
    set({ teaching: { ...desk.teaching, ...teaching }, name });
  const play = (event: Event) => {
    const played = (event.target as HTMLSelectElement).value as Played;
    change({ played }, words.stepPlayed(optionName(desk, played)));
  };
  const compare = (event: Event) => {
    const beside = ((event.target as HTMLSelectElement).value || null) as Played | null;
    change({ beside }, words.stepBeside(beside ? optionName(desk, beside) : words.nothingBeside));
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
  const body = html`<kept-crowd .dots=${dots} .tallest=${tallest} .summary=${summary} .position=${today ? 0 : clock.position} .held=${today ?? false}></kept-crowd>
    ${renderHeads(heads)} ${hollow ? html`<p class="note hollow-note">${hollow}</p>` : html`<p class="note hollow-note">&nbsp;</p>`}`;
  return html`<kept-figure .heading=${named ? `${name}: ${lowerFirst(title)}` : title} .sub=${sub} .summary=${summary} .sheet=${sheet}
    .body=${body} .name=${`${desk.scenario.title} ${name} crowd`} .origin=${origin}></kept-figure>`;
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
