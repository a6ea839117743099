/**
 * Work cut into blocks. Whoever computes the blocks, in whatever order and on however many cores, the result is the
 * same to the last bit, because parts are collected in the order of their blocks.
 *
 * `Part` is plain data that can be copied between workers; it should be small, as all parts pass through one thread.
 */
export interface Task<Part, Result> {
  /** Blocks 0 to this less one; the last ones are left out when enough is known before. */
  readonly blocks: number;
  /** Computes one block, from nothing but its number; may run anywhere, and again after a crash. */
  compute(block: number): Part;
  /** The same in steps, for blocks that take long: a thread that also has other work may do it in between. */
  steps?(block: number): Steps<Part>;
  /** A collector that has seen nothing yet. */
  collect(): Collector<Part, Result>;
}

export type Steps<Part> = Generator<undefined, Part, undefined>;

/** All steps at once. */
export function takeSteps<Part>(steps: Steps<Part>): Part {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Takes parts in the order of their blocks and holds what they come to, in bounded memory where it can. */
export interface Collector<Part, Result> {
  add(part: Part): void;
  /** Whether no further block is needed; always false for a task without a rule to stop. */
  readonly enough: boolean;
  /** Numbers held of the parts so far, where they are counted. */
  readonly held?: number;
  /** What the parts so far come to; needs at least one. */
  result(): Result;
}

/** Runs a task in this thread. */
export function runTask<Part, Result>(task: Task<Part, Result>): Result {
  const collector = task.collect();
  for (let block = 0; block < task.blocks && !collector.enough; block++) collector.add(task.compute(block));
  return collector.result();
}
