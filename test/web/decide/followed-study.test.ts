import { describe, expect, test } from 'vitest';
import { type Ask, FollowedStudy } from '../../../web/decide/followed-study.ts';
import type { AskOptions } from '../../../web/runner/studies.ts';

const request = { kind: 'task', task: { kind: 'tornado' } } as never;
const number = (value: unknown) => value as number;

/** Studies that end when the test says so. */
function createDesk() {
  const open: {
    resolve: (value: number) => void;
    reject: (why: Error) => void;
    options: AskOptions<number>;
  }[] = [];
  const ask = ((_: unknown, options: AskOptions<number> = {}) =>
    new Promise((resolve, reject) => {
      open.push({ resolve, reject, options });
      options.signal?.addEventListener('abort', () => reject(options.signal?.reason));
    })) as unknown as Ask;
  const study = new FollowedStudy<number>(() => {}, ask);
  return { study, open };
}

describe('a study that follows the choice', () => {
  test('is over when its result is there, and is not due again', async () => {
    const { study, open } = createDesk();
    study.follow({});
    expect(study.isDue).toBe(true);
    const done = study.start(request, number);
    expect([study.isDue, study.asked.running]).toEqual([false, true]);
    open[0].resolve(7);
    expect(await done).toBe(true);
    expect(study.asked).toMatchObject({ result: 7, running: false, stale: false });
    expect(study.isDue).toBe(false);
  });

  test('ends when something else is chosen, and what was known is stale', async () => {
    const { study, open } = createDesk();
    study.follow({});
    const first = study.start(request, number);
    open[0].resolve(7);
    await first;
    study.follow({});
    const second = study.start(request, number);
    study.follow({});
    expect(await second).toBe(false);
    expect(open[1].options.signal?.aborted).toBe(true);
    expect(study.asked).toMatchObject({ result: 7, stale: true, running: false });
  });

  test('brings its answer back with the choice it belongs to', async () => {
    const { study, open } = createDesk();
    const choice = {};
    study.follow(choice);
    const done = study.start(request, number);
    open[0].resolve(7);
    await done;
    study.follow({});
    study.follow(choice);
    expect(study.asked).toMatchObject({ result: 7, stale: false });
  });

  test('tells of a failure once, and is not due again by itself', async () => {
    const { study, open } = createDesk();
    study.follow({});
    const done = study.start(request, number);
    open[0].reject(new Error('too much'));
    expect(await done).toBe(true);
    expect(study.asked.failure).toBe('too much');
    expect(study.isDue).toBe(false);
  });

  test('keeps what there is when it is stopped, and counts what is done', () => {
    const { study, open } = createDesk();
    study.follow({});
    void study.start(request, number);
    open[0].options.onProgress?.({ done: 3, total: 9, secondsLeft: 2 });
    open[0].options.onPartial?.(4);
    expect(study.asked).toMatchObject({ result: 4, partial: true, progress: { done: 3 } });
    study.cancel();
    expect(study.asked).toMatchObject({ result: 4, running: false });
  });
});
