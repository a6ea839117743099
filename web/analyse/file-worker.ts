import { parseScenario } from '../../models/index.ts';
import { failureOf } from '../runner/runner.ts';
import type { ReadReply, ReadRequest } from './file-reader.ts';

declare const self: DedicatedWorkerGlobalScope;

/** Reads the texts it is given, so that the page is free while one writes. */
self.onmessage = async ({ data: { text, file } }: MessageEvent<ReadRequest>) => {
  const reply: ReadReply = await parseScenario(text, file).then(
    (outcome) => ({ outcome }),
    (error: unknown) => ({ failure: failureOf(error) }),
  );
  self.postMessage(reply);
};
