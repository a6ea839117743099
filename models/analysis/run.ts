import { digestOf } from '../core/digest.ts';
import { KeptError } from '../core/errors.ts';
import { engineVersion } from '../core/version.ts';
import { createSampler } from '../engine/sample.ts';
import { doNothing, simulate, type Trajectory } from '../engine/simulate.ts';
import type { Plan, Scenario } from '../scenario/scenario.ts';
import { type DrawsTask, drawsOf, mostDraws, requireDraws } from './draws.ts';
import { findBeyondEvidence } from './evidence-range.ts';
import { computeImpact } from './impact.ts';
import { createPlanComparison } from './plan-comparison.ts';
import { createRecorder } from './record.ts';
import type { RunResult } from './result.ts';
import { createStopRule, type StopRule } from './stop-rule.ts';
import { createFigure, type Figure } from './summarise.ts';
import { createDots, figuresOf, profitAt, summarisePlan } from './summarise-plan.ts';
import { type Collector, runTask } from './task.ts';

export const defaultDraws = 1000;

export interface RunOptions {
  /** 1 to 1,000,000; default 1,000, or as many as `untilError` needs. */
  readonly draws?: number;
  /** Stop when the standard error of every chance of loss is below this share; see `createStopRule`. */
  readonly untilError?: number;
  /** Seed text instead of the scenario's own. */
  readonly seed?: string;
  /** Names of the plans to run beside `do nothing`; default all. */
  readonly plans?: readonly string[];
}

/** Draw by draw, the figures of each plan. */
export type RunPart = readonly (readonly Float64Array[])[];

/**
 * The run of `do nothing` and of the scenario's plans on common draws, as a task. Its result so far is that of a run
 * with fewer draws.
 *
 * Errors  invalid-argument for a number of draws or an error out of range; unknown-plan
 */
export function createRunTask(scenario: Scenario, options: RunOptions = {}): DrawsTask<RunPart, RunResult> {
  const { untilError } = options;
  const rule = untilError === undefined ? undefined : createStopRule(untilError);
  const most = requireDraws(options.draws ?? (rule ? mostDraws : defaultDraws));
  const draws = rule ? Math.min(most, rule.draws) : most;
  const seed = options.seed ?? scenario.seed;
  const plans = [doNothing, ...selectPlans(scenario, options.plans)];
  const sampleAt = createSampler(scenario, seed);
  const record = createRecorder(scenario);
  const computeDraw = (draw: number) => {
    const sample = sampleAt(draw);
    let baseline: Trajectory | undefined;
    return plans.map((plan) => {
      const run = simulate(scenario, plan, sample, undefined, undefined, baseline);
      const impact = baseline && computeImpact(run, baseline);
      baseline ??= run;
      return Float64Array.from(figuresOf(record(run, sample, impact), scenario.months));
    });
  };
  return {
    ...drawsOf(draws, plans.length, computeDraw),
    collect: () => createCollector(scenario, seed, plans, rule),
  };
}

/** Runs all draws in this thread. */
export function runScenario(scenario: Scenario, options: RunOptions = {}): RunResult {
  return runTask(createRunTask(scenario, options));
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

function createCollector(
  scenario: Scenario,
  seed: string,
  plans: readonly Plan[],
  rule: StopRule | undefined,
): Collector<RunPart, RunResult> {
  const figures: (readonly Figure[])[] = [];
  const dots = plans.map(createDots);
  const comparison = createPlanComparison(plans.map(({ name }) => name));
  const losses = plans.slice(1).map(() => 0);
  let draws = 0;
  let described: Pick<RunResult, 'scenario'> | undefined;
  let beyond: readonly (readonly string[])[] | undefined;
  return {
    get enough() {
      return rule?.isMet(losses, draws) ?? false;
    },
    add(part) {
      for (const draw of part) {
        draws++;
        for (const [p, values] of draw.entries()) {
          figures[p] ??= Array.from(values, createFigure);
          for (const [k, figure] of figures[p].entries()) figure.add(values[k]);
          if (p === 0) continue;
          dots[p].add(values);
          if (values[profitAt] < 0) losses[p - 1]++;
        }
        comparison.add(draw.map((values, p) => (p === 0 ? 0 : values[profitAt])));
      }
    },
    get held() {
      const inFigures = figures.flat().reduce((sum, figure) => sum + figure.held, 0);
      return dots.reduce((sum, { held }) => sum + held, inFigures);
    },
    result() {
      described ??= { scenario: describe(scenario) };
      beyond ??= findAllBeyond(scenario, seed, plans);
      const results = plans.map((plan, p) => {
        const shown = p === 0 ? undefined : { dots: dots[p].pick(), beyondEvidence: beyond![p] };
        return summarisePlan(plan, scenario, figures[p], draws, shown);
      });
      const stop = rule && { untilError: rule.untilError, reached: rule.isMet(losses, draws) };
      return {
        format: 'kept-result/1',
        engine: { version: engineVersion, seed, draws, ...(stop && { stop }) },
        ...described,
        plans: results,
        ...(plans.length > 2 && { comparison: comparison.result() }),
      };
    },
  };
}

function describe(scenario: Scenario): RunResult['scenario'] {
  const { title, currency, months, start } = scenario;
  const digest = digestOf(scenario);
  return { title, digest, currency, months, ...(start === undefined ? {} : { start }) };
}

/** By plan, why its figures lie beyond the evidence, as a run at best values shows. */
function findAllBeyond(scenario: Scenario, seed: string, plans: readonly Plan[]) {
  const atBest = createSampler(scenario, seed)('best');
  return plans.map((plan, p) => (p === 0 ? [] : findBeyondEvidence(simulate(scenario, plan, atBest))));
}
