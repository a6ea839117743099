import { workerData } from 'node:worker_threads';
import {
  answerBlock,
  type BlockAnswer,
  type CandidateWork,
  createTask,
  type Task,
  type TaskRequest,
} from '../models/index.ts';

const requests = workerData as readonly TaskRequest[];
const tasks = new Map<number, { readonly batch: number; readonly task: Task<unknown, unknown> }>();

export interface BlockJob {
  /** Which of the pool's requests. */
  readonly request: number;
  readonly block: number;
  /** A search asks for one batch of candidates after the other: its number, and what replaces the request's own. */
  readonly batch: number;
  readonly work?: CandidateWork;
}

/** Computes one block in a thread of a pool. */
export function computeBlock({ request, block, batch, work }: BlockJob): BlockAnswer {
  return answerBlock(() => {
    const known = tasks.get(request);
    if (known?.batch === batch) return known.task.compute(block);
    const asked = requests[request];
    const task = createTask(asked.kind === 'candidates' && work ? { ...asked, work } : asked);
    tasks.set(request, { batch, task });
    return task.compute(block);
  });
}
