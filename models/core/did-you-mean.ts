/**
 * Number of slips of the pen between two words: a letter more, less, changed, or swapped with its neighbour.
 *
 * Source  Damerau–Levenshtein distance, restricted (optimal string alignment)
 */
export function editDistance(from: string, to: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const change = previous[column - 1] + (from[row - 1] === to[column - 1] ? 0 : 1);
      const best = Math.min(change, previous[column] + 1, current[column - 1] + 1);
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(swapped ? Math.min(best, before[column - 2] + 1) : best);
    }
    before = previous;
    previous = current;
  }
  return previous[to.length];
}

/** Longest word that is compared; longer ones are no slips of the pen, and comparing them would cost time. */
const longestWord = 60;

/** The known word a writer most likely meant, if one is near: a third of the letters may differ, case and `_` apart. */
export function suggestWord(written: string, known: Iterable<string>): string | undefined {
  const from = plain(written);
  if (from.length === 0 || written.length > longestWord) return undefined;
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const word of known) {
    if (word.length > longestWord) continue;
    const to = plain(word);
    const distance = editDistance(from, to);
    const allowed = Math.max(1, Math.floor(Math.max(from.length, to.length) / 3));
    if (distance <= allowed && distance < Math.max(from.length, to.length) && distance < bestDistance) {
      best = word;
      bestDistance = distance;
    }
  }
  return best;
}

/** The tail of a message: `; did you mean "churn"?`, or nothing. */
export function didYouMean(written: string, known: Iterable<string>): string {
  const word = suggestWord(written, known);
  return word === undefined || word === written ? '' : `; did you mean "${word}"?`;
}

/** The word that a message with such a tail proposes. */
export function proposedWord(message: string): string | undefined {
  return /; did you mean "(.*)"\?$/s.exec(message)?.[1];
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/g, '');
}
