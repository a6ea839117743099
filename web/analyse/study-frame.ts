import { html, nothing, type TemplateResult } from 'lit';
import type { StudyProgress, StudyRequest, StudyResult } from '../runner/study.ts';
import { renderOutcome, renderProgress } from './progress-bar.ts';
import type { AskedFor, StudyController, StudyState } from './study-controller.ts';
import { text } from './text.ts';

/** What surrounds a study that is asked for by a button. */
export interface StudyFrame<Request extends StudyRequest> {
  readonly study: StudyController<Request>;
  /** What the file says now, and what would be asked of it; a result of anything else is an old one. */
  readonly text: string;
  readonly asked: AskedFor;
  /** Stands where there is no result yet. */
  readonly title: string;
  readonly why: string;
  readonly label: string;
  /** How long it takes; `null` while that is not known. */
  readonly seconds: number | null;
  readonly words: (progress: StudyProgress) => string;
  readonly ask: () => void;
  /** Draws a result with nothing but what it is of: the file and what is chosen may be others by now. */
  readonly show: (result: StudyResult<Request>, of: Request) => TemplateResult;
  /** It cannot be asked for as things are set. */
  readonly disabled?: boolean;
  /** Settings, above the button; where there are any, they keep their place above the result. */
  readonly settings?: unknown;
  /** The file has nothing to ask about any more: `why` says so, and a result stands without button or mark of its age. */
  readonly closed?: boolean;
}

/** The study with its button, its progress, and its result as far as it is known. */
export function renderStudy<Request extends StudyRequest>(frame: StudyFrame<Request>) {
  const { study, title, why, words } = frame;
  const { result, request, progress, partial } = study.state;
  const running = study.running && progress !== null;
  const head = html`<div class="figure bare"><h2>${title}</h2><p class="sub">${why}</p></div>`;
  const job = html`<div role="status" data-job>${
    running
      ? renderProgress(progress, words(progress), partial && result ? text.sofarBelow : '', study.cancel)
      : frame.closed
        ? nothing
        : renderAsk(frame)
  }</div>`;
  const shown = result && request ? html`${renderStale(frame)}${frame.show(result, request)}` : null;
  if (frame.settings === undefined) return html`<section class="study">${shown ?? head}${job}</section>`;
  return html`<section class="study">${head}${frame.settings}${job}${shown ?? nothing}</section>`;
}

/** What has changed since the result that is shown; empty where nothing has. */
export function staleWords(
  { text: then, asked: before }: Pick<StudyState<never>, 'text' | 'asked'>,
  now: string,
  asked: AskedFor,
): string {
  const otherPlan = before.plan !== undefined && before.plan !== asked.plan;
  const said = [
    then === now ? '' : text.stale,
    otherPlan ? text.staleOfPlan(before.plan) : '',
    !otherPlan && before.settings !== asked.settings ? text.staleOfSettings : '',
  ];
  return said.filter((words) => words !== '').join(' ');
}

function renderStale<Request extends StudyRequest>({
  study,
  text: now,
  asked,
  closed = false,
}: StudyFrame<Request>) {
  const words = closed ? '' : staleWords(study.state, now, asked);
  return words === '' ? nothing : html`<p class="state-line" role="status">${words}</p>`;
}

function renderAsk<Request extends StudyRequest>({
  disabled = false,
  study,
  label,
  seconds,
  ask,
}: StudyFrame<Request>) {
  const { result, partial } = study.state;
  const unknown = result ? '' : text.takesUnknown;
  const known = seconds === null ? unknown : text.takesAbout(seconds);
  const takes = disabled ? '' : known;
  const told = partial && result ? text.cancelledPartly : text.cancelled;
  return html`<div class="job idle">
    ${renderOutcome(study.state, told)}
    <button class="word" ?disabled=${disabled} @click=${ask}>${result ? text.again : label}</button> <span class="takes">${takes}</span>
  </div>`;
}
