import { describe, expect, test } from 'vitest';
import { makeSafe, runScenario } from '../../../models/index.ts';
import { answerStudy } from '../../../web/runner/answer-study.ts';
import { askStudy } from '../../../web/runner/studies.ts';
import type { StudyReply, StudyRequest } from '../../../web/runner/study.ts';
import type { WorkerPort } from '../../../web/runner/worker-runner.ts';
import { buildRise, buildScenario } from '../../support/build-scenario.ts';
import { recruitHere } from '../../support/recruit-here.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const scenario = buildScenario({ months: 4, plans: [buildRise(0.1)] });
const run = { kind: 'task', task: { kind: 'run', scenario, options: { draws: 40 } } } as const;

/** A worker that ends when told to, and answers as it is made to. */
function fakeWorker() {
  const told = { ended: 0, asked: [] as StudyRequest[] };
  const port: WorkerPort = {
    postMessage: (request: StudyRequest) => told.asked.push(request),
    terminate: () => told.ended++,
    onmessage: null,
    onerror: null,
  };
  const say = (data: StudyReply) => port.onmessage?.call(port as Worker, { data } as MessageEvent);
  return { port, told, say };
}

describe('a study', () => {
  test('of a task comes to what the engine says by itself', async () => {
    const said: StudyReply[] = [];
    const result = await answerStudy(run, recruitHere, (reply) => said.push(reply));
    expect(result).toEqual(runScenario(scenario, { draws: 40 }));
    const blocks = said.flatMap((reply) => (reply.kind === 'progress' ? [reply] : []));
    expect(blocks.at(-1)!.done).toBe(blocks[0].total);
  });

  test('tells results so far, no oftener than a reader can see', async () => {
    let clock = 0;
    const said: string[] = [];
    await answerStudy(
      run,
      recruitHere,
      ({ kind }) => said.push(kind),
      () => {
        clock += 120;
        return clock;
      },
    );
    const partials = said.filter((kind) => kind === 'partial').length;
    expect(partials).toBeGreaterThan(0);
    expect(partials).toBeLessThan(said.filter((kind) => kind === 'progress').length);
  });

  test('tells no more of its progress than a page can write down', async () => {
    const said: StudyReply[] = [];
    await answerStudy(
      run,
      recruitHere,
      (reply) => said.push(reply),
      () => 0,
    );
    const { total } = said.find((reply) => reply.kind === 'progress')!;
    expect(total).toBeGreaterThan(2);
    expect(said).toEqual([1, total].map((done) => ({ kind: 'progress', done, total })));
  });

  test('of safer plans searches on whoever is recruited', async () => {
    const options = {
      plan: 'Ask for more',
      bound: { measure: 'attrition', atMost: 0.001 },
      draws: 20,
    } as const;
    const request = { kind: 'safe', text: smallScenario, ...options } as const;
    expect(await answerStudy(request, recruitHere, () => {})).toEqual(await makeSafe(smallScenario, options));
  });

  test('ends its worker with its result', async () => {
    const { port, told, say } = fakeWorker();
    const heard: (number | null)[] = [];
    const asked = askStudy(run, { onProgress: ({ secondsLeft }) => heard.push(secondsLeft) }, () => port);
    say({ kind: 'progress', done: 1, total: 2 });
    say({ kind: 'result', result: 'done' });
    expect(await asked).toBe('done');
    expect(told).toEqual({ ended: 1, asked: [run] });
    expect(heard).toEqual([null]);
  });

  test('that is no longer wanted ends at once, with the reason', async () => {
    const { port, told } = fakeWorker();
    const stop = new AbortController();
    const asked = askStudy(run, { signal: stop.signal }, () => port);
    stop.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
    expect(told.ended).toBe(1);
    await expect(askStudy(run, { signal: stop.signal }, () => port)).rejects.toThrow('enough');
    expect(told.asked).toHaveLength(1);
  });

  test('that fails, or whose worker does, says why', async () => {
    const failing = fakeWorker();
    const asked = askStudy(run, {}, () => failing.port);
    failing.say({ kind: 'failure', failure: { message: 'outgrows the market' } });
    await expect(asked).rejects.toThrow('outgrows the market');
    const dying = fakeWorker();
    const lost = askStudy(run, {}, () => dying.port);
    dying.port.onerror?.call(dying.port as Worker, { message: 'out of memory' } as ErrorEvent);
    await expect(lost).rejects.toThrow('out of memory');
    expect(dying.told.ended).toBe(1);
  });
});
