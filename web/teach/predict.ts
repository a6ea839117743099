import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Lesson } from '../../models/index.ts';
import { LightElement } from '../components/light-element.ts';
import type { PadPoint } from '../state/teaching.ts';
import { countGuesses, type Guesses, noGuesses, readHands } from './guesses.ts';
import type { LevelMove } from './level.ts';
import type { PadMove } from './pad.ts';
import { words } from './text.ts';
import './level.ts';
import './pad.ts';

/**
 * Takes the room's answers, one by one or by a show of hands, and shows none of them.
 *
 * Properties  lesson, point (where the pad stands, at the delivery that is asked about), promises (whether a
 *             promise can be guessed), guesses, large (for the back row)
 * Events      kept-guesses with the Guesses and those that are new
 */
@customElement('kept-predict')
export class KeptPredict extends LightElement {
  @property({ attribute: false }) lesson: Lesson | undefined;
  @property({ attribute: false }) point: PadPoint = { promise: 7, delivery: 7 };
  @property({ type: Boolean }) promises = false;
  @property({ type: Boolean }) large = false;
  @property({ attribute: false }) guesses: Guesses = noGuesses;
  @state() private chosen = '';
  @state() private promise: number | null = null;
  @state() private missing = false;
  /** Which fields of hands hold no number. */
  @state() private unread: readonly number[] = [];
  /** Whether hands are counted, instead of answers taken one by one. */
  @state() private isCounting = false;

  override render() {
    const count = countGuesses(this.guesses);
    return html`<div class="predict">
      ${this.lesson ? this.renderChoices(this.lesson) : nothing} ${this.promises ? this.renderPromise() : nothing}
      <p class="sealed-count"><span role="status">${count > 0 ? words.sealedTold(count) : words.sealedNone}</span>
        ${count > 0 ? html`<button class="word" @click=${() => this.tell(noGuesses)}>${words.forget}</button>` : nothing}</p>
    </div>`;
  }

  private renderChoices({ predict }: Lesson) {
    const { isCounting } = this;
    return html`<form class="figure bare choices" novalidate @submit=${isCounting ? this.sealHands : this.sealChoice}>
      <fieldset><legend class="heading">${predict.ask}</legend>
        ${predict.choices.map((choice, index) => (isCounting ? this.renderHands(choice, index) : this.renderChoice(choice)))}
      </fieldset>
      <button class="button filled">${isCounting ? words.addHands : words.addAnswer}</button>
      <button class="word count-hands" type="button" @click=${this.switch}>${isCounting ? words.oneByOne : words.countHands}</button>
      ${this.missing ? html`<p class="note" role="alert">${isCounting ? words.countFirst : words.chooseFirst}</p>` : nothing}
      ${this.unread.length > 0 ? html`<p class="note wrong" id="hands-unread" role="alert">${words.handsUnread}</p>` : nothing}
    </form>`;
  }

  private renderChoice(choice: string) {
    const choose = () => {
      this.chosen = choice;
      this.missing = false;
    };
    return html`<label><input type="radio" name="answer" value=${choice} .checked=${live(choice === this.chosen)} @change=${choose} />${choice}</label>`;
  }

  /** An answer with a field for how many raised their hands. */
  private renderHands(choice: string, index: number) {
    const wrong = this.unread.includes(index);
    const write = () => {
      this.unread = this.unread.filter((at) => at !== index);
    };
    return html`<label><span class="hands"><input type="text" inputmode="numeric" size="3" autocomplete="off" aria-label=${words.handsFor(choice)}
      aria-invalid=${wrong} aria-describedby=${wrong ? 'hands-unread' : nothing} @input=${write} /></span>${choice}</label>`;
  }

  private renderPromise() {
    const { delivery } = this.point;
    const promise = this.promise ?? this.point.promise;
    const set = (value: number) => {
      this.promise = value;
    };
    return html`<form class="figure bare guess" @submit=${this.sealPromise}>
      <h2 class="heading">${words.predictPromise(delivery)}</h2>
      <kept-pad .promise=${promise} .delivery=${delivery} .large=${this.large} @kept-pad=${({ detail }: CustomEvent<PadMove>) => set(detail.promise)}></kept-pad>
      <kept-level .label=${words.promise} .value=${promise} @kept-level=${({ detail }: CustomEvent<LevelMove>) => set(detail.value)}></kept-level>
      <button class="button ${this.lesson ? '' : 'filled'}">${words.addPromise}</button>
    </form>`;
  }

  private readonly sealChoice = (event: Event): void => {
    event.preventDefault();
    if (!this.chosen) {
      this.missing = true;
      return;
    }
    this.tell({ ...this.guesses, choices: [...this.guesses.choices, this.chosen] });
    this.chosen = '';
  };

  /** Every hand is an answer; empty fields count none. While one cannot be read, no hand is sealed. */
  private readonly sealHands = (event: Event): void => {
    event.preventDefault();
    const fields = [...this.querySelectorAll<HTMLInputElement>('.hands input')];
    const hands = fields.map(({ value }) => readHands(value));
    this.unread = hands.flatMap((count, index) => (count === null ? [index] : []));
    this.missing = false;
    fields[this.unread[0]]?.focus();
    if (this.unread.length > 0) return;
    const choices = (this.lesson?.predict.choices ?? []).flatMap((choice, index) =>
      Array<string>(hands[index] ?? 0).fill(choice),
    );
    this.missing = choices.length === 0;
    if (this.missing) return;
    for (const field of fields) field.value = '';
    this.tell({ ...this.guesses, choices: [...this.guesses.choices, ...choices] });
  };

  private readonly switch = (): void => {
    this.isCounting = !this.isCounting;
    this.missing = false;
    this.unread = [];
  };

  private readonly sealPromise = (event: Event): void => {
    event.preventDefault();
    const promise = this.promise ?? this.point.promise;
    this.tell({ ...this.guesses, promises: [...this.guesses.promises, promise] });
    this.promise = null;
  };

  private tell(detail: Guesses): void {
    this.dispatchEvent(new CustomEvent('kept-guesses', { detail, bubbles: true }));
  }
}
