import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import {
  type Evidence,
  type Explanation,
  explainScenario,
  type Flip,
  type Scenario,
} from '../../models/index.ts';
import { moonPicture } from '../charts/draw-moon.ts';
import { LightElement } from '../components/light-element.ts';
import { pick } from '../components/pick.ts';
import { reviseChoice } from '../state/revise.ts';
import type { Model } from '../state/session.ts';
import { inputName, inputValue } from '../views/input-words.ts';
import { assumptionEdit, placeInFile, sourceInFile, writtenValue } from './assumption-place.ts';
import { refusedWords } from './refused-words.ts';
import { text } from './text.ts';
import './assumptions.css';

const classes = ['assumed', 'expert', 'fitted', 'backtested'] as const satisfies readonly Evidence[];

/**
 * Dialog with every number that an answer rests on: value, range, evidence, source, and where it would flip the answer.
 * What can be written in one place of the file can be changed here.
 *
 * Properties  model, flips (where known), strongest (paths of what moves the answer most, the strongest first)
 * Methods     show()
 * Events      kept-revise, one step of the history for each change; kept-tell
 */
@customElement('kept-assumptions')
export class Assumptions extends LightElement {
  @property({ attribute: false }) model!: Model;
  @property({ attribute: false }) flips: readonly Flip[] | null = null;
  @property({ attribute: false }) strongest: readonly string[] = [];
  @state() private sought = '';
  @state() private evidence: Evidence | '' = '';
  @state() private editing: string | null = null;
  @state() private wrong: string | null = null;
  /** The value is another now, and so nothing is behind it yet. */
  @state() private restated = false;
  /** Evidence or source is the reader's own. */
  private byHand = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  /** What moved the answer most when a change began: the order stands until it ends. */
  private held: readonly string[] | null = null;
  private known: { readonly scenario: Scenario; readonly rows: readonly Explanation[] } | null = null;

  /** Opens it with nothing sought. */
  show(): void {
    this.sought = '';
    this.evidence = '';
    this.editing = null;
    this.held = null;
    this.dialog.showModal();
  }

  /** A row that moves in the list takes the focus with it; one that leaves it, as none that is sought, leads to the search. */
  protected override update(changed: PropertyValues): void {
    const { activeElement } = document;
    const ours = activeElement instanceof HTMLElement && this.contains(activeElement);
    super.update(changed);
    if (!ours || document.activeElement === activeElement) return;
    if (this.contains(activeElement)) activeElement.focus();
    else if (this.editing === null) this.querySelector<HTMLElement>('input[type="search"]')?.focus();
  }

  override render() {
    const { scenario } = this.model.situation;
    const rows = this.rows(scenario);
    const words = this.sought.trim().toLowerCase();
    const found = this.inOrder(rows).filter(
      ({ evidence, path, meaning, source }) =>
        (this.evidence === '' || evidence === this.evidence) &&
        `${path} ${inputName(path, scenario)} ${meaning} ${source}`.toLowerCase().includes(words),
    );
    const filters = [
      { value: '', label: text.anyEvidence },
      ...classes.map((value) => ({ value, label: text.evidence[value] })),
    ];
    const seek = (event: Event) => {
      this.sought = (event.target as HTMLInputElement).value;
    };
    const filter = (value: string) => {
      this.evidence = value as Evidence | '';
    };
    return html`<dialog class="sheet-dialog assumptions" aria-labelledby="assumptions-title">
      <header>
        <h2 id="assumptions-title">${text.assumptions}</h2>
        <button class="word" @click=${() => this.dialog.close()}>${text.close}</button>
        <p>${text.assumptionsWhat}</p>
        <p class="seek">
          <label>${text.search} <input type="search" autofocus .value=${this.sought} @input=${seek} /></label>
          <label for="assumptions-evidence">${text.filter}</label> ${pick('assumptions-evidence', filters, this.evidence, filter)}
          <span role="status">${text.found(found.length, rows.length)}</span>
        </p>
      </header>
      ${found.length === 0 ? html`<p>${text.nothingFound}</p>` : nothing}
      <ul>${repeat(
        found,
        ({ path }) => path,
        (row) => this.renderRow(row, scenario),
      )}</ul>
    </dialog>`;
  }

  /** Numbers of the world; what a plan decides is no assumption. */
  private rows(scenario: Scenario): readonly Explanation[] {
    if (this.known?.scenario !== scenario) {
      this.known = {
        scenario,
        rows: explainScenario(scenario).filter(({ path }) => !path.startsWith('plans.')),
      };
    }
    return this.known.rows;
  }

  /** What moves the answer most, then as the file has them. */
  private inOrder(rows: readonly Explanation[]): readonly Explanation[] {
    const strongest = this.held ?? this.strongest;
    const places = new Map(strongest.map((path, place) => [path, place]));
    const placeOf = ({ path }: Explanation) => places.get(path) ?? places.size;
    return rows.toSorted((one, other) => placeOf(one) - placeOf(other));
  }

  private renderRow(row: Explanation, scenario: Scenario) {
    const { path, meaning, value, low80, high80, unit, evidence, source, given } = row;
    const write = (number: number) => inputValue(number, unit, scenario.currency);
    const name = inputName(path, scenario);
    const place = placeInFile(path, scenario);
    const flip = this.flips?.find((one) => one.path === path);
    return html`<li class=${this.editing === path ? 'editing' : ''}>
      <div class="says"><b>${name}</b>${meaning === name ? nothing : html`<span>${meaning}</span>`}</div>
      <div class="value">
        <b>${value === null ? text.workedOut : write(value)}</b>
        <span>${low80 === null || high80 === null ? text.certain : text.range(write(low80), write(high80))}</span>
      </div>
      <div class="behind">
        <span class="class">${unsafeHTML(moonPicture(evidence))}${text.evidence[evidence]}${given ? '' : `, ${text.default}`}</span>
        <span>${source}</span>
        ${flip ? html`<span class="flip">${flip.value === null ? text.neverFlips : text.flipsHere(write(flip.value))}</span>` : nothing}
      </div>
      ${
        place && value !== null && this.editing !== path
          ? html`<button class="word" aria-label=${text.changeNamed(name)} @click=${() => this.edit(path)}>${text.change}</button>`
          : nothing
      }
      ${this.editing === path && place ? this.renderForm(row, name, place) : nothing}
    </li>`;
  }

  private renderForm(row: Explanation, name: string, place: readonly (string | number)[]) {
    const save = (event: SubmitEvent) => {
      event.preventDefault();
      const given = new FormData(event.target as HTMLFormElement);
      const part = (key: string) => String(given.get(key) ?? '');
      void this.save(row.path, name, place, {
        value: part('value'),
        evidence: part('evidence'),
        source: part('source'),
      });
    };
    return html`<form @submit=${save} @input=${(event: Event) => this.follow(event, row)}>
      <label>${text.valueField}<input name="value" required autocomplete="off" .defaultValue=${writtenValue(row)} aria-invalid=${this.wrong ? 'true' : 'false'} /></label>
      <label>${text.evidenceField}<select name="evidence">
        ${classes.map((one) => html`<option value=${one} ?selected=${one === row.evidence}>${text.evidence[one]}</option>`)}
      </select></label>
      <label class="wide">${text.sourceField}<input name="source" autocomplete="off" .defaultValue=${sourceInFile(row)} /></label>
      <p class="hint" role="status">${this.restated ? text.restated : nothing}</p>
      ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
      <p class="acts"><button class="button filled">${text.save}</button>
        <button class="word" type="button" @click=${() => this.leave(name)}>${text.dismiss}</button></p>
    </form>`;
  }

  /** A value of the reader's own rests on what the value before it rested on only where the reader says so. */
  private follow(event: Event, row: Explanation): void {
    const form = event.currentTarget as HTMLFormElement;
    const [value, evidence, source] = ['value', 'evidence', 'source'].map(
      (name) => form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement,
    );
    this.byHand ||= event.target !== value;
    if (this.byHand) return;
    this.restated = value.value.trim() !== writtenValue(row);
    evidence.value = this.restated ? 'assumed' : row.evidence;
    source.value = this.restated ? '' : sourceInFile(row);
  }

  private edit(path: string): void {
    this.restated = false;
    this.byHand = false;
    this.editing = path;
    this.held ??= this.strongest;
    this.wrong = null;
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('form input')?.select());
  }

  /** Back to where the change began. */
  private async leave(name: string): Promise<void> {
    this.editing = null;
    this.held = null;
    await this.updateComplete;
    this.querySelector<HTMLElement>(`button[aria-label="${CSS.escape(text.changeNamed(name))}"]`)?.focus();
  }

  private async save(
    path: string,
    name: string,
    place: readonly (string | number)[],
    written: Parameters<typeof assumptionEdit>[1],
  ): Promise<void> {
    const { choice } = this.model;
    this.wrong = null;
    const revision = await reviseChoice(choice, [assumptionEdit(place, written)]).catch(() => null);
    if (choice !== this.model.choice) return;
    if (!revision) {
      this.wrong = text.notWritten;
      return;
    }
    if (!revision.ok) {
      const { scenario } = this.model.situation;
      this.wrong = refusedWords(revision.trouble.problems, { name, place }, scenario);
      return;
    }
    const changed = explainScenario(revision.document.scenario).find((row) => row.path === path);
    if (!changed?.given) {
      this.wrong = text.notWritten;
      return;
    }
    const step = text.stepAssumption(name);
    this.send('kept-revise', { document: revision.document, name: step });
    this.send('kept-tell', text.assumptionSaved(name));
    await this.leave(name);
  }

  private send(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kept-assumptions': Assumptions;
  }
}
