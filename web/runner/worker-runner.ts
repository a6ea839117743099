import type { Scenario } from '../../models/index.ts';
import {
  type DrawsAnswer,
  type DrawsRequest,
  type Failure,
  failureOf,
  type Listener,
  type Runner,
} from './runner.ts';

/** A request on its way to the worker; the scenario travels only when it is another than before. */
export interface WorkerRequest {
  readonly id: number;
  readonly scenario: Scenario | null;
  /** `null` only ends what is being worked on. */
  readonly request: Omit<DrawsRequest, 'scenario'> | null;
}

export type WorkerReply =
  | { readonly id: number; readonly answer: DrawsAnswer }
  | { readonly id: number; readonly failure: Failure };

/** What a worker runner needs of a worker. */
export type WorkerPort = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** Runs draws in a worker of its own, which is started with the first request. */
export function createWorkerRunner(
  startWorker: () => WorkerPort = startDrawsWorker,
): Runner<DrawsRequest, DrawsAnswer> {
  let worker: WorkerPort | null = null;
  let sent: Scenario | null = null;
  let id = 0;
  let listener: Listener<DrawsAnswer> | null = null;

  const start = () => {
    const started = startWorker();
    started.onmessage = ({ data }: MessageEvent<WorkerReply>) => {
      if (data.id !== id) return;
      if ('failure' in data) listener?.fail(data.failure);
      else listener?.answer(data.answer);
    };
    started.onerror = (event: ErrorEvent) => listener?.fail(failureOf(new Error(event.message)));
    return started;
  };

  return {
    run({ scenario, ...request }, next) {
      worker ??= start();
      listener = next;
      id++;
      const message: WorkerRequest = { id, scenario: scenario === sent ? null : scenario, request };
      worker.postMessage(message);
      sent = scenario;
    },
    cancel() {
      if (!listener) return;
      id++;
      listener = null;
      const message: WorkerRequest = { id, scenario: null, request: null };
      worker?.postMessage(message);
    },
    stop() {
      worker?.terminate();
      worker = null;
      sent = null;
      listener = null;
    },
  };
}

function startDrawsWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'draws' });
}
