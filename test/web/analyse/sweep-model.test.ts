import { expect, test } from 'vitest';
import { createTask, parseScenario, runTask, type Scenario, type Sweep } from '../../../models/index.ts';
import { gridOf, readAxes, readNumber, sweepables } from '../../../web/analyse/sweep-model.ts';
import { smallScenario } from '../../support/small-scenario.ts';

async function readSmall(): Promise<Scenario> {
  const outcome = await parseScenario(smallScenario);
  if (!outcome.ok) throw new Error('the small scenario has a problem');
  return outcome.scenario;
}
const axis = (path: string, from: string, to: string, steps = 3) => ({ path, from, to, steps });

test('numbers are read as they are written, percent as a share', () => {
  expect(['8 %', '0.08', '-5%', '−1.5', '.5', '+3'].map(readNumber)).toEqual([
    0.08, 0.08, -0.05, -1.5, 0.5, 3,
  ]);
  expect(['', 'much', '1,000', '8 % more', '1e5'].map(readNumber)).toEqual([null, null, null, null, null]);
});

test('a sweep that cannot be run says why', () => {
  expect(readAxes([axis('a', '0', 'x')], 0)).toBe('number');
  expect(readAxes([axis('a', '1', '0')], 0)).toBe('order');
  expect(readAxes([axis('a', '0', '1'), axis('a', '0', '1')], 0)).toBe('same');
  expect(readAxes([axis('a', '0', '1', 1)], 0)).toBe('steps');
  expect(readAxes([axis('a', '0', '1', 40), axis('b', '0', '1', 40)], 0)).toBe('points');
  expect(readAxes([axis('a', '0', '1', 21), axis('b', '0', '1', 21)], 200)).toBe('points');
  expect(readAxes([axis('a', '0 %', '10 %')], 0)).toEqual([{ path: 'a', from: 0, to: 0.1, steps: 3 }]);
});

test('every number that is offered can be swept over the range that is offered', async () => {
  const scenario = await readSmall();
  const offered = sweepables(scenario, 'Ask for more', (quantity) =>
    quantity.belief.kind === 'fixed' ? quantity.belief.value : 1,
  );
  expect(offered[0].path).toBe('plans.Ask for more.actions.0.price');
  expect(offered[0]).toMatchObject({ from: 0, to: 0.2, group: 'plan' });
  expect(offered.map(({ path }) => path)).toContain('segments.Members.churn');
  for (const { path, from, to } of offered.slice(0, 30)) {
    const task = createTask({ kind: 'sweep', scenario, options: { over: [{ path, from, to, steps: 2 }] } });
    expect(task.blocks).toBe(2);
  }
});

test('the grid has the first number upwards and the second to the right, and gaps while it runs', async () => {
  const scenario = await readSmall();
  const over = [
    { path: 'plans.Ask for more.actions.0.price', from: 0, to: 0.2, steps: 3 },
    { path: 'segments.Members.churn', from: 0.01, to: 0.03, steps: 2 },
  ];
  const sweep = runTask(createTask({ kind: 'sweep', scenario, options: { over } }) as never) as Sweep;
  const grid = gridOf(sweep, 'profit');
  expect(grid.map((row) => row.length)).toEqual([2, 2, 2]);
  expect(grid[0]).toEqual([0, 0]);
  expect(grid[2][1]).toBe(
    sweep.points.find(({ at }) => at[0] === 0.2 && at[1] === 0.03)?.figures.profit.mean,
  );
  expect(gridOf({ ...sweep, points: sweep.points.slice(0, 3) }, 'profit')[2]).toEqual([null, null]);
});
