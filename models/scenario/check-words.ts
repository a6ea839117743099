import { type EverydayWord, everydayWords } from './everyday-words.ts';
import { complainPath, type ReadContext } from './spot.ts';

/** Two everyday words may mean one dimension; stating both would leave one of them unheard. */
export function checkOneWordEach(words: readonly string[], path: string, context: ReadContext): void {
  const seen = new Map<string, string>();
  for (const word of words) {
    const dimension = everydayWords[word as EverydayWord];
    const earlier = seen.get(dimension);
    if (earlier === undefined) seen.set(dimension, word);
    else {
      const message = `is the same dimension as ${earlier}, ${dimension}; keep one of them`;
      complainPath(context, `${path}.${word}`, 'conflict', message);
    }
  }
}
