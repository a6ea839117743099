import { digestOf } from '../core/digest.ts';
import { KeptError } from '../core/errors.ts';
import { engineVersion } from '../core/version.ts';
import { createSampler } from '../engine/sample.ts';
import { simulate } from '../engine/simulate.ts';
import { applyDecisions } from '../scenario/decision.ts';
import type { Goal } from '../scenario/goal.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Candidate, createLedger, type Ledger } from './candidate-ledger.ts';
import { createDecisionSpace, type DecisionSpace } from './decision-space.ts';
import { describeDecisions, describePlan } from './describe-optimum.ts';
import { createInThreadEvaluate, type Evaluate, followEvaluate, type SearchOptions } from './evaluate.ts';
import { findBeyondEvidence } from './evidence-range.ts';
import { findFrontier } from './optimise-frontier.ts';
import type { Optimum } from './optimise-result.ts';
import { mostPlans, searchOptimum } from './optimise-search.ts';

export const defaultOptimiseDraws = 128;
export const mostOptimiseDraws = 5000;

export interface OptimiseOptions extends SearchOptions {
  /** Draws on which the best plans are compared, 8 to 5,000; default 128. Worse ones are dropped on fewer. */
  readonly draws?: number;
}

/**
 * Searches the free numbers of the scenario's goal. Deterministic: the same file and draws give the same plan, wherever
 * and in whatever order plans are measured. docs/optimise.md says how.
 *
 * Errors   invalid-argument for a scenario without a goal, and for a number of draws out of range; the signal's reason
 */
export async function optimise(
  scenario: Scenario,
  options: OptimiseOptions = {},
  evaluate: Evaluate = createInThreadEvaluate(() => Promise.resolve()),
): Promise<Optimum> {
  const draws = options.draws ?? defaultOptimiseDraws;
  if (!Number.isInteger(draws) || draws < 8 || draws > mostOptimiseDraws) {
    const message = `the number of draws must be a whole number from 8 to ${mostOptimiseDraws}`;
    throw new KeptError('invalid-argument', message);
  }
  const goal = scenario.optimise;
  if (goal === undefined) {
    const message = 'the scenario says nothing to optimise; add optimise: with plan and maximise or minimise';
    throw new KeptError('invalid-argument', message);
  }
  const own = (scenario.decisions ?? []).filter(({ plan }) => plan === goal.plan);
  const space = createDecisionSpace(own);
  const measure = followEvaluate(evaluate, options, () => mostPlans);
  const ledger = createLedger(goal, (work) => measure(scenario, work));
  const search = await searchOptimum(space, ledger, draws);
  const frontier = await findFrontier(space, ledger, goal, search);
  return describe(scenario, goal, space, ledger, { ...search, frontier, draws });
}

async function describe(
  scenario: Scenario,
  goal: Goal,
  space: DecisionSpace,
  ledger: Ledger,
  found: Awaited<ReturnType<typeof searchOptimum>> & {
    readonly frontier: Optimum['frontier'];
    readonly draws: number;
  },
): Promise<Optimum> {
  const { best, draws } = found;
  const [start] = await ledger.measure([space.start], draws);
  const { title, currency, months } = scenario;
  const gain = ledger.difference(best, start, 0, draws);
  return {
    format: 'kept-optimum/1',
    engine: { version: engineVersion, seed: scenario.seed, draws },
    scenario: { title, digest: digestOf(scenario), currency, months },
    plan: goal.plan,
    goal: { direction: goal.direction, measure: goal.measure },
    feasible: ledger.standing(best, draws).violation === 0,
    best: describePlan(space, ledger, best, draws),
    decisions: await describeDecisions(space, ledger, best, draws),
    start: describePlan(space, ledger, start, draws),
    gain,
    frontier: found.frontier,
    beyondEvidence: beyondEvidence(scenario, goal, space, best),
    work: { plans: ledger.candidates.length, runs: ledger.runs, cutShort: found.cutShort },
  };
}

function beyondEvidence(scenario: Scenario, goal: Goal, space: DecisionSpace, best: Candidate): string[] {
  const plan = scenario.plans.find(({ name }) => name === goal.plan)!;
  const chosen = applyDecisions(plan, space.decisions, best.point);
  return findBeyondEvidence(simulate(scenario, chosen, createSampler(scenario, scenario.seed)('best')));
}

/** The edits that write an optimum's best values into the text it came from; the goal goes, as nothing is left free. */
export function editsOf(
  scenario: Scenario,
  { plan, decisions }: Pick<Optimum, 'plan' | 'decisions'>,
): { readonly path: readonly (string | number)[]; readonly value: unknown }[] {
  const index = scenario.plans.findIndex(({ name }) => name === plan);
  const keyOf = (part: string) => (/^\d+$/.test(part) ? Number(part) : part);
  return [
    ...decisions.map(({ place, value }) => ({
      path: ['plans', index, ...place.split(/[.[\]]+/).map(keyOf)],
      value,
    })),
    { path: ['optimise'], value: undefined },
  ];
}
