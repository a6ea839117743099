import { html, nothing, type TemplateResult } from 'lit';
import type { StudyProgress, StudyRequest, StudyResult } from '../runner/study.ts';
import { renderOutcome, renderProgress } from './progress-bar.ts';
import type { StudyController } from './study-controller.ts';
import { text } from './text.ts';

/** What surrounds a study that is asked for by a button. */
export interface StudyFrame<Request extends StudyRequest> {
  readonly study: StudyController<Request>;
  /** What the file says now, and what would be asked of it; a result of anything else is an old one. */
  readonly text: string;
  readonly asked: string;
  /** Stands where there is no result yet. */
  readonly title: string;
  readonly why: string;
  readonly label: string;
  /** How long it takes; `null` while that is not known. */
  readonly seconds: number | null;
  readonly words: (progress: StudyProgress) => string;
  readonly ask: () => void;
  readonly show: (result: StudyResult<Request>) => TemplateResult;
  /** It cannot be asked for as things are set. */
  readonly disabled?: boolean;
  /** Settings, above the button; where there are any, they keep their place above the result. */
  readonly settings?: unknown;
  /** Stands in place of the button, where there is nothing more to ask. */
  readonly ended?: unknown;
}

/** The study with its button, its progress, and its result as far as it is known. */
export function renderStudy<Request extends StudyRequest>(frame: StudyFrame<Request>) {
  const { study, title, why, words } = frame;
  const { result, progress, partial } = study.state;
  const running = study.running && progress !== null;
  const head = html`<div class="figure bare"><h2>${title}</h2><p class="sub">${why}</p></div>`;
  const job = html`<div role="status" data-job>${
    running
      ? renderProgress(progress, words(progress), partial && result ? text.sofarBelow : '', study.cancel)
      : (frame.ended ?? renderAsk(frame))
  }</div>`;
  if (frame.settings === undefined)
    return html`<section class="study">${result ? frame.show(result) : head}${job}</section>`;
  return html`<section class="study">${head}${frame.settings}${job}${result ? frame.show(result) : nothing}</section>`;
}

function renderAsk<Request extends StudyRequest>({
  disabled = false,
  study,
  text: now,
  asked,
  label,
  seconds,
  ask,
}: StudyFrame<Request>) {
  const { result, text: then, asked: before, partial } = study.state;
  const old = result !== null && (then !== now || before !== asked);
  const unknown = result ? '' : text.takesUnknown;
  const known = seconds === null ? unknown : text.takesAbout(seconds);
  const takes = disabled ? '' : known;
  const told = partial && result ? text.cancelledPartly : text.cancelled;
  return html`<div class="job idle">
    ${old ? html`<p class="state-line">${text.stale}</p>` : nothing} ${renderOutcome(study.state, told)}
    <button class="word" ?disabled=${disabled} @click=${ask}>${result ? text.again : label}</button> <span class="takes">${takes}</span>
  </div>`;
}
