import { noticeMissing } from './part-missing.ts';
import type { StudyProgress, StudyReply, StudyRequest, StudyResult } from './study.ts';
import type { WorkerPort } from './worker-runner.ts';

export interface AskOptions<Result> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: StudyProgress) => void;
  /** Hears of results so far, where there are any. */
  readonly onPartial?: (result: Result) => void;
}

/**
 * Works a study out in a worker of its own, which ends with it: at its result, when it fails, and at once when the
 * signal says that it is no longer wanted.
 *
 * Errors  what the study throws, as an `Error` with its words; the signal's reason
 */
export function askStudy<const Request extends StudyRequest>(
  request: Request,
  { signal, onProgress, onPartial }: AskOptions<StudyResult<Request>> = {},
  startWorker: () => WorkerPort = startStudyWorker,
): Promise<StudyResult<Request>> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const worker = startWorker();
    const end = (settle: () => void) => {
      signal?.removeEventListener('abort', abort);
      worker.terminate();
      settle();
    };
    const abort = () => end(() => reject(signal?.reason));
    const fail = (message: string | undefined) => end(() => reject(new Error(noticeMissing(message))));
    const started = performance.now();
    signal?.addEventListener('abort', abort);
    worker.onerror = ({ message }: ErrorEvent) => fail(message);
    worker.onmessage = ({ data }: MessageEvent<StudyReply>) => {
      if (data.kind === 'progress') {
        const { done, total } = data;
        const spent = (performance.now() - started) / 1000;
        const secondsLeft = request.kind === 'task' && spent > 1 ? (spent / done) * (total - done) : null;
        onProgress?.({ done, total, secondsLeft });
      } else if (data.kind === 'partial') onPartial?.(data.result as StudyResult<Request>);
      else if (data.kind === 'failure') fail(data.failure.message);
      else end(() => resolve(data.result as StudyResult<Request>));
    };
    worker.postMessage(request);
  });
}

function startStudyWorker(): Worker {
  return new Worker(new URL('./study-worker.ts', import.meta.url), { type: 'module', name: 'study' });
}
