import {
  answerBlock,
  type BlockAnswer,
  type CandidateWork,
  createTask,
  type Task,
  type TaskRequest,
} from '../models/index.ts';

export interface BlockJob {
  /** Number of the request, and the request itself where this thread may not know it. */
  readonly request: number;
  readonly sent?: TaskRequest;
  readonly block: number;
  /** A search asks for one batch of candidates after the other: its number, and what replaces the request's own. */
  readonly batch: number;
  readonly work?: CandidateWork;
}

/** What a thread answers: as any worker, or that it needs the request. */
export type JobAnswer = BlockAnswer | { readonly unknown: true };

interface Known {
  readonly request: TaskRequest;
  current?: { readonly batch: number; readonly task: Task<unknown, unknown> };
}

const known = new Map<number, Known>();

/** Requests that a thread remembers; of more it drops the one it has known longest, and can ask for it again. */
const mostKnown = 4;

/** Computes one block in a thread of a pool. */
export function computeBlock({ request, sent, block, batch, work }: BlockJob): JobAnswer {
  if (sent && !known.has(request)) remember(request, sent);
  const found = known.get(request);
  if (!found) return { unknown: true };
  return answerBlock(() => {
    if (found.current?.batch !== batch) {
      const asked = found.request;
      found.current = {
        batch,
        task: createTask(asked.kind === 'candidates' && work ? { ...asked, work } : asked),
      };
    }
    return found.current.task.compute(block);
  });
}

function remember(number: number, request: TaskRequest): void {
  const [oldest] = known.keys();
  if (known.size >= mostKnown) known.delete(oldest);
  known.set(number, { request });
}
