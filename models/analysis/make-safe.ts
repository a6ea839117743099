import { digestOf } from '../core/digest.ts';
import { KeptError } from '../core/errors.ts';
import { engineVersion } from '../core/version.ts';
import { parseScenario, rewriteScenario } from '../scenario/on-demand.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { FigureColumn } from './candidate-task.ts';
import { createInThreadEvaluate, type Evaluate, followEvaluate, type SearchOptions } from './evaluate.ts';
import type { SafeFigures, SafeOutcome, SafetyBound, SafetyResult } from './make-safe-result.ts';
import { estimateMean, type MeanEstimate } from './mean-estimate.ts';
import { listSafeWays, type SafeChange, type SafeWay } from './safe-changes.ts';
import { summariseAll } from './summarise.ts';

export const defaultSafeDraws = 128;
export const mostSafeDraws = 5000;

export interface MakeSafeOptions extends SearchOptions {
  readonly plan: string;
  readonly bound: SafetyBound;
  /** Common draws, 20 to 5,000; default 128. */
  readonly draws?: number;
}

/**
 * The smallest change of each kind that brings a plan's chance of loss, or its attrition, under a bound: each alone, on
 * common draws. Every change is written into the file's text and read again, so that what is measured is what the
 * file would say. Wherever it is measured, the result is the same.
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
  const { plan: name, bound, draws = defaultSafeDraws } = options;
  requireOptions(bound, draws);
  const scenario = await read(text);
  const plan = scenario.plans.find((candidate) => candidate.name === name);
  if (!plan)
    throw new KeptError('unknown-plan', `there is no plan named ${JSON.stringify(name)}`, { plan: name });
  const ways = listSafeWays(scenario, plan);
  const most = 1 + ways.reduce((sum, { changes }) => sum + mostTries(changes.length), 0);
  const follow = followEvaluate(evaluate, options, () => most);
  const measureScenario = async (changed: Scenario) => {
    const [values] = await follow(changed, { plan: name, candidates: [[]], columns, from: 0, draws });
    return toRows(values, draws);
  };
  const now = await measureScenario(scenario);
  const isSafe = (rows: Rows) => rows.figures[bound.measure].mean <= bound.atMost;
  const { title, currency, months } = scenario;
  const outcomes: SafeOutcome[] = [];
  if (!isSafe(now)) {
    for (const way of ways) {
      outcomes.push(await tryWay(way, text, now, isSafe, measureScenario));
    }
  }
  return {
    format: 'kept-safe/1',
    engine: { version: engineVersion, seed: scenario.seed, draws },
    scenario: { title, digest: digestOf(scenario), currency, months },
    plan: name,
    bound,
    safe: isSafe(now),
    now: now.figures,
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

const columns = [
  { measure: 'profit' },
  { measure: 'profitWithEquity' },
  { measure: 'attrition' },
  { measure: 'chanceOfLoss' },
] as const satisfies readonly FigureColumn[];

interface Rows {
  readonly values: Float64Array;
  readonly figures: SafeFigures;
}

function toRows(values: Float64Array, draws: number): Rows {
  const mean = (column: number) => estimateMean(draws, (draw) => values[draw * columns.length + column]);
  const profits = Array.from({ length: draws }, (_, draw) => values[draw * columns.length]);
  const { low80, high80 } = summariseAll(profits);
  return {
    values,
    figures: {
      profit: mean(0),
      profitRange: { low80, high80 },
      profitWithEquity: mean(1),
      attrition: mean(2),
      chanceOfLoss: mean(3),
    },
  };
}

async function tryWay(
  way: SafeWay,
  text: string,
  now: Rows,
  isSafe: (rows: Rows) => boolean,
  measureScenario: (scenario: Scenario) => Promise<Rows>,
): Promise<SafeOutcome> {
  const { kind, changes } = way;
  const attempt = async (change: SafeChange) => {
    const parsed = await parseScenario(await rewriteScenario(text, change.edits));
    // A change that the file's rules refuse, such as a step that meets another action, is none.
    return parsed.ok ? measureScenario(parsed.scenario) : undefined;
  };
  if (changes.length === 0) return { kind, found: false, reason: 'does not fit this plan' };
  const found = await firstSafe(changes, attempt, isSafe);
  if (!found) return { kind, found: false, reason: 'does not bring it under the bound' };
  const { change, rows } = found;
  return {
    ...{ kind, found: true, words: change.words, edits: change.edits, figures: rows.figures },
    profitGivenUp: difference(now, rows),
  };
}

interface Found {
  readonly change: SafeChange;
  readonly rows: Rows;
}

/** Of many changes every so many are tried first, then those between the last unsafe and the first safe one. */
const stride = 10;

const strideOf = (count: number) => (count > 2 * stride ? stride : 1);

/** Tries of so many changes, first one a stride, then by halving a stride. */
function mostTries(count: number): number {
  if (count === 0) return 0;
  const step = strideOf(count);
  return Math.ceil((count - 1) / step) + 1 + Math.ceil(Math.log2(step));
}

async function firstSafe(
  changes: readonly SafeChange[],
  attempt: (change: SafeChange) => Promise<Rows | undefined>,
  isSafe: (rows: Rows) => boolean,
): Promise<Found | undefined> {
  const step = strideOf(changes.length);
  const last = changes.length - 1;
  const tries = Array.from({ length: Math.ceil(last / step) + 1 }, (_, k) => Math.min(k * step, last));
  for (const [k, index] of tries.entries()) {
    const rows = await attempt(changes[index]);
    if (!rows || !isSafe(rows)) continue;
    return halve(changes, k === 0 ? -1 : tries[k - 1], { index, rows }, attempt, isSafe);
  }
  return undefined;
}

/** Halves between a change that is not safe and one that is; what is returned has been measured safe. */
async function halve(
  changes: readonly SafeChange[],
  unsafe: number,
  safe: { readonly index: number; readonly rows: Rows },
  attempt: (change: SafeChange) => Promise<Rows | undefined>,
  isSafe: (rows: Rows) => boolean,
): Promise<Found> {
  if (safe.index - unsafe <= 1) return { change: changes[safe.index], rows: safe.rows };
  const middle = Math.floor((unsafe + safe.index) / 2);
  const rows = await attempt(changes[middle]);
  return rows && isSafe(rows)
    ? halve(changes, unsafe, { index: middle, rows }, attempt, isSafe)
    : halve(changes, middle, safe, attempt, isSafe);
}

function difference(now: Rows, changed: Rows): MeanEstimate {
  const draws = now.values.length / columns.length;
  return estimateMean(
    draws,
    (draw) => now.values[draw * columns.length] - changed.values[draw * columns.length],
  );
}

/** What keeps most profit first; what was not found last, in the order of kinds. */
function inOrder(outcomes: readonly SafeOutcome[]): SafeOutcome[] {
  const kept = (outcome: SafeOutcome) =>
    outcome.found ? outcome.figures.profit.mean : Number.NEGATIVE_INFINITY;
  return [...outcomes].sort((a, b) => (kept(a) === kept(b) ? 0 : kept(a) > kept(b) ? -1 : 1));
}
