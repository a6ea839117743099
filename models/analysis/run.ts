import { digestOf } from '../core/digest.ts';
import { KeptError } from '../core/errors.ts';
import { engineVersion } from '../core/version.ts';
import { createSampler } from '../engine/sample.ts';
import { doNothing, simulate, type Trajectory } from '../engine/simulate.ts';
import type { Plan, Scenario } from '../scenario/scenario.ts';
import { findBeyondEvidence } from './evidence-range.ts';
import { computeImpact } from './impact.ts';
import { createRecorder, type DrawRecord } from './record.ts';
import type { PlanResult, RunResult } from './result.ts';
import { summarisePlan } from './summarise-plan.ts';

export const defaultDraws = 1000;
/** What fits a default heap with every draw kept. */
export const mostDraws = 20_000;

export interface RunOptions {
  /** 1 to 20,000; default 1,000. */
  readonly draws?: number;
  /** Seed text instead of the scenario's own. */
  readonly seed?: string;
  /** Names of the plans to run beside `do nothing`; default all. */
  readonly plans?: readonly string[];
}

/** A run that can be advanced bit by bit; its result so far is that of a run with fewer draws. */
export interface Run {
  readonly draws: number;
  readonly done: number;
  /** Adds up to this many draws. */
  advance(draws: number): void;
  /** Needs at least one draw. */
  result(): RunResult;
}

/**
 * Prepares a run of `do nothing` and of the scenario's plans on common draws.
 *
 * Errors  invalid-argument for a number of draws out of range; unknown-plan
 */
export function createRun(scenario: Scenario, options: RunOptions = {}): Run {
  const draws = options.draws ?? defaultDraws;
  if (!Number.isInteger(draws) || draws < 1 || draws > mostDraws) {
    throw new KeptError(
      'invalid-argument',
      `the number of draws must be a whole number from 1 to ${mostDraws}`,
    );
  }
  const seed = options.seed ?? scenario.seed;
  const plans = [doNothing, ...selectPlans(scenario, options.plans)];
  const sampleAt = createSampler(scenario, seed);
  const record = createRecorder(scenario);
  const records: DrawRecord[][] = plans.map(() => []);
  let done = 0;
  return {
    draws,
    get done() {
      return done;
    },
    advance(count) {
      for (const end = Math.min(draws, done + count); done < end; done++) {
        const sample = sampleAt(done);
        let baseline: Trajectory | undefined;
        plans.forEach((plan, index) => {
          const run = simulate(scenario, plan, sample, undefined, undefined, baseline);
          records[index].push(record(run, sample, baseline && computeImpact(run, baseline)));
          baseline ??= run;
        });
      }
    },
    result: () => createResult(scenario, seed, plans, records),
  };
}

/** Runs all draws at once. */
export function runScenario(scenario: Scenario, options: RunOptions = {}): RunResult {
  const run = createRun(scenario, options);
  run.advance(run.draws);
  return run.result();
}

/** The result as text: the same bytes from the command line, a worker and the page. */
export function formatResult(result: RunResult): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}

function selectPlans(scenario: Scenario, names: readonly string[] | undefined): readonly Plan[] {
  if (!names) return scenario.plans;
  return names
    .filter((name) => name !== doNothing.name)
    .map((name) => {
      const plan = scenario.plans.find((candidate) => candidate.name === name);
      if (!plan)
        throw new KeptError('unknown-plan', `there is no plan named ${JSON.stringify(name)}`, { plan: name });
      return plan;
    });
}

function createResult(
  scenario: Scenario,
  seed: string,
  plans: readonly Plan[],
  records: readonly (readonly DrawRecord[])[],
): RunResult {
  const atBest = createSampler(scenario, seed)('best');
  const results: PlanResult[] = plans.map((plan, index) => {
    const beyond = index === 0 ? [] : findBeyondEvidence(simulate(scenario, plan, atBest));
    return summarisePlan(plan.name, scenario, records[index], beyond);
  });
  const { title, currency, months, start } = scenario;
  return {
    format: 'kept-result/1',
    engine: { version: engineVersion, seed, draws: records[0].length },
    scenario: {
      title,
      digest: digestOf(scenario),
      currency,
      months,
      ...(start === undefined ? {} : { start }),
    },
    plans: results,
  };
}
