import { expect, test } from 'vitest';
import { formatResult, KeptError, runScenario } from '../../../models/index.ts';
import { answerDraws } from '../../../web/runner/draw.ts';
import { createPageRunner } from '../../../web/runner/page-runner.ts';
import { type DrawsAnswer, type DrawsRequest, failureOf } from '../../../web/runner/runner.ts';
import {
  createWorkerRunner,
  type WorkerPort,
  type WorkerRequest,
} from '../../../web/runner/worker-runner.ts';
import { buildRise, buildScenario } from '../../support/build-scenario.ts';
import { recruitHere } from '../../support/recruit-here.ts';

const scenario = buildScenario({ months: 4, plans: [buildRise(0.1)] });
const request: DrawsRequest = { kind: 'plan', scenario, plan: scenario.plans[0] };

function fakePort() {
  const posted: WorkerRequest[] = [];
  const port: WorkerPort = {
    postMessage: (message: WorkerRequest) => posted.push(message),
    terminate() {},
    onmessage: null,
    onerror: null,
  };
  const reply = (data: object) => port.onmessage?.call(port as Worker, { data } as MessageEvent);
  return { port, posted, reply };
}

test('the scenario travels to the worker once', () => {
  const { port, posted } = fakePort();
  const runner = createWorkerRunner(() => port);
  const listener = { answer() {}, fail() {} };
  runner.run(request, listener);
  runner.run(request, listener);
  runner.run({ ...request, scenario: { ...scenario } }, listener);
  expect(posted.map(({ scenario: sent }) => sent !== null)).toEqual([true, false, true]);
});

test('answers to an older request are not heard', () => {
  const { port, reply } = fakePort();
  const runner = createWorkerRunner(() => port);
  const heard: unknown[] = [];
  const listener = {
    answer: (answer: DrawsAnswer) => heard.push(answer),
    fail: (f: object) => heard.push(f),
  };
  runner.run(request, listener);
  runner.run(request, listener);
  reply({ id: 1, answer: 'old' });
  reply({ id: 2, answer: 'new' });
  reply({ id: 1, failure: { message: 'old' } });
  expect(heard).toEqual(['new']);
});

test('what is cancelled is not heard any more, and the worker is told', () => {
  const { port, posted, reply } = fakePort();
  const runner = createWorkerRunner(() => port);
  const heard: unknown[] = [];
  const listener = { answer: (answer: DrawsAnswer) => heard.push(answer), fail() {} };
  runner.run(request, listener);
  runner.cancel();
  reply({ id: 1, answer: 'late' });
  expect(heard).toEqual([]);
  expect(posted.at(-1)).toMatchObject({ id: 2, request: null });
});

test('a worker that breaks down is replaced once, and then said to have failed', () => {
  const ports: ReturnType<typeof fakePort>[] = [];
  const runner = createWorkerRunner(() => {
    ports.push(fakePort());
    return ports[ports.length - 1].port;
  });
  const heard: unknown[] = [];
  const listener = {
    answer: (answer: DrawsAnswer) => heard.push(answer),
    fail: ({ message }: { message: string }) => heard.push(message),
  };
  const breakDown = ({ port }: { port: WorkerPort }, message?: string) =>
    port.onerror?.call(port as Worker, { message } as ErrorEvent);
  runner.run(request, listener);
  breakDown(ports[0], 'out of memory');
  expect(heard).toEqual([]);
  expect(ports[1].posted).toMatchObject([{ id: 2, scenario }]);
  breakDown(ports[1], 'out of memory');
  expect(heard).toEqual(['out of memory']);
  runner.run(request, listener);
  const anew = { done: 64, total: 1000 };
  ports[2].reply({ id: 3, answer: anew });
  expect(heard).toEqual(['out of memory', anew]);
  breakDown(ports[2]);
  // A second word of a worker that is gone is not about the one in its place.
  breakDown(ports[2]);
  expect(heard).toHaveLength(2);
  breakDown(ports[3]);
  expect(heard[2]).toMatch(/the browser ended/);
});

test('a worker that breaks down at rest is only begun again when it is asked', () => {
  const ports: ReturnType<typeof fakePort>[] = [];
  const runner = createWorkerRunner(() => {
    ports.push(fakePort());
    return ports[ports.length - 1].port;
  });
  runner.run(request, { answer() {}, fail() {} });
  ports[0].reply({ id: 1, answer: { done: 1000, total: 1000 } });
  ports[0].port.onerror?.call(ports[0].port as Worker, { message: 'out of memory' } as ErrorEvent);
  expect(ports).toHaveLength(1);
  runner.run(request, { answer() {}, fail() {} });
  expect(ports[1].posted).toMatchObject([{ scenario }]);
});

async function collect(asked: DrawsRequest, signal = new AbortController().signal): Promise<DrawsAnswer[]> {
  const collected: DrawsAnswer[] = [];
  await answerDraws(asked, recruitHere, (answer) => collected.push(answer), signal);
  return collected;
}

test('a plan is answered with 64, 256 and 1,000 draws', async () => {
  expect((await collect(request)).map(({ done }) => done)).toEqual([64, 256, 1000]);
});

test('a curve is answered after one draw, for its line, and then with its bands', async () => {
  const changes = [-0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4];
  const curve = await collect({ kind: 'curve', scenario, plan: scenario.plans[0], changes });
  expect(curve.map(({ done }) => done)).toEqual([1, 32, 128]);
  expect(curve[0].kind === 'curve' && curve[0].curve.points.map(({ change }) => change)).toEqual(changes);
});

test('the whole file is answered with the very text of the library', async () => {
  const last = (await collect({ kind: 'all', scenario })).at(-1)!;
  expect(last.kind === 'all' && last.text).toBe(formatResult(runScenario(scenario)));
});

test('work that is no longer wanted ends', async () => {
  const stop = new AbortController();
  const heard: number[] = [];
  const answer = ({ done }: DrawsAnswer) => {
    heard.push(done);
    stop.abort(new Error('no longer wanted'));
  };
  await expect(answerDraws(request, recruitHere, answer, stop.signal)).rejects.toThrow('no longer wanted');
  expect(heard).toEqual([64]);
});

test('best values are answered before the call returns, failures too', () => {
  const heard: string[] = [];
  const listener = {
    answer: () => heard.push('answer'),
    fail: ({ message }: { message: string }) => heard.push(message),
  };
  const runner = createPageRunner(() => {});
  runner.run({ scenario, plan: scenario.plans[0] }, listener);
  runner.run({ scenario, plan: null as never }, listener);
  expect(heard[0]).toBe('answer');
  expect(heard[1]).toMatch(/\w/);
});

test('what was run first is rehearsed while the page is idle, and that comes to an end', () => {
  const waiting: (() => void)[] = [];
  let answers = 0;
  const listener = { answer: () => void answers++, fail: () => {} };
  const runner = createPageRunner((rehearse) => void waiting.push(rehearse));
  runner.run({ scenario, plan: scenario.plans[0] }, listener);
  runner.run({ scenario, plan: scenario.plans[0] }, listener);
  expect(waiting).toHaveLength(1);
  let runs = 0;
  for (let next = waiting.pop(); next && runs < 1000; next = waiting.pop()) {
    next();
    runs++;
  }
  expect(answers).toBe(2);
  expect(runs).toBeGreaterThan(20);
  expect(runs).toBeLessThan(200);
});

test('a page that is left rehearses no more', () => {
  const waiting: (() => void)[] = [];
  const runner = createPageRunner((rehearse) => void waiting.push(rehearse));
  runner.run({ scenario, plan: scenario.plans[0] }, { answer() {}, fail() {} });
  runner.stop();
  waiting.pop()?.();
  expect(waiting).toHaveLength(0);
});

test('whatever is thrown fails in words', () => {
  expect(failureOf(new KeptError('non-finite-state', 'no finite value in month 7'))).toEqual({
    message: 'no finite value in month 7',
  });
  expect(failureOf('text')).toEqual({ message: 'text' });
});
