import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { ScenarioGroup } from '../state/choice.ts';
import { type Room, rooms, writePlace } from '../state/place.ts';
import { text } from '../text.ts';
import { LightElement } from './light-element.ts';

/** A scenario that can be picked. */
export interface PickableScenario {
  readonly key: string;
  readonly title: string;
  readonly group: ScenarioGroup;
}

/** What can be done with a server: nothing, save, nothing since all is saved, or show a token first. */
export type Saving = 'no' | 'yes' | 'saved' | 'token';

/**
 * Masthead: the rooms, the scenario that is open, undo and redo by name, saving, opening a file, and a link to what is
 * open.
 *
 * Properties  room, scenarios, current (key), undoName, redoName (null: nothing to undo), told (last thing done),
 *             linked (a link to just this was copied), saving
 * Events      kept-room with a Room; kept-pick with a key; kept-open-file with a File; kept-undo; kept-redo; kept-copy-link; kept-save;
 *             kept-token
 */
@customElement('kept-masthead')
export class KeptMasthead extends LightElement {
  @property() room: Room = 'decide';
  @property({ attribute: false }) scenarios: readonly PickableScenario[] = [];
  @property() current = '';
  @property({ attribute: false }) undoName: string | null = null;
  @property({ attribute: false }) redoName: string | null = null;
  @property() told = '';
  @property({ type: Boolean }) linked = false;
  @property() saving: Saving = 'no';

  override render() {
    return html`<header class="mast">
      <span class="brand">${text.product}</span>
      <nav class="rooms" aria-label=${text.roomsLabel}>${rooms.map((room) => this.renderRoom(room))}</nav>
      ${this.renderPick()}
      <span class="told" aria-hidden="true" title=${this.told || nothing}>${this.told}</span>
      <div class="acts">
        ${this.renderStep(text.undo, this.undoName && text.undoNamed(this.undoName), 'kept-undo')}
        ${this.renderStep(text.redo, this.redoName && text.redoNamed(this.redoName), 'kept-redo')}
        ${this.renderSaving()}
        <button class="word" @click=${this.askForFile}>${text.open}</button>
        <input class="unseen" type="file" accept=".yaml,.yml,.json" tabindex="-1" aria-hidden="true" @change=${this.takeFile} />
        <button class="word copy-link" title=${text.copyLinkWhat} ?disabled=${!this.current} @click=${() => this.send('kept-copy-link')}>${this.linked ? text.linkDone : text.copyLink}</button>
      </div>
    </header>`;
  }

  private renderRoom(room: Room) {
    const go = (event: MouseEvent) => {
      // A new tab or window is the browser's to open.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      this.send('kept-room', room);
    };
    return html`<a href=${writePlace({ room })} aria-current=${room === this.room ? 'page' : nothing} @click=${go}>${text.rooms[room]}</a>`;
  }

  private renderPick() {
    const options = (group: ScenarioGroup) =>
      this.scenarios
        .filter((scenario) => scenario.group === group)
        .map(
          ({ key, title }) =>
            html`<option value=${key} .selected=${live(key === this.current)}>${title}</option>`,
        );
    const groups = (Object.keys(text.groups) as ScenarioGroup[]).filter((group) =>
      this.scenarios.some((scenario) => scenario.group === group),
    );
    const picked = (event: Event) => this.send('kept-pick', (event.target as HTMLSelectElement).value);
    return html`<span class="pick open-file"
      ><select aria-label=${text.scenario} @change=${picked}>
        ${groups.map((group) => html`<optgroup label=${text.groups[group]}>${options(group)}</optgroup>`)}
      </select></span
    >`;
  }

  private renderStep(label: string, named: string | null, event: 'kept-undo' | 'kept-redo') {
    // A disabled button would let go of the focus of whoever presses it until nothing is left.
    return html`<button class="word" aria-disabled=${named ? nothing : 'true'} title=${named ?? nothing} aria-label=${named ?? label} @click=${() => named && this.send(event)}>${label}</button>`;
  }

  private renderSaving() {
    if (this.saving === 'no') return nothing;
    if (this.saving === 'token')
      return html`<button class="word" title=${text.tokenWhat} @click=${() => this.send('kept-token')}>${text.token}</button>`;
    return html`<button class="word save" title=${text.saveWhat} ?disabled=${!this.current} @click=${() => this.send('kept-save')}>${this.saving === 'saved' ? text.saveIs : text.save}</button>`;
  }

  private askForFile(): void {
    this.querySelector<HTMLInputElement>('input[type=file]')?.click();
  }

  private takeFile(event: Event): void {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    // Emptied, so that the same file can be opened again once it is corrected.
    input.value = '';
    if (file) this.send('kept-open-file', file);
  }

  private send(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}
