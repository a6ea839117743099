import { describe, expect, test } from 'vitest';
import { bestOf, type Sweep, sweepPromises } from '../../../web/teach/promise-sweep.ts';

const noRest = () => Promise.resolve();

describe('the sweep of promises', () => {
  test('finds a best that lies between its first steps, to a tenth', async () => {
    const points = await sweepPromises(
      (p) => -(p - 6.3) * (p - 6.3),
      new AbortController().signal,
      () => {},
      noRest,
    );
    expect(bestOf(points!).promise).toBe(6.3);
    expect(points!.map(({ promise }) => promise)).toEqual(
      points!.map(({ promise }) => promise).toSorted((a, b) => a - b),
    );
  });

  test.each([
    [0, (promise: number) => -promise],
    [10, (promise: number) => promise],
  ])('finds a best of %d at the end of the scale', async (best, worthOf) => {
    const points = await sweepPromises(worthOf, new AbortController().signal, () => {}, noRest);
    expect(bestOf(points!).promise).toBe(best);
  });

  test('tells of every run, and ends full', async () => {
    const told: Sweep[] = [];
    await sweepPromises(
      (promise) => promise,
      new AbortController().signal,
      (sweep) => told.push(sweep),
      noRest,
    );
    const last = told[told.length - 1];
    expect(last.done).toBe(last.total);
    expect(told[2].points).toHaveLength(3);
  });

  test('stops when it is no longer wanted', async () => {
    const stop = new AbortController();
    let runs = 0;
    const points = await sweepPromises(
      (promise) => {
        runs++;
        if (runs === 3) stop.abort();
        return promise;
      },
      stop.signal,
      () => {},
      noRest,
    );
    expect([points, runs]).toEqual([null, 3]);
  });
});
