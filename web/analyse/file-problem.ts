import { type Problem, proposedWord } from '../../models/index.ts';

/** One thing wrong with the text, with the stretch it is about. */
export interface FileProblem extends Problem {
  readonly from: number;
  readonly to: number;
  /** What to put in place of that stretch, where the word that was meant is known. */
  readonly remedy: Remedy | null;
}

export interface Remedy {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  /** The word alone, for people. */
  readonly word: string;
}

/** Problems of a text, each with its stretch: a word, a text in quotes, or the end of its line. */
export function placeProblems(text: string, problems: readonly Problem[]): FileProblem[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return problems.map((problem) => {
    const start = starts[Math.min(problem.line, starts.length) - 1];
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end);
    const column = Math.min(problem.column - 1, line.length);
    const length = lengthOfWord(line.slice(column));
    const [from, to] = [start + column, start + column + length];
    return { ...problem, from, to, remedy: remedyOf(problem, text.slice(from, to), from, to) };
  });
}

/** A text in quotes, or all up to what ends a plain value. */
function lengthOfWord(rest: string): number {
  const quoted = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(rest);
  if (quoted) return quoted[0].length;
  if (/^[{[]/.test(rest)) return 1;
  const plain = /^[^:#,{}[\]]*(?::(?!\s|$)[^:#,{}[\]]*)*/.exec(rest)![0].trimEnd();
  return Math.max(plain.length, rest.length > 0 ? 1 : 0);
}

function remedyOf(problem: Problem, written: string, from: number, to: number): Remedy | null {
  const quote = /^["']/.exec(written)?.[0] ?? '';
  const word = proposedWord(problem.message);
  if (word !== undefined) {
    const insert = quote === '"' ? JSON.stringify(word) : `${quote}${word}${quote}`;
    return { from, to, insert, word };
  }
  // A formula that stands without its quotes; the message says no more than that.
  if (problem.code === 'formula' && written.startsWith('=')) {
    const insert = JSON.stringify(written);
    return { from, to, insert, word: insert };
  }
  return null;
}
