import { createHash } from 'node:crypto';
import { studies } from '../studies/index.ts';
import { createJob, type Job, type OpenJob } from './job.ts';
import type { JobThreads } from './job-threads.ts';
import type { JobMessage, JobOutcome, JobRefusal, JobWork } from './job-work.ts';
import { createKeptJobs } from './kept-jobs.ts';
import type { JobLimits } from './limits.ts';

/** Why a job is not even taken in. */
export class NotTaken extends Error {
  constructor(
    readonly why: 'stopping' | 'queue-full' | 'client-full' | 'key-reused',
    message: string,
    /** When to ask again [s]. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

export interface JobRequest {
  readonly owner: string;
  readonly work: JobWork;
  /** The same key with the same work is the same job, so that a request can be sent again. */
  readonly key?: string;
}

/** All jobs of a server. */
export interface Jobs {
  /** Error  NotTaken */
  submit(request: JobRequest): Job;
  find(id: string): Job | undefined;
  /** Those of one client, newest first. */
  of(owner: string): readonly Job[];
  /** Ends a job that is open, forgets one that has ended. */
  remove(job: Job): void;
  /** Whether another job would be taken. */
  readonly isOpen: boolean;
  readonly open: number;
  /** Takes no more, gives those that run some seconds, then ends them; all are told. */
  close(graceSeconds: number): Promise<void>;
}

export interface JobsOptions {
  readonly limits: JobLimits;
  readonly long: JobThreads;
  readonly short: JobThreads;
  /** Told of what is our own mistake. */
  readonly onError: (error: unknown) => void;
}

interface Entry {
  readonly job: OpenJob;
  readonly stop: AbortController;
}

export function createJobs({ limits, long, short, onError }: JobsOptions): Jobs {
  const kept = createKeptJobs(limits);
  const open = new Map<Job, Entry>();
  const lanes = {
    long: createLane(long, limits.threads, limits, onError),
    short: createLane(short, limits.shortThreads, limits, onError),
  };
  let stopping = false;
  return {
    submit({ owner, work, key }) {
      const digest = digestOf(work);
      const known = key === undefined ? undefined : kept.findByKey(owner, key);
      if (known) {
        if (known.digest === digest) return known.job;
        throw new NotTaken('key-reused', 'This Idempotency-Key was used for another request.');
      }
      if (stopping) throw new NotTaken('stopping', 'The server is about to stop.', 30);
      requireRoom([...open.keys()], owner, limits);
      const entry: Entry = { job: createJob(work.study, owner), stop: new AbortController() };
      open.set(entry.job, entry);
      kept.add(entry.job, key === undefined ? undefined : { key, digest });
      void entry.job.ended.then(() => {
        open.delete(entry.job);
        kept.ended(entry.job);
      });
      lanes[studies[work.study].isShort ? 'short' : 'long'].add(entry, work);
      return entry.job;
    },
    find: kept.find,
    of: (owner) =>
      kept
        .all()
        .filter((job) => job.owner === owner)
        .reverse(),
    remove(job) {
      const entry = open.get(job);
      if (!entry) return kept.forget(job);
      entry.job.end({ kind: 'cancelled', reason: 'It was cancelled.' });
      entry.stop.abort();
    },
    get isOpen() {
      return !stopping && open.size < limits.mostOpen;
    },
    get open() {
      return open.size;
    },
    async close(graceSeconds) {
      stopping = true;
      const all = [...open.values()];
      await Promise.race([Promise.all(all.map(({ job }) => job.ended)), pause(graceSeconds)]);
      for (const { job, stop } of open.values()) {
        job.end({ kind: 'cancelled', reason: 'The server stopped.' });
        stop.abort();
      }
      kept.close();
      await Promise.all([long.close(), short.close()]);
    },
  };
}

function requireRoom(open: readonly Job[], owner: string, limits: JobLimits): void {
  const own = open.filter((job) => job.owner === owner).length;
  if (own >= limits.mostOpenOfClient) {
    const message = `You have ${own} jobs that wait or run, which is the most. Wait for one, or cancel one.`;
    throw new NotTaken('client-full', message, 10);
  }
  if (open.length < limits.mostOpen) return;
  const message = `${open.length} jobs wait or run, which is the most. Try again later.`;
  throw new NotTaken('queue-full', message, 30);
}

function digestOf(work: JobWork): string {
  return createHash('sha256').update(JSON.stringify(work)).digest('hex');
}

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000).unref());
}

/** Jobs in the order in which they came, as many at a time as there are threads. */
function createLane(threads: JobThreads, most: number, limits: JobLimits, onError: (error: unknown) => void) {
  const waiting: (readonly [Entry, JobWork])[] = [];
  let running = 0;
  const next = () => {
    while (running < most && waiting.length > 0) {
      const [entry, work] = waiting.shift()!;
      if (entry.stop.signal.aborted) continue;
      running++;
      void perform(threads, entry, work, limits, onError).finally(() => {
        running--;
        next();
      });
    }
  };
  return {
    add(entry: Entry, work: JobWork) {
      waiting.push([entry, work]);
      next();
    },
  };
}

/** Does a job, once more when its thread dies for no known reason. Never rejects. */
async function perform(
  threads: JobThreads,
  { job, stop }: Entry,
  work: JobWork,
  limits: JobLimits,
  onError: (error: unknown) => void,
): Promise<void> {
  job.start();
  for (let attempt = 1; !stop.signal.aborted; attempt++) {
    try {
      job.end(await performInTime(threads, job, work, limits, stop.signal));
      return;
    } catch (error) {
      if (stop.signal.aborted) return;
      const refusal = explainFailure(error, limits);
      if (refusal) return job.end({ kind: 'refused', refusal });
      if (attempt === 1) continue;
      onError(error);
      return job.end({ kind: 'failed', reason: 'The server failed; its log says how.' });
    }
  }
}

class TooSlow extends Error {}

async function performInTime(
  threads: JobThreads,
  job: OpenJob,
  work: JobWork,
  limits: JobLimits,
  stopped: AbortSignal,
): Promise<JobOutcome> {
  const clock = new AbortController();
  const endAfter = (seconds: number, what: string) =>
    setTimeout(() => clock.abort(new TooSlow(`${what} took more than ${seconds} seconds.`)), seconds * 1000);
  let timer = endAfter(limits.startSeconds, 'Starting');
  const follow = (message: JobMessage) => {
    if (message.kind === 'progress') return job.tell(message.progress);
    if (message.kind === 'partial') return job.tellPartial(message.result);
    clearTimeout(timer);
    timer =
      message.kind === 'begun'
        ? endAfter(limits.readSeconds, 'Reading the files')
        : endAfter(limits.workSeconds, 'The work');
  };
  try {
    const signal = AbortSignal.any([stopped, clock.signal]);
    return await threads.perform(work, { mostWork: limits.mostWork, signal, follow });
  } finally {
    clearTimeout(timer);
  }
}

/** Reasons that whoever asked can do something about. */
function explainFailure(error: unknown, { memoryMegabytes }: JobLimits): JobRefusal | undefined {
  if (error instanceof TooSlow) return { code: 'too-slow', detail: `${error.message} Ask for less of it.` };
  if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') return undefined;
  const detail = `It needed more than ${memoryMegabytes} MB of memory. Ask for less of it.`;
  return { code: 'out-of-memory', detail };
}
