import { answerStudy } from './answer-study.ts';
import { createBlockWorkers } from './block-workers.ts';
import { failureOf } from './runner.ts';
import type { StudyReply, StudyRequest } from './study.ts';

declare const self: DedicatedWorkerGlobalScope;

const tell = (reply: StudyReply) => self.postMessage(reply);
const blockWorkers = createBlockWorkers(
  () => new Worker(new URL('./block-worker.ts', import.meta.url), { type: 'module', name: 'study blocks' }),
);
/** One core is left to the page; more than sixteen would wait for each other, and for memory. */
const cores = Math.max(1, Math.min(navigator.hardwareConcurrency - 1, 16));

/** One study; whoever wants it no longer ends this worker. */
self.onmessage = async ({ data }: MessageEvent<StudyRequest>) => {
  try {
    const result = await answerStudy(data, (asked) => blockWorkers.executors(asked, cores), tell);
    tell({ kind: 'result', result });
  } catch (error) {
    tell({ kind: 'failure', failure: failureOf(error) });
  }
};
