import { availableParallelism } from 'node:os';
import { createSampler } from '../../models/engine/sample.ts';
import { doNothing, simulate } from '../../models/engine/simulate.ts';
import {
  attributeAtBest,
  coordinate,
  createBestRun,
  createTask,
  runTask,
  type Scenario,
  type Task,
  type TaskRequest,
} from '../../models/index.ts';
import { createPool } from '../../server/pool.ts';
import { printRows, type Row, timeInTurns, writeTime } from './measure.ts';

const cores = Math.min(2, availableParallelism());

/** One request on threads of their own, from starting them to the result. */
async function onCores(request: TaskRequest): Promise<unknown> {
  const pool = createPool(cores);
  try {
    const task: Task<unknown, unknown> = createTask(request);
    return await coordinate(task, pool.executors(request));
  } finally {
    await pool.close();
  }
}

/** What a user of one scenario waits for, on one core and on two. */
export async function benchCohort(scenario: Scenario): Promise<void> {
  const [plan] = scenario.plans;
  const sample = createSampler(scenario, scenario.seed)('best');
  const bestRun = createBestRun(scenario);
  const single = await timeInTurns(60, {
    'do nothing': () => simulate(scenario, doNothing, sample),
    'a plan': () => simulate(scenario, plan, sample),
    'figures of a slider': () => bestRun.figures(plan),
  });
  const feeCurve: TaskRequest<'feeCurve'> = { kind: 'feeCurve', scenario, plan, options: { draws: 128 } };
  const run: TaskRequest = { kind: 'run', scenario, options: { draws: 1000, plans: [plan.name] } };
  const attribution: TaskRequest = { kind: 'attribution', scenario, plan, options: { draws: 64 } };
  const long = await timeInTurns(2, {
    'draws on one core': () => runTask(createTask(run)),
    'draws on two cores': () => onCores(run),
    // The first block is the curve at best values.
    'fee curve, first line': () => createTask(feeCurve).compute(0),
    'fee curve, full': () => runTask(createTask(feeCurve)),
    'attribution, first': () => attributeAtBest(scenario, plan),
    'attribution, 64 draws': () => onCores(attribution),
  });
  const row = (work: string, time: { best: number; median: number }, goal: string): Row => ({
    work,
    result: `${writeTime(time.best)} best, ${writeTime(time.median)} median`,
    goal,
  });
  const speedUp = long['draws on one core'].best / long['draws on two cores'].best;
  printRows(`${scenario.title}, ${scenario.months} months, ${scenario.world.segments.length} segments`, [
    row('one run, do nothing', single['do nothing'], '≤ 3 ms'),
    row('one run, a plan', single['a plan'], '≤ 3 ms'),
    row('figures at best values, as a slider asks for', single['figures of a slider'], '≤ 8 ms'),
    row('1,000 draws × 2 plans, one core', long['draws on one core'], '≤ 6 s'),
    row(`the same, ${cores} cores, threads started anew`, long['draws on two cores'], '≥ 1.6 × faster'),
    { work: 'how much faster', result: `${speedUp.toFixed(2)} ×`, goal: '≥ 1.6 ×' },
    row('fee curve, first line', long['fee curve, first line'], '≤ 50 ms'),
    row('fee curve, 13 prices × 128 draws, one core', long['fee curve, full'], '≤ 6 s'),
    row('attribution, first estimate', long['attribution, first'], '≤ 0.5 s'),
    row('attribution, 64 draws with errors, two cores', long['attribution, 64 draws'], '≤ 30 s'),
  ]);
}
