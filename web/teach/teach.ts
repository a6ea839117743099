import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../components/light-element.ts';
import type { ScenarioOffer } from '../state/choice.ts';
import type { TeachMove } from '../state/moves.ts';
import type { Model } from '../state/session.ts';
import { firstTeaching } from '../state/teaching.ts';
import { CrowdClock } from './clock.ts';
import type { KeptCrowd } from './crowd.ts';
import { renderDebrief } from './debrief.ts';
import {
  askedOf,
  countGuesses,
  type Guesses,
  keepGuesses,
  noGuesses,
  readGuesses,
  settle,
} from './guesses.ts';
import { KeysController, type KeyWish } from './keys-controller.ts';
import { renderBar, renderKeys } from './lesson-bar.ts';
import { walkLoop } from './loop-walk.ts';
import { keepPlayhead, readPlayhead } from './playhead.ts';
import { renderPresenter } from './presenter.ts';
import {
  renderCrowds,
  renderMeaning,
  renderPadFigure,
  renderPlayed,
  renderTransport,
  renderViews,
  type Stage,
} from './stage.ts';
import { asksPromise, nextStep, renderSteps, type Step, stepOf, steps } from './steps.ts';
import { createTeachDesk, type TeachDesk } from './teach-desk.ts';
import { words } from './text.ts';
import type { ClockMove } from './transport.ts';
import './best-promise.ts';
import './predict.ts';
import './reveal.ts';
import './teach.css';

/** Presenter mode is not offered on anything smaller. */
const wideEnough = '(min-width: 700px)';

/**
 * The room of trainers: a lesson step by step, promise against delivery, and what a crowd of customers makes of it.
 *
 * Properties  model, offers (scenarios that can be picked), view (the step of the lesson)
 * Events      kept-view with the step, kept-teaching with a TeachMove, kept-pick, kept-tell
 */
@customElement('kept-teach')
export class TeachRoom extends LightElement {
  @property({ attribute: false }) model!: Model;
  @property({ attribute: false }) offers: readonly ScenarioOffer[] = [];
  @property() view: string | undefined;
  @state() private step: Step = 'run';
  @state() private guesses: Guesses = noGuesses;
  @state() private presenting = false;
  /** How far along the loop the debrief has come. */
  @state() private stop = 0;
  private desk!: TeachDesk;
  private readonly clock = new CrowdClock(
    this,
    () => this.desk.months,
    (position) => this.showCrowds(position),
  );
  private readonly keys = new KeysController(
    this,
    (wish) => this.follow(wish),
    () => this.presenting,
  );
  private readonly wide = matchMedia(wideEnough);

  override connectedCallback(): void {
    super.connectedCallback();
    this.wide.addEventListener('change', this.resized);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.wide.removeEventListener('change', this.resized);
    document.documentElement.classList.remove('presenting');
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const { document, teaching } = this.model.choice;
    const isNew = this.desk?.scenario !== document.scenario;
    if (isNew) {
      this.desk = createTeachDesk(document.scenario);
      this.guesses = readGuesses(document.key);
      const { month, speed } = readPlayhead(document.key) ?? { month: 0, speed: this.clock.speed };
      this.clock.seek(month);
      this.clock.setSpeed(speed);
      this.stop = 0;
    }
    this.desk.teaching = teaching ?? firstTeaching(document.scenario);
    if (isNew || changed.has('view')) this.step = stepOf(this.view, document.scenario);
  }

  override updated(): void {
    keepPlayhead(this.model.choice.document.key, this.clock);
    this.showCrowds(this.clock.position);
    document.documentElement.classList.toggle('presenting', this.presenting);
    const dialog = this.querySelector<HTMLDialogElement>('dialog.presenter');
    if (dialog && !dialog.open) dialog.showModal();
  }

  override render() {
    const { step, clock, desk } = this;
    const answers = countGuesses(this.guesses);
    const { key, scenario } = this.model.choice.document;
    return html`<div class="teach" @kept-clock=${({ detail }: CustomEvent<ClockMove>) => this.moveClock(detail)}
      @kept-guesses=${({ detail }: CustomEvent<Guesses>) => this.keep(detail)}>
      ${renderBar({ offers: this.offers, current: key, hasLesson: scenario.lesson !== undefined, wide: this.wide.matches, pick: this.pick, present: this.present })}
      ${renderSteps({ step, answers, month: clock.month, months: desk.months }, this.go)}
      <section class="teach-top">
        <h1 class="verdict teach-question ${step === 'reveal' || step === 'debrief' ? 'short' : ''}" tabindex="-1">${this.headline}</h1>
        ${step === 'question' || step === 'run' ? renderSealed(answers) : nothing}
      </section>
      ${this.presenting ? nothing : this.renderStep()}
      ${this.renderNext()} ${renderKeys(this.keys, this.wide.matches)}
      ${this.presenting ? this.renderPresenter() : nothing}
    </div>`;
  }

  private renderStep() {
    const { stage, desk, step, guesses } = this;
    const { scenario } = desk;
    switch (step) {
      case 'question':
        return html`<section class="alone">${renderCrowds({ ...stage, today: true })}</section>`;
      case 'predict':
        return html`<kept-predict .lesson=${scenario.lesson} .point=${{ ...desk.point, delivery: askedOf(guesses, desk).delivery }} .promises=${asksPromise(scenario)} .guesses=${guesses}></kept-predict>`;
      case 'run':
        return html`<section class="stage">
            <div>${renderPadFigure(stage)}</div>
            <div>${renderPlayed(stage)} ${renderCrowds(stage)} ${renderTransport(stage)} ${renderMeaning()}</div>
          </section>
          ${renderViews(stage)}`;
      case 'reveal':
        return this.renderReveal();
      case 'debrief':
        return renderDebrief(desk, stage.origin);
    }
  }

  private renderReveal() {
    const { desk, guesses, stage } = this;
    if (countGuesses(guesses) === 0) {
      return html`<section class="figure bare locked"><p>${words.lockedNote}</p>
        <button class="button filled" @click=${() => this.go('predict')}>${words.toPredict}</button></section>`;
    }
    const { delivery, scope } = askedOf(guesses, desk);
    return html`<div class="reveal">
      <kept-reveal .desk=${desk} .guesses=${guesses} .origin=${stage.origin}></kept-reveal>
      ${
        asksPromise(desk.scenario)
          ? html`<kept-best-promise .desk=${desk} .delivery=${delivery} .scope=${scope} .guesses=${guesses.promises} .origin=${stage.origin}></kept-best-promise>`
          : nothing
      }
    </div>`;
  }

  private renderNext() {
    const next = nextStep(this.step);
    if (!next) return nothing;
    return html`<p class="onward"><button class="button" @click=${() => this.go(next)}>${words.next(words.stepNames[next])}</button></p>`;
  }

  private renderPresenter() {
    const { stage, step, guesses, stop } = this;
    const { isOn: keysOn } = this.keys;
    return html`<dialog class="presenter" aria-labelledby="presented-title" @close=${this.leave}>
      ${renderPresenter({ stage, step, guesses, keysOn, stop, question: this.question, go: this.go, turn: this.turn, leave: this.leave })}
    </dialog>`;
  }

  private get stage(): Stage {
    const { desk, clock } = this;
    return {
      desk,
      clock,
      origin: desk.scenario.title,
      narrow: !this.wide.matches,
      set: (move) => this.tell('kept-teaching', move),
    };
  }

  private get question(): string {
    const { guesses, desk } = this;
    return desk.scenario.lesson?.question ?? words.openQuestion(askedOf(guesses, desk).delivery);
  }

  private get headline(): string {
    const { lesson } = this.desk.scenario;
    if (this.step === 'debrief') return this.desk.scenario.title;
    if (this.step !== 'reveal') return this.question;
    if (countGuesses(this.guesses) === 0) return words.locked;
    return lesson ? words.answerIs(lesson.predict.answer) : words.openReveal;
  }

  private readonly go = (step: Step): void => {
    if (step !== 'run') this.clock.pause();
    this.step = step;
    this.stop = 0;
    this.tell('kept-view', step);
    // Focus goes to the title, so that Space plays and does not work the button that led here.
    const title = this.presenting ? '#presented-title' : 'h1';
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(title)?.focus());
  };

  /** On to the next of what is presented, or back. */
  private readonly turn = (by: 1 | -1): void => {
    const stop = this.stop + by;
    const isOnTheWay = this.step === 'debrief' && stop >= 0;
    if (isOnTheWay) this.stop = Math.min(stop, walkLoop(this.desk.scenario).stops.length - 1);
    else {
      const next = steps[steps.indexOf(this.step) + by];
      if (next) this.go(next);
    }
  };

  /** A remote control has no key to play: at the run it plays, shows the end, and only then goes on. */
  private onward(): void {
    const { clock, step, desk } = this;
    if (step !== 'run' || clock.month >= desk.months) this.turn(1);
    else if (clock.isPlaying) clock.seek(desk.months);
    else clock.toggle();
  }

  private readonly pick = (key: string): void => {
    this.tell('kept-view', '');
    this.tell('kept-pick', key);
  };

  private readonly present = (): void => {
    this.presenting = this.wide.matches;
  };

  private readonly leave = (): void => {
    this.presenting = false;
  };

  private readonly resized = (): void => {
    if (!this.wide.matches) this.leave();
    this.requestUpdate();
  };

  private keep(guesses: Guesses): void {
    this.guesses = settle(guesses, this.desk);
    keepGuesses(this.model.choice.document.key, this.guesses);
  }

  private follow(wish: KeyWish): void {
    if (wish === 'presenter') this.presenting ? this.leave() : this.present();
    else if (wish === 'reveal') this.go('reveal');
    else if (wish === 'onward') this.onward();
    else if (wish === 'backward') this.turn(-1);
    else if (this.step !== 'run') return;
    else if (wish === 'toggle') this.clock.toggle();
    else this.clock.step(wish === 'forth' ? 1 : -1);
  }

  private moveClock(move: ClockMove): void {
    if (move.kind === 'toggle') this.clock.toggle();
    else if (move.kind === 'step') this.clock.step(move.by);
    else if (move.kind === 'seek') this.clock.seek(move.month);
    else this.clock.setSpeed(move.speed);
  }

  private showCrowds(position: number): void {
    for (const crowd of this.querySelectorAll<KeptCrowd>('kept-crowd')) if (!crowd.held) crowd.show(position);
  }

  private tell(name: string, detail: string | TeachMove): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}

function renderSealed(count: number) {
  return html`<aside class="sealed"><b>${count > 0 ? words.sealedTitle : words.sealedNone}</b>${words.sealedNote(count)}</aside>`;
}
