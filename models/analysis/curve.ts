/** A smooth curve through points that never overshoots them. */
export interface Curve {
  at(x: number): number;
  maximum(): { readonly x: number; readonly y: number; readonly onBound: boolean };
  /** First x after `from` at which the curve falls from above 0 to below; `null` when it does not. */
  fallsThroughZero(from: number): number | null;
}

/** The resolution at which maximum and zero are read off, as a share of the curve's width. */
const readings = 1200;

/**
 * Monotone cubic Hermite interpolation.
 *
 * Inputs  xs ascending, at least two; ys of the same length
 * Source  Fritsch & Carlson (1980)
 */
export function createCurve(xs: readonly number[], ys: readonly number[]): Curve {
  const slopes = monotoneSlopes(xs, ys);
  const at = (x: number) => {
    let k = 0;
    while (k < xs.length - 2 && x > xs[k + 1]) k++;
    const width = xs[k + 1] - xs[k];
    const t = (x - xs[k]) / width;
    const rest = 1 - t;
    return (
      rest * rest * (1 + 2 * t) * ys[k] +
      t * t * (3 - 2 * t) * ys[k + 1] +
      width * t * rest * (rest * slopes[k] - t * slopes[k + 1])
    );
  };
  const [first, last] = [xs[0], xs[xs.length - 1]];
  const grid = Array.from({ length: readings + 1 }, (_, k) =>
    // The last reading is the bound itself, to the bit.
    k === readings ? last : first + ((last - first) * k) / readings,
  );
  return {
    at,
    maximum() {
      const x = grid.reduce((best, candidate) => (at(candidate) > at(best) ? candidate : best), first);
      return { x, y: at(x), onBound: x === first || x === last };
    },
    fallsThroughZero(from) {
      const start = grid.findIndex((x) => x >= from && at(x) > 0);
      const end = start < 0 ? -1 : grid.findIndex((x, k) => k > start && at(x) <= 0);
      if (end < 0) return null;
      const [above, below] = [at(grid[end - 1]), at(grid[end])];
      return grid[end - 1] + ((grid[end] - grid[end - 1]) * above) / (above - below);
    },
  };
}

function monotoneSlopes(xs: readonly number[], ys: readonly number[]): number[] {
  const secants = xs.slice(1).map((x, k) => (ys[k + 1] - ys[k]) / (x - xs[k]));
  return xs.map((_, k) => {
    if (k === 0) return secants[0];
    if (k === xs.length - 1) return secants[k - 1];
    const [before, after] = [secants[k - 1], secants[k]];
    if (before * after <= 0) return 0;
    // Weighted harmonic mean: the limiter of Fritsch & Butland (1984).
    const [left, right] = [xs[k] - xs[k - 1], xs[k + 1] - xs[k]];
    const [a, b] = [2 * right + left, right + 2 * left];
    return (a + b) / (a / before + b / after);
  });
}
