import { gaussHermite, normalQuantile } from '../../models/core/numbers.ts';

/** Lifetimes in months: how many were still here, and how many left, at each tenure (the index). */
export interface Lifetimes {
  readonly stayed: readonly number[];
  readonly left: readonly number[];
}

export interface FrailtyFit {
  /** Sd of the log of a frailty with mean 1 at the start of a lifetime. */
  readonly spread: number;
  /** 80 % likelihood interval. */
  readonly low: number;
  readonly high: number;
  /** Hazard per month of each group at the start of its lifetimes. */
  readonly hazards: readonly number[];
}

/** Widest spread looked for: the bound of `frailtySpread`. */
const widestSpread = 2;
const lowestHazard = 1e-6;
const highestHazard = 2;

const nodes = gaussHermite(40);

/** Log-likelihood that half of χ² with one degree of freedom allows at 80 %. */
const allowedDrop = (normalQuantile(0.9) * normalQuantile(0.9)) / 2;

/**
 * Share of newcomers still here after some months, when each has a constant hazard of their own.
 *
 * Equation  S(t) = E[exp(−h·u·t)], log u normal with sd σ and mean −σ²/2
 * Inputs    months ≥ 0, hazard per month, spread σ ≥ 0
 */
export function survival(months: number, hazard: number, spread: number): number {
  let sum = 0;
  for (let k = 0; k < nodes.nodes.length; k++) {
    const frailty = Math.exp(spread * nodes.nodes[k] - (spread * spread) / 2);
    sum += nodes.weights[k] * Math.exp(-hazard * frailty * months);
  }
  return sum;
}

/**
 * Log-likelihood of lifetimes known to the month: a leaver at t left between t − 1 and t, a stayer is censored at t.
 * Only those who outlived `entryMonths` count, given that they did (delayed entry).
 */
export function logLikelihood(group: Lifetimes, hazard: number, spread: number, entryMonths: number): number {
  const known = survival(entryMonths, hazard, spread);
  let sum = 0;
  let before = known;
  for (let months = entryMonths + 1; months < group.stayed.length; months++) {
    const after = survival(months, hazard, spread);
    if (group.stayed[months] > 0) sum += group.stayed[months] * Math.log(after / known);
    if (group.left[months] > 0) sum += group.left[months] * Math.log((before - after) / known);
    before = after;
  }
  return sum;
}

/**
 * Maximum likelihood of the frailty spread that groups of lifetimes share, each group with a hazard of its own.
 *
 * Inputs   lifetimes by group; months after which customers enter the comparison
 * Returns  undefined when constant hazards explain the lifetimes as well (hazards that do not fall with tenure)
 * Source   profile likelihood; frailty as in Vaupel, Manton & Stallard (1979)
 */
export function fitFrailty(groups: readonly Lifetimes[], entryMonths: number): FrailtyFit | undefined {
  const profile = (spread: number) =>
    groups.reduce(
      (sum, group) => sum + logLikelihood(group, bestHazard(group, spread, entryMonths), spread, entryMonths),
      0,
    );
  const spread = maximise(profile, 0, widestSpread);
  const threshold = profile(spread) - allowedDrop;
  if (profile(0) >= threshold) return undefined;
  return {
    spread,
    low: findCrossing(profile, threshold, 0, spread),
    high:
      profile(widestSpread) >= threshold
        ? widestSpread
        : findCrossing(profile, threshold, widestSpread, spread),
    hazards: groups.map((group) => bestHazard(group, spread, entryMonths)),
  };
}

function bestHazard(group: Lifetimes, spread: number, entryMonths: number): number {
  const logHazard = maximise(
    (x) => logLikelihood(group, Math.exp(x), spread, entryMonths),
    Math.log(lowestHazard),
    Math.log(highestHazard),
  );
  return Math.exp(logHazard);
}

/** Where a function with one peak is largest, to 1e-6 of the interval (golden section). */
export function maximise(value: (x: number) => number, from: number, to: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let [atLeft, atRight] = [value(left), value(right)];
  while (high - low > 1e-6 * (to - from)) {
    if (atLeft > atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - golden * (high - low);
      atLeft = value(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + golden * (high - low);
      atRight = value(right);
    }
  }
  return (low + high) / 2;
}

/** Where a function that is below the threshold at `outside` and above it at `inside` crosses it (bisection). */
function findCrossing(
  value: (x: number) => number,
  threshold: number,
  outside: number,
  inside: number,
): number {
  let [below, above] = [outside, inside];
  for (let iteration = 0; iteration < 20; iteration++) {
    const middle = (below + above) / 2;
    if (value(middle) < threshold) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}
