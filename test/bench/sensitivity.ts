import { availableParallelism } from 'node:os';
import { coordinate, createTask, runTask, type Scenario, type TaskRequest } from '../../models/index.ts';
import { createPool } from '../../server/pool.ts';
import { printRows, writeTime } from './measure.ts';

/** Twenty inputs: nineteen and everything else. */
const inputs = 19;
const rows = 512;

/** Sobol’ indices of the first plan's profit, on two cores. */
export async function benchSensitivity(scenario: Scenario): Promise<void> {
  const plan = scenario.plans[0].name;
  const tornado = runTask(createTask({ kind: 'tornado', scenario, options: { plan } }));
  const paths = tornado.inputs.slice(0, inputs).map(({ path }) => path);
  const request: TaskRequest<'indices'> = {
    kind: 'indices',
    scenario,
    options: { plan, rows, inputs: paths },
  };
  const cores = Math.min(2, availableParallelism());
  const pool = createPool(cores);
  const task = createTask(request);
  const start = performance.now();
  let first = 0;
  const result = await coordinate(task, pool.executors(request), {
    follow: () => {
      first ||= performance.now() - start;
    },
  });
  const spent = performance.now() - start;
  await pool.close();
  printRows(`Sobol’ indices, ${paths.length} inputs and everything else, N = ${rows}`, [
    { work: 'first progress', result: writeTime(first), goal: 'at once' },
    {
      work: `${result.runs.toLocaleString('en')} runs of a plan and do nothing, ${cores} cores`,
      result: writeTime(spent),
      goal: '≤ 60 s',
    },
  ]);
}
