import { html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../components/light-element.ts';
import type { ScenarioOffer } from '../state/choice.ts';
import type { Model } from '../state/session.ts';
import { CrowdClock } from './clock.ts';
import type { KeptCrowd } from './crowd.ts';
import {
  renderCrowds,
  renderMeaning,
  renderPadFigure,
  renderPlayed,
  renderTransport,
  renderViews,
  type Stage,
} from './stage.ts';
import { createTeachDesk, type TeachDesk } from './teach-desk.ts';
import { words } from './text.ts';
import type { ClockMove } from './transport.ts';
import './teach.css';

/**
 * The room of trainers: promise against delivery, and what a crowd of customers makes of it.
 *
 * Properties  model, offers (scenarios that can be picked), view (the step of the lesson)
 * Events      kept-view, kept-pick
 */
@customElement('kept-teach')
export class TeachRoom extends LightElement {
  @property({ attribute: false }) model!: Model;
  @property({ attribute: false }) offers: readonly ScenarioOffer[] = [];
  @property() view: string | undefined;
  private desk!: TeachDesk;
  private readonly clock = new CrowdClock(
    this,
    () => this.desk.months,
    (position) => this.showCrowds(position),
  );

  override willUpdate(): void {
    const { scenario } = this.model.choice.document;
    if (this.desk?.scenario === scenario) return;
    this.desk = createTeachDesk(scenario);
    this.clock.seek(0);
  }

  override updated(_changed: PropertyValues): void {
    this.showCrowds(this.clock.position);
  }

  override render() {
    const stage = this.stage;
    const { title, lesson } = this.desk.scenario;
    return html`<div class="teach" @kept-clock=${({ detail }: CustomEvent<ClockMove>) => this.moveClock(detail)}>
      <h1 class="verdict teach-question" tabindex="-1">${lesson?.question ?? words.openQuestion(stage.desk.point.delivery)}</h1>
      <p class="kick">${title}</p>
      <section class="stage">
        <div>${renderPadFigure(stage)}</div>
        <div>${renderPlayed(stage)} ${renderCrowds(stage)} ${renderTransport(stage)} ${renderMeaning()}</div>
      </section>
      ${renderViews(stage)}
    </div>`;
  }

  private get stage(): Stage {
    return {
      desk: this.desk,
      clock: this.clock,
      origin: this.desk.scenario.title,
      changed: () => this.requestUpdate(),
    };
  }

  private moveClock(move: ClockMove): void {
    if (move.kind === 'toggle') this.clock.toggle();
    else if (move.kind === 'step') this.clock.step(move.by);
    else if (move.kind === 'seek') this.clock.seek(move.month);
    else this.clock.setSpeed(move.speed);
  }

  private showCrowds(position: number): void {
    for (const crowd of this.querySelectorAll<KeptCrowd>('kept-crowd')) crowd.show(position);
  }
}
