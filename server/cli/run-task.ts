import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import {
  coordinate,
  createInThreadExecutor,
  type Executor,
  type Task,
  type TaskRequest,
} from '../../models/index.ts';
import { createPool } from '../pool.ts';
import type { Arguments, Option } from './command.ts';
import { parseWhole } from './parse-arguments.ts';
import type { Terminal } from './terminal.ts';

const mostWorkers = 64;

export const workersOption: Option = {
  name: 'workers',
  value: 'N',
  meaning: `Threads to share the work, 0 to ${mostWorkers}; 0 uses none beside this one (default: all cores, where it pays)`,
};

/** The number of workers that is asked for, if any. */
export function readWorkers(args: Arguments): number | undefined {
  const [written] = args.valuesOf('workers');
  if (written === undefined) return undefined;
  return parseWhole(written, { name: '--workers', lowest: 0, highest: mostWorkers });
}

export interface RunTaskOptions {
  readonly terminal: Terminal;
  readonly workers: number | undefined;
  /** How far it is, in words, such as `120 of 1000 draws`. */
  readonly describe: (blocks: number) => string;
}

/** Runs a task on as many cores as pay; a person who watches sees how far it is. The result is the same on any. */
export async function runOnCores<Part, Result>(
  request: TaskRequest,
  task: Task<Part, Result>,
  { terminal, workers, describe }: RunTaskOptions,
): Promise<Result> {
  const started = performance.now();
  const begun = workers === undefined ? await tryOut(task) : { parts: [], count: workers };
  const pool = begun.count > 0 ? createPool([request], begun.count) : undefined;
  const executors = pool?.executors(0) ?? [createInThreadExecutor(task, () => setImmediate())];
  const progress = showProgress(terminal, task.blocks, describe, started);
  try {
    return await coordinate(task, withParts(executors, begun.parts), { follow: progress.follow });
  } finally {
    progress.clear();
    await pool?.close();
  }
}

/** Starting workers takes about this long, so that less work is done sooner without [ms]. */
const worthWorkers = 1500;
const tryOutFor = 250;

/** Computes the first blocks here to see whether the rest is worth workers. */
async function tryOut<Part>(task: Task<Part, unknown>) {
  const cores = Math.min(availableParallelism(), mostWorkers, task.blocks);
  const parts: Part[] = [];
  if (cores < 2) return { parts, count: 0 };
  const end = performance.now() + tryOutFor;
  let last = 0;
  while (performance.now() < end && parts.length < task.blocks) {
    const before = performance.now();
    parts.push(task.compute(parts.length));
    last = performance.now() - before;
    await setImmediate();
  }
  return { parts, count: last * (task.blocks - parts.length) > worthWorkers ? cores : 0 };
}

/** Executors that know the first parts already. */
function withParts<Part>(executors: readonly Executor<Part>[], parts: readonly Part[]): Executor<Part>[] {
  return executors.map(({ compute }) => ({
    compute: (block) => (block < parts.length ? Promise.resolve(parts[block]) : compute(block)),
  }));
}

const millisecondsBetweenLines = 100;

function showProgress(
  terminal: Terminal,
  blocks: number,
  describe: (blocks: number) => string,
  started: number,
) {
  let shown = started;
  return {
    follow(done: number): void {
      const now = performance.now();
      if (!terminal.progress || now - shown < millisecondsBetweenLines) return;
      shown = now;
      const seconds = (((now - started) / done) * (blocks - done)) / 1000;
      terminal.err(`\r\u001b[K${describe(done)}, ${Math.ceil(seconds)} s left`);
    },
    clear(): void {
      if (terminal.progress && shown !== started) terminal.err('\r\u001b[K');
    },
  };
}
