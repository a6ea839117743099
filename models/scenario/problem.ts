export type ProblemCode =
  | 'syntax'
  | 'limit'
  | 'unknown-key'
  | 'not-yet-available'
  | 'missing'
  | 'wrong-type'
  | 'quantity'
  | 'formula'
  | 'unknown-name'
  | 'conflict'
  | 'out-of-range';

/** One thing wrong with a scenario file, where it stands and what to write instead. Plain data. */
export interface Problem {
  readonly code: ProblemCode;
  readonly file: string;
  /** 1-based; columns count UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** Where in the file's structure, such as `world.segments[0].churn`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
}

/** One line for a terminal or an editor: `file:line:column path message`. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, path, message } = problem;
  return `${file}:${line}:${column} ${path === '' ? '' : `${path} `}${message}`;
}
