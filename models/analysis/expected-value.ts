import { addTo, createSplineBases, dot, normalScores } from '../core/natural-spline.ts';
import type { StreamKey } from '../core/random.ts';
import { resample, resamples } from './sobol-indices.ts';

/** What knowledge is worth before a choice, in the unit of the benefits. */
export interface KnowledgeValue {
  readonly value: number;
  /** Standard error. */
  readonly error: number;
  /** Whether the value is more than two standard errors. */
  readonly distinct: boolean;
}

/** Benefits of each option, draw by draw; one option may be all 0. */
export type Benefits = readonly Float64Array[];

/**
 * Expected value of perfect information: of choosing the best option in each draw instead of the one best on average.
 *
 * Equation  mean(max over options) − max over options(mean)
 * Source    Raiffa & Schlaifer (1961)
 */
export function estimatePerfectInformation(benefits: Benefits): KnowledgeValue {
  const best = bestOnAverage(benefits);
  const gains = maxima(benefits).map((most, row) => most - benefits[best][row]);
  const value = meanOf(gains);
  const squares = gains.reduce((sum, gain) => sum + (gain - value) * (gain - value), 0);
  return toValue(value, Math.sqrt(squares / Math.max(1, gains.length - 1) / gains.length));
}

/**
 * Expected value of perfect information about one input, by regression: each option's benefit is smoothed against the
 * input, and the best smoothed option is chosen draw by draw. The smooth is a natural cubic spline of the input's normal
 * scores; its size, from constant to seven knots, is the one with the least Bayesian information criterion for any
 * option. Where one option is best at every value of the input, the value is exactly 0.
 *
 * Inputs    the input and the benefits in the same draws; key of the resampling
 * Returns   never below 0; error from 200 bootstrap resamples of draws
 * Source    Strong, Oakley & Brennan (2014); Schwarz (1978)
 */
export function estimatePartialInformation(
  input: Float64Array,
  benefits: Benefits,
  key: StreamKey,
): KnowledgeValue {
  const basis = chooseBasis(createSplineBases(normalScores(input)), benefits);
  const smooth = benefits.map((benefit) =>
    combine(
      basis,
      basis.map((column) => dot(column, benefit)),
    ),
  );
  const best = bestOnAverage(benefits);
  const most = maxima(smooth);
  if (most.every((value, row) => value === smooth[best][row])) return toValue(0, 0);
  const value = Math.max(0, meanOf(most) - meanOf(smooth[best]));
  const again = Array.from({ length: resamples }, (_, set) =>
    resampledValue(basis, benefits, resample(key, set, input.length)),
  );
  const mean = again.reduce((sum, one) => sum + one, 0) / resamples;
  const squares = again.reduce((sum, one) => sum + (one - mean) * (one - mean), 0);
  return toValue(value, Math.sqrt(squares / (resamples - 1)));
}

/** The largest of the bases that the options ask for, so that differences between options are smoothed alike. */
function chooseBasis(bases: readonly Float64Array[][], benefits: Benefits): Float64Array[] {
  const sizes = benefits.map((benefit) => {
    const rows = benefit.length;
    const whole = dot(benefit, benefit);
    const criteria = bases.map((basis) => {
      const explained = basis.reduce((sum, column) => sum + squareOf(dot(column, benefit)), 0);
      // What rounding leaves of a perfect fit counts as perfect.
      const left = Math.max(whole - explained, 1e-12 * whole);
      return left === 0 || rows < 10 * basis.length
        ? Number.POSITIVE_INFINITY
        : rows * Math.log(left / rows) + basis.length * Math.log(rows);
    });
    return Math.max(0, criteria.indexOf(Math.min(...criteria)));
  });
  return bases[Math.max(...sizes)];
}

/** The value in one resample of draws, its smooths fitted anew. */
function resampledValue(basis: readonly Float64Array[], benefits: Benefits, rows: Int32Array): number {
  const columns = basis.map((column) => pick(column, rows));
  const gram = columns.map((left) => columns.map((right) => dot(left, right)));
  const smooth = benefits.map((benefit) => {
    const picked = pick(benefit, rows);
    return combine(
      columns,
      solve(
        gram,
        columns.map((column) => dot(column, picked)),
      ),
    );
  });
  return meanOf(maxima(smooth)) - Math.max(...smooth.map(meanOf));
}

/** Solution of a positive definite system by Cholesky's method; a column without variation gets 0. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const lower = matrix.map((row) => row.slice());
  const solution = right.slice();
  for (let j = 0; j < size; j++) {
    for (let i = j; i < size; i++) {
      let sum = matrix[i][j];
      for (let k = 0; k < j; k++) sum -= lower[i][k] * lower[j][k];
      if (i === j) lower[j][j] = sum > 1e-10 ? Math.sqrt(sum) : Number.POSITIVE_INFINITY;
      else lower[i][j] = sum / lower[j][j];
    }
    for (let k = 0; k < j; k++) solution[j] -= lower[j][k] * solution[k];
    solution[j] /= lower[j][j];
  }
  for (let j = size - 1; j >= 0; j--) {
    for (let i = j + 1; i < size; i++) solution[j] -= lower[i][j] * solution[i];
    solution[j] /= lower[j][j];
  }
  return solution;
}

function combine(columns: readonly Float64Array[], factors: readonly number[]): Float64Array {
  const sum = new Float64Array(columns[0].length);
  for (const [k, column] of columns.entries()) addTo(sum, column, factors[k]);
  return sum;
}

function pick(column: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => column[row]);
}

function maxima(options: Benefits): Float64Array {
  return options[0].map((_, row) => Math.max(...options.map((option) => option[row])));
}

/** Index of the option with the largest mean, the first of equals. */
export function bestOnAverage(benefits: Benefits): number {
  const means = benefits.map(meanOf);
  return means.indexOf(Math.max(...means));
}

export function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function squareOf(value: number): number {
  return value * value;
}

function toValue(value: number, error: number): KnowledgeValue {
  return { value, error, distinct: value > 2 * error };
}
