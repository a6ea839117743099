import { html, nothing } from 'lit';
import { type MechanismName, mechanisms, type Scenario } from '../../models/index.ts';
import { accountsOf } from './account.ts';
import { renderFigure } from './debrief.ts';
import { debriefWords } from './debrief-text.ts';
import { askedOf, countGuesses, type Guesses } from './guesses.ts';
import { debriefOf, walkLoop } from './loop-walk.ts';
import { renderScrub } from './scrub.ts';
import { renderCrowds, renderPad, type Stage } from './stage.ts';
import { asksPromise, nextStep, renderSteps, type Step } from './steps.ts';
import { renderOutcomes, renderTally } from './tally.ts';
import type { TeachDesk } from './teach-desk.ts';
import { answers, words } from './text.ts';
import './best-promise.ts';
import './loop.ts';
import './predict.ts';

/** What presenter mode shows. */
export interface Presented {
  readonly stage: Stage;
  readonly step: Step;
  readonly guesses: Guesses;
  readonly question: string;
  /** How far along the loop the debrief has come. */
  readonly stop: number;
  readonly go: (step: Step) => void;
  readonly turn: (by: 1 | -1) => void;
  readonly leave: () => void;
  readonly keysOn: boolean;
}

/** One title, pad and crowd, one bar; sizes follow the root, which follows the screen. */
export function renderPresenter(presented: Presented) {
  const { stage, step, guesses, go, leave, keysOn } = presented;
  const { desk, clock } = stage;
  const { month } = clock;
  const answered = countGuesses(guesses);
  return html`<div class="presented step-${step}">
    <p class="presented-kick">${step === 'run' ? html`<b>${words.monthOf(month, desk.months)}</b> · ` : nothing}${roomWords(presented)} · ${desk.scenario.title}</p>
    <h2 class="presented-title" id="presented-title" tabindex="-1" autofocus>${titleOf(presented)}</h2>
    ${renderMiddle(presented)}
    <div class="presented-bar">
      ${renderSteps({ step, answers: answered, month, months: desk.months }, go, false)}
      ${step === 'run' ? renderPlaying(stage) : html`<span class="presented-gap"></span>${renderTurns(presented)}`}
      ${keysOn && (step === 'question' || step === 'predict' || step === 'run') ? html`<button class="keyed" @click=${() => go('reveal')}><kbd>R</kbd> ${words.revealWord}</button>` : nothing}
      <button class="keyed" @click=${leave}><kbd>Esc</kbd> ${words.leaveWord}</button>
    </div>
  </div>`;
}

function renderPlaying({ desk, clock }: Stage) {
  const { month } = clock;
  return html`${renderScrub(month, desk.months, (to) => clock.seek(to))}
    <button class="keyed" @click=${() => clock.toggle()}><kbd>${words.spaceKey}</kbd> ${clock.isPlaying ? words.pauseWord : words.playWord}</button>`;
}

/** The way on: to the next step or, in the debrief, along the loop. */
function renderTurns({ stage, step, guesses, stop, turn, go }: Presented) {
  if (step !== 'debrief') {
    const next = nextStep(step);
    if (step === 'reveal' && countGuesses(guesses) === 0)
      return html`<button class="keyed" @click=${() => go('predict')}>${words.toPredict}</button>`;
    return next
      ? html`<button class="keyed" @click=${() => turn(1)}><kbd>→</kbd> ${words.stepNames[next].toLowerCase()}</button>`
      : nothing;
  }
  const { stops } = walkLoop(stage.desk.scenario);
  const isLast = stop === stops.length - 1;
  return html`<span class="presented-count">${words.stopOf(stop + 1, stops.length)}</span>
    <button class="keyed" ?disabled=${stop === 0} @click=${() => turn(-1)}><kbd>←</kbd> ${words.backWord}</button>
    <button class="keyed" ?disabled=${isLast} @click=${() => turn(1)}><kbd>→</kbd> ${words.onWord}</button>`;
}

/** Sealed until it is opened. */
function roomWords({ stage, step, guesses }: Presented): string {
  const count = countGuesses(guesses);
  if (count === 0) return words.sealedNone.toLowerCase();
  const { lesson } = stage.desk.scenario;
  if (step !== 'reveal' && step !== 'debrief') return words.sealedTitle.toLowerCase();
  // At Reveal the tally itself says how many were right.
  if (step === 'reveal' || !lesson || guesses.choices.length === 0) return answers(count);
  const right = guesses.choices.filter((choice) => choice === lesson.predict.answer).length;
  return words.tallyTitle(right, guesses.choices.length);
}

function renderMiddle(presented: Presented) {
  const { stage, step, guesses, stop } = presented;
  if (step === 'question') return renderStage({ ...stage, today: true });
  if (step === 'debrief') return renderWalk(stage.desk, stop);
  if (step === 'predict') return renderChoices(presented);
  if (step === 'reveal' && countGuesses(guesses) > 0) return renderOpened(stage.desk, guesses);
  return renderStage(stage);
}

/** The room's answers beside what comes out. */
function renderOpened(desk: TeachDesk, guesses: Guesses) {
  const { lesson } = desk.scenario;
  const tallied = lesson && guesses.choices.length > 0;
  const { delivery, scope } = askedOf(guesses, desk);
  return html`<div class="presented-reveal ${tallied ? '' : 'single'}">
    ${tallied ? renderTally(lesson.predict, guesses.choices) : nothing}
    ${
      asksPromise(desk.scenario)
        ? html`<kept-best-promise large .desk=${desk} .delivery=${delivery} .scope=${scope} .guesses=${guesses.promises}></kept-best-promise>`
        : lesson
          ? renderOutcomes(desk, lesson)
          : nothing
    }
  </div>`;
}

function titleOf({ stage, step, stop, guesses, question }: Presented): string {
  const { lesson, title } = stage.desk.scenario;
  if (step === 'predict')
    return lesson?.predict.ask ?? words.predictPromise(askedOf(guesses, stage.desk).delivery);
  if (step === 'debrief') return stopTitle(stage.desk.scenario, stop) ?? title;
  if (step !== 'reveal') return question;
  if (countGuesses(guesses) === 0) return words.locked;
  return lesson ? words.answerIs(lesson.predict.answer) : words.openReveal;
}

/** Two plans side by side need the width of the pad; on the pad one crowd is enough to look at. */
function renderStage(stage: Stage) {
  const { played, beside } = stage.desk;
  const alone = stage.today || played === 'pad' || beside === null || beside === played;
  const withPad = alone && !stage.today;
  return html`<div class="presented-stage ${withPad ? '' : 'wide'}">
    ${withPad ? html`<div class="presented-pad">${renderPad(stage, true)}</div>` : nothing}
    ${renderCrowds({ ...stage, alone })}
  </div>`;
}

/** The answers in the room’s sight, none of them counted. */
function renderChoices({ stage, guesses }: Presented) {
  const { scenario, point } = stage.desk;
  const { lesson } = scenario;
  const { delivery } = askedOf(guesses, stage.desk);
  return html`<div class="presented-predict">
    <kept-predict large .lesson=${lesson} .point=${{ ...point, delivery }} .promises=${!lesson} .guesses=${guesses}></kept-predict>
  </div>`;
}

function stopTitle(scenario: Scenario, at: number): string | undefined {
  const stop = walkLoop(scenario).stops[at];
  return mechanisms.find(({ name }) => name === stop)?.title;
}

/** The loop, and what there is to say at this stop of the way along it. */
function renderWalk(desk: TeachDesk, at: number) {
  const { loop, stops } = walkLoop(desk.scenario);
  const stop = stops[at] ?? null;
  const summary = debriefWords.loopSummary(loop.nodes.length, loop.links.length);
  return html`<div class="presented-walk">
    <div class="presented-text ${stop === null ? 'whole' : ''}" aria-live="polite">${stop === null ? debriefOf(desk.scenario).map((sentence) => html`<p>${sentence}</p>`) : renderStop(desk, stop)}</div>
    <kept-loop large .loop=${loop} .at=${stop} .summary=${summary}></kept-loop>
  </div>`;
}

function renderStop(desk: TeachDesk, stop: MechanismName) {
  const [{ effect, figure }] = accountsOf(desk, [stop]);
  return html`<p>${effect}</p>${figure ? renderFigure(figure) : nothing}`;
}
