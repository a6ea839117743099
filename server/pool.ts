import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import {
  type BlockAnswer,
  type CandidateWork,
  type Executor,
  partOf,
  type TaskRequest,
  WorkerCrash,
} from '../models/index.ts';
import type { BlockJob } from './worker.ts';

/** Threads that compute blocks of some requests. */
export interface Pool {
  /** Those who compute blocks of one of the requests, or of other candidates than it names; each thread twice, so that it has its next block at hand. */
  executors(request: number, work?: CandidateWork): readonly Executor<never>[];
  /** Ends all threads at once. */
  close(): Promise<void>;
}

const fromSource = import.meta.url.endsWith('.ts');
const worker = new URL(fromSource ? './worker.ts' : './worker.js', import.meta.url);

/** Starts threads for requests; a thread that ends is replaced. */
export function createPool(requests: readonly TaskRequest[], workers: number, file: URL = worker): Pool {
  const piscina = new Piscina({
    filename: fileURLToPath(file),
    name: 'computeBlock',
    // The built worker needs no loader.
    execArgv: fromSource ? ['--import', 'tsx'] : [],
    minThreads: workers,
    maxThreads: workers,
    workerData: requests,
  });
  const compute = async (job: BlockJob): Promise<never> => {
    const answer: BlockAnswer = await piscina.run(job).catch((error: unknown) => {
      throw new WorkerCrash(error instanceof Error ? error.message : String(error));
    });
    return partOf<never>(answer);
  };
  let batches = 0;
  return {
    executors: (request, work) => {
      const batch = batches++;
      const executor = {
        compute: (block: number) => compute({ request, block, batch, ...(work && { work }) }),
      };
      return Array.from({ length: workers * 2 }, () => executor);
    },
    close() {
      // Answers that nobody waits for any more are no error.
      piscina.on('error', () => {});
      return piscina.destroy();
    },
  };
}
