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
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const centreDenominator = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const middleNumerator = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const middleDenominator = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const farNumerator = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const farDenominator = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
];

/**
 * Distribution function of the standard normal.
 *
 * Returns  Φ(z) in 0..1, absolute error about 1e-15
 * Source   Hart (1968) in the double-precision form of West (2005), Better approximations to cumulative normal functions
 */
export function normalCdf(z: number): number {
  const x = Math.abs(z);
  const density = Math.exp((-x * x) / 2);
  const tail =
    x < 7.07106781186547
      ? (density * polynomial(hartNumerator, x)) / polynomial(hartDenominator, x)
      : density / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) / 2.506628274631;
  return z > 0 ? 1 - tail : tail;
}

const hartNumerator = [
  220.206867912376, 221.213596169931, 112.079291497871, 33.912866078383, 6.37396220353165, 0.700383064443688,
  0.0352624965998911,
];
const hartDenominator = [
  440.413735824752, 793.826512519948, 637.333633378831, 296.564248779674, 86.7807322029461, 16.064177579207,
  1.75566716318264, 0.0883883476483184,
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

/**
 * Log ratio of what is asked to what customers are used to. A price can fall to nothing and a credit can cover a
 * bill; a fall beyond a thousandth is no longer told apart, since responses have long saturated.
 */
export function logPriceRatio(asked: number, usual: number): number {
  return Math.log(Math.max(asked / usual, 0.001));
}

/** base to the power of exponent for base ≥ 0, from `exp` and `log` (the same bits in every engine). */
export function power(base: number, exponent: number): number {
  return base === 0 ? (exponent === 0 ? 1 : 0) : Math.exp(exponent * Math.log(base));
}
