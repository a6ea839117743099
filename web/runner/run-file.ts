import type { Scenario } from '../../models/index.ts';
import type { AllAnswer, Failure } from './runner.ts';
import { createWorkerRunner } from './worker-runner.ts';

/** Runs all plans of a scenario in a worker of its own; resolves to the result as `kept run --json` writes it. */
export function runFile(
  scenario: Scenario,
  progress: (answer: AllAnswer) => void,
  signal: AbortSignal,
): Promise<string> {
  const runner = createWorkerRunner();
  return new Promise<string>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    runner.run(
      { kind: 'all', scenario },
      {
        answer: (answer) => {
          if (answer.kind !== 'all') return;
          progress(answer);
          if (answer.text !== null) resolve(answer.text);
        },
        fail: (failure: Failure) => reject(new Error(failure.message)),
      },
    );
  }).finally(() => runner.stop());
}
