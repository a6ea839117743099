/** Something that happened to a job. */
export interface JobEvent {
  /** Counts up from 1 within the job, so that a reader who comes back says where it stopped. */
  readonly id: number;
  readonly kind: string;
  /** JSON text. */
  readonly data: string;
}

/** What happened to a job, newest of each kind only: progress replaces progress, so that it stays small. */
export interface EventLog {
  append(kind: string, data: string): void;
  /** Kept events after one, in order; all with 0. */
  since(id: number): readonly JobEvent[];
  /** No more events will come; only the last is kept. */
  end(): void;
  readonly ended: boolean;
  /** Calls the listener after each event and at the end, until the function that it returns is called. */
  subscribe(listener: () => void): () => void;
}

export function createEventLog(): EventLog {
  const kept = new Map<string, JobEvent>();
  const listeners = new Set<() => void>();
  let [last, ended] = [0, false];
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  return {
    append(kind, data) {
      if (ended) return;
      kept.set(kind, { id: ++last, kind, data });
      tell();
    },
    since: (id) => [...kept.values()].filter((event) => event.id > id).sort((a, b) => a.id - b.id),
    end() {
      ended = true;
      for (const [kind, { id }] of kept) if (id < last) kept.delete(kind);
      tell();
    },
    get ended() {
      return ended;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
