import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type ComparedFiles, compareFiles, formatChance, type RunResult } from '../../models/index.ts';
import { LightElement } from '../components/light-element.ts';
import { formatPercent, formatSignedMoney } from '../format.ts';
import { failureOf } from '../runner/runner.ts';
import type { StudyRequest } from '../runner/study.ts';
import type { OpenDocument, ScenarioOffer } from '../state/choice.ts';
import { openFile } from '../state/documents.ts';
import { commandLine, shellWord } from './command-line.ts';
import type { ValidFile } from './file-controller.ts';
import { estimateSeconds } from './speed.ts';
import { StudyController } from './study-controller.ts';
import { renderStudy } from './study-frame.ts';
import { text } from './text.ts';
import '../components/figure.ts';
import './command-note.ts';

type RunRequest = Extract<StudyRequest, { kind: 'task' }> & { readonly task: { readonly kind: 'run' } };

/**
 * The plans of this file beside those of another, with the inputs in which the two disagree.
 *
 * Properties  valid (the last valid file), file (its name), result (its run), offers (scenarios that can be picked)
 * Events      kept-trouble, kept-problems, when another cannot be opened
 */
@customElement('kept-other-scenario')
export class OtherScenario extends LightElement {
  @property({ attribute: false }) valid!: ValidFile;
  @property() file = '';
  @property({ attribute: false }) result: RunResult | null = null;
  @property({ attribute: false }) offers: readonly ScenarioOffer[] = [];
  @state() private other: OpenDocument | null = null;
  private readonly study = new StudyController<RunRequest>(this, () => `other ${this.valid.key}`);

  override render() {
    const { other, result } = this;
    return html`<section class="other"><div class="figure bare"><h2>${text.otherTitle}</h2><p class="sub">${text.otherSub}</p></div>
      <div class="settings">
        <label class="choice">${text.otherPick} <span class="pick"><select @change=${this.pick}>
          <option value="">${other?.group === 'own' ? other.file : text.otherNone}</option>
          ${this.offers.map(({ key, title }) => html`<option value=${key} ?selected=${key === other?.key}>${title}</option>`)}
        </select></span></label>
        <label class="word file">${text.otherFile}<input class="unseen" type="file" accept=".yaml,.yml,.json" @change=${this.open}></label>
      </div>
      ${other && result ? this.renderStudy(other, result) : nothing}</section>`;
  }

  private renderStudy(other: OpenDocument, own: RunResult) {
    const { scenario } = other;
    const { draws } = own.engine;
    const asked = { settings: `${other.key} ${draws}` };
    const command = `${commandLine('compare', this.file)} ${shellWord(other.file)} --draws ${draws}`;
    return html`${renderStudy({
      study: this.study,
      text: this.valid.meaning,
      asked,
      title: scenario.title,
      why: text.otherWhy,
      label: text.otherAsk,
      seconds: estimateSeconds(scenario, draws * (scenario.plans.length + 1)),
      words: ({ done, total }) => text.blocksOf(done, total),
      ask: () =>
        void this.study.ask(
          { kind: 'task', task: { kind: 'run', scenario, options: { draws } } },
          this.valid.meaning,
          asked,
        ),
      show: (result) =>
        this.study.state.asked.settings === asked.settings
          ? this.renderCompared(
              compareFiles([
                { file: this.file, scenario: this.valid.scenario, result: own },
                { file: other.file, scenario, result },
              ]),
            )
          : html`<div class="figure bare"><h2>${scenario.title}</h2></div>`,
    })}<kept-command .command=${command}></kept-command>`;
  }

  private renderCompared({ plans, inputs, files }: ComparedFiles) {
    const body = html`<div class="scroll" tabindex="0" role="region" aria-label=${text.otherPlans}><table class="plain">
        <thead><tr>${text.otherColumns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
        <tbody>${plans.map(
          ({
            file,
            plan,
            profit,
            chanceOfLoss,
            attrition,
            currency,
            draws,
          }) => html`<tr><th scope="row">${plan}<small>${file}</small></th>
            <td>${formatSignedMoney(profit.mean, currency)}<small>${text.interval(formatSignedMoney(profit.low80, currency), formatSignedMoney(profit.high80, currency))}</small></td>
            <td>${formatChance(chanceOfLoss, draws)}</td><td>${formatPercent(attrition.mean)}</td></tr>`,
        )}</tbody></table></div>
      ${
        inputs.length === 0
          ? html`<p class="note">${text.otherSame}</p>`
          : html`<details><summary>${text.otherInputs(inputs.length)}</summary><div class="scroll" tabindex="0" role="region" aria-label=${text.otherInputs(inputs.length)}><table class="plain">
              <thead><tr><th scope="col">${text.sheet.path}</th>${files.map(({ file }) => html`<th scope="col">${file}</th>`)}</tr></thead>
              <tbody>${inputs.map(({ path, values }) => html`<tr><th scope="row"><code>${path}</code></th>${values.map((value) => html`<td>${value ?? text.none}</td>`)}</tr>`)}</tbody></table></div></details>`
      }`;
    const sheet = {
      columns: [...text.otherSheet.map((title) => ({ title }))],
      rows: plans.map(({ file, plan, profit, chanceOfLoss, attrition, currency }) => [
        file,
        plan,
        currency,
        profit.mean,
        profit.low80,
        profit.high80,
        chanceOfLoss,
        attrition.mean,
      ]),
    };
    return html`<kept-figure .heading=${text.otherPlans} .sub=${text.otherWhy} .sheet=${sheet} .body=${body} .pictured=${false}
      .name=${`${this.valid.scenario.title} beside another`}></kept-figure>`;
  }

  private readonly pick = async ({ target }: Event): Promise<void> => {
    const { value } = target as HTMLSelectElement;
    const offer = this.offers.find(({ key }) => key === value);
    try {
      this.other = offer ? await offer.load() : null;
    } catch (error) {
      this.tell('kept-trouble', failureOf(error).message);
    }
  };

  private readonly open = async ({ target }: Event): Promise<void> => {
    const [file] = (target as HTMLInputElement).files ?? [];
    if (!file) return;
    const opening = await openFile(file);
    if (opening.ok) this.other = opening.document;
    else this.tell('kept-problems', opening.trouble);
  };

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}
