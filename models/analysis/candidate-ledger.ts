import type { Goal, Keep } from '../scenario/goal.ts';
import type { CandidateWork, FigureColumn } from './candidate-task.ts';
import type { Point } from './decision-space.ts';
import { estimateMean, type MeanEstimate } from './mean-estimate.ts';

/** A plan that has been measured, on the first `draws` of the common draws. */
export interface Candidate {
  readonly point: Point;
  rows: Float64Array;
  draws: number;
}

/** One condition of one segment, or of the firm. */
export interface Condition {
  readonly keep: Keep;
  readonly column: number;
}

/** How good a candidate is: first whether, and by how much, it breaks conditions; then its score, more is better. */
export interface Standing {
  readonly violation: number;
  readonly score: number;
}

/** Remembers every plan that was measured, so that none is run twice on the same draws. */
export interface Ledger {
  readonly columns: readonly FigureColumn[];
  readonly conditions: readonly Condition[];
  readonly runs: number;
  readonly candidates: readonly Candidate[];
  /** These points, each measured on at least so many draws; points that stand twice come once. */
  measure(points: readonly Point[], draws: number): Promise<Candidate[]>;
  standing(candidate: Candidate, draws: number): Standing;
  /** The best of some on their first draws; the first of equals. */
  best(candidates: readonly Candidate[], draws: number): Candidate;
  mean(candidate: Candidate, column: number, draws: number): MeanEstimate;
  /** One candidate less another, draw by draw. */
  difference(one: Candidate, other: Candidate, column: number, draws: number): MeanEstimate;
}

/** Columns that every candidate has, in this order, before those of the conditions. */
export const objectiveColumn = 0;
export const standardColumns = {
  profit: 1,
  profitWithEquity: 2,
  attrition: 3,
  chanceOfLoss: 4,
} as const;

export function createLedger(
  goal: Goal,
  evaluate: (work: CandidateWork) => Promise<readonly Float64Array[]>,
): Ledger {
  const { columns, conditions } = layOut(goal);
  const known = new Map<string, Candidate>();
  const figures = createFigures(goal, columns, conditions);
  let runs = 0;
  const extend = async (candidates: readonly Candidate[], draws: number) => {
    for (const from of [...new Set(candidates.map((candidate) => candidate.draws))]) {
      const batch = candidates.filter((candidate) => candidate.draws === from);
      const work = { plan: goal.plan, candidates: batch.map(({ point }) => point), columns, from };
      const results = await evaluate({ ...work, draws: draws - from });
      runs += batch.length * (draws - from);
      batch.forEach((candidate, k) => {
        candidate.rows = joined(candidate.rows, results[k]);
        candidate.draws = draws;
      });
    }
    figures.setScales(candidates, draws);
  };
  return {
    columns,
    conditions,
    get runs() {
      return runs;
    },
    get candidates() {
      return [...known.values()];
    },
    async measure(points, draws) {
      const wanted = new Map(points.map((point) => [point.join(), point]));
      for (const [key, point] of wanted) {
        if (!known.has(key)) known.set(key, { point, rows: new Float64Array(), draws: 0 });
      }
      const candidates = [...wanted.keys()].map((key) => known.get(key)!);
      const lacking = candidates.filter((candidate) => candidate.draws < draws);
      if (lacking.length > 0) await extend(lacking, draws);
      return candidates;
    },
    ...figures,
  };
}

/** What measured candidates come to. */
function createFigures(goal: Goal, columns: readonly FigureColumn[], conditions: readonly Condition[]) {
  const scales = new Map<number, number>();
  const mean = (candidate: Candidate, column: number, draws: number) =>
    estimateMean(draws, (draw) => candidate.rows[draw * columns.length + column]);
  const standing = (candidate: Candidate, draws: number): Standing => {
    const broken = conditions.map(({ keep, column }) => {
      const excess = excessOf(keep, mean(candidate, column, draws).mean);
      return excess <= 0 ? 0 : excess / scales.get(column)!;
    });
    const { mean: objective } = mean(candidate, objectiveColumn, draws);
    return {
      violation: broken.reduce((sum, value) => sum + value, 0),
      score: goal.direction === 'maximise' ? objective : -objective,
    };
  };
  return {
    mean,
    standing,
    best(candidates: readonly Candidate[], draws: number): Candidate {
      const standings = new Map(candidates.map((candidate) => [candidate, standing(candidate, draws)]));
      return candidates.reduce((best, candidate) =>
        isBetter(standings.get(candidate)!, standings.get(best)!) ? candidate : best,
      );
    },
    difference: (one: Candidate, other: Candidate, column: number, draws: number) =>
      estimateMean(draws, (draw) => {
        const at = draw * columns.length + column;
        return one.rows[at] - other.rows[at];
      }),
    setScales: (candidates: readonly Candidate[], draws: number) =>
      setScales(scales, conditions, candidates, (candidate, column) => mean(candidate, column, draws).mean),
  };
}

function layOut({ measure, keep }: Goal) {
  const columns: FigureColumn[] = [
    { measure },
    { measure: 'profit' },
    { measure: 'profitWithEquity' },
    { measure: 'attrition' },
    { measure: 'chanceOfLoss' },
  ];
  const conditions = keep.flatMap((condition) =>
    (condition.segments ?? [undefined]).map((segment): Condition => {
      columns.push({ measure: condition.measure, ...(segment !== undefined && { segment }) });
      return { keep: condition, column: columns.length - 1 };
    }),
  );
  return { columns, conditions };
}

/** How far a mean lies beyond its bound; 0 or less where the condition is kept. */
export function excessOf({ bound, value }: Keep, mean: number): number {
  return bound === 'atMost' ? mean - value : value - mean;
}

/**
 * Conditions in money and in shares are weighed by how much they differ among the first plans measured: one measure
 * of each that moves about as much as the next.
 */
function setScales(
  scales: Map<number, number>,
  conditions: readonly Condition[],
  candidates: readonly Candidate[],
  meanOf: (candidate: Candidate, column: number) => number,
): void {
  for (const { column, keep } of conditions) {
    if (scales.has(column)) continue;
    const means = candidates.map((candidate) => meanOf(candidate, column));
    const range = Math.max(...means) - Math.min(...means);
    scales.set(column, range > 0 ? range : Math.abs(keep.value) || 1);
  }
}

/**
 * Whether one standing beats another: a plan that keeps its conditions beats one that does not; of two that do not,
 * the one that breaks them less; of two that do, the one with the better score.
 *
 * Source  Deb (2000), An efficient constraint handling method for genetic algorithms
 */
export function isBetter(one: Standing, other: Standing): boolean {
  if (one.violation !== other.violation) return one.violation < other.violation;
  return one.score > other.score;
}

function joined(first: Float64Array, second: Float64Array): Float64Array {
  const all = new Float64Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
