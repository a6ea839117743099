import { setImmediate } from 'node:timers/promises';
import {
  coordinate,
  createInThreadEvaluate,
  createInThreadExecutor,
  KeptError,
  type Problem,
  parseScenario,
} from '../../models/index.ts';
import { studies } from '../studies/index.ts';
import type { Cores, Price, Source, Study } from '../studies/study.ts';
import type { JobMessage, JobOutcome, JobProgress, JobRefusal, JobWork, ThreadWork } from './job-work.ts';

/** The parser comes when it is first asked for; waiting for it is part of starting. */
const loaded = parseScenario('');

/** Does one job in a thread of its own, where neither a hostile file nor a long run holds up the server. */
export async function performJob(work: ThreadWork): Promise<JobOutcome> {
  const study = studies[work.study] as Study<unknown>;
  const say = (message: JobMessage) => work.port.postMessage(message);
  await loaded;
  say({ kind: 'begun' });
  try {
    const read = await readFiles(work.files);
    if (read.problems.length > 0) {
      const result = study.ofProblems?.(read.problems);
      return result === undefined ? refuse(problemsRefusal(read.problems)) : done(result);
    }
    const price = study.price(read.sources, work.options);
    if (!(price.work <= work.mostWork)) return refuse(priceRefusal(price, work.mostWork));
    say({ kind: 'accepted', work: price.work });
    return done(await study.compute(read.sources, work.options, coresOfThread(study, say)));
  } catch (error) {
    if (!(error instanceof KeptError) || error.code === 'worker-crashed') throw error;
    return refuse({ code: error.code, detail: error.message });
  }
}

const done = (result: unknown): JobOutcome => ({ kind: 'done', result: JSON.stringify(result) });
const refuse = (refusal: JobRefusal): JobOutcome => ({ kind: 'refused', refusal });

async function readFiles(files: JobWork['files']) {
  const sources: Source[] = [];
  const problems: Problem[] = [];
  for (const { name, text } of files) {
    const parsed = await parseScenario(text, name);
    if (parsed.ok) sources.push({ name, text, scenario: parsed.scenario });
    else problems.push(...parsed.problems);
  }
  return { sources, problems };
}

function problemsRefusal(problems: readonly Problem[]): JobRefusal {
  const many = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  return { code: 'invalid-scenario', detail: `The scenario has ${many}.`, problems };
}

function priceRefusal({ work, of }: Price, mostWork: number): JobRefusal {
  const asked = `This would take ${inMillions(work)} million cell-months; ${inMillions(mostWork)} million are allowed.`;
  const fitting = of ? Math.floor((of.asked * mostWork) / work) : 0;
  const remedy =
    of && fitting >= of.lowest
      ? ` Up to ${fitting} ${of.name} would fit.`
      : ' Fewer months, segments or plans would fit.';
  return { code: 'too-much-work', detail: asked + remedy };
}

function inMillions(work: number): string {
  return (work / 1e6).toPrecision(3);
}

const millisecondsBetweenProgress = 200;
const millisecondsBetweenPartials = 1000;

function coresOfThread(study: Study<unknown>, say: (message: JobMessage) => void): Cores {
  let begun = performance.now();
  let [toldAt, partialAt] = [begun, begun];
  const tell = (words: string, done: number | null) => {
    const now = performance.now();
    if (now - toldAt < millisecondsBetweenProgress) return;
    toldAt = now;
    const secondsLeft = done === null ? null : Math.ceil(((now - begun) * (1 / done - 1)) / 1000);
    say({ kind: 'progress', progress: { words, done, secondsLeft } satisfies JobProgress });
  };
  const tellResult = (result: () => unknown) => {
    const now = performance.now();
    if (!study.hasPartialResults || now - partialAt < millisecondsBetweenPartials) return;
    say({ kind: 'partial', result: JSON.stringify(result()) });
    partialAt = performance.now();
  };
  return {
    run(_request, task, { words, part = { before: 0, of: 1 }, openEnded }) {
      if (part.before === 0) begun = performance.now();
      const inThread = createInThreadExecutor(task, () => Promise.resolve());
      return coordinate(task, [inThread], {
        follow(blocks, result) {
          tell(words(blocks), openEnded ? null : (part.before + blocks / task.blocks) / part.of);
          if (blocks < task.blocks) tellResult(result);
        },
      });
    },
    evaluate: createInThreadEvaluate(() => setImmediate()),
    search: {
      // A job is cancelled by ending its thread.
      signal: new AbortController().signal,
      onProgress: ({ plans, runs, most }) =>
        tell(`${plans} plans measured in ${runs} runs; the search ends at ${most} at the latest`, null),
    },
  };
}
