import { describe, expect, it } from 'vitest';
import { attributeDraw, createAttributionTask } from '../../../models/analysis/attribution.ts';
import { createInThreadExecutor } from '../../../models/analysis/coordinate.ts';
import { createInThreadEvaluate, type SearchOptions } from '../../../models/analysis/evaluate.ts';
import { makeSafe } from '../../../models/analysis/make-safe.ts';
import { optimise } from '../../../models/analysis/optimise.ts';
import { createRunKey } from '../../../models/core/random.ts';
import { createSampler } from '../../../models/engine/sample.ts';
import { buildRise, buildScenario, buildSegment } from '../../support/build-scenario.ts';
import { readParts, scenarioText } from '../../support/scenario-text.ts';

const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
const parts = (top: string, by: string) => ({
  top: `months: 12\n${top}`,
  segment: 'costToServe: 8 to 12\nchurn: 2 %/month to 4 %/month',
  actions: `- { at: 3, price: { by: ${by} } }`,
});

const reason = new Error('no longer wanted');
const free = readParts(parts('optimise: { plan: Plan, maximise: profit }', '{ free: -20 % to 40 % }'));
const text = scenarioText(parts('', '20 %'));

/** A search in this thread, and how long after it is told to end it takes no more of the thread. */
const searches: readonly (readonly [string, (options: SearchOptions) => Promise<unknown>])[] = [
  ['optimise', (options) => optimise(free, { draws: 16, ...options }, createInThreadEvaluate(pause))],
  [
    'safe',
    (options) =>
      makeSafe(
        text,
        { plan: 'Plan', bound: { measure: 'attrition', atMost: 0.001 }, draws: 64, ...options },
        createInThreadEvaluate(pause),
      ),
  ],
];

describe.each(searches)('a cancelled search: %s', (_, search) => {
  it('rejects with the reason of the signal, promptly, and leaves the thread', async () => {
    const stop = new AbortController();
    let told = 0;
    let lastWork = 0;
    const cancelled = search({
      signal: stop.signal,
      onProgress: () => {
        lastWork = performance.now();
      },
    });
    setTimeout(() => {
      told = performance.now();
      stop.abort(reason);
    }, 30);
    await expect(cancelled).rejects.toBe(reason);
    expect(performance.now() - told).toBeLessThan(200);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(lastWork).toBeLessThanOrEqual(told);
  });

  it('gives the same bytes when it is run again, and none where it is cancelled before', async () => {
    const whole = JSON.stringify(await search({}));
    const stop = new AbortController();
    let batches = 0;
    const onProgress = () => {
      if (++batches === 3) stop.abort(reason);
    };
    await expect(search({ signal: stop.signal, onProgress })).rejects.toBe(reason);
    expect(batches).toBe(3);
    await expect(search({ signal: stop.signal, onProgress })).rejects.toBe(reason);
    expect(batches).toBe(3);
    expect(JSON.stringify(await search({}))).toBe(whole);
  });
});

describe('a block that takes long', () => {
  const rise = buildRise(0.15, { at: 3, announce: 2, announced: true, segments: ['A'] });
  const scenario = { ...buildScenario({ segments: [buildSegment({ name: 'A' })] }), plans: [rise] };
  const task = createAttributionTask(scenario, rise, { draws: 2 });

  it('lets other work in between its runs, and comes to the same', async () => {
    let pauses = 0;
    const executor = createInThreadExecutor(task, () => {
      pauses++;
      return Promise.resolve();
    });
    const key = createRunKey('any');
    const sample = createSampler(scenario, scenario.seed)(1);
    const { parts: exact } = attributeDraw(scenario, rise, sample, { key, first: 0 });
    expect((await executor.compute(1)).parts).toEqual(exact);
    expect(pauses).toBeGreaterThan(4);
  });

  it('ends between them when told', async () => {
    const stop = new AbortController();
    let pauses = 0;
    const executor = createInThreadExecutor(
      task,
      () => {
        if (++pauses === 3) stop.abort(reason);
        return Promise.resolve();
      },
      stop.signal,
    );
    await expect(executor.compute(0)).rejects.toBe(reason);
    expect(pauses).toBe(3);
  });
});
