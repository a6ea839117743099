import type { PadPoint } from '../state/teaching.ts';

/** A level on the scale of 0 to 10, in tenths. */
export function toLevel(value: number): number {
  return Math.round(Math.min(10, Math.max(0, value)) * 10) / 10;
}

/** Where a key takes the handle; `null` for a key that means nothing. Arrows 0.1, with Shift 1; Page keys 1 of delivery. */
export function afterPadKey({ promise, delivery }: PadPoint, key: string, shift: boolean): PadPoint | null {
  const by = shift ? 1 : 0.1;
  const to = (across: number, up: number) => ({
    promise: toLevel(promise + across),
    delivery: toLevel(delivery + up),
  });
  switch (key) {
    case 'ArrowRight':
      return to(by, 0);
    case 'ArrowLeft':
      return to(-by, 0);
    case 'ArrowUp':
      return to(0, by);
    case 'ArrowDown':
      return to(0, -by);
    case 'PageUp':
      return to(0, 1);
    case 'PageDown':
      return to(0, -1);
    case 'Home':
      return { promise: 0, delivery };
    case 'End':
      return { promise: 10, delivery };
    default:
      return null;
  }
}

/** Reads what was typed as a level: `8.2`, `8,2`; `null` for anything else or beyond the scale. */
export function readLevel(typed: string): number | null {
  const match = /^\s*(\d{1,2}(?:[.,]\d+)?)\s*$/.exec(typed);
  if (!match) return null;
  const value = Number(match[1].replace(',', '.'));
  return value <= 10 ? toLevel(value) : null;
}
