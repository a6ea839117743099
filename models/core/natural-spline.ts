import { normalQuantile } from './numbers.ts';

/** Where knots stand, as probabilities; a straight line needs none. Source: Harrell (2015), table 2.3. */
const knotProbabilities: readonly (readonly number[])[] = [
  [],
  [0.1, 0.5, 0.9],
  [0.05, 0.275, 0.5, 0.725, 0.95],
  [0.025, 0.1833, 0.3417, 0.5, 0.6583, 0.8167, 0.975],
];

/**
 * Normal scores of values: the quantile of the standard normal at each one's rank; equal values share a score.
 *
 * Equation  Φ⁻¹((rank − ½)/n)
 */
export function normalScores(values: ArrayLike<number>): Float64Array {
  const count = values.length;
  const order = Array.from({ length: count }, (_, row) => row).sort((a, b) => values[a] - values[b] || a - b);
  const scores = new Float64Array(count);
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && values[order[to]] === values[order[from]]) to++;
    const score = normalQuantile((from + to) / 2 / count);
    for (; from < to; from++) scores[order[from]] = score;
  }
  return scores;
}

/**
 * Bases of functions of normal scores: the constant, straight lines, and natural cubic splines with 3, 5 and 7 knots.
 *
 * Returns  one set of columns for each, orthonormal over the rows; columns that add nothing are left out
 * Source   Hastie, Tibshirani & Friedman (2009), The elements of statistical learning, 5.2.1
 */
export function createSplineBases(scores: Float64Array): Float64Array[][] {
  const constant = scores.map(() => 1);
  return [
    orthonormalise([constant]),
    ...knotProbabilities.map((probabilities) =>
      orthonormalise([constant, scores, ...curvesOf(scores, probabilities.map(normalQuantile))]),
    ),
  ];
}

/** Functions that are cubic between the knots and straight beyond them. */
function curvesOf(scores: Float64Array, knots: readonly number[]): Float64Array[] {
  const last = knots.length - 1;
  const cube = (x: number) => (x > 0 ? x * x * x : 0);
  const bend = (z: number, k: number) =>
    (cube(z - knots[k]) - cube(z - knots[last])) / (knots[last] - knots[k]);
  return knots.slice(0, -2).map((_, k) => scores.map((z) => bend(z, k) - bend(z, last - 1)));
}

/** Modified Gram–Schmidt, twice over for accuracy. */
function orthonormalise(columns: readonly Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const column of columns) {
    const rest = column.slice();
    for (const _pass of [1, 2]) {
      for (const earlier of done) addTo(rest, earlier, -dot(rest, earlier));
    }
    const size = Math.sqrt(dot(rest, rest));
    if (size > 1e-9 * Math.sqrt(dot(column, column))) done.push(rest.map((value) => value / size));
  }
  return done;
}

/** target + factor · column, in place. */
export function addTo(target: Float64Array, column: Float64Array, factor: number): void {
  for (let row = 0; row < target.length; row++) target[row] += factor * column[row];
}

export function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < left.length; row++) sum += left[row] * right[row];
  return sum;
}
