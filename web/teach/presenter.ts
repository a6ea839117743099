import { html, nothing } from 'lit';
import { countGuesses, type Guesses } from './guesses.ts';
import { renderCrowds, renderPad, type Stage } from './stage.ts';
import { asksPromise, renderSteps, type Step } from './steps.ts';
import { answers, words } from './text.ts';
import './best-promise.ts';
import './predict.ts';

/** What presenter mode shows. */
export interface Presented {
  readonly stage: Stage;
  readonly step: Step;
  readonly guesses: Guesses;
  readonly question: string;
  readonly go: (step: Step) => void;
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
    <p class="presented-kick"><b>${words.monthOf(month, desk.months)}</b> · ${roomWords(presented)} · ${desk.scenario.title}</p>
    <h2 class="presented-title" id="presented-title" tabindex="-1" autofocus>${titleOf(presented)}</h2>
    ${renderMiddle(presented)}
    <div class="presented-bar">
      ${renderSteps({ step, answers: answered, month, months: desk.months }, go, false)}
      <input class="level scrub" type="range" min="0" max=${desk.months} step="1" .value=${`${month}`} aria-label=${words.scrub} aria-valuetext=${words.monthOf(month, desk.months)}
        @input=${(event: Event) => clock.seek((event.target as HTMLInputElement).valueAsNumber)} />
      <button class="keyed" @click=${() => clock.toggle()}><kbd>${words.spaceKey}</kbd> ${clock.isPlaying ? words.pauseWord : words.playWord}</button>
      ${keysOn && step !== 'reveal' ? html`<button class="keyed" @click=${() => go('reveal')}><kbd>R</kbd> ${words.revealWord}</button>` : nothing}
      <button class="keyed" @click=${leave}><kbd>Esc</kbd> ${words.leaveWord}</button>
    </div>
  </div>`;
}

/** Sealed until it is opened. */
function roomWords({ stage, step, guesses }: Presented): string {
  const count = countGuesses(guesses);
  if (count === 0) return words.sealedNone.toLowerCase();
  const { lesson } = stage.desk.scenario;
  const isOpen = step === 'reveal' || step === 'debrief';
  if (!isOpen || !lesson || guesses.choices.length === 0)
    return isOpen ? answers(count) : words.sealedTitle.toLowerCase();
  const right = guesses.choices.filter((choice) => choice === lesson.predict.answer).length;
  return words.tallyTitle(right, guesses.choices.length);
}

function renderMiddle(presented: Presented) {
  const { stage, step, guesses } = presented;
  const isOpen = countGuesses(guesses) > 0;
  if (step === 'debrief') return renderText(stage);
  if (step === 'predict') return renderChoices(presented);
  if (step === 'reveal' && isOpen && asksPromise(stage.desk.scenario)) return renderBest(presented);
  return renderStage(stage);
}

function renderBest({ stage: { desk }, guesses }: Presented) {
  return html`<div class="presented-best">
    <kept-best-promise large .desk=${desk} .delivery=${desk.point.delivery} .guesses=${guesses.promises}></kept-best-promise>
  </div>`;
}

function titleOf({ stage, step, guesses, question }: Presented): string {
  const { lesson, title } = stage.desk.scenario;
  if (step === 'predict') return lesson?.predict.ask ?? words.predictPromise(stage.desk.point.delivery);
  if (step === 'debrief') return title;
  if (step !== 'reveal') return question;
  if (countGuesses(guesses) === 0) return words.locked;
  return lesson ? words.answerIs(lesson.predict.answer) : words.openReveal;
}

/** Two plans side by side need the width of the pad; on the pad one crowd is enough to look at. */
function renderStage(stage: Stage) {
  const { played, beside } = stage.desk;
  const alone = played === 'pad' || beside === null || beside === played;
  return html`<div class="presented-stage ${alone ? '' : 'wide'}">
    ${alone ? html`<div class="presented-pad">${renderPad(stage, true)}</div>` : nothing}
    ${renderCrowds({ ...stage, alone })}
  </div>`;
}

/** The answers in the room’s sight, none of them counted. */
function renderChoices({ stage, guesses }: Presented) {
  const { lesson } = stage.desk.scenario;
  return html`<div class="presented-predict">
    <kept-predict large .lesson=${lesson} .point=${stage.desk.point} .promises=${!lesson} .guesses=${guesses}></kept-predict>
  </div>`;
}

function renderText({ desk }: Stage) {
  const sentences = (desk.scenario.lesson?.debrief ?? words.openDebrief).split(/(?<=\.) /);
  return html`<div class="presented-text">${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>`;
}
