import { createJobThreads } from './job-threads.ts';
import { createJobs, type Jobs } from './jobs.ts';
import type { JobLimits } from './limits.ts';

/** The jobs of a server, with threads of their own for long and for short ones. */
export function createServerJobs(limits: JobLimits, onError: (error: unknown) => void): Jobs {
  const { threads, shortThreads, memoryMegabytes } = limits;
  return createJobs({
    limits,
    long: createJobThreads({ threads, memoryMegabytes }),
    short: createJobThreads({ threads: shortThreads, memoryMegabytes, atHand: 1 }),
    onError,
  });
}
