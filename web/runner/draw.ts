import { createFeeCurve, createRun, defaultDraws, formatResult } from '../../models/index.ts';
import type { DrawsAnswer, DrawsRequest } from './runner.ts';

/** What can be advanced draw by draw: a run or a fee curve. */
interface Advancing {
  readonly done: number;
  readonly draws: number;
  advance(draws: number): void;
}

const planMilestones = [64, 256, defaultDraws];
// The first draw brings the line at best values.
const curveMilestones = [1, 32, 128];
const allMilestones = [1, 100, 200, 300, 400, 500, 600, 700, 800, 900, defaultDraws];

/** Milliseconds of work between two looks at the messages. */
const slice = 24;

/**
 * Answers to a request, with more and more draws.
 *
 * Inputs  pause lets other messages in; the work ends when `wanted` turns false
 */
export async function* answers(
  request: DrawsRequest,
  pause: () => Promise<void>,
  wanted: () => boolean,
): AsyncGenerator<DrawsAnswer> {
  if (!wanted()) return;
  const { advancing, milestones, answer } = start(request);
  for (const goal of milestones) {
    while (advancing.done < goal) {
      const end = performance.now() + slice;
      do advancing.advance(1);
      while (advancing.done < goal && performance.now() < end);
      await pause();
      if (!wanted()) return;
    }
    yield answer();
  }
}

interface Started {
  readonly advancing: Advancing;
  readonly milestones: readonly number[];
  readonly answer: () => DrawsAnswer;
}

function start(request: DrawsRequest): Started {
  if (request.kind === 'plan') return startPlan(request);
  return request.kind === 'curve' ? startCurve(request) : startAll(request);
}

function startPlan({ scenario, plan }: Extract<DrawsRequest, { kind: 'plan' }>): Started {
  const run = createRun({ ...scenario, plans: [plan] });
  const answer = (): DrawsAnswer => {
    const { plans, engine, scenario: described } = run.result();
    const result = plans[1];
    return { kind: 'plan', done: run.done, total: run.draws, result, engine, digest: described.digest };
  };
  return { advancing: run, milestones: planMilestones, answer };
}

function startCurve({ scenario, plan, changes }: Extract<DrawsRequest, { kind: 'curve' }>): Started {
  const run = createFeeCurve(scenario, plan, { changes, draws: curveMilestones.at(-1)! });
  const answer = (): DrawsAnswer => ({
    kind: 'curve',
    done: run.done,
    total: run.draws,
    curve: run.result(),
  });
  return { advancing: run, milestones: curveMilestones, answer };
}

function startAll({ scenario }: Extract<DrawsRequest, { kind: 'all' }>): Started {
  const run = createRun(scenario);
  const answer = (): DrawsAnswer => {
    const text = run.done < run.draws ? null : formatResult(run.result());
    return { kind: 'all', done: run.done, total: run.draws, text };
  };
  return { advancing: run, milestones: allMilestones, answer };
}
