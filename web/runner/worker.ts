import type { Scenario } from '../../models/index.ts';
import { answers } from './draw.ts';
import { type DrawsRequest, failureOf } from './runner.ts';
import type { WorkerReply, WorkerRequest } from './worker-runner.ts';

declare const self: DedicatedWorkerGlobalScope;

let current = 0;
let scenario: Scenario | null = null;

self.onmessage = ({ data }: MessageEvent<WorkerRequest>) => {
  current = data.id;
  scenario = data.scenario ?? scenario;
  if (data.request) void work(data.id, { ...data.request, scenario } as DrawsRequest);
};

async function work(id: number, request: DrawsRequest): Promise<void> {
  const reply = (message: WorkerReply) => self.postMessage(message);
  try {
    // Requests that arrived together: only the last of them is begun.
    await pause();
    for await (const answer of answers(request, pause, () => id === current)) reply({ id, answer });
  } catch (error) {
    reply({ id, failure: failureOf(error) });
  }
}

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
