import { KeptError } from '../core/errors.ts';

/**
 * Scale A of the hazard for which the expected share of leavers in month 1 equals the observed churn.
 *
 * Equation  Σ_i w_i Σ_l f_l·(1 − exp(−A·u_i·l)) = churn, solved by Newton's method within a bracket
 * Inputs    churn in (0, 1); frailty u_i with weights w_i summing to 1; lock factors l with shares f_l
 *           summing to 1
 * Errors    invalid-scenario when the churn is not in (0, 1)
 */
export function solveHazardScale(
  churn: number,
  frailty: ArrayLike<number>,
  weights: ArrayLike<number>,
  locks: readonly { readonly factor: number; readonly share: number }[],
): number {
  if (!(churn > 0 && churn < 1))
    throw new KeptError('invalid-scenario', 'churn must lie between 0 and 1', { churn });
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let scale = -Math.log(1 - churn) / locks.reduce((sum, lock) => sum + lock.share * lock.factor, 0);
  for (let iteration = 0; iteration < 200; iteration++) {
    let lost = 0;
    let slope = 0;
    for (let i = 0; i < frailty.length; i++) {
      for (const { factor, share } of locks) {
        const exposure = frailty[i] * factor;
        const leave = 1 - Math.exp(-scale * exposure);
        lost += weights[i] * share * leave;
        slope += weights[i] * share * exposure * (1 - leave);
      }
    }
    if (lost < churn) low = scale;
    else high = scale;
    const newton = scale + (churn - lost) / slope;
    const next =
      newton > low && newton < high
        ? newton
        : high === Number.POSITIVE_INFINITY
          ? 2 * scale
          : (low + high) / 2;
    if (Math.abs(next - scale) <= 1e-15 * scale) return next;
    scale = next;
  }
  return scale;
}

/**
 * Joint shares of frailty and tenure in a base whose margins are known: who has stayed long is less frail.
 *
 * Equation  w_ib = a_i·c_b·exp(−A·u_i·t_b), the form of a stationary population, with a and c fitted to the
 *           margins (iterative proportional fitting)
 * Inputs    hazardScale A, frailty u_i with its shares, tenure t_b [months] with its shares
 * Returns   shares, tenure group after tenure group, summing to 1
 */
export function fitTenureMix(
  hazardScale: number,
  frailty: ArrayLike<number>,
  frailtyShares: ArrayLike<number>,
  tenure: readonly { readonly months: number; readonly share: number }[],
): Float64Array {
  const count = frailty.length;
  const mix = new Float64Array(count * tenure.length);
  tenure.forEach(({ months }, b) => {
    // Measured from the least frail and the first group: scaling rows and columns changes nothing in the end, and
    // so none of them can underflow to nothing.
    for (let i = 0; i < count; i++) {
      mix[b * count + i] = Math.exp(-hazardScale * (frailty[i] - frailty[0]) * (months - tenure[0].months));
    }
  });
  for (let round = 0; round < 200; round++) {
    fitRows(mix, count, tenure);
    if (fitColumns(mix, count, frailtyShares) < 1e-10) break;
  }
  return mix;
}

function fitRows(mix: Float64Array, count: number, tenure: readonly { readonly share: number }[]): void {
  tenure.forEach(({ share }, b) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += mix[b * count + i];
    for (let i = 0; i < count; i++) mix[b * count + i] *= share / sum;
  });
}

/** Scales each frailty to its share; returns the largest relative correction. */
function fitColumns(mix: Float64Array, count: number, shares: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let k = i; k < mix.length; k += count) sum += mix[k];
    for (let k = i; k < mix.length; k += count) mix[k] *= shares[i] / sum;
    largest = Math.max(largest, Math.abs(shares[i] / sum - 1));
  }
  return largest;
}
