import { answerBlock, createTask, type Task } from '../../models/index.ts';
import type { BlockReply, BlockRequest } from './block-workers.ts';

declare const self: DedicatedWorkerGlobalScope;

let current: { readonly id: number; readonly task: Task<unknown, unknown> } | null = null;

/** Computes the blocks it is asked for, one after the other. */
self.onmessage = ({ data: { id, block, request } }: MessageEvent<BlockRequest>) => {
  const answer = answerBlock(() => {
    if (request) current = { id, task: createTask(request) };
    return current!.task.compute(block);
  });
  const reply: BlockReply = { id, block, answer };
  self.postMessage(reply);
};
