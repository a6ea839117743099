import { afterEach, describe, expect, it } from 'vitest';
import {
  coordinate,
  createTask,
  formatResult,
  runScenario,
  type Task,
  type TaskRequest,
} from '../../models/index.ts';
import { createPool, type Pool } from '../../server/pool.ts';
import { buildRise, buildScenario } from '../support/build-scenario.ts';

const pools: Pool[] = [];
function start(...args: Parameters<typeof createPool>): Pool {
  const pool = createPool(...args);
  pools.push(pool);
  return pool;
}

afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

/** A pool whose threads end at block 3 so many times. */
function startCrashing(times: number): Pool {
  const left = new Int32Array(new SharedArrayBuffer(4)).fill(times);
  return start(2, new URL('../support/crashing-worker.ts', import.meta.url), [left]);
}

const parts: Task<number, readonly number[]> = {
  blocks: 12,
  compute: (block) => block * 10,
  collect() {
    const seen: number[] = [];
    return { enough: false, add: (part) => void seen.push(part), result: () => seen };
  },
};

const scenarios = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3].map((by) =>
  buildScenario({ months: 6, plans: [buildRise(by)] }),
);
const requests = scenarios.map((scenario) => ({ kind: 'run', scenario, options: { draws: 50 } }) as const);
const any: TaskRequest = requests[0];

describe('a pool of threads', () => {
  it('gives the bytes of one thread, for more requests at once than a thread remembers', async () => {
    const pool = start(2);
    const results = requests.map((request) => coordinate(createTask(request), pool.executors(request)));
    const texts = (await Promise.all(results)).map(formatResult);
    expect(texts).toEqual(scenarios.map((scenario) => formatResult(runScenario(scenario, { draws: 50 }))));
  });

  it('has the block of a thread that ended computed by another', async () => {
    const result = await coordinate(parts, startCrashing(1).executors(any));
    expect(result).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110]);
  });

  it('says so when a block ends two threads', async () => {
    await expect(coordinate(parts, startCrashing(2).executors(any))).rejects.toMatchObject({
      code: 'worker-crashed',
    });
  });

  it('fails with the words and the place of the block', async () => {
    await expect(startCrashing(0).executors(any)[0].compute(99)).rejects.toMatchObject({
      code: 'invalid-argument',
      message: 'no such block',
      place: { block: 99 },
    });
  });
});
