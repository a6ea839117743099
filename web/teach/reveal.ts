import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Claim, checkClaims, claimMeasures } from '../../models/index.ts';
import type { Sheet } from '../charts/sheet.ts';
import { LightElement } from '../components/light-element.ts';
import { type Guesses, noGuesses } from './guesses.ts';
import { formatApart, formatFigure, outcomesOf, type PlanOutcome } from './outcomes.ts';
import { planNameOf, renderTally } from './tally.ts';
import type { TeachDesk } from './teach-desk.ts';
import { words } from './text.ts';
import '../components/figure.ts';

interface Outcome {
  readonly desk: TeachDesk;
  /** In the order of the lesson's claims. */
  readonly holds: readonly boolean[];
  /** Every plan and doing nothing, the best first. */
  readonly plans: readonly PlanOutcome[];
}

/**
 * What comes out: the answer beside the room's, the lesson's claims checked, and every plan's figures.
 *
 * Properties  desk, guesses, origin
 */
@customElement('kept-reveal')
export class KeptReveal extends LightElement {
  @property({ attribute: false }) desk!: TeachDesk;
  @property({ attribute: false }) guesses: Guesses = noGuesses;
  @property() origin = '';
  @state() private outcome: Outcome | null = null;

  override updated(): void {
    if (this.outcome?.desk === this.desk) return;
    const { desk } = this;
    // The page says that it runs before it does.
    setTimeout(() => {
      if (this.isConnected && desk === this.desk) this.outcome = runPlans(desk);
    });
  }

  override render() {
    const { lesson } = this.desk.scenario;
    const outcome = this.outcome?.desk === this.desk ? this.outcome : null;
    const given = this.guesses.choices;
    return html`${lesson && given.length > 0 ? renderTally(lesson.predict, given) : nothing}
      ${outcome ? html`${lesson ? this.renderClaims(outcome) : nothing} ${this.renderPlans(outcome)}` : html`<p role="status">${words.running}</p>`}`;
  }

  private renderClaims({ holds, plans }: Outcome) {
    const { lesson } = this.desk.scenario;
    const claims = lesson!.claim;
    const versus = ({ plan, beats, on }: Claim) => {
      const compared = [plan, beats].flatMap((name) => plans.filter((one) => one.name === name));
      const [own, other] = formatApart(
        this.desk.scenario,
        on,
        compared.map(({ figures }) => figures[on]),
      );
      return words.versus(own, other);
    };
    return html`<section class="figure bare claims" aria-label=${words.claimsTitle(holds.filter(Boolean).length, holds.length)}>
      <header><h2>${words.claimsTitle(holds.filter(Boolean).length, holds.length)}</h2><p class="sub">${words.claimsSub(this.desk.months)}</p></header>
      <ul>${claims.map(
        (claim, index) => html`<li class=${holds[index] ? 'holds' : 'fails'}>
          <span class="mark" aria-hidden="true">${holds[index] ? '✓' : '✗'}</span>
          <span>${claimWords(claim)}<small>${versus(claim)} · ${holds[index] ? words.holds : words.fails}</small></span>
        </li>`,
      )}</ul>
    </section>`;
  }

  private renderPlans({ plans }: Outcome) {
    const best = plans[0];
    const sheet: Sheet = {
      columns: [
        { title: words.planColumn },
        ...claimMeasures.map((on) => ({
          title: words.measures[on],
          format: (value: number) => formatFigure(this.desk.scenario, on, value),
        })),
      ],
      rows: plans.map(({ name, figures }) => [
        planNameOf(name),
        ...claimMeasures.map((on) => Math.abs(figures[on])),
      ]),
    };
    const worth = formatApart(
      this.desk.scenario,
      'profit with equity',
      plans.map(({ figures }) => figures['profit with equity']),
    );
    const body = html`<div class="sheet all-plans" tabindex="0" role="region" aria-label=${words.plansSub}><table>
      <thead><tr><th scope="col">${words.planColumn}</th>${claimMeasures.map((on) => html`<th scope="col">${words.measures[on]}</th>`)}</tr></thead>
      <tbody>${plans.map(
        ({ name, figures }, row) =>
          html`<tr class=${name === best.name ? 'best' : ''}><th scope="row">${planNameOf(name)}</th>${claimMeasures.map((on) => html`<td>${on === 'profit with equity' ? worth[row] : formatFigure(this.desk.scenario, on, figures[on])}</td>`)}</tr>`,
      )}</tbody></table></div>`;
    return html`<kept-figure .heading=${words.plansTitle(planNameOf(best.name))} .sub=${words.plansSub} .sheet=${sheet} .pictured=${false}
      .name=${`${this.desk.scenario.title} plans`} .origin=${this.origin} .body=${body}></kept-figure>`;
  }
}

function claimWords({ plan, beats, on }: Claim): string {
  return words.claim(planNameOf(plan), planNameOf(beats, true), words.measures[on].toLowerCase());
}

function runPlans(desk: TeachDesk): Outcome {
  return { desk, holds: checkClaims(desk.scenario), plans: outcomesOf(desk, 'profit with equity') };
}
