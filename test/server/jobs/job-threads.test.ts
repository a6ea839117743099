import { afterAll, describe, expect, it } from 'vitest';
import { createRunTask, parseScenario, runTask } from '../../../models/index.ts';
import { createJobThreads, type JobThreads } from '../../../server/jobs/job-threads.ts';
import type { JobMessage, JobWork } from '../../../server/jobs/job-work.ts';
import { readShippedFile } from '../../support/shipped-files.ts';

const started: JobThreads[] = [];
function start(memoryMegabytes = 512): JobThreads {
  const threads = createJobThreads({ threads: 1, memoryMegabytes });
  started.push(threads);
  return threads;
}

afterAll(async () => {
  await Promise.all(started.map((threads) => threads.close()));
});

const telco = { name: 'telco.yaml', text: readShippedFile('telco-fee-increase.yaml') };
const options = { mostWork: 1e9, signal: new AbortController().signal, follow: () => {} };
const runOf = (draws: number): JobWork => ({ study: 'run', files: [telco], options: { draws } });

// Threads that run from the sources start slowly, the more so on a busy machine.
describe('threads of jobs', { timeout: 300_000 }, () => {
  const lasting = start();

  it('give the result of the library', async () => {
    const outcome = await lasting.perform(runOf(4), options);
    if (outcome.kind !== 'done') throw new Error(outcome.refusal.detail);
    const parsed = await parseScenario(telco.text);
    if (!parsed.ok) throw new Error('the shipped file has problems');
    expect(JSON.parse(outcome.result)).toEqual(runTask(createRunTask(parsed.scenario, { draws: 4 })));
  });

  it('tell the price first, then how far they are, with results so far', async () => {
    const messages: JobMessage[] = [];
    const outcome = await lasting.perform(runOf(60), { ...options, follow: (said) => messages.push(said) });
    expect(outcome.kind).toBe('done');
    expect(messages.slice(0, 2).map(({ kind }) => kind)).toEqual(['begun', 'accepted']);
    const shares = messages.flatMap((said) => (said.kind === 'progress' ? [said.progress.done ?? -1] : []));
    expect(shares.length).toBeGreaterThan(0);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    const partial = messages.find((said) => said.kind === 'partial');
    expect(JSON.parse(partial?.kind === 'partial' ? partial.result : '{}').format).toBe('kept-result/1');
  });

  it('refuse files with problems, with every one of them and its line', async () => {
    const files = [{ name: 'mine.yaml', text: 'format: kept/1\ntitle: 3\nmonths: -1\n' }];
    const outcome = await lasting.perform({ study: 'run', files, options: {} }, options);
    expect(outcome.kind).toBe('refused');
    const { code, problems = [] } = outcome.kind === 'refused' ? outcome.refusal : { code: '' };
    expect(code).toBe('invalid-scenario');
    expect(problems.length).toBeGreaterThan(1);
    expect(problems.every(({ file, line }) => file === 'mine.yaml' && line > 0)).toBe(true);
  });

  it('refuse more work than is allowed, and say how much fits', async () => {
    const outcome = await lasting.perform(runOf(1000), { ...options, mostWork: 1e6 });
    const detail = outcome.kind === 'refused' ? outcome.refusal.detail : '';
    const fitting = Number(/Up to (\d+) draws/.exec(detail)?.[1]);
    expect(fitting).toBeGreaterThan(1);
    const fits = await lasting.perform(runOf(fitting), { ...options, mostWork: 1e6 });
    expect(fits.kind).toBe('done');
    const beyond = await lasting.perform(runOf(fitting + 1), { ...options, mostWork: 1e6 });
    expect(beyond.kind).toBe('refused');
  });

  it('refuse a plan that is not there', async () => {
    const work: JobWork = { study: 'why', files: [telco], options: { plans: ['Rise 8 %'] } };
    const outcome = await lasting.perform(work, options);
    expect(outcome.kind === 'refused' && outcome.refusal.code).toBe('unknown-plan');
    expect(outcome.kind === 'refused' && outcome.refusal.detail).toContain('Raise 8 %');
  });

  it('end at once when they are not wanted any more, and go on with the next', async () => {
    const threads = start();
    const stop = new AbortController();
    const accepted = new Promise<void>((resolve) => {
      const follow = ({ kind }: JobMessage) => kind === 'accepted' && resolve();
      const work = threads.perform(runOf(20_000), { ...options, signal: stop.signal, follow });
      work.catch(() => {});
    });
    await accepted;
    stop.abort(new Error('not wanted'));
    const next = await threads.perform({ study: 'check', files: [telco], options: {} }, options);
    expect(next.kind).toBe('done');
  });

  it('die of too much memory by themselves', async () => {
    const threads = start(24);
    await expect(threads.perform(runOf(200), options)).rejects.toMatchObject({
      code: 'ERR_WORKER_OUT_OF_MEMORY',
    });
  });
});
