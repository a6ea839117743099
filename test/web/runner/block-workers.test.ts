import { expect, test } from 'vitest';
import {
  coordinate,
  createTask,
  formatResult,
  runScenario,
  type TaskRequest,
} from '../../../models/index.ts';
import { type BlockReply, type BlockRequest, createBlockWorkers } from '../../../web/runner/block-workers.ts';
import { buildRise, buildScenario } from '../../support/build-scenario.ts';

const scenario = buildScenario({ months: 3, plans: [buildRise(0.1)] });
const request: TaskRequest<'run'> = { kind: 'run', scenario, options: { draws: 30 } };
const text = formatResult(runScenario(scenario, { draws: 30 }));

/** Workers in this thread, each with copies of its own; `dies` says at which of all blocks one ends. */
function startHere(dies: (computed: number) => boolean = () => false) {
  const told: (readonly [worker: number, hasRequest: boolean])[] = [];
  let [workers, computed] = [0, 0];
  const start = () => {
    const worker = workers++;
    let task: { compute(block: number): unknown } | null = null;
    let ended = false;
    const port = {
      onmessage: null as ((event: MessageEvent) => void) | null,
      onerror: null as ((event: ErrorEvent) => void) | null,
      terminate() {
        ended = true;
      },
      postMessage({ id, block, request: asked }: BlockRequest) {
        told.push([worker, asked !== null]);
        if (asked) task = createTask(structuredClone(asked));
        const work = task!;
        setTimeout(() => {
          if (ended) return;
          if (dies(computed++)) port.onerror?.({ message: 'out of memory' } as ErrorEvent);
          else reply({ id, block, answer: { part: work.compute(block) } });
        });
      },
    };
    const reply = (message: BlockReply) => port.onmessage?.({ data: message } as MessageEvent);
    return port as unknown as Worker;
  };
  return { workers: createBlockWorkers(start), told, started: () => workers };
}

test('three workers give the bytes of one thread, and are told the request once each', async () => {
  const { workers, told, started } = startHere();
  const task = createTask(request);
  expect(formatResult(await coordinate(task, workers.executors(request, 3)))).toBe(text);
  expect(started()).toBe(3);
  expect(told.filter(([, hasRequest]) => hasRequest)).toHaveLength(3);
  expect(formatResult(await coordinate(task, workers.executors(request, 3)))).toBe(text);
  expect(started()).toBe(3);
});

test('a worker that dies is replaced, and its share is done again', async () => {
  const { workers, started } = startHere((computed) => computed === 2);
  expect(formatResult(await coordinate(createTask(request), workers.executors(request, 2)))).toBe(text);
  expect(started()).toBe(3);
});

test('workers that all die are told of, not begun for ever', async () => {
  const { workers } = startHere(() => true);
  await expect(coordinate(createTask(request), workers.executors(request, 2))).rejects.toMatchObject({
    code: 'worker-crashed',
  });
});
