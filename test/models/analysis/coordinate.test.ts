import { describe, expect, it } from 'vitest';
import {
  coordinate,
  createInThreadExecutor,
  type Executor,
  WorkerCrash,
} from '../../../models/analysis/coordinate.ts';
import { createRunTask, formatResult, runScenario } from '../../../models/analysis/run.ts';
import { runTask, type Task } from '../../../models/analysis/task.ts';
import { createTask } from '../../../models/analysis/tasks.ts';
import { buildRise, buildScenario } from '../../support/build-scenario.ts';
import fc, { runs } from '../../support/properties.ts';

const scenario = buildScenario({ months: 3, plans: [buildRise(0.1)] });
const text = formatResult(runScenario(scenario, { draws: 40 }));

/** Executors whose blocks end in an order that `pick` decides, and crash when it says so. */
function createCrew<Part>(
  task: Task<Part, unknown>,
  size: number,
  pick: (pending: number) => number,
  crashes: (block: number) => boolean = () => false,
) {
  const pending: (() => void)[] = [];
  let [running, most] = [0, 0];
  const release = () => {
    if (pending.length === 0) return;
    pending.splice(pick(pending.length) % pending.length, 1)[0]();
    queueMicrotask(release);
  };
  const executor: Executor<Part> = {
    compute: (block) =>
      new Promise((resolve, reject) => {
        most = Math.max(most, ++running);
        pending.push(() => {
          running--;
          if (crashes(block)) reject(new WorkerCrash('gone'));
          else resolve(structuredClone(task.compute(block)));
        });
        if (pending.length === 1) setTimeout(release);
      }),
  };
  return { executors: Array.from({ length: size }, () => executor), most: () => most };
}

/** The numbers 0 to n − 1, as a list. */
function countTo(n: number, enough = n): Task<number, readonly number[]> {
  return {
    blocks: n,
    compute: (block) => block,
    collect() {
      const seen: number[] = [];
      return {
        add: (part) => void seen.push(part),
        get enough() {
          return seen.length >= enough;
        },
        result: () => [...seen],
      };
    },
  };
}

describe('coordinate', () => {
  it.each([1, 2, 3, 5])('gives the bytes of one thread with %s executors', async (size) => {
    const task = createRunTask(scenario, { draws: 40 });
    const { executors } = createCrew(task, size, (pending) => pending - 1);
    expect(formatResult(await coordinate(task, executors))).toBe(text);
  });

  it('collects in order, whoever is first and whoever crashes once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.infiniteStream(fc.nat(9)),
        fc.infiniteStream(fc.boolean()),
        async (size, order, luck) => {
          const task = countTo(30);
          const unlucky = new Set<number>();
          const crashes = (block: number) => {
            if (unlucky.has(block) || luck.next().value !== true) return false;
            unlucky.add(block);
            return true;
          };
          const { executors } = createCrew(task, size, () => order.next().value!, crashes);
          expect(await coordinate(task, executors)).toEqual(runTask(task));
        },
      ),
      runs(50),
    );
  });

  it('says so when two workers do not survive a block', async () => {
    const task = countTo(9);
    const { executors } = createCrew(
      task,
      2,
      () => 0,
      (block) => block === 4,
    );
    await expect(coordinate(task, executors)).rejects.toMatchObject({
      code: 'worker-crashed',
      place: { block: 4 },
      message: expect.stringContaining('two workers ended while they computed block 4'),
    });
  });

  it('fails as the block fails, at once', async () => {
    const broken = { ...countTo(9), compute: () => Promise.reject(new Error('no value')) };
    await expect(coordinate(broken, [broken, broken])).rejects.toThrow('no value');
  });

  it('stops where enough is known, by the order of blocks and not of time', async () => {
    const task = countTo(30, 7);
    const { executors } = createCrew(task, 5, (pending) => pending - 1);
    expect(await coordinate(task, executors)).toEqual(runTask(task));
  });

  it('keeps few parts waiting for one that is late', async () => {
    const task = countTo(200);
    const begun: number[] = [];
    let late = () => {};
    const executor: Executor<number> = {
      compute: (block) => {
        begun.push(block);
        return block === 0 ? new Promise((resolve) => (late = () => resolve(0))) : Promise.resolve(block);
      },
    };
    const result = coordinate(task, [executor, executor]);
    await new Promise((resolve) => setTimeout(resolve));
    expect(Math.max(...begun)).toBeLessThan(8);
    late();
    expect(await result).toEqual(runTask(task));
  });

  it('ends at once where there is nothing to compute', async () => {
    const task = countTo(0);
    const here = createInThreadExecutor(task, () => Promise.resolve());
    expect(await coordinate(task, [here])).toEqual([]);
  });

  it('tells after each block what is known so far', async () => {
    const task = countTo(4);
    const told: unknown[] = [];
    const here = createInThreadExecutor(task, () => Promise.resolve());
    await coordinate(task, [here], { follow: (blocks, result) => told.push([blocks, result()]) });
    expect(told).toEqual([
      [1, [0]],
      [2, [0, 1]],
      [3, [0, 1, 2]],
      [4, [0, 1, 2, 3]],
    ]);
  });

  it('ends when told, without waiting for a block; begun again it gives the same', async () => {
    const task = createRunTask(scenario, { draws: 40 });
    const stop = new AbortController();
    const never: Executor<never> = { compute: () => new Promise(() => {}) };
    const cancelled = coordinate(task, [never], { signal: stop.signal });
    stop.abort(new Error('enough of it'));
    await expect(cancelled).rejects.toThrow('enough of it');
    await expect(coordinate(task, [never], { signal: stop.signal })).rejects.toThrow('enough of it');
    expect(formatResult(await coordinate(task, createCrew(task, 2, () => 0).executors))).toBe(text);
  });
});

describe('createTask', () => {
  it('gives the same parts from a copy of the request', () => {
    const [plan] = scenario.plans;
    for (const request of [
      { kind: 'run', scenario, options: { draws: 8 } } as const,
      { kind: 'feeCurve', scenario, plan, options: { draws: 2, changes: [0, 0.1] } } as const,
    ]) {
      const [here, there] = [createTask(request), createTask(structuredClone(request))];
      for (let block = 0; block < here.blocks; block++) {
        expect(structuredClone(there.compute(block))).toEqual(here.compute(block));
      }
    }
  });
});
