import { html, nothing, type TemplateResult } from 'lit';
import type { Asked } from './followed-study.ts';
import { text } from './text.ts';

/** What becomes of a study, in words; `null` for one that nobody has asked for, or that is done. */
export function workWords({ running, failure, progress }: Asked<unknown>, what = ''): string | null {
  if (failure !== null) return text.failed(failure);
  if (!running) return null;
  if (!progress) return text.working;
  const { done, total, secondsLeft } = progress;
  const left = secondsLeft === null ? '' : `, ${text.secondsLeft(secondsLeft)}`;
  return what ? `${text.progress(done, total, what)}${left}` : text.working;
}

/** How far a study is, with the way to stop it; or why it failed, and how to ask for it, where it is asked for. */
export function renderWork(
  asked: Asked<unknown>,
  what: string,
  stop: () => void,
  ask: unknown = nothing,
): TemplateResult {
  const words = workWords(asked, what);
  const work = html`<p class="work">
    <span>${words}</span>
    ${asked.running ? html`<button class="word" @click=${stop}>${text.stop}</button>` : nothing}
  </p>`;
  return html`<div data-job>${words === null ? nothing : work}${asked.running ? nothing : ask}</div>`;
}
