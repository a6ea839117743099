import { html, nothing } from 'lit';
import type { ScenarioOffer } from '../state/choice.ts';
import type { KeysController } from './keys-controller.ts';
import { words } from './text.ts';

export interface LessonBar {
  readonly offers: readonly ScenarioOffer[];
  /** Key of the scenario that is open. */
  readonly current: string;
  /** Whether that has a lesson, be it listed or not. */
  readonly hasLesson: boolean;
  /** Whether there is room for presenter mode. */
  readonly wide: boolean;
  readonly pick: (key: string) => void;
  readonly present: () => void;
}

/** Which lesson is open, all others, and presenter mode. */
export function renderBar({ offers, current, hasLesson, wide, pick, present }: LessonBar) {
  const lessons = offers.filter(({ group }) => group === 'lesson');
  const index = lessons.findIndex(({ key }) => key === current);
  const listed = index >= 0 && words.lessonOf(index + 1, lessons.length);
  return html`<div class="teach-bar">
    <span class="which">${listed || (hasLesson ? words.lessonOfOwn : words.noLesson)}</span>
    <label class="pick"><span class="unseen">${words.lessonsPick}</span><select @change=${(event: Event) => {
      const { value } = event.target as HTMLSelectElement;
      if (value) pick(value);
    }}>
      <option value="" .selected=${index < 0}>${words.lessons}</option>
      ${lessons.map(({ key, title }, at) => html`<option value=${key} .selected=${at === index}>${at + 1} · ${title}</option>`)}
    </select></label>
    ${wide ? html`<button class="word present" @click=${present}>${words.presenter}</button><kbd aria-hidden="true">P</kbd>` : nothing}
  </div>`;
}

/** What the keys do, and a way to turn them off; those of presenter mode only where it is offered. */
export function renderKeys(keys: KeysController, wide: boolean) {
  const help = wide ? [...words.keysHelp, ...words.presenterKeysHelp] : words.keysHelp;
  const turn = (event: Event) => keys.setOn((event.target as HTMLInputElement).checked);
  return html`<details class="keys"><summary>${words.keys}</summary>
    <dl>${help.map(([key, does]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`)}</dl>
    <label><input type="checkbox" .checked=${keys.isOn} @change=${turn} /> ${words.keysOn}</label>
  </details>`;
}
