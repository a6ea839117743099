import { canGoBeyond, writeDecision } from '../scenario/decision.ts';
import {
  type Candidate,
  excessOf,
  isBetter,
  type Ledger,
  objectiveColumn,
  standardColumns,
} from './candidate-ledger.ts';
import { type DecisionSpace, type Point, stepOf } from './decision-space.ts';
import type { DecisionResult, KeptCondition, MeasuredPlan } from './optimise-result.ts';

export function writeValues(space: DecisionSpace, point: Point): (number | string)[] {
  return point.map((value, k) => writeDecision(space.decisions[k], value));
}

/** The figures of a plan, and how it stands with each condition. */
export function describePlan(
  space: DecisionSpace,
  ledger: Ledger,
  candidate: Candidate,
  draws: number,
): MeasuredPlan {
  const mean = (column: number) => ledger.mean(candidate, column, draws);
  return {
    values: writeValues(space, candidate.point),
    objective: mean(objectiveColumn),
    profit: mean(standardColumns.profit),
    profitWithEquity: mean(standardColumns.profitWithEquity),
    attrition: mean(standardColumns.attrition),
    chanceOfLoss: mean(standardColumns.chanceOfLoss),
    keep: ledger.conditions.map(({ keep, column }): KeptCondition => {
      const figure = mean(column);
      const excess = excessOf(keep, figure.mean);
      const { segment } = ledger.columns[column];
      return {
        measure: keep.measure,
        ...(segment !== undefined && { segment }),
        bound: keep.bound,
        value: keep.value,
        ...figure,
        kept: excess <= 0,
        binding: Math.abs(excess) <= Math.max(figure.error, Math.abs(keep.value) / 100),
      };
    }),
  };
}

const halvings = 7;

/**
 * Each decision at its best: whether that is a bound beyond which a file could go, and between which values the goal is
 * as good while the others stay. As good means: every condition is kept, and the goal falls short by no more than one
 * hundredth of its best mean or one standard error of the difference on common draws, whichever is more. Both ends are found by
 * halving the way to the bound seven times at most.
 */
export async function describeDecisions(
  space: DecisionSpace,
  ledger: Ledger,
  best: Candidate,
  draws: number,
): Promise<DecisionResult[]> {
  const [standing, objective] = [
    ledger.standing(best, draws),
    ledger.mean(best, objectiveColumn, draws).mean,
  ];
  const isAsGood = async (point: Point) => {
    const [candidate] = await ledger.measure([point], draws);
    const other = ledger.standing(candidate, draws);
    if (other.violation > standing.violation) return false;
    if (isBetter(other, standing)) return true;
    const { error } = ledger.difference(candidate, best, objectiveColumn, draws);
    return standing.score - other.score <= Math.max(Math.abs(objective) / 100, error);
  };
  const results: DecisionResult[] = [];
  for (const [k, decision] of space.decisions.entries()) {
    const { low, high } = decision.bounds;
    const value = best.point[k];
    const end = value === low ? 'low' : value === high ? 'high' : null;
    const write = (at: number) => writeDecision(decision, at);
    const reach = async (bound: number) =>
      write(await flatEnd(value, bound, stepOf(decision.bounds), set(best.point, k), isAsGood));
    results.push({
      place: decision.place,
      ...{ value: write(value), low: write(low), high: write(high) },
      onBound: end !== null && canGoBeyond(decision, end) ? end : null,
      flatFrom: await reach(low),
      flatTo: await reach(high),
    });
  }
  return results;
}

const set = (point: Point, k: number) => (value: number) => point.map((own, j) => (j === k ? value : own));

/** The value furthest towards a bound that is as good, by halving on the decision's grid. */
async function flatEnd(
  value: number,
  bound: number,
  step: number,
  at: (value: number) => Point,
  isAsGood: (point: Point) => Promise<boolean>,
): Promise<number> {
  if (value === bound || (await isAsGood(at(bound)))) return bound;
  let [good, bad] = [value, bound];
  for (let k = 0; k < halvings && Math.abs(bad - good) > step; k++) {
    const middle = Number((Math.round((good + bad) / 2 / step) * step).toPrecision(12));
    if (middle === good || middle === bad) break;
    if (await isAsGood(at(middle))) good = middle;
    else bad = middle;
  }
  return good;
}
