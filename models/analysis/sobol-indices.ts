import { type StreamKey, uniformAt } from '../core/random.ts';

/** A part of variance, 0..1, with its 95 % interval. */
export interface IndexEstimate {
  readonly share: number;
  readonly low95: number;
  readonly high95: number;
  /** Whether the whole interval lies above 0; if not, the share is not told apart from nothing. */
  readonly distinct: boolean;
}

/** What one group of inputs does to the variance of a figure. */
export interface SobolIndices {
  /** Part of the variance that goes when the group becomes known. */
  readonly first: IndexEstimate;
  /** Part that stays when all but the group are known: its own effect and every joint effect it has a hand in. */
  readonly total: IndexEstimate;
}

/** Values of a function, one a row of the design. */
export interface SobolValues {
  /** All inputs from the first matrix, and all from the second. */
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** Per group: that group from the second matrix, the others from the first. */
  readonly mixed: readonly Float64Array[];
}

export const resamples = 200;

/**
 * First-order and total Sobol’ indices of each group, with bootstrap percentile intervals over rows.
 *
 * Equation  S = mean((f_B − f₀)·(f_AB − f_A)) / V;  T = mean((f_A − f_AB)²) / 2V
 * Inputs    values of the function; key of the resampling
 * Returns   shares of variance, never negative; all 0 where the function does not vary
 * Source    Saltelli et al. (2010), formula (b) centred on the mean; Jansen (1999); intervals: Archer, Saltelli &
 *           Sobol’ (1997)
 */
export function estimateSobolIndices(values: SobolValues, key: StreamKey): SobolIndices[] {
  const rows = values.a.length;
  const plain = computeIndices(values, allRows(values));
  const sets = Array.from({ length: resamples }, (_, set) =>
    computeIndices(values, resample(key, set, rows)),
  );
  return plain.map((estimate, group) => ({
    first: withInterval(
      estimate.first,
      sets.map((set) => set[group].first),
    ),
    total: withInterval(
      estimate.total,
      sets.map((set) => set[group].total),
    ),
  }));
}

/** Rows drawn with replacement. */
export function resample(key: StreamKey, set: number, rows: number): Int32Array {
  return Int32Array.from({ length: rows }, (_, step) => Math.floor(uniformAt(key, set, step) * rows));
}

/** Mean and variance of the figure over both matrices. */
export function momentsOf(values: SobolValues): Moments {
  return momentsOfRows(values, allRows(values));
}

interface Moments {
  readonly mean: number;
  readonly variance: number;
}

function allRows({ a }: SobolValues): Int32Array {
  return Int32Array.from({ length: a.length }, (_, row) => row);
}

function momentsOfRows({ a, b }: SobolValues, rows: Int32Array): Moments {
  if (rows.length === 0) return { mean: 0, variance: 0 };
  let sum = 0;
  for (let k = 0; k < rows.length; k++) sum += a[rows[k]] + b[rows[k]];
  const mean = sum / (2 * rows.length);
  let squares = 0;
  for (let k = 0; k < rows.length; k++) {
    const [left, right] = [a[rows[k]] - mean, b[rows[k]] - mean];
    squares += left * left + right * right;
  }
  return { mean, variance: squares / (2 * rows.length) };
}

function computeIndices(values: SobolValues, rows: Int32Array): { first: number; total: number }[] {
  const { a, b, mixed } = values;
  const { mean, variance } = momentsOfRows(values, rows);
  return mixed.map((ab) => {
    if (variance === 0) return { first: 0, total: 0 };
    let first = 0;
    let total = 0;
    for (const row of rows) {
      const moved = ab[row] - a[row];
      first += (b[row] - mean) * moved;
      total += moved * moved;
    }
    return { first: first / rows.length / variance, total: total / rows.length / (2 * variance) };
  });
}

function withInterval(estimate: number, resampled: readonly number[]): IndexEstimate {
  const sorted = [...resampled].sort((x, y) => x - y);
  const at = (share: number) => Math.min(1, Math.max(0, sorted[Math.round(share * (sorted.length - 1))]));
  const [low95, high95] = [at(0.025), at(0.975)];
  // An estimate of a part can come out below nothing or above the whole; a part cannot.
  return { share: Math.min(1, Math.max(0, estimate)), low95, high95, distinct: low95 > 0 };
}
