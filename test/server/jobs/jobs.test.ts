import { describe, expect, it } from 'vitest';
import type { JobThreads } from '../../../server/jobs/job-threads.ts';
import type { JobMessage, JobOutcome, JobWork } from '../../../server/jobs/job-work.ts';
import { createJobs, NotTaken } from '../../../server/jobs/jobs.ts';
import { type JobLimits, usualLimits } from '../../../server/jobs/limits.ts';

/** A piece of work in the hands of the test. */
interface Held {
  readonly work: JobWork;
  readonly signal: AbortSignal;
  readonly follow: (message: JobMessage) => void;
  finish(outcome?: JobOutcome): void;
  crash(error: Error): void;
}

function createHeldThreads() {
  const held: Held[] = [];
  let closed = false;
  const threads: JobThreads = {
    perform: (work, { signal, follow }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        const finish = (outcome: JobOutcome = { kind: 'done', result: '{}' }) => resolve(outcome);
        held.push({ work, signal, follow, finish, crash: reject });
      }),
    close: async () => {
      closed = true;
    },
  };
  return { threads, held, isClosed: () => closed };
}

function createServerJobs(limits: Partial<JobLimits> = {}) {
  const [long, short] = [createHeldThreads(), createHeldThreads()];
  const errors: unknown[] = [];
  const jobs = createJobs({
    limits: { ...usualLimits, ...limits },
    long: long.threads,
    short: short.threads,
    onError: (error) => errors.push(error),
  });
  return { jobs, long, short, errors };
}

const work = (draws = 1): JobWork => ({
  study: 'run',
  files: [{ name: 'a', text: 'x' }],
  options: { draws },
});
const settle = () => new Promise((resolve) => setImmediate(resolve));
const why = (submit: () => unknown) => {
  try {
    submit();
  } catch (error) {
    return error instanceof NotTaken ? error.why : error;
  }
  return undefined;
};

describe('jobs', () => {
  it('go from queued over running to done, and keep their result', async () => {
    const { jobs, long } = createServerJobs({ threads: 1 });
    const job = jobs.submit({ owner: 'a', work: work() });
    const next = jobs.submit({ owner: 'a', work: work(2) });
    expect([job.state, next.state]).toEqual(['running', 'queued']);
    long.held[0].finish({ kind: 'done', result: '{"a":1}' });
    await job.ended;
    await settle();
    expect([job.state, next.state]).toEqual(['done', 'running']);
    expect(jobs.find(job.id)?.result).toBe('{"a":1}');
  });

  it('that are short do not wait behind long ones', async () => {
    const { jobs, short } = createServerJobs({ threads: 1 });
    jobs.submit({ owner: 'a', work: work() });
    jobs.submit({ owner: 'a', work: work() });
    const check = jobs.submit({ owner: 'a', work: { ...work(), study: 'check' } });
    expect(check.state).toBe('running');
    short.held[0].finish();
    await check.ended;
    expect(check.state).toBe('done');
  });

  it('tell how far they are, the newest only', () => {
    const { jobs, long } = createServerJobs();
    const job = jobs.submit({ owner: 'a', work: work() });
    for (const done of [0.1, 0.2, 0.3])
      long.held[0].follow({ kind: 'progress', progress: { words: `${done}`, done, secondsLeft: 1 } });
    expect(job.progress?.done).toBe(0.3);
    expect(job.events.since(0).map(({ kind }) => kind)).toEqual(['state', 'progress']);
    expect(job.events.since(0).at(-1)?.data).toContain('0.3');
    expect(job.events.since(job.events.since(0).at(-1)?.id ?? 0)).toEqual([]);
  });

  it('are cancelled while they wait and while they run, and end once', async () => {
    const { jobs, long } = createServerJobs({ threads: 1 });
    const [runs, waits] = [
      jobs.submit({ owner: 'a', work: work() }),
      jobs.submit({ owner: 'a', work: work() }),
    ];
    jobs.remove(waits);
    jobs.remove(runs);
    await Promise.all([runs.ended, waits.ended]);
    await settle();
    expect([runs.state, waits.state]).toEqual(['cancelled', 'cancelled']);
    expect(long.held).toHaveLength(1);
    expect(long.held[0].signal.aborted).toBe(true);
    const after = jobs.submit({ owner: 'a', work: work() });
    expect(after.state).toBe('running');
  });

  it('are done again after their thread died, once', async () => {
    const { jobs, long, errors } = createServerJobs();
    const [once, twice] = [
      jobs.submit({ owner: 'a', work: work() }),
      jobs.submit({ owner: 'a', work: work() }),
    ];
    long.held[0].crash(new Error('died'));
    long.held[1].crash(new Error('died'));
    await settle();
    expect(long.held).toHaveLength(4);
    long.held[2].finish();
    long.held[3].crash(new Error('died again'));
    await Promise.all([once.ended, twice.ended]);
    expect([once.state, twice.state]).toEqual(['done', 'failed']);
    expect(twice.reason).not.toContain('died');
    expect(errors).toHaveLength(1);
  });

  it('that need too much memory or time are refused with a remedy, not done again', async () => {
    const { jobs, long } = createServerJobs({ readSeconds: 0.02 });
    const [greedy, slow] = [
      jobs.submit({ owner: 'a', work: work() }),
      jobs.submit({ owner: 'a', work: work() }),
    ];
    long.held[1].follow({ kind: 'begun' });
    long.held[0].crash(Object.assign(new Error('heap'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }));
    await Promise.all([greedy.ended, slow.ended]);
    expect(greedy.refusal?.code).toBe('out-of-memory');
    expect(slow.refusal?.code).toBe('too-slow');
    expect(slow.refusal?.detail).toContain('Ask for less');
    expect(long.held).toHaveLength(2);
  });

  it('with the same key and request are one; another request with the key is not taken', () => {
    const { jobs } = createServerJobs();
    const first = jobs.submit({ owner: 'a', work: work(), key: 'k' });
    expect(jobs.submit({ owner: 'a', work: work(), key: 'k' })).toBe(first);
    expect(jobs.submit({ owner: 'b', work: work(), key: 'k' })).not.toBe(first);
    expect(why(() => jobs.submit({ owner: 'a', work: work(2), key: 'k' }))).toBe('key-reused');
  });

  it('are refused beyond what a client and the server may have open', async () => {
    const { jobs, long } = createServerJobs({ mostOpen: 3, mostOpenOfClient: 2, threads: 1 });
    jobs.submit({ owner: 'a', work: work() });
    jobs.submit({ owner: 'a', work: work() });
    expect(why(() => jobs.submit({ owner: 'a', work: work() }))).toBe('client-full');
    const third = jobs.submit({ owner: 'b', work: work() });
    expect(why(() => jobs.submit({ owner: 'c', work: work() }))).toBe('queue-full');
    expect(jobs.isOpen).toBe(false);
    long.held[0].finish();
    await settle();
    jobs.remove(third);
    await third.ended;
    expect(why(() => jobs.submit({ owner: 'a', work: work() }))).toBeUndefined();
  });

  it('are forgotten when their time is over, the oldest first when there is no more room', async () => {
    const { jobs, long } = createServerJobs({ mostKept: 2, threads: 4 });
    const all = [1, 2, 3].map((draws) => jobs.submit({ owner: 'a', work: work(draws) }));
    for (const { finish } of long.held) finish();
    await Promise.all(all.map(({ ended }) => ended));
    expect(all.map(({ id }) => jobs.find(id) !== undefined)).toEqual([false, true, true]);
    const brief = createServerJobs({ keptSeconds: 0 });
    const job = brief.jobs.submit({ owner: 'a', work: work() });
    brief.long.held[0].finish();
    await job.ended;
    await settle();
    expect(brief.jobs.find(job.id)).toBeUndefined();
  });

  it('keep no more text of results than there is room for', async () => {
    const { jobs, long } = createServerJobs({ mostKeptCharacters: 10, threads: 2 });
    const [first, second] = [
      jobs.submit({ owner: 'a', work: work() }),
      jobs.submit({ owner: 'a', work: work() }),
    ];
    long.held[0].finish({ kind: 'done', result: '"12345678"' });
    await first.ended;
    expect(jobs.find(first.id)).toBe(first);
    long.held[1].finish({ kind: 'done', result: '"1"' });
    await second.ended;
    expect(jobs.find(first.id)).toBeUndefined();
    expect(jobs.find(second.id)).toBe(second);
  });

  it('that run may finish when the server stops; the rest are told', async () => {
    const { jobs, long, short } = createServerJobs({ threads: 1 });
    const [runs, waits] = [
      jobs.submit({ owner: 'a', work: work() }),
      jobs.submit({ owner: 'a', work: work() }),
    ];
    const closing = jobs.close(0.05);
    expect(why(() => jobs.submit({ owner: 'a', work: work() }))).toBe('stopping');
    long.held[0].finish();
    await closing;
    expect([runs.state, waits.state]).toEqual(['done', 'cancelled']);
    expect(waits.reason).toBe('The server stopped.');
    expect([long.isClosed(), short.isClosed()]).toEqual([true, true]);
  });
});
