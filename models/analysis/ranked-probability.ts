import { KeptError } from '../core/errors.ts';
import { normalQuantile } from '../core/numbers.ts';

/**
 * Continuous ranked probability score of a forecast given as a sample: how far a whole distribution lies from what
 * happened. Lower is better; the score of a point forecast is its absolute error.
 *
 * Equation  mean|xᵢ − y| − Σᵢ Σⱼ |xᵢ − xⱼ| / (2n²)
 * Inputs    sample of at least one value, observed y in the same unit
 * Returns   score in that unit, at least 0
 * Errors    invalid-argument for an empty sample
 * Source    Gneiting & Raftery (2007), equation 21
 */
export function rankedProbabilityScore(sample: ArrayLike<number>, observed: number): number {
  const n = sample.length;
  if (n === 0) throw new KeptError('invalid-argument', 'a forecast needs at least one value');
  const sorted = Float64Array.from(sample).sort();
  let error = 0;
  let spread = 0;
  for (let k = 0; k < n; k++) {
    error += Math.abs(sorted[k] - observed);
    // In order, each value is added once for every smaller one and taken away once for every larger one.
    spread += (2 * k + 1 - n) * sorted[k];
  }
  return error / n - spread / (n * n);
}

/** Points of equal probability that stand for the error of an observation. */
const noisePoints = 25;

/**
 * A sample with an independent normal error added to each of its values, at the quantiles of 25 equal shares: no
 * chance beyond that of the draws.
 *
 * Inputs   sd of the error, in the unit of the sample, at least 0
 */
export function withNoise(sample: ArrayLike<number>, sd: number): Float64Array {
  const errors = Array.from({ length: noisePoints }, (_, k) => sd * normalQuantile((k + 0.5) / noisePoints));
  const values = new Float64Array(sample.length * noisePoints);
  for (let k = 0; k < values.length; k++) {
    values[k] = sample[Math.floor(k / noisePoints)] + errors[k % noisePoints];
  }
  return values;
}
