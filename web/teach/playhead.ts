import { type Speed, speeds } from './clock.ts';

/** How far a scenario has been played, and how fast. */
export interface Playhead {
  readonly month: number;
  readonly speed: Speed;
}

const keyOf = (document: string) => `kept/playhead/${document}`;

/** It outlasts a reload, not the tab. `null` where nothing was kept, or nothing readable. */
export function readPlayhead(document: string, storage?: Storage): Playhead | null {
  try {
    const { month, speed } = JSON.parse((storage ?? sessionStorage).getItem(keyOf(document)) ?? '');
    return Number.isInteger(month) && month >= 0 && speeds.includes(speed) ? { month, speed } : null;
  } catch {
    return null;
  }
}

/** Called with every picture of the page: what is kept already is not written again. */
export function keepPlayhead(document: string, { month, speed }: Playhead, storage?: Storage): void {
  try {
    const shelf = storage ?? sessionStorage;
    const note = JSON.stringify({ month, speed });
    if (shelf.getItem(keyOf(document)) !== note) shelf.setItem(keyOf(document), note);
  } catch {
    // Full, or refused: it holds until the page is left.
  }
}
