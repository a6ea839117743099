import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Indices, Scenario, ValueOfInformation } from '../../models/index.ts';
import { moonPicture } from '../charts/draw-moon.ts';
import { LightElement } from '../components/light-element.ts';
import { formatCount, formatMoney, formatPercent } from '../format.ts';
import { inputName } from '../views/input-words.ts';
import { drawShare } from './draw-share.ts';
import type { Asked } from './followed-study.ts';
import { text } from './text.ts';
import { renderWork } from './work.ts';

/**
 * What the spread of the profit rests on, by evidence, and what it would be worth to know more. Worked out on demand.
 *
 * Properties  spread and worth (the studies), scenario
 * Events      kept-ask, kept-stop, kept-assumptions (open all of them)
 */
@customElement('kept-spread')
export class Spread extends LightElement {
  @property({ attribute: false }) spread!: Asked<Indices>;
  @property({ attribute: false }) worth!: Asked<ValueOfInformation>;
  @property({ attribute: false }) scenario!: Scenario;

  override render() {
    const { spread } = this;
    const result = spread.stale ? null : spread.result;
    const inputs = result?.evidenceShare.reduce((sum, one) => sum + one.inputs, 0) ?? 0;
    return html`<section class="figure bare spread" aria-labelledby="spread-title">
      <header>
        <h2 id="spread-title">${result ? titleOf(result) : text.spreadEmpty}</h2>
        <p class="sub">${result ? text.spreadSub(formatCount(inputs)) : text.spreadWhy}</p>
      </header>
      ${result ? this.renderShares(result) : nothing} ${this.renderAsk(result === null)}
      <p><button class="word" @click=${() => this.send('kept-assumptions')}>${text.openAssumptions}</button></p>
    </section>`;
  }

  private renderAsk(isDue: boolean) {
    const { spread, worth } = this;
    const stop = () => this.send('kept-stop');
    if (!isDue) return renderWork(worth, text.draws, stop);
    const ask = html`<p><button class="button" @click=${() => this.send('kept-ask')}>${spread.failure === null ? text.spreadAsk : text.again}</button></p>`;
    return renderWork(spread, text.runs, stop, ask);
  }

  private renderShares({ evidenceShare, togetherShare }: Indices) {
    const row = (name: unknown, count: string, share: number) => html`<tr>
      <th scope="row">${name}</th><td>${count}</td><td class="bar">${unsafeHTML(drawShare(share))}</td><td>${formatPercent(share, 0)}</td>
    </tr>`;
    return html`<table class="shares"><tbody>
        ${evidenceShare.map(({ evidence, inputs, share }) =>
          row(
            html`${unsafeHTML(moonPicture(evidence))}${text.evidence[evidence]}`,
            formatCount(inputs),
            share,
          ),
        )}
        ${togetherShare >= 0.005 ? row(text.together, '', togetherShare) : nothing}
      </tbody></table>
      ${this.renderWorth()}`;
  }

  private renderWorth() {
    const { worth, scenario } = this;
    const result = worth.stale ? null : worth.result;
    if (!result) return nothing;
    const [most] = result.inputs;
    if (!most?.distinct) return html`<p class="note">${text.worthNothing}</p>`;
    const name = inputName(most.path, scenario);
    return html`<p class="note">${text.worth(name.charAt(0).toLowerCase() + name.slice(1), formatMoney(most.value, scenario.currency))}</p>`;
  }

  private send(type: string): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true }));
  }
}

function titleOf({ evidenceShare, variance }: Indices): string {
  if (!(variance > 0)) return text.spreadNone;
  const judged = evidenceShare.filter(({ evidence }) => evidence === 'assumed' || evidence === 'expert');
  return text.spreadTitle(
    formatPercent(
      judged.reduce((sum, { share }) => sum + share, 0),
      0,
    ),
  );
}
