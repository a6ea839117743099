import { workerData } from 'node:worker_threads';
import type { BlockAnswer } from '../../models/index.ts';
import type { BlockJob } from '../../server/worker.ts';

/** How often a thread shall still end at block 3, shared by all threads. */
const [left] = workerData as readonly [Int32Array];

/** Answers a block with ten times its number, if the thread lives. */
export function computeBlock({ block }: BlockJob): BlockAnswer {
  if (block === 3 && Atomics.sub(left, 0, 1) > 0) process.exit(1);
  if (block === 99)
    return { failure: { code: 'invalid-argument', message: 'no such block', place: { block } } };
  return { part: block * 10 };
}
