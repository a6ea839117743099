import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import {
  coordinate,
  createCandidateTask,
  createInThreadExecutor,
  type Evaluate,
  type Scenario,
} from '../../models/index.ts';
import { createPool, type Pool } from '../pool.ts';

/** A search that is over sooner is not worth threads [ms]. */
const worthWorkers = 1000;

export interface Evaluator {
  readonly evaluate: Evaluate;
  /** Ends its threads. */
  close(): Promise<void>;
}

/**
 * Measures the candidate plans of a search; what it finds is the same on any number of workers, of which 0 stands for
 * this thread. Where none is stated: all cores, once it takes long enough to pay.
 */
export function createEvaluator(scenario: Scenario, stated: number | undefined): Evaluator {
  const workers = stated ?? availableParallelism();
  const alone = stated === undefined ? worthWorkers : 0;
  let pool: Pool | undefined;
  let spent = 0;
  return {
    async evaluate(work) {
      const task = createCandidateTask(scenario, work);
      if (workers > 0 && spent >= alone) {
        pool ??= createPool([{ kind: 'candidates', scenario, work }], workers);
        return coordinate(task, pool.executors(0, work));
      }
      const started = performance.now();
      const found = await coordinate(task, [createInThreadExecutor(task, () => setImmediate())]);
      spent += performance.now() - started;
      return found;
    },
    close: async () => pool?.close(),
  };
}
