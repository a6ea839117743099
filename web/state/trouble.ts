/** Why something could not be done, in words for a dialog. */
export interface Trouble {
  readonly title: string;
  /** What still holds, and what to do. */
  readonly advice: string;
  readonly problems: readonly ProblemLine[];
  /** A text that is open nowhere and would be lost. */
  readonly rescue?: { readonly file: string; readonly text: string };
  /** Loads the page anew, where that helps. */
  readonly reload?: () => void;
}

/** Trouble that is told in a sentence, and one on what to do. */
export function troubleOf(title: string, advice = ''): Trouble {
  return { title, advice, problems: [] };
}

/** Thrown where something cannot be done that the reader asked for. */
export class Refused extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.title);
    this.name = 'Refused';
  }
}

export interface ProblemLine {
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: string;
  /** `file:line:column path message`, for copying. */
  readonly full: string;
}
