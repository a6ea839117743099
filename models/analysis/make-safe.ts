import { digestOf } from '../core/digest.ts';
import { KeptError } from '../core/errors.ts';
import { engineVersion } from '../core/version.ts';
import { parseScenario, rewriteScenario } from '../scenario/on-demand.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { createInThreadEvaluate, type Evaluate, followEvaluate, type SearchOptions } from './evaluate.ts';
import type { SafeOutcome, SafetyBound, SafetyResult } from './make-safe-result.ts';
import { estimateMean, type MeanEstimate } from './mean-estimate.ts';
import { defaultDraws } from './run.ts';
import { listSafeWays, type SafeChange, type SafeWay } from './safe-changes.ts';
import {
  createTrial,
  drawsOf,
  figureAt,
  isSafe,
  type SafeRows,
  type SafeTrial,
  safeColumns,
  summariseRows,
} from './safe-trial.ts';

/** Those of a run, so that a plan found safe is safe in the verdict over it. */
export const defaultSafeDraws = defaultDraws;
export const mostSafeDraws = 5000;

export interface MakeSafeOptions extends SearchOptions {
  readonly plan: string;
  readonly bound: SafetyBound;
  /** Common draws, 20 to 5,000; default 1,000. */
  readonly draws?: number;
  /** Measures the plan as if it were the file's only one, as the page does; otherwise among all, as a run of the file. */
  readonly alone?: boolean;
}

/**
 * The smallest change of each kind that brings a plan's chance of loss, or its attrition, under a bound: each alone, on
 * common draws. Every change is written into the file's text and read again, so that what is measured is what the
 * file would say. Few draws may rule a change out; what is found is under the bound on all of them, which are the first
 * of a run. Wherever it is measured, the result is the same.
 *
 * Inputs   text, a valid scenario file; `plan`, one of its plans; figures are means over draws
 * Errors   invalid-argument for a text with problems and for draws or a bound out of range; unknown-plan; the signal's
 *          reason
 */
export async function makeSafe(
  text: string,
  options: MakeSafeOptions,
  evaluate: Evaluate = createInThreadEvaluate(() => Promise.resolve()),
): Promise<SafetyResult> {
  const { plan: name, bound, draws = defaultSafeDraws, alone = false } = options;
  requireOptions(bound, draws);
  const scenario = await read(text);
  const plan = scenario.plans.find((candidate) => candidate.name === name);
  if (!plan)
    throw new KeptError('unknown-plan', `there is no plan named ${JSON.stringify(name)}`, { plan: name });
  const ways = listSafeWays(scenario, plan);
  const most = 1 + ways.reduce((sum, { changes }) => sum + mostTries(changes.length), 0);
  const follow = followEvaluate(evaluate, options, () => most);
  const measureIn = (changed: Scenario) => {
    const plans = alone ? changed.plans.filter((one) => one.name === name) : changed.plans;
    const measured = { ...changed, plans };
    return async (from: number, count: number) => {
      const work = { plan: name, candidates: [[]], columns: safeColumns, from, draws: count };
      const [rows] = await follow(measured, work);
      return rows;
    };
  };
  const now = await createTrial(draws, bound, measureIn(scenario)).all();
  const safe = isSafe(now, bound);
  const attempt = async ({ edits }: SafeChange) => {
    const parsed = await parseScenario(await rewriteScenario(text, edits));
    // A change that the file's rules refuse, such as a step that meets another action, is none.
    return parsed.ok ? createTrial(draws, bound, measureIn(parsed.scenario)) : undefined;
  };
  const outcomes: SafeOutcome[] = [];
  for (const way of safe ? [] : ways) outcomes.push(await tryWay(way, now, bound, attempt));
  const { title, currency, months } = scenario;
  return {
    format: 'kept-safe/1',
    engine: { version: engineVersion, seed: scenario.seed, draws },
    scenario: { title, digest: digestOf(scenario), currency, months },
    plan: name,
    bound,
    safe,
    now: summariseRows(now),
    outcomes: inOrder(outcomes),
  };
}

function requireOptions({ atMost }: SafetyBound, draws: number): void {
  if (!Number.isInteger(draws) || draws < 20 || draws > mostSafeDraws) {
    const message = `the number of draws must be a whole number from 20 to ${mostSafeDraws}`;
    throw new KeptError('invalid-argument', message);
  }
  if (!(atMost >= 0 && atMost < 1)) throw new KeptError('invalid-argument', 'a bound is a share from 0 to 1');
}

async function read(text: string): Promise<Scenario> {
  const parsed = await parseScenario(text);
  if (parsed.ok) return parsed.scenario;
  const [{ path, message }] = parsed.problems;
  throw new KeptError('invalid-argument', `the text has problems: ${path} ${message}`);
}

/** Tries a changed plan; `undefined` where the file's rules refuse the change. */
type Attempt = (change: SafeChange) => Promise<SafeTrial | undefined>;

async function tryWay(
  { kind, changes }: SafeWay,
  now: SafeRows,
  bound: SafetyBound,
  attempt: Attempt,
): Promise<SafeOutcome> {
  if (changes.length === 0) return { kind, found: false, reason: 'does not fit this plan' };
  const found = await firstSafe(changes, now, bound, rememberTrials(changes, attempt));
  if (!found) return { kind, found: false, reason: 'does not bring it under the bound' };
  const { change, rows } = found;
  return {
    ...{ kind, found: true, words: change.words, edits: change.edits, figures: summariseRows(rows) },
    profitGivenUp: difference(now, rows),
  };
}

interface Found {
  readonly change: SafeChange;
  readonly rows: SafeRows;
}

type TrialAt = (index: number) => Promise<SafeTrial | undefined>;

function rememberTrials(changes: readonly SafeChange[], attempt: Attempt): TrialAt {
  const trials = new Map<number, Promise<SafeTrial | undefined>>();
  return (index) => {
    const trial = trials.get(index) ?? attempt(changes[index]);
    trials.set(index, trial);
    return trial;
  };
}

/** Of many changes every so many are tried first, then those between the last unsafe and the first safe one. */
const stride = 10;

const strideOf = (count: number) => (count > 2 * stride ? stride : 1);

/** Tries of so many changes: one a stride, then by halving a stride, which may be another one on all draws. */
function mostTries(count: number): number {
  if (count === 0) return 0;
  const step = strideOf(count);
  return Math.ceil((count - 1) / step) + 1 + 2 * Math.ceil(Math.log2(step));
}

/** The first change that is safe on all draws. Few draws may settle what is sought; where all of them then speak against it, all do. */
async function firstSafe(
  changes: readonly SafeChange[],
  now: SafeRows,
  bound: SafetyBound,
  trialAt: TrialAt,
): Promise<Found | undefined> {
  const judge = async (index: number) => (await (await trialAt(index))?.judge(now)) ?? false;
  const measure = async (index: number) => {
    const rows = await (await trialAt(index))?.all();
    return rows !== undefined && isSafe(rows, bound);
  };
  let index = await firstWhere(judge, changes.length);
  if (index !== undefined && !(await measure(index))) index = await firstWhere(measure, changes.length);
  if (index === undefined) return undefined;
  return { change: changes[index], rows: await (await trialAt(index))!.all() };
}

/** The first of so many for which something holds that holds for all later ones. */
async function firstWhere(
  holds: (index: number) => Promise<boolean>,
  count: number,
): Promise<number | undefined> {
  const step = strideOf(count);
  const last = count - 1;
  for (let [before, at] = [-1, 0]; before < last; [before, at] = [at, Math.min(at + step, last)]) {
    if (await holds(at)) return halve(holds, before, at);
  }
  return undefined;
}

/** Halves between one for which it does not hold and one for which it does. */
async function halve(
  holds: (index: number) => Promise<boolean>,
  without: number,
  found: number,
): Promise<number> {
  if (found - without <= 1) return found;
  const middle = Math.floor((without + found) / 2);
  return (await holds(middle)) ? halve(holds, without, middle) : halve(holds, middle, found);
}

function difference(now: SafeRows, changed: SafeRows): MeanEstimate {
  const [before, after] = [figureAt(now, 'profit'), figureAt(changed, 'profit')];
  return estimateMean(drawsOf(now), (draw) => before(draw) - after(draw));
}

/** What keeps most profit first; what was not found last, in the order of kinds. */
function inOrder(outcomes: readonly SafeOutcome[]): SafeOutcome[] {
  const kept = (outcome: SafeOutcome) =>
    outcome.found ? outcome.figures.profit.mean : Number.NEGATIVE_INFINITY;
  return [...outcomes].sort((a, b) => (kept(a) === kept(b) ? 0 : kept(a) > kept(b) ? -1 : 1));
}
