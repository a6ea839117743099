import {
  attributeAtBest,
  coordinate,
  createTask,
  type Evaluate,
  type Executor,
  makeSafe,
  optimise,
  type SearchProgress,
  type Task,
  type TaskRequest,
} from '../../models/index.ts';
import type { Recruit } from './draw.ts';
import type { StudyReply, StudyRequest } from './study.ts';

/** Milliseconds between two partial results: each is a whole result, copied to the page. */
const partialEvery = 700;

/** Works a study out; resolves with its result. Progress, and of tasks results so far, are told on the way. */
export async function answerStudy(
  request: StudyRequest,
  recruit: Recruit,
  tell: (reply: StudyReply) => void,
  now: () => number = () => performance.now(),
): Promise<unknown> {
  if (request.kind === 'task') return answerTask(request.task, recruit, tell, now);
  // The impact split over its causes at best values: one step, in a thread that may be ended.
  if (request.kind === 'causes') return attributeAtBest(request.scenario, request.plan);
  const onProgress = ({ plans, most }: SearchProgress) =>
    tell({ kind: 'progress', done: plans, total: most });
  const evaluate: Evaluate = (scenario, work, signal) => {
    const asked: TaskRequest<'candidates'> = { kind: 'candidates', scenario, work };
    return coordinate(createTask(asked), recruit(asked), { signal });
  };
  if (request.kind === 'optimise') {
    const { scenario, draws } = request;
    return optimise(scenario, { onProgress, ...(draws === undefined ? {} : { draws }) }, evaluate);
  }
  const { text, plan, bound, draws } = request;
  return makeSafe(text, { plan, bound, onProgress, ...(draws === undefined ? {} : { draws }) }, evaluate);
}

function answerTask(
  asked: TaskRequest,
  recruit: Recruit,
  tell: (reply: StudyReply) => void,
  now: () => number,
): Promise<unknown> {
  const task = createTask(asked) as Task<unknown, unknown>;
  let last = now();
  const follow = (done: number, result: () => unknown) => {
    tell({ kind: 'progress', done, total: task.blocks });
    if (done === task.blocks || now() - last < partialEvery) return;
    tell({ kind: 'partial', result: result() });
    last = now();
  };
  return coordinate(task, recruit(asked) as readonly Executor<unknown>[], { follow });
}
