import { parseScenario } from '../../models/index.ts';
import type { ReadRequest } from './file-reader.ts';

declare const self: DedicatedWorkerGlobalScope;

/** Reads the texts it is given, so that the page is free while one writes. */
self.onmessage = async ({ data: { text, file } }: MessageEvent<ReadRequest>) => {
  self.postMessage(await parseScenario(text, file));
};
