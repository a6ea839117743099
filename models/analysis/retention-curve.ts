import { KeptError } from '../core/errors.ts';

/** Customers who each leave at a constant rate of their own; the rates are spread as Beta(a, b). */
export interface RetentionCurve {
  readonly a: number;
  readonly b: number;
}

/**
 * Share of a cohort that leaves in its period t, out of those still there (shifted beta-geometric).
 *
 * Equation  h(t) = a/(a + b + t − 1): falls with tenure though nobody's own rate does
 * Inputs    a, b > 0; period t = 1, 2, …
 * Source    Fader & Hardie (2007), How to project customer retention
 */
export function churnInPeriod({ a, b }: RetentionCurve, period: number): number {
  return a / (a + b + period - 1);
}

/**
 * Shares of a cohort still there after 0, 1, … `periods` periods.
 *
 * Equation  S(0) = 1, S(t) = S(t − 1)·(1 − h(t)) = B(a, b + t)/B(a, b)
 * Source    Fader & Hardie (2007)
 */
export function survivalOf(curve: RetentionCurve, periods: number): readonly number[] {
  const survival = [1];
  for (let t = 1; t <= periods; t++) survival.push(survival[t - 1] * (1 - churnInPeriod(curve, t)));
  return survival;
}

/**
 * Discounted expected lifetime of a newcomer, the first period counted in full.
 *
 * Equation  Σ_{t ≥ 0} S(t)/(1 + i)^t
 * Inputs    discount rate i > 0 per period
 * Returns   periods; what is left out is below 1e-12 of it. About 28/i terms
 * Errors    `invalid-argument`: without discounting the sum may be infinite
 * Source    Fader & Hardie (2010), Customer-base valuation in a contractual setting
 */
export function discountedLifetime(curve: RetentionCurve, discountRate: number): number {
  if (!(discountRate > 0)) throw new KeptError('invalid-argument', 'the discount rate must be above 0');
  let term = 1;
  let total = 1;
  // Survival never rises, so the rest is less than a geometric series.
  for (let t = 1; term / discountRate > 1e-12 * total; t++) {
    term *= (1 - churnInPeriod(curve, t)) / (1 + discountRate);
    total += term;
  }
  return total;
}

/**
 * Log-likelihood of counts of survivors under a curve.
 *
 * Inputs    survivors at the start and after each period, never rising
 * Source    Fader & Hardie (2007), written by period: leavers·ln h + stayers·ln(1 − h)
 */
export function retentionLogLikelihood({ a, b }: RetentionCurve, survivors: readonly number[]): number {
  let total = 0;
  for (const { before, after, t } of periodsOf(survivors)) {
    // A period that nobody leaves, or nobody stays in, says nothing of the other.
    if (before > after) total += (before - after) * Math.log(a / (a + b + t - 1));
    if (after > 0) total += after * Math.log((b + t - 1) / (a + b + t - 1));
  }
  return total;
}

/**
 * Curve of greatest likelihood for the survivors of one cohort.
 *
 * Inputs    survivors at the start and after each of at least two periods: never rising, at least one leaver
 * Returns   the curve, its parameters to some ten digits; `undefined` where the likelihood has no maximum: churn does
 *           not fall with tenure (one rate for all describes the cohort), or it stops at once (all or nothing does)
 * Errors    `invalid-argument` for counts of another shape
 * Source    own: for a given s = a + b the likelihood is concave in a, so that both derivatives, the one in s taken
 *           along the best a, are brought to 0 by bisection; checked against Nelder–Mead on random cohorts
 */
export function fitRetentionCurve(survivors: readonly number[]): RetentionCurve | undefined {
  requireSurvivors(survivors);
  const periods = periodsOf(survivors);
  const curveOf = (logSum: number): RetentionCurve => {
    const sum = Math.exp(logSum);
    const share = findRoot((x) => slopeInA(periods, sum * x, sum * (1 - x)), 0, 1);
    return { a: sum * share, b: sum * (1 - share) };
  };
  const slope = (logSum: number) => slopeInSum(periods, curveOf(logSum));
  if (slope(-farthest) <= 0 || slope(farthest) >= 0) return undefined;
  return curveOf(findRoot(slope, -farthest, farthest));
}

/** |ln(a + b)| beyond which customers are alike, or all or nothing, to the last digit that counts could show. */
const farthest = 14;

/** Derivative of the log-likelihood in a, with a + b held. */
function slopeInA(periods: readonly Period[], a: number, b: number): number {
  return periods.reduce((sum, { before, after, t }) => sum + (before - after) / a - after / (b + t - 1), 0);
}

/** Derivative of the log-likelihood in a + b, with a held. */
function slopeInSum(periods: readonly Period[], { a, b }: RetentionCurve): number {
  return periods.reduce(
    (sum, { before, after, t }) => sum + after / (b + t - 1) - before / (a + b + t - 1),
    0,
  );
}

/** Where a function that falls from above 0 to below it crosses. */
function findRoot(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2) {
    if (f(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}

interface Period {
  readonly before: number;
  readonly after: number;
  readonly t: number;
}

function periodsOf(survivors: readonly number[]): readonly Period[] {
  return survivors.slice(1).map((after, k) => ({ before: survivors[k], after, t: k + 1 }));
}

function requireSurvivors(survivors: readonly number[]): void {
  const rising = survivors.some(
    (count, k) => !(count >= 0 && Number.isFinite(count)) || (k > 0 && count > survivors[k - 1]),
  );
  if (survivors.length < 3 || rising || !(survivors[0] > (survivors.at(-1) ?? 0))) {
    throw new KeptError(
      'invalid-argument',
      'survivors must be counts at the start and after at least two periods, never rising, with at least one leaver',
    );
  }
}
