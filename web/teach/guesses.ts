/** What the room has answered so far, in the order of the answers. */
export interface Guesses {
  /** One of the lesson's choices each. */
  readonly choices: readonly string[];
  /** Best promises, 0 to 10. */
  readonly promises: readonly number[];
}

export const noGuesses: Guesses = { choices: [], promises: [] };

export function countGuesses({ choices, promises }: Guesses): number {
  return choices.length + promises.length;
}

const keyOf = (document: string) => `kept/answers/${document}`;

/** Answers outlast a reload, not the tab. Nothing that was kept, or nothing readable, is no answers. */
export function readGuesses(document: string, storage: Storage = sessionStorage): Guesses {
  try {
    const { choices, promises } = JSON.parse(storage.getItem(keyOf(document)) ?? '');
    return {
      choices: choices.filter((choice: unknown) => typeof choice === 'string'),
      promises: promises.filter(
        (promise: unknown) => typeof promise === 'number' && promise >= 0 && promise <= 10,
      ),
    };
  } catch {
    return noGuesses;
  }
}

/** A browser that keeps nothing still has the answers until the page is left. */
export function keepGuesses(document: string, guesses: Guesses, storage: Storage = sessionStorage): void {
  try {
    storage.setItem(keyOf(document), JSON.stringify(guesses));
  } catch {
    // Full, or refused.
  }
}

/** How many gave each of these answers. */
export function tally(choices: readonly string[], given: readonly string[]) {
  return choices.map((choice) => ({ choice, count: given.filter((answer) => answer === choice).length }));
}

/** How many hands a field says, none where it is empty; `null` for what is no whole number. */
export function readHands(typed: string): number | null {
  return /^\s*\d{0,3}\s*$/.test(typed) ? Number(typed) : null;
}
