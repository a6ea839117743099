import type { Scenario } from '../scenario/scenario.ts';
import { type CandidateWork, createCandidateTask } from './candidate-task.ts';
import { type Cancellation, coordinate, createInThreadExecutor, requireWanted } from './coordinate.ts';

/**
 * Measures candidate plans, in this thread or anywhere: one array for each, as `createCandidateTask` says. Rejects with
 * the signal's reason once they are no longer wanted.
 */
export type Evaluate = (
  scenario: Scenario,
  work: CandidateWork,
  signal?: Cancellation,
) => Promise<readonly Float64Array[]>;

/** Measures in this thread; `pause` lets other work in between, without which a signal is not heard. */
export function createInThreadEvaluate(pause: () => Promise<void>): Evaluate {
  return (scenario, work, signal) => {
    const task = createCandidateTask(scenario, work);
    return coordinate(task, [createInThreadExecutor(task, pause, signal)], { signal });
  };
}

/** What a search has measured so far. */
export interface SearchProgress {
  readonly plans: number;
  readonly runs: number;
  /** Plans beyond which it does not go on searching; it mostly ends long before. */
  readonly most: number;
}

export interface SearchOptions {
  /** Hears of each batch of plans measured. */
  readonly onProgress?: (progress: SearchProgress) => void;
  /** Ends the search, between two batches at the latest where the evaluator takes no notice. */
  readonly signal?: Cancellation | undefined;
}

/** Measures for one search: counts what it measures, tells of it, and ends with the search. */
export function followEvaluate(
  evaluate: Evaluate,
  { onProgress, signal }: SearchOptions,
  most: () => number,
): (scenario: Scenario, work: CandidateWork) => Promise<readonly Float64Array[]> {
  let [plans, runs] = [0, 0];
  return async (scenario, work) => {
    requireWanted(signal);
    const rows = await evaluate(scenario, work, signal);
    requireWanted(signal);
    plans += work.from === 0 ? work.candidates.length : 0;
    runs += work.candidates.length * work.draws;
    onProgress?.({ plans, runs, most: most() });
    return rows;
  };
}
