import { html, nothing } from 'lit';
import { countGuesses, type Guesses } from './guesses.ts';
import { renderCrowds, renderPad, type Stage } from './stage.ts';
import { renderSteps, type Step } from './steps.ts';
import { words } from './text.ts';
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
    <p class="presented-kick"><b>${words.monthOf(month, desk.months)}</b> · ${answered > 0 ? words.sealedTitle.toLowerCase() : words.sealedNone.toLowerCase()} · ${desk.scenario.title}</p>
    <h2 class="presented-title" id="presented-title" tabindex="-1" autofocus>${titleOf(presented)}</h2>
    ${step === 'debrief' ? renderText(stage) : step === 'predict' ? renderChoices(presented) : renderStage(stage)}
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

function titleOf({ stage, step, guesses, question }: Presented): string {
  const { lesson, title } = stage.desk.scenario;
  if (step === 'predict') return lesson?.predict.ask ?? words.predictPromise(stage.desk.point.delivery);
  if (step === 'debrief') return title;
  if (step !== 'reveal') return question;
  if (countGuesses(guesses) === 0) return words.locked;
  return lesson ? words.answerIs(lesson.predict.answer) : words.bestBelow;
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
    <kept-predict .lesson=${lesson} .point=${stage.desk.point} .promises=${!lesson} .guesses=${guesses}></kept-predict>
  </div>`;
}

function renderText({ desk }: Stage) {
  const sentences = (desk.scenario.lesson?.debrief ?? words.openDebrief).split(/(?<=\.) /);
  return html`<div class="presented-text">${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>`;
}
