import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Lesson } from '../../models/index.ts';
import { LightElement } from '../components/light-element.ts';
import type { PadPoint } from '../state/teaching.ts';
import { countGuesses, type Guesses, noGuesses } from './guesses.ts';
import type { LevelMove } from './level.ts';
import type { PadMove } from './pad.ts';
import { words } from './text.ts';
import './level.ts';
import './pad.ts';

/**
 * Takes the room's answers, one by one, and shows none of them.
 *
 * Properties  lesson, point (where the pad stands), promises (whether a promise can be guessed), guesses,
 *             large (for the back row)
 * Events      kept-guesses with the Guesses and one more; kept-tell
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

  override render() {
    const count = countGuesses(this.guesses);
    return html`<div class="predict">
      ${this.lesson ? this.renderChoices(this.lesson) : nothing} ${this.promises ? this.renderPromise() : nothing}
      <p class="sealed-count" role="status">${count > 0 ? words.sealedTold(count) : words.sealedNone}</p>
      ${count > 0 ? html`<button class="word" @click=${() => this.tell(noGuesses)}>${words.forget}</button>` : nothing}
    </div>`;
  }

  private renderChoices({ predict }: Lesson) {
    return html`<form class="figure bare choices" @submit=${this.sealChoice}>
      <fieldset><legend class="heading">${predict.ask}</legend>
        ${predict.choices.map(
          (
            choice,
          ) => html`<label><input type="radio" name="answer" value=${choice} .checked=${live(choice === this.chosen)}
            @change=${() => {
              this.chosen = choice;
              this.missing = false;
            }} />${choice}</label>`,
        )}
      </fieldset>
      <button class="button filled">${words.addAnswer}</button>
      ${this.missing ? html`<p class="note" role="alert">${words.chooseFirst}</p>` : nothing}
    </form>`;
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
