import { createBestRun, type Scenario } from '../../models/index.ts';
import { whenIdle } from './idle.ts';
import { type BestAnswer, type BestRequest, failureOf, type Runner } from './runner.ts';

/** Runs after which a browser has compiled the engine; the first take some five times as long as those that follow. */
const rehearsals = 60;

/**
 * Runs at best values in the page itself, at once; doing nothing is computed once a scenario. What is run first is run
 * again whenever the page is idle, so that it is not the first hand on the fader that waits for the compiler.
 *
 * Inputs  idle, when to rehearse
 */
export function createPageRunner(
  idle: (rehearse: () => void) => void = whenIdle,
): Runner<BestRequest, BestAnswer> {
  let prepared: { readonly scenario: Scenario; readonly run: ReturnType<typeof createBestRun> } | null = null;
  let rehearsed: (() => void) | null = null;
  let left = rehearsals;

  const rehearse = () => {
    rehearsed?.();
    left--;
    if (left > 0) idle(rehearse);
    else rehearsed = () => {};
  };

  return {
    run({ scenario, plan }, listener) {
      try {
        if (prepared?.scenario !== scenario) prepared = { scenario, run: createBestRun(scenario) };
        const { run } = prepared;
        listener.answer(run.figures(plan));
        if (rehearsed) return;
        rehearsed = () => run.figures(plan);
        idle(rehearse);
      } catch (error) {
        listener.fail(failureOf(error));
      }
    },
    cancel() {},
    stop() {
      left = 0;
    },
  };
}
