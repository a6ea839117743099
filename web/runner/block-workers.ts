import {
  type BlockAnswer,
  type Executor,
  partOf,
  type TaskRequest,
  WorkerCrash,
} from '../../models/index.ts';
import { partWords } from './part-missing.ts';

/** A block to compute; the request travels to each worker once. */
export interface BlockRequest {
  readonly id: number;
  readonly block: number;
  readonly request: TaskRequest | null;
}

export interface BlockReply {
  readonly id: number;
  readonly block: number;
  readonly answer: BlockAnswer;
}

type BlockPort = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** Workers that compute blocks of one request after the other. They are started as they are needed, and stay. */
export function createBlockWorkers(start: () => BlockPort) {
  const workers: ReturnType<typeof createBlockWorker>[] = [];
  let id = 0;
  return {
    /** Executors of a request, each twice, so that a worker has its next block at hand. */
    executors(request: TaskRequest, count: number): readonly Executor<never>[] {
      while (workers.length < count) workers.push(createBlockWorker(start));
      const asked = ++id;
      const executors = workers.slice(0, count).map((worker) => ({
        compute: (block: number) => worker.compute(asked, request, block),
      }));
      return [...executors, ...executors];
    },
  };
}

interface Waiting {
  readonly resolve: (part: never) => void;
  readonly reject: (error: unknown) => void;
}

/** One worker, and after its end another. */
function createBlockWorker(start: () => BlockPort) {
  let port: BlockPort | null = null;
  let told = 0;
  const waiting = new Map<string, Waiting>();
  const settle = ({ id, block, answer }: BlockReply) => {
    const asked = waiting.get(`${id}/${block}`);
    waiting.delete(`${id}/${block}`);
    try {
      asked?.resolve(partOf<never>(answer));
    } catch (error) {
      asked?.reject(error);
    }
  };
  const crash = (message: string) => {
    port?.terminate();
    port = null;
    told = 0;
    const lost = [...waiting.values()];
    waiting.clear();
    for (const { reject } of lost) reject(new WorkerCrash(message));
  };
  const begin = () => {
    const started = start();
    started.onmessage = ({ data }: MessageEvent<BlockReply>) => settle(data);
    started.onerror = (event: ErrorEvent) => crash(event.message || partWords.threadEnded);
    return started;
  };
  return {
    compute(id: number, request: TaskRequest, block: number): Promise<never> {
      return new Promise((resolve, reject) => {
        waiting.set(`${id}/${block}`, { resolve, reject });
        port ??= begin();
        const message: BlockRequest = { id, block, request: told === id ? null : request };
        told = id;
        port.postMessage(message);
      });
    },
  };
}
