import { createBestRun, type Scenario } from '../../models/index.ts';
import { type BestAnswer, type BestRequest, failureOf, type Runner } from './runner.ts';

/** Runs at best values in the page itself, at once; doing nothing is computed once a scenario. */
export function createPageRunner(): Runner<BestRequest, BestAnswer> {
  let prepared: { readonly scenario: Scenario; readonly run: ReturnType<typeof createBestRun> } | null = null;
  return {
    run({ scenario, plan }, listener) {
      try {
        if (prepared?.scenario !== scenario) prepared = { scenario, run: createBestRun(scenario) };
        listener.answer(prepared.run.figures(plan));
      } catch (error) {
        listener.fail(failureOf(error));
      }
    },
    cancel() {},
    stop() {},
  };
}
