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

/** Milliseconds between two words of progress: the page writes each down, and blocks can take less than one. */
const progressEvery = 100;

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
  const tellProgress = createProgress(tell, now);
  const onProgress = ({ plans, most }: SearchProgress) => tellProgress(plans, most);
  const evaluate: Evaluate = (scenario, work, signal) => {
    const asked: TaskRequest<'candidates'> = { kind: 'candidates', scenario, work };
    return coordinate(createTask(asked), recruit(asked), { signal });
  };
  if (request.kind === 'optimise') {
    const { scenario, draws } = request;
    return optimise(scenario, { onProgress, ...(draws === undefined ? {} : { draws }) }, evaluate);
  }
  const { text, plan, bound, draws } = request;
  // As the verdict is: of the plan alone, on the same draws.
  const options = { plan, bound, alone: true, onProgress, ...(draws === undefined ? {} : { draws }) };
  return makeSafe(text, options, evaluate);
}

function answerTask(
  asked: TaskRequest,
  recruit: Recruit,
  tell: (reply: StudyReply) => void,
  now: () => number,
): Promise<unknown> {
  const task = createTask(asked) as Task<unknown, unknown>;
  let last = now();
  const tellProgress = createProgress(tell, now);
  const follow = (done: number, result: () => unknown) => {
    tellProgress(done, task.blocks);
    if (done === task.blocks || now() - last < partialEvery) return;
    tell({ kind: 'partial', result: result() });
    last = now();
  };
  return coordinate(task, recruit(asked) as readonly Executor<unknown>[], { follow });
}

/** Tells the first word of progress and the last, and between them no more than the page can write down. */
function createProgress(tell: (reply: StudyReply) => void, now: () => number) {
  let last = Number.NEGATIVE_INFINITY;
  return (done: number, total: number) => {
    const moment = now();
    if (done < total && moment - last < progressEvery) return;
    last = moment;
    tell({ kind: 'progress', done, total });
  };
}
