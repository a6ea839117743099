import { type ParsedScenario, parseScenario } from '../../models/index.ts';
import type { Failure } from '../runner/runner.ts';
import type { WorkerPort } from '../runner/worker-runner.ts';

export interface ReadRequest {
  readonly text: string;
  readonly file: string;
}

/** Reads the texts of files beside the page. */
export interface FileReaderPort {
  /** What a text says; `null` where a newer text came before this one was begun. Rejects where it cannot be read. */
  read(text: string, file: string): Promise<ParsedScenario | null>;
  stop(): void;
}

/** What the worker says of a text, or why it cannot. */
export type ReadReply = { readonly outcome: ParsedScenario } | { readonly failure: Failure };

interface Asked extends ReadRequest {
  readonly resolve: (outcome: ParsedScenario | null) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Reads texts in a worker of its own, one at a time; of those that wait only the newest is read. Where there is no
 * worker, the page reads them itself.
 */
export function createFileReader(start: () => WorkerPort = startFileWorker): FileReaderPort {
  let worker: WorkerPort | null = null;
  let isWithout = false;
  let current: Asked | null = null;
  let next: Asked | null = null;

  const settle = (asked: Asked, tell: () => void) => {
    if (asked !== current) return;
    current = null;
    tell();
    const waiting = next;
    next = null;
    if (waiting) begin(waiting);
  };
  const readHere = (asked: Asked) =>
    void parseScenario(asked.text, asked.file).then(
      (outcome) => settle(asked, () => asked.resolve(outcome)),
      (error) => settle(asked, () => asked.reject(error)),
    );
  const hear = (reply: ReadReply) => {
    const asked = current;
    if (!asked) return;
    if ('outcome' in reply) settle(asked, () => asked.resolve(reply.outcome));
    else settle(asked, () => asked.reject(new Error(reply.failure.message)));
  };
  const lose = () => {
    worker?.terminate();
    worker = null;
    isWithout = true;
    if (current) readHere(current);
  };
  const open = () => {
    const started = start();
    started.onmessage = ({ data }: MessageEvent<ReadReply>) => hear(data);
    started.onerror = lose;
    return started;
  };
  const begin = (asked: Asked) => {
    current = asked;
    if (isWithout) return readHere(asked);
    try {
      worker ??= open();
    } catch {
      return lose();
    }
    const { text, file } = asked;
    worker.postMessage({ text, file } satisfies ReadRequest);
  };

  return {
    read: (text, file) =>
      new Promise((resolve, reject) => {
        const asked = { text, file, resolve, reject };
        if (!current) return begin(asked);
        next?.resolve(null);
        next = asked;
      }),
    stop() {
      worker?.terminate();
      worker = null;
      next?.resolve(null);
      next = null;
      current?.resolve(null);
      current = null;
    },
  };
}

function startFileWorker(): Worker {
  return new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module', name: 'file' });
}
