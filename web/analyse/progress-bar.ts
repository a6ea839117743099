import { html, nothing } from 'lit';
import type { StudyProgress } from '../runner/study.ts';
import { text } from './text.ts';

/** How far a study is, in words and as a rule that fills, with its way out. */
export function renderProgress(
  { done, total, secondsLeft }: StudyProgress,
  words: string,
  detail: string,
  cancel: () => void,
) {
  const left = secondsLeft === null ? '' : text.secondsLeft(secondsLeft);
  const rest = [left, detail].filter((part) => part !== '').join(' · ');
  return html`<div class="job">
    <p><b>${words}</b> <span>${rest}</span></p>
    <progress max=${total || 1} value=${done} aria-label=${text.progress}></progress>
    <button class="word" @click=${cancel}>${text.cancel}</button>
  </div>`;
}

/** What became of a study that shows no full result. */
export function renderOutcome(
  { failure, cancelled }: { readonly failure: string | null; readonly cancelled: boolean },
  told: string = text.cancelled,
) {
  if (failure !== null) return html`<p class="state-line wrong" role="alert">${text.failed(failure)}</p>`;
  return cancelled ? html`<p class="state-line" role="status">${told}</p>` : nothing;
}
