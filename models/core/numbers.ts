/**
 * Quantile of the standard normal distribution.
 *
 * Inputs   probability in (0, 1)
 * Returns  z with Φ(z) = probability, relative error about 1e-16
 * Source   Wichura (1988), Algorithm AS 241 (PPND16)
 */
export function normalQuantile(probability: number): number {
  const q = probability - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(centreNumerator, r)) / polynomial(centreDenominator, r);
  }
  const r = Math.sqrt(-Math.log(q < 0 ? probability : 1 - probability));
  const tail =
    r <= 5
      ? polynomial(middleNumerator, r - 1.6) / polynomial(middleDenominator, r - 1.6)
      : polynomial(farNumerator, r - 5) / polynomial(farDenominator, r - 5);
  return q < 0 ? -tail : tail;
}

const centreNumerator = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
  45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
];
const centreDenominator = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
  39307.89580009271061, 28729.085735721942674, 5226.495278852854561,
];
const middleNumerator = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
  1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
];
const middleDenominator = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
  0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
];
const farNumerator = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
  0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
];
const farDenominator = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
  1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
];

/** Value at x of the polynomial whose coefficients ascend (Horner). */
function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) value = value * x + coefficients[k];
  return value;
}

/** Nodes and weights for a mean over a standard normal variable: Σ weights = 1. */
export interface Quadrature {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/**
 * Gauss–Hermite quadrature for the standard normal density, exact for polynomials up to degree 2n − 1.
 *
 * Inputs  n points, 1..64
 * Source  roots of the probabilists' Hermite polynomial by Newton's method with deflation
 */
export function gaussHermite(n: number): Quadrature {
  const roots: number[] = [];
  for (let k = 0; k < n; k++) roots.push(findHermiteRoot(n, roots));
  roots.sort((a, b) => a - b);
  const nodes = roots.map((root, k) => (n % 2 === 1 && k === (n - 1) / 2 ? 0 : root));
  const raw = nodes.map((node) => {
    const below = hermite(n - 1, node);
    return 1 / (below * below);
  });
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return { nodes, weights: raw.map((weight) => weight / total) };
}

function findHermiteRoot(n: number, known: readonly number[]): number {
  // Descending from beyond the largest root, so that deflated Newton steps cannot overshoot.
  let x = 2 * Math.sqrt(n) + 1;
  for (let iteration = 0; iteration < 500; iteration++) {
    const value = hermite(n, x);
    const slope = Math.sqrt(n) * hermite(n - 1, x);
    const deflation = known.reduce((sum, root) => sum + 1 / (x - root), 0);
    const step = value / (slope - value * deflation);
    x -= step;
    if (Math.abs(step) < 1e-15 * (1 + Math.abs(x))) break;
  }
  return x;
}

/** Orthonormal probabilists' Hermite polynomial of degree n. */
function hermite(n: number, x: number): number {
  let previous = 0;
  let current = 1;
  for (let k = 0; k < n; k++) {
    const next = (x * current - Math.sqrt(k) * previous) / Math.sqrt(k + 1);
    previous = current;
    current = next;
  }
  return current;
}

/** Odd, bounded by ±limit, slope 1 at 0: limit·tanh(x / limit), from `exp` so that its bits are the same everywhere. */
export function softLimit(x: number, limit: number): number {
  if (x === 0) return 0;
  const e = Math.exp((-2 * Math.abs(x)) / limit);
  const tanh = (1 - e) / (1 + e);
  return x > 0 ? limit * tanh : -limit * tanh;
}

/** base to the power of exponent for base ≥ 0, from `exp` and `log` (the same bits in every engine). */
export function power(base: number, exponent: number): number {
  return base === 0 ? (exponent === 0 ? 1 : 0) : Math.exp(exponent * Math.log(base));
}
