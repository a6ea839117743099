import type { Scenario } from '../../models/index.ts';
import { noticeMissing } from './part-missing.ts';
import type { DrawsAnswer, DrawsRequest, Failure, Listener, Runner } from './runner.ts';

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

/**
 * Runs draws in a worker of its own, which is started with the first request. A worker that breaks down is replaced, and
 * what it worked on begun again; the second time it fails.
 */
export function createWorkerRunner(
  startWorker: () => WorkerPort = startDrawsWorker,
): Runner<DrawsRequest, DrawsAnswer> {
  let worker: WorkerPort | null = null;
  let sent: Scenario | null = null;
  let id = 0;
  let asked: Asked | null = null;

  const start = () => {
    const started = startWorker();
    started.onmessage = ({ data }: MessageEvent<WorkerReply>) => {
      if (data.id !== id || !asked) return;
      const { listener } = asked;
      // What is done is not begun again.
      if ('failure' in data || data.answer.done === data.answer.total) asked = null;
      if ('failure' in data) listener.fail({ message: noticeMissing(data.failure.message) });
      else listener.answer(data.answer);
    };
    started.onerror = ({ message }: ErrorEvent) => {
      if (worker === started) replace(message);
    };
    return started;
  };
  const end = () => {
    worker?.terminate();
    worker = null;
    sent = null;
  };
  const replace = (message: string | undefined) => {
    end();
    if (!asked) return;
    const { listener, isRetried } = asked;
    if (!isRetried) return ask({ ...asked, isRetried: true });
    asked = null;
    listener.fail({ message: noticeMissing(message) });
  };
  const ask = (next: Asked) => {
    const { scenario, ...request } = next.request;
    worker ??= start();
    asked = next;
    id++;
    const message: WorkerRequest = { id, scenario: scenario === sent ? null : scenario, request };
    worker.postMessage(message);
    sent = scenario;
  };

  return {
    run: (request, listener) => ask({ request, listener, isRetried: false }),
    cancel() {
      if (!asked) return;
      id++;
      asked = null;
      const message: WorkerRequest = { id, scenario: null, request: null };
      worker?.postMessage(message);
    },
    stop() {
      end();
      asked = null;
    },
  };
}

interface Asked {
  readonly request: DrawsRequest;
  readonly listener: Listener<DrawsAnswer>;
  readonly isRetried: boolean;
}

function startDrawsWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'draws' });
}
