import { type ParsedScenario, parseScenario } from '../../models/index.ts';
import type { WorkerPort } from '../runner/worker-runner.ts';

export interface ReadRequest {
  readonly text: string;
  readonly file: string;
}

/** Reads the texts of files beside the page. */
export interface FileReaderPort {
  /** What a text says; `null` where a newer text came before this one was begun. */
  read(text: string, file: string): Promise<ParsedScenario | null>;
  stop(): void;
}

interface Asked extends ReadRequest {
  readonly resolve: (outcome: ParsedScenario | null) => void;
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

  const settle = (outcome: ParsedScenario | null) => {
    const asked = current;
    current = null;
    asked?.resolve(outcome);
    const waiting = next;
    next = null;
    if (waiting) begin(waiting);
  };
  const readHere = ({ text, file }: ReadRequest) => void parseScenario(text, file).then(settle);
  const lose = () => {
    worker?.terminate();
    worker = null;
    isWithout = true;
    if (current) readHere(current);
  };
  const open = () => {
    const started = start();
    started.onmessage = ({ data }: MessageEvent<ParsedScenario>) => settle(data);
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
      new Promise((resolve) => {
        const asked = { text, file, resolve };
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
