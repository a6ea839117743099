import {
  coordinate,
  createTask,
  defaultDraws,
  type Executor,
  type FeeCurve,
  formatResult,
  type RunResult,
  type TaskRequest,
} from '../../models/index.ts';
import type { DrawsAnswer, DrawsRequest } from './runner.ts';

const planMilestones = [64, 256, defaultDraws];
// The first draw brings the line at best values.
const curveMilestones = [1, 32, 128];
const allMilestones = [1, 100, 200, 300, 400, 500, 600, 700, 800, 900, defaultDraws];

/** Whoever computes the blocks of a request. */
export type Recruit = (request: TaskRequest) => readonly Executor<never>[];

/**
 * Answers to a request, with more and more draws. Resolves with the last of them; rejects with the signal's reason when
 * the work is no longer wanted.
 */
export async function answerDraws(
  request: DrawsRequest,
  recruit: Recruit,
  answer: (answer: DrawsAnswer) => void,
  signal: AbortSignal,
): Promise<void> {
  if (request.kind === 'curve') await answerCurve(request, recruit, answer, signal);
  else await answerRun(request, recruit, answer, signal);
}

async function answerRun(
  request: Extract<DrawsRequest, { kind: 'plan' | 'all' }>,
  recruit: Recruit,
  answer: (answer: DrawsAnswer) => void,
  signal: AbortSignal,
): Promise<void> {
  const { scenario } = request;
  const asked: TaskRequest<'run'> = {
    kind: 'run',
    scenario: request.kind === 'plan' ? { ...scenario, plans: [request.plan] } : scenario,
  };
  const task = createTask(asked);
  const reached = passMilestones(request.kind === 'plan' ? planMilestones : allMilestones);
  const tell = (done: number, result: () => RunResult) => {
    const progress = { done, total: task.draws };
    if (request.kind === 'all') {
      answer({ kind: 'all', ...progress, text: done < task.draws ? null : formatResult(result()) });
      return;
    }
    const { plans, engine, scenario: described } = result();
    answer({ kind: 'plan', ...progress, result: plans[1], engine, digest: described.digest });
  };
  const follow = (blocks: number, result: () => RunResult) => {
    const done = task.drawsIn(blocks);
    if (reached(done)) tell(done, result);
  };
  await coordinate(task, recruit(asked), { signal, follow });
}

async function answerCurve(
  { scenario, plan, changes }: Extract<DrawsRequest, { kind: 'curve' }>,
  recruit: Recruit,
  answer: (answer: DrawsAnswer) => void,
  signal: AbortSignal,
): Promise<void> {
  const options = { changes, draws: curveMilestones.at(-1)! };
  const asked: TaskRequest<'feeCurve'> = { kind: 'feeCurve', scenario, plan, options };
  const task = createTask(asked);
  const reached = passMilestones(curveMilestones);
  const follow = (blocks: number, result: () => FeeCurve) => {
    const done = task.drawsIn(blocks);
    if (reached(done)) answer({ kind: 'curve', done, total: task.draws, curve: result() });
  };
  await coordinate(task, recruit(asked), { signal, follow });
}

/** Whether a number of draws is the first to reach the next milestone. */
function passMilestones(milestones: readonly number[]): (done: number) => boolean {
  let next = 0;
  return (done) => {
    if (next >= milestones.length || done < milestones[next]) return false;
    while (next < milestones.length && done >= milestones[next]) next++;
    return true;
  };
}
