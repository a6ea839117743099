import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import {
  coordinate,
  createCandidateTask,
  createInThreadEvaluate,
  createInThreadExecutor,
  type Evaluate,
  type Executor,
  type Scenario,
  type Task,
  type TaskRequest,
} from '../../models/index.ts';
import { createPool, type Pool } from '../pool.ts';
import type { Cores } from '../studies/study.ts';
import { type Arguments, Interrupted, type Option } from './command.ts';
import { parseWhole } from './parse-arguments.ts';
import { createProgress } from './progress.ts';
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

/**
 * Gives work as many cores as pay, by one pool of threads; a person who watches sees how far it is and can end it.
 *
 * Errors  those of the work; `Interrupted`
 */
export async function withCores<Result>(
  terminal: Terminal,
  workers: number | undefined,
  work: (cores: Cores) => Promise<Result>,
): Promise<Result> {
  const stop = new AbortController();
  const release = terminal.onInterrupt(() => stop.abort(new Interrupted()));
  const { signal } = stop;
  const crew = createCrew(workers);
  const progress = createProgress(terminal);
  try {
    return await work({
      run(request, task, { words, part = { before: 0, of: 1 }, openEnded }) {
        if (part.before === 0) progress.begin();
        const shareAt = (blocks: number) => (part.before + blocks / task.blocks) / part.of;
        const follow = (blocks: number) =>
          progress.show(words(blocks), openEnded ? undefined : shareAt(blocks));
        return crew.run(request, task, { signal, follow });
      },
      evaluate: crew.evaluate,
      search: {
        signal,
        onProgress: ({ plans, runs, most }) =>
          progress.show(`${plans} plans measured in ${runs} runs; the search ends at ${most} at the latest`),
      },
    });
  } finally {
    progress.clear();
    release();
    await crew.close();
  }
}

/** Starting threads takes about this long, so that less work is done sooner without [ms]. */
const worthWorkers = 1500;
const tryOutFor = 250;

interface Following {
  readonly signal: AbortSignal;
  readonly follow: (blocks: number) => void;
}

/** This thread, and others once they pay. */
function createCrew(stated: number | undefined) {
  const workers = stated ?? Math.min(availableParallelism(), mostWorkers);
  let pool: Pool | undefined;
  let searched = 0;
  const poolForAll = () => {
    pool ??= createPool(workers);
    return pool;
  };
  const here = createInThreadEvaluate(() => setImmediate());
  const requests = new WeakMap<Scenario, TaskRequest>();
  return {
    async run<Part, Result>(request: TaskRequest, task: Task<Part, Result>, options: Following) {
      const inThread = createInThreadExecutor(task, () => setImmediate(), options.signal);
      const isOpen = stated === undefined && pool === undefined;
      const begun = isOpen ? await tryOut(task, inThread) : { parts: [], isWorthMore: workers > 0 };
      const executors = workers > 0 && begun.isWorthMore ? poolForAll().executors(request) : [inThread];
      return coordinate(task, withParts(executors, begun.parts), options);
    },
    evaluate: (async (scenario, work, signal) => {
      if (workers > 0 && (stated !== undefined || pool !== undefined || searched >= worthWorkers)) {
        const request = requests.get(scenario) ?? { kind: 'candidates', scenario, work };
        requests.set(scenario, request);
        const task = createCandidateTask(scenario, work);
        return coordinate(task, poolForAll().executors(request, work), { signal });
      }
      const started = performance.now();
      const found = await here(scenario, work, signal);
      searched += performance.now() - started;
      return found;
    }) satisfies Evaluate,
    close: async () => pool?.close(),
  };
}

/** Computes the first blocks here to see whether the rest is worth threads. */
async function tryOut<Part>(task: Task<Part, unknown>, inThread: Executor<Part>) {
  const parts: Part[] = [];
  if (Math.min(availableParallelism(), task.blocks) < 2) return { parts, isWorthMore: false };
  const end = performance.now() + tryOutFor;
  let last = 0;
  while (performance.now() < end && parts.length < task.blocks) {
    const before = performance.now();
    parts.push(await inThread.compute(parts.length));
    last = performance.now() - before;
  }
  return { parts, isWorthMore: last * (task.blocks - parts.length) > worthWorkers };
}

/** Executors that know the first parts already. */
function withParts<Part>(executors: readonly Executor<Part>[], parts: readonly Part[]): Executor<Part>[] {
  return executors.map(({ compute }) => ({
    compute: (block) => (block < parts.length ? Promise.resolve(parts[block]) : compute(block)),
  }));
}
