import type { Evidence } from '../../models/index.ts';
import { px } from './svg-text.ts';

/** How much stands behind a number: dashed, half, full, ringed; always beside its word. Eleven pixels wide. */
export function drawMoon(evidence: Evidence, x = 0, y = 0): string {
  const [cx, cy] = [px(x + 5.5), px(y + 5.5)];
  const circle = (r: number, kind: string) => `<circle class="${kind}" cx="${cx}" cy="${cy}" r="${r}"/>`;
  switch (evidence) {
    case 'assumed':
      return circle(4.5, 'moon dashed');
    case 'expert':
      return `${circle(4.5, 'moon')}<path class="moon-full" d="M${cx} ${px(y + 1)}a4.5 4.5 0 0 1 0 9z"/>`;
    case 'fitted':
      return circle(5, 'moon-full');
    case 'backtested':
      return circle(4.5, 'moon') + circle(2.2, 'moon-full');
  }
}

/** A moon by itself, for a line of text. */
export function moonPicture(evidence: Evidence): string {
  return `<svg class="moon-mark" viewBox="0 0 11 11" width="11" height="11" aria-hidden="true">${drawMoon(evidence)}</svg>`;
}
