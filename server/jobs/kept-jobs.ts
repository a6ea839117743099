import type { Job } from './job.ts';
import type { JobLimits } from './limits.ts';

type KeepLimits = Pick<JobLimits, 'keptSeconds' | 'mostKept' | 'mostKeptCharacters'>;

interface KeptJob {
  readonly job: Job;
  /** By which its request can be sent again. */
  readonly name?: string;
  readonly digest?: string;
  /** On the clock that never jumps [ms]; none while it is open. */
  until?: number;
}

/** Jobs by id, and by the key of their request, until their time is over or newer results need the room. */
export function createKeptJobs({ keptSeconds, mostKept, mostKeptCharacters }: KeepLimits) {
  const byId = new Map<string, KeptJob>();
  const byKey = new Map<string, KeptJob>();
  const forget = ({ job, name }: KeptJob) => {
    byId.delete(job.id);
    if (name !== undefined) byKey.delete(name);
  };
  /** The oldest come first, since a job that ends moves to the end. */
  const tidy = () => {
    const now = performance.now();
    const over = [...byId.values()].filter(({ until }) => until !== undefined);
    let characters = over.reduce((sum, { job }) => sum + (job.result?.length ?? 0), 0);
    let count = over.length;
    for (const kept of over) {
      if (kept.until! > now && count <= mostKept && characters <= mostKeptCharacters) break;
      forget(kept);
      count--;
      characters -= kept.job.result?.length ?? 0;
    }
  };
  const timer = setInterval(tidy, 10_000).unref();
  return {
    add(job: Job, request?: { readonly key: string; readonly digest: string }): void {
      const kept: KeptJob = {
        job,
        ...(request && { name: nameOf(job.owner, request.key), digest: request.digest }),
      };
      byId.set(job.id, kept);
      if (kept.name !== undefined) byKey.set(kept.name, kept);
    },
    ended(job: Job): void {
      const kept = byId.get(job.id);
      if (!kept) return;
      kept.until = performance.now() + keptSeconds * 1000;
      byId.delete(job.id);
      byId.set(job.id, kept);
      tidy();
    },
    find(id: string): Job | undefined {
      tidy();
      return byId.get(id)?.job;
    },
    findByKey(owner: string, key: string): { readonly job: Job; readonly digest?: string } | undefined {
      tidy();
      return byKey.get(nameOf(owner, key));
    },
    all: () => [...byId.values()].map(({ job }) => job),
    forget(job: Job): void {
      const kept = byId.get(job.id);
      if (kept) forget(kept);
    },
    close: () => clearInterval(timer),
  };
}

const nameOf = (owner: string, key: string) => `${owner}\n${key}`;
