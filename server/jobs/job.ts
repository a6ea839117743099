import { randomUUID } from 'node:crypto';
import { createEventLog, type EventLog } from './event-log.ts';
import type { JobOutcome, JobProgress, JobRefusal, JobWork } from './job-work.ts';

export type JobState = 'queued' | 'running' | 'done' | 'refused' | 'failed' | 'cancelled';

/** Work that was asked for, from when it is taken in until its result is forgotten. */
export interface Job {
  /** Nobody guesses it. */
  readonly id: string;
  readonly study: JobWork['study'];
  /** Who asked: a client's address, or the name of a token. */
  readonly owner: string;
  readonly created: Date;
  readonly state: JobState;
  readonly progress: JobProgress | null;
  /** JSON text, once it is done. */
  readonly result: string | null;
  readonly refusal: JobRefusal | null;
  /** Why it failed or was cancelled, in words. */
  readonly reason: string | null;
  readonly events: EventLog;
  /** Resolves when it has ended, however it did. */
  readonly ended: Promise<void>;
}

/** A job as those who run it see it. */
export interface OpenJob extends Job {
  start(): void;
  tell(progress: JobProgress): void;
  tellPartial(result: string): void;
  end(outcome: JobOutcome | { readonly kind: 'failed' | 'cancelled'; readonly reason: string }): void;
}

export function createJob(study: JobWork['study'], owner: string): OpenJob {
  const events = createEventLog();
  let state: JobState = 'queued';
  let progress: JobProgress | null = null;
  let [result, reason]: (string | null)[] = [null, null];
  let refusal: JobRefusal | null = null;
  let resolve = () => {};
  const ended = new Promise<void>((settle) => {
    resolve = settle;
  });
  const become = (next: JobState) => {
    state = next;
    events.append('state', JSON.stringify({ state, ...(reason !== null && { reason }) }));
  };
  become('queued');
  return {
    ...{ id: randomUUID(), study, owner, created: new Date(), events, ended },
    get state() {
      return state;
    },
    get progress() {
      return progress;
    },
    get result() {
      return result;
    },
    get refusal() {
      return refusal;
    },
    get reason() {
      return reason;
    },
    start: () => become('running'),
    tell(next) {
      progress = next;
      events.append('progress', JSON.stringify(next));
    },
    tellPartial: (text) => events.append('partial', text),
    end(outcome) {
      if (events.ended) return;
      if (outcome.kind === 'done') result = outcome.result;
      else if (outcome.kind === 'refused') refusal = outcome.refusal;
      else reason = outcome.reason;
      become(outcome.kind);
      events.end();
      resolve();
    },
  };
}
