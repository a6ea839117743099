import { px } from '../charts/svg-text.ts';

/** A share as a bar that ends where it does; its number stands beside it. */
export function drawShare(share: number): string {
  const width = Math.max(1, Math.min(1, share) * 120);
  return `<svg class="drawn share" viewBox="0 0 120 8" width="120" height="8" aria-hidden="true"><rect class="ink-2" width="${px(width)}" height="8"/></svg>`;
}
