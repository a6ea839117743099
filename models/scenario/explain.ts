import { quantileOf } from '../core/distributions.ts';
import { KeptError } from '../core/errors.ts';
import { compileFormula, namesInFormula } from '../core/formula.ts';
import {
  type Belief,
  type Distribution,
  type Evidence,
  noSource,
  type Quantity,
  type Scale,
  unstatedSource,
} from '../core/quantity.ts';
import { inputsAtBest, valueAtBest } from './best.ts';
import { describeFree, explainFreeMonths, findFreeQuantities } from './explain-decisions.ts';
import { explainProfile } from './explain-profile.ts';
import { type ListedQuantity, listQuantities, quantityId, readablePath } from './list-quantities.ts';
import type { Named, Scenario, Segment } from './scenario.ts';

/** One number of a scenario, ready to be defended. */
export interface Explanation {
  /** The quantity's id: names joined by dots, such as `segments.Month-to-month.churn`. */
  readonly path: string;
  readonly meaning: string;
  /** Value in a run at best values; `null` where the model works it out, as for joiners that replace leavers. */
  readonly value: number | null;
  readonly unit: string;
  /** 10th and 90th percentile; `null` for what is certain. */
  readonly low80: number | null;
  readonly high80: number | null;
  /** What is believed, in words. */
  readonly distribution: string;
  readonly evidence: Evidence;
  /** `noSource` where the file names none. */
  readonly source: string;
  /** False when the file leaves it out and the default stands. */
  readonly given: boolean;
}

/** Every number of a scenario and every parameter of every mechanism, in the order of the file. */
export function explainScenario(scenario: Scenario): Explanation[] {
  const inputs = inputsAtBest(scenario.inputs);
  const unlisted = new Map(
    scenario.world.segments.map((segment) => [
      quantityId('segments', segment.name, 'acquisitionCost'),
      [...explainUnlisted(segment), ...explainProfile(segment)],
    ]),
  );
  const free = findFreeQuantities(scenario);
  const explained = listQuantities(scenario).flatMap((entry) => {
    const decision = free.get(entry.quantity);
    return [
      {
        ...explainQuantity(entry, scenario.inputs, inputs),
        ...(decision && { distribution: describeFree(decision) }),
      },
      ...(unlisted.get(entry.id) ?? []),
    ];
  });
  return [...explained, ...explainFreeMonths(scenario)];
}

function explainQuantity(
  { id, quantity, meaning, unit }: ListedQuantity,
  inputs: readonly Named<Quantity>[],
  atBest: ReadonlyMap<string, number>,
): Explanation {
  const { belief, evidence, source, given } = quantity;
  const range = rangeOf(belief, inputs);
  return {
    path: readablePath(id),
    meaning,
    value: valueAtBest(belief, atBest),
    unit,
    low80: range?.[0] ?? null,
    high80: range?.[1] ?? null,
    distribution: describeBelief(belief),
    evidence,
    source: source === unstatedSource ? noSource : source,
    given,
  };
}

/** What a segment rests on besides its numbers. */
function explainUnlisted(segment: Segment): Explanation[] {
  const { name, joinersPerMonth, tenure, tenureGiven } = segment;
  const certain = { low80: null, high80: null, evidence: 'assumed' } as const;
  const groups = tenure.map(({ months, share }) => `${Number((100 * share).toPrecision(6))} % at ${months}`);
  const explainedTenure: Explanation = {
    ...certain,
    path: `segments.${name}.tenure`,
    meaning: 'How long customers have been here, on average',
    value: tenure.reduce((sum, { months, share }) => sum + months * share, 0),
    unit: 'months',
    distribution: groups.join(', '),
    source: tenureGiven === false ? 'default: 24 months' : noSource,
    given: tenureGiven !== false,
  };
  if (joinersPerMonth !== 'as many as leave') return [explainedTenure];
  const explainedJoiners: Explanation = {
    ...certain,
    path: `segments.${name}.joiners`,
    meaning: 'Newcomers',
    value: null,
    unit: 'customers/month',
    distribution: 'as many as leave while nothing changes',
    source: 'default: the segment keeps its size',
    given: false,
  };
  return [explainedTenure, explainedJoiners];
}

function rangeOf(belief: Belief, inputs: readonly Named<Quantity>[]): readonly [number, number] | undefined {
  if (belief.kind === 'fixed') return undefined;
  if (belief.kind === 'formula') return rangeOfFormula(belief.tree, inputs);
  // A stated range comes back as it was stated.
  if (belief.kind === 'interval') return [belief.low, belief.high];
  return [quantileOf(belief, 0.1), quantileOf(belief, 0.9)];
}

const gridPoints = 1000;

/**
 * 10th and 90th percentile of a formula, from points spread evenly over its inputs' probabilities.
 *
 * Source  Kronecker sequence with the square roots of primes; error of a percentile below about 1 % of the range
 */
function rangeOfFormula(
  tree: Parameters<typeof compileFormula>[0],
  inputs: readonly Named<Quantity>[],
): readonly [number, number] | undefined {
  const names = namesInFormula(tree);
  const beliefs = names.map((name) => inputs.find((input) => input.name === name)?.quantity.belief);
  const uncertain = beliefs.filter((belief) => belief?.kind !== 'fixed');
  if (uncertain.length === 0) return undefined;
  const formula = compileFormula(tree, names);
  const values = new Float64Array(names.length);
  const results: number[] = [];
  for (let point = 1; point <= gridPoints; point++) {
    beliefs.forEach((belief, index) => {
      values[index] = quantileOf(belief as Distribution, gridProbability(point, index));
    });
    const result = finiteOrNothing(() => formula(values));
    if (result !== undefined) results.push(result);
  }
  results.sort((a, b) => a - b);
  return results.length === 0 ? undefined : [percentile(results, 0.1), percentile(results, 0.9)];
}

/** Percentile of sorted values that stand for the middles of equal shares of probability. */
function percentile(sorted: readonly number[], probability: number): number {
  const position = probability * sorted.length - 0.5;
  const below = Math.max(0, Math.floor(position));
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below] + Math.max(0, position - below) * (sorted[above] - sorted[below]);
}

function finiteOrNothing(compute: () => number): number | undefined {
  try {
    return compute();
  } catch (error) {
    // The engine stops a run on such a draw and says which formula; a table of ranges goes on without it.
    if (error instanceof KeptError) return undefined;
    throw error;
  }
}

const primes = [
  2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97,
];

function gridProbability(point: number, index: number): number {
  // A single input needs no trick: its probabilities are stepped through.
  const step = index === 0 ? 1 / gridPoints : Math.sqrt(primes[index % primes.length]);
  const position = (point - 0.5) * step;
  return Math.min(1 - 1e-9, Math.max(1e-9, position - Math.floor(position)));
}

const scaleNames: { readonly [scale in Scale]: string } = {
  positive: 'lognormal',
  share: 'logit-normal',
  signed: 'normal',
};

/** What is believed about a number, in words: the shape, without its quantiles. */
export function describeBelief(belief: Belief): string {
  switch (belief.kind) {
    case 'fixed':
      return 'certain';
    case 'formula':
      return `= ${belief.text}`;
    case 'interval': {
      const name = scaleNames[belief.scale];
      return belief.best === undefined ? name : `${name} in two pieces around its median`;
    }
    case 'lognormal':
      return `lognormal, sd of log ${belief.sdLog}`;
    case 'normal':
      return `normal, sd ${belief.sd}${describeClip(belief.min, belief.max)}`;
    case 'uniform':
      return 'uniform';
    case 'beta':
      return `beta(${belief.a}, ${belief.b})`;
  }
}

function describeClip(min: number | undefined, max: number | undefined): string {
  if (min === undefined && max === undefined) return '';
  return `, kept within ${min ?? '…'} and ${max ?? '…'}`;
}
