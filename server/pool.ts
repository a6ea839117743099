import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { type CandidateWork, type Executor, partOf, type TaskRequest, WorkerCrash } from '../models/index.ts';
import type { BlockJob, JobAnswer } from './worker.ts';

/** Threads that compute blocks of one request after the other. */
export interface Pool {
  /** Those who compute blocks of a request, or of other candidates than it names; each thread twice, so that it has its next block at hand. A request travels to each thread once. */
  executors(request: TaskRequest, work?: CandidateWork): readonly Executor<never>[];
  /** Ends all threads at once. */
  close(): Promise<void>;
}

const fromSource = import.meta.url.endsWith('.ts');
const worker = new URL(fromSource ? './worker.ts' : './worker.js', import.meta.url);

/** Starts threads; one that ends is replaced. */
export function createPool(workers: number, file: URL = worker, workerData?: unknown): Pool {
  const piscina = new Piscina({
    filename: fileURLToPath(file),
    name: 'computeBlock',
    // The built worker needs no loader.
    execArgv: fromSource ? ['--import', 'tsx'] : [],
    minThreads: workers,
    maxThreads: workers,
    workerData,
  });
  const ask = async (job: BlockJob): Promise<JobAnswer> =>
    piscina.run(job).catch((error: unknown) => {
      throw new WorkerCrash(error instanceof Error ? error.message : String(error));
    });
  const compute = async (job: BlockJob, request: TaskRequest): Promise<never> => {
    const answer = await ask(job);
    if (!('unknown' in answer)) return partOf<never>(answer);
    return partOf<never>((await ask({ ...job, sent: request })) as Exclude<JobAnswer, { unknown: true }>);
  };
  const numbers = new WeakMap<TaskRequest, number>();
  let [requests, batches] = [0, 0];
  return {
    executors: (request, work) => {
      const number = numbers.get(request) ?? requests++;
      numbers.set(request, number);
      const batch = batches++;
      const executor = {
        compute: (block: number) =>
          compute({ request: number, block, batch, ...(work && { work }) }, request),
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
