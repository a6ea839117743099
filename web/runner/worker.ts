import {
  createInThreadExecutor,
  createTask,
  type Executor,
  type Scenario,
  type TaskRequest,
} from '../../models/index.ts';
import { createBlockWorkers } from './block-workers.ts';
import { answerDraws } from './draw.ts';
import { type DrawsRequest, failureOf } from './runner.ts';
import type { WorkerReply, WorkerRequest } from './worker-runner.ts';

declare const self: DedicatedWorkerGlobalScope;

let current = new AbortController();
let scenario: Scenario | null = null;

self.onmessage = ({ data }: MessageEvent<WorkerRequest>) => {
  current.abort();
  current = new AbortController();
  scenario = data.scenario ?? scenario;
  if (data.request) void work(data.id, { ...data.request, scenario } as DrawsRequest, current.signal);
};

async function work(id: number, request: DrawsRequest, signal: AbortSignal): Promise<void> {
  const reply = (message: WorkerReply) => self.postMessage(message);
  try {
    // Requests that arrived together: only the last of them is begun.
    await pause();
    if (signal.aborted) return;
    const recruit = (asked: TaskRequest) => executorsFor(asked, request.kind);
    await answerDraws(request, recruit, (answer) => reply({ id, answer }), signal);
  } catch (error) {
    if (!signal.aborted) reply({ id, failure: failureOf(error) });
  }
}

const blockWorkers = createBlockWorkers(
  () => new Worker(new URL('./block-worker.ts', import.meta.url), { type: 'module', name: 'blocks' }),
);

/** A file has all cores; plan and curve, which run side by side, half of them each. One alone is this thread. */
function executorsFor(request: TaskRequest, kind: DrawsRequest['kind']): readonly Executor<never>[] {
  const cores = Math.min(navigator.hardwareConcurrency, mostCores);
  const count = kind === 'all' ? cores : Math.floor(cores / 2);
  if (count > 1) return blockWorkers.executors(request, count);
  return [createInThreadExecutor<unknown>(createTask(request), pause) as Executor<never>];
}

/** More would wait for each other, and for memory. */
const mostCores = 16;

const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();

/** Lets messages in. A channel, since timers of a worker wait at least 4 ms once they are nested. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(null);
  });
}
