import { html, svg } from 'lit';
import { live } from 'lit/directives/live.js';
import { words } from './text.ts';

/** A slider over the months, on a ruler that marks each of them, every sixth longer, and those that are played. */
export function renderScrub(month: number, months: number, seek: (month: number) => void) {
  const marks = Array.from({ length: months + 1 }, (_, at) => (at % 6 ? `M${at},4v2` : `M${at},2.5v5`));
  return html`<span class="scrubber">
    <svg viewBox="0 0 ${months} 10" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<path class="mark" d=${marks.join('')} /><path class="line" d="M0,5H${months}" /><path class="played-line" d="M0,5H${month}" />`}
    </svg>
    <input class="level scrub" type="range" min="0" max=${months} step="1" .value=${live(`${month}`)} aria-label=${words.scrub}
      aria-valuetext=${words.monthOf(month, months)} @input=${(event: Event) => seek((event.target as HTMLInputElement).valueAsNumber)} />
  </span>`;
}
