import { workerData } from 'node:worker_threads';
import { answerBlock, type BlockAnswer, createTask, type Task, type TaskRequest } from '../models/index.ts';

const requests = workerData as readonly TaskRequest[];
const tasks = new Map<number, Task<unknown, unknown>>();

export interface BlockJob {
  /** Which of the pool's requests. */
  readonly request: number;
  readonly block: number;
}

/** Computes one block in a thread of a pool. */
export function computeBlock({ request, block }: BlockJob): BlockAnswer {
  return answerBlock(() => {
    const task = tasks.get(request) ?? createTask(requests[request]);
    tasks.set(request, task);
    return task.compute(block);
  });
}
