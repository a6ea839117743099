import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { JobMessage, JobOutcome, JobWork } from './job-work.ts';

export interface ThreadLimits {
  readonly threads: number;
  /** Memory of one thread [MB]; a job that needs more ends. */
  readonly memoryMegabytes: number;
  /** Threads that are kept at hand, so that the first job need not wait for one. */
  readonly atHand?: number;
}

export interface JobThreads {
  /** Rejects when the thread ended, for instance for want of memory, and with the signal's reason. */
  perform(
    work: JobWork,
    options: {
      readonly mostWork: number;
      readonly signal: AbortSignal;
      readonly follow: (message: JobMessage) => void;
    },
  ): Promise<JobOutcome>;
  close(): Promise<void>;
}

const fromSource = import.meta.url.endsWith('.ts');
const loader = new URL('../../scripts/register-typescript.mjs', import.meta.url);
const threadFile = new URL(fromSource ? './job-thread.ts' : './job-thread.js', import.meta.url);

/** Threads that do one job each at a time; one that is cancelled or dies is replaced. */
export function createJobThreads(
  { threads, memoryMegabytes, atHand = 0 }: ThreadLimits,
  file: URL = threadFile,
): JobThreads {
  const piscina = new Piscina({
    filename: fileURLToPath(file),
    name: 'performJob',
    // The built thread needs no loader.
    execArgv: fromSource ? ['--import', 'tsx', '--import', loader.href] : [],
    minThreads: atHand,
    maxThreads: threads,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });
  return {
    async perform(work, { mostWork, signal, follow }) {
      const { port1, port2 } = new MessageChannel();
      port1.on('message', follow);
      try {
        return await piscina.run({ ...work, mostWork, port: port2 }, { transferList: [port2], signal });
      } catch (error) {
        signal.throwIfAborted();
        throw error;
      } finally {
        port1.close();
      }
    },
    close() {
      piscina.on('error', () => {});
      return piscina.destroy();
    },
  };
}
