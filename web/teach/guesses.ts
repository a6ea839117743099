import { dimensions, type PadScope } from '../../models/index.ts';
import type { TeachDesk } from './teach-desk.ts';

/** What is given when the room is asked for the best promise. */
export interface Asked {
  readonly delivery: number;
  readonly scope: PadScope;
}

/** What the room has answered so far, in the order of the answers. */
export interface Guesses {
  /** One of the lesson's choices each. */
  readonly choices: readonly string[];
  /** Best promises, 0 to 10. */
  readonly promises: readonly number[];
  /** What was given when the first was sealed; `null` while none is. */
  readonly asked: Asked | null;
}

export const noGuesses: Guesses = { choices: [], promises: [], asked: null };

export function countGuesses({ choices, promises }: Guesses): number {
  return choices.length + promises.length;
}

/** What is given in the question: where the pad stands, until an answer settles it. */
export function askedOf({ asked }: Guesses, { point, scope }: Pick<TeachDesk, 'point' | 'scope'>): Asked {
  return asked ?? { delivery: point.delivery, scope };
}

/** Answers with what was given when they were asked for; none leave the question free. */
export function settle(guesses: Guesses, desk: Pick<TeachDesk, 'point' | 'scope'>): Guesses {
  return { ...guesses, asked: countGuesses(guesses) > 0 ? askedOf(guesses, desk) : null };
}

const keyOf = (document: string) => `kept/answers/${document}`;

/** Answers outlast a reload, not the tab. Nothing that was kept, or nothing readable, is no answers. */
export function readGuesses(document: string, storage?: Storage): Guesses {
  try {
    const { choices, promises, asked } = JSON.parse(
      (storage ?? sessionStorage).getItem(keyOf(document)) ?? '',
    );
    return {
      choices: choices.filter((choice: unknown) => typeof choice === 'string'),
      promises: promises.filter(isLevel),
      asked: isAsked(asked) ? { delivery: asked.delivery, scope: asked.scope } : null,
    };
  } catch {
    return noGuesses;
  }
}

/** A browser that keeps nothing still has the answers until the page is left. */
export function keepGuesses(document: string, guesses: Guesses, storage?: Storage): void {
  try {
    (storage ?? sessionStorage).setItem(keyOf(document), JSON.stringify(guesses));
  } catch {
    // Full, or refused.
  }
}

function isLevel(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 10;
}

function isAsked(value: unknown): value is Asked {
  if (typeof value !== 'object' || value === null) return false;
  const { delivery, scope } = value as Asked;
  return isLevel(delivery) && (scope === 'all' || dimensions.includes(scope));
}

/** How many gave each of these answers. */
export function tally(choices: readonly string[], given: readonly string[]) {
  return choices.map((choice) => ({ choice, count: given.filter((answer) => answer === choice).length }));
}

/** How many hands a field says, none where it is empty; `null` for what is no whole number. */
export function readHands(typed: string): number | null {
  return /^\s*\d{0,3}\s*$/.test(typed) ? Number(typed) : null;
}
