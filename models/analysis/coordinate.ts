import { KeptError } from '../core/errors.ts';
import type { Task } from './task.ts';

/** Whoever computes blocks, in this thread or another. Rejects with `WorkerCrash` when a worker ended without a word. */
export interface Executor<Part> {
  compute(block: number): Promise<Part>;
}

/** A worker that is gone; its executor has another for the next block. */
export class WorkerCrash extends Error {}

/** What of an `AbortSignal` is needed. */
export interface Cancellation {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface CoordinateOptions<Result> {
  readonly signal?: Cancellation | undefined;
  /** Told after each block how many are collected, and how to have the result so far. */
  readonly follow?: (blocks: number, result: () => Result) => void;
}

/** Parts that may wait for their turn, per executor. */
const window = 4;

/**
 * Has the blocks of a task computed by executors and collects them in order, so that the result does not depend on how
 * many there are, on who is faster or on who crashed. An executor that is named twice is given two blocks at a time.
 *
 * Memory   parts of at most four blocks an executor wait for their turn
 * Errors   what a block throws; worker-crashed for a block that two workers did not survive; the signal's reason
 */
export function coordinate<Part, Result>(
  task: Pick<Task<Part, Result>, 'blocks' | 'collect'>,
  executors: readonly Executor<Part>[],
  { signal, follow }: CoordinateOptions<Result> = {},
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const collector = task.collect();
    const queue = createQueue<Part>(task.blocks, window * executors.length);
    const idle: Executor<Part>[] = [];
    let ended = false;
    const end = (settle: () => void) => {
      if (ended) return;
      ended = true;
      signal?.removeEventListener('abort', abort);
      settle();
    };
    const fail = (error: unknown) => end(() => reject(error));
    const abort = () => fail(signal?.reason);
    const collect = () => {
      for (let part = queue.next(); part !== undefined && !ended; part = queue.next()) {
        collector.add(part.value);
        follow?.(queue.collected, () => collector.result());
        if (!collector.enough && queue.collected < task.blocks) continue;
        const result = collector.result();
        end(() => resolve(result));
      }
    };
    const feed = (executor: Executor<Part>) => {
      const block = ended ? undefined : queue.take();
      if (block === undefined) {
        idle.push(executor);
        return;
      }
      executor
        .compute(block)
        .then(
          (part) => queue.give(block, part),
          (error) => queue.redo(block, error),
        )
        .then(collect)
        .then(() => [executor, ...idle.splice(0)].forEach(feed))
        .catch(fail);
    };
    if (signal?.aborted) abort();
    else if (task.blocks === 0) end(() => resolve(collector.result()));
    signal?.addEventListener('abort', abort);
    executors.forEach(feed);
  });
}

/** Computes in this thread; `pause` lets other work in between two blocks or steps. A signal ends it between them. */
export function createInThreadExecutor<Part>(
  task: Pick<Task<Part, unknown>, 'compute' | 'steps'>,
  pause: () => Promise<void>,
  signal?: Cancellation,
): Executor<Part> {
  const rest = async () => {
    await pause();
    requireWanted(signal);
  };
  return {
    async compute(block) {
      await rest();
      if (!task.steps) return task.compute(block);
      const steps = task.steps(block);
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
        await rest();
      }
    },
  };
}

/** Throws the signal's reason once the work is no longer wanted. */
export function requireWanted(signal: Cancellation | undefined): void {
  if (signal?.aborted) throw signal.reason;
}

/** Which block is next to compute, and which part is next to collect. */
function createQueue<Part>(blocks: number, most: number) {
  const waiting = new Map<number, Part>();
  const again: number[] = [];
  const crashed = new Set<number>();
  let [begun, collected] = [0, 0];
  return {
    get collected() {
      return collected;
    },
    take(): number | undefined {
      if (again.length > 0) return again.shift();
      return begun < blocks && begun < collected + most ? begun++ : undefined;
    },
    give(block: number, part: Part): void {
      waiting.set(block, part);
    },
    redo(block: number, error: unknown): void {
      if (!(error instanceof WorkerCrash)) throw error;
      if (crashed.has(block)) {
        const message = `two workers ended while they computed block ${block}; fewer workers need less memory`;
        throw new KeptError('worker-crashed', message, { block });
      }
      crashed.add(block);
      again.push(block);
    },
    next(): { readonly value: Part } | undefined {
      if (!waiting.has(collected)) return undefined;
      const value = waiting.get(collected)!;
      waiting.delete(collected++);
      return { value };
    },
  };
}
