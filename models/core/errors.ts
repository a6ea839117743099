/** Codes of the promises our own code can break; users' mistakes are `Problem` values instead. */
export type ErrorCode =
  | 'formula-not-finite'
  | 'formula-refused'
  | 'invalid-argument'
  | 'invalid-scenario'
  | 'non-finite-state'
  | 'unknown-plan'
  | 'worker-crashed';

/** The one error type of the simulator. `place` names mechanism, state, segment and month where they apply. */
export class KeptError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly place: Readonly<Record<string, string | number>> = {},
  ) {
    super(message);
    this.name = 'KeptError';
  }
}
