import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { LightElement } from '../components/light-element.ts';
import type { PlaceWords } from './describe-place.ts';
import { diffSummary, renderDiff } from './diff-view.ts';
import type { KeptEditor } from './editor.ts';
import type { FileHelp } from './editor-help.ts';
import type { FileProblem } from './file-problem.ts';
import { renderTabs } from './tabs.ts';
import { text } from './text.ts';
import './editor.ts';

/**
 * The file: its text to write in, what is wrong with it, and how it differs from what was opened.
 *
 * Properties  file (its name), value, opened (the text as opened), problems, help, draft, template (key of a scenario to
 *             start from, offered where the file is empty)
 * Events      kept-write with the text; kept-drop-draft, when what is no valid file is given up; kept-pick with the
 *             template
 */
@customElement('kept-file-pane')
export class FilePane extends LightElement {
  @property() file = '';
  @property({ attribute: false }) value = '';
  @property({ attribute: false }) opened: string | null = null;
  @property({ attribute: false }) problems: readonly FileProblem[] = [];
  @property({ attribute: false }) help: FileHelp | null = null;
  @property({ attribute: false }) draft: 'kept' | 'old' | null = null;
  @property() template: string | undefined;
  @state() private shown: 'file' | 'diff' = 'file';
  @state() private place: PlaceWords | null = null;
  @query('kept-editor') private editor!: KeptEditor | null;

  override render() {
    const { shown, problems } = this;
    const diff = diffSummary(this.opened, this.value);
    const tabs = [
      { key: 'file', label: text.fileView(this.file) },
      { key: 'diff', label: diff.count === 0 ? text.diffView : text.diffViewCount(diff.count) },
    ] as const;
    return html`<div class="tab-row">
        ${renderTabs(text.fileTabs, 'file', tabs, shown, (key) => {
          this.shown = key;
        })}
        <span class="count ${problems.length > 0 ? 'wrong' : ''}" role="status">${problems.length > 0 ? text.problems(problems.length) : text.noProblem}</span>
      </div>
      <div class="file-panel" role="tabpanel" id="file-panel-file" aria-labelledby="file-tab-file" ?hidden=${shown !== 'file'}>
        ${this.draft ? this.renderDraft(this.draft) : nothing}
        ${this.template && this.value.trim() === '' ? this.renderStart(this.template) : nothing}
        <kept-editor .label=${text.editor(this.file)} .value=${this.value} .problems=${problems} .help=${this.help}
          @kept-place=${(event: CustomEvent<PlaceWords | null>) => {
            this.place = event.detail;
          }}></kept-editor>
        ${problems.length > 0 ? this.renderProblems() : nothing}
        ${this.renderPlace()}
        <p class="keys">${text.keys}</p>
      </div>
      <div class="file-panel" role="tabpanel" id="file-panel-diff" aria-labelledby="file-tab-diff" ?hidden=${shown !== 'diff'}>
        ${shown === 'diff' ? renderDiff(diff.lines) : nothing}
      </div>`;
  }

  private renderDraft(draft: 'kept' | 'old') {
    return html`<p class="draft" role="status">${draft === 'kept' ? text.draftKept : text.draftOld}
      <button class="word" @click=${() => this.dispatchEvent(new CustomEvent('kept-drop-draft', { bubbles: true }))}>${text.dropDraft}</button></p>`;
  }

  private renderStart(template: string) {
    const pick = () => this.dispatchEvent(new CustomEvent('kept-pick', { detail: template, bubbles: true }));
    return html`<p class="draft">${text.emptyFile} <button class="word" @click=${pick}>${text.startFromTemplate}</button></p>`;
  }

  private renderProblems() {
    return html`<ol class="problems" aria-label=${text.problemList}>
      ${this.problems.map(
        (problem) => html`<li>
          <button class="go" aria-label="${text.goTo(problem.line, problem.column)}: ${problem.path} ${problem.message}"
            @click=${() => this.editor?.goTo(problem.line, problem.column)}>
            <b>${problem.line}:${problem.column}</b> <span><code>${problem.path}</code> ${problem.message}</span>
          </button>
          ${
            problem.remedy
              ? html`<button class="word" aria-label=${text.correctTo(problem.remedy.word)} @click=${() => this.editor?.correct(problem)}>${text.correct}</button>`
              : nothing
          }
        </li>`,
      )}
    </ol>`;
  }

  private renderPlace() {
    const { place } = this;
    return html`<div class="place" role="region" aria-label=${text.atPlace}>
      ${place ? html`<p><code>${place.where}</code> <b>${place.meaning}</b></p>${place.lines.map((line) => html`<p>${line}</p>`)}` : html`<p>${text.noPlace}</p>`}
    </div>`;
  }
}
