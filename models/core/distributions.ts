import { normalQuantile } from './numbers.ts';
import type { Distribution, Scale } from './quantity.ts';

/** z of the 90th percentile: an 80 % interval reaches this many standard deviations either way. */
const z90 = normalQuantile(0.9);

/**
 * Quantile of what is believed about a number.
 *
 * Inputs   probability in (0, 1)
 * Returns  the value not exceeded with that probability, in the number's unit
 * Source   `interval`: 10th and 90th percentile on a log (positive), logit (share) or plain (signed) scale,
 *          two-piece normal around `best` where it is given
 */
export function quantileOf(distribution: Distribution, probability: number): number {
  switch (distribution.kind) {
    case 'fixed':
      return distribution.value;
    case 'interval':
      return intervalQuantile(distribution, normalQuantile(probability));
    case 'lognormal':
      return distribution.median * Math.exp(distribution.sdLog * normalQuantile(probability));
    case 'normal': {
      const value = distribution.mean + distribution.sd * normalQuantile(probability);
      return Math.min(distribution.max ?? value, Math.max(distribution.min ?? value, value));
    }
    case 'uniform':
      return distribution.low + (distribution.high - distribution.low) * probability;
    case 'beta':
      return betaQuantile(distribution.a, distribution.b, probability);
  }
}

/** Median: the value of a run at best values. */
export function medianOf(distribution: Distribution): number {
  // Stated medians come back to the last digit; only what has none is inverted.
  if (distribution.kind === 'lognormal') return distribution.median;
  if (distribution.kind === 'interval' && distribution.best !== undefined) return distribution.best;
  return quantileOf(distribution, 0.5);
}

function intervalQuantile(interval: Extract<Distribution, { kind: 'interval' }>, z: number): number {
  const low = toScale(interval.scale, interval.low);
  const high = toScale(interval.scale, interval.high);
  const middle = interval.best === undefined ? (low + high) / 2 : toScale(interval.scale, interval.best);
  const sd = (z < 0 ? middle - low : high - middle) / z90;
  return fromScale(interval.scale, middle + sd * z);
}

function toScale(scale: Scale, value: number): number {
  if (scale === 'positive') return Math.log(value);
  if (scale === 'share') return Math.log(value / (1 - value));
  return value;
}

function fromScale(scale: Scale, value: number): number {
  if (scale === 'positive') return Math.exp(value);
  if (scale === 'share') return 1 / (1 + Math.exp(-value));
  return value;
}

/** Quantile of the beta distribution by bisection of its distribution function; absolute error below 1e-14. */
function betaQuantile(a: number, b: number, probability: number): number {
  let low = 0;
  let high = 1;
  for (let iteration = 0; iteration < 50; iteration++) {
    const middle = (low + high) / 2;
    if (incompleteBeta(a, b, middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Regularised incomplete beta function I_x(a, b).
 *
 * Source  continued fraction by Lentz's method, DLMF 8.17.22
 */
export function incompleteBeta(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(b, a, 1 - x);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const factor = d * c;
    fraction *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return (front * fraction) / a;
}

/** ln Γ(x) for x > 0. Source: Lanczos approximation, g = 7, n = 9 (Godfrey's coefficients). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const t = x + 6.5;
  let sum = lanczos[0];
  for (let k = 1; k < lanczos.length; k++) sum += lanczos[k] / (x - 1 + k);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
