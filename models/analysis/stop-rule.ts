import { KeptError } from '../core/errors.ts';

/** Fewer say too little about their own error. */
export const leastDraws = 256;
/** The rule is looked at whenever so many more are done; a multiple of every block's. */
const betweenLooks = 64;

export const finestError = 0.0005;
export const coarsestError = 0.1;

/** Ends a run when the standard error of every plan's chance of loss is below `untilError`. */
export interface StopRule {
  readonly untilError: number;
  /** By then it is met, whatever the chance. */
  readonly draws: number;
  /** Whether it is met after these losses of each plan in so many draws. */
  isMet(losses: readonly number[], draws: number): boolean;
}

/**
 * Equation  √(p(1 − p)/n) < error with p = (losses + 1)/(n + 2), so that no loss among few draws is no certainty;
 *           looked at after 256 draws and every 64 from there
 * Inputs    error as a share of draws, 0.0005 to 0.1 (0.05 to 10 points)
 * Errors    invalid-argument
 * Source    p is Laplace's rule of succession; the error is that of independent draws, which stratified ones stay below
 */
export function createStopRule(untilError: number): StopRule {
  if (!(untilError >= finestError && untilError <= coarsestError)) {
    throw new KeptError(
      'invalid-argument',
      `the standard error to stop at must be ${finestError} to ${coarsestError}`,
    );
  }
  const enough = Math.ceil(0.25 / (untilError * untilError) / betweenLooks + 1) * betweenLooks;
  return {
    untilError,
    draws: Math.max(leastDraws, enough),
    isMet(losses, draws) {
      if (draws < leastDraws || draws % betweenLooks !== 0) return false;
      return losses.every((count) => {
        const chance = (count + 1) / (draws + 2);
        return Math.sqrt((chance * (1 - chance)) / draws) < untilError;
      });
    },
  };
}
