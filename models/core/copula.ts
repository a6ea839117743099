import { normalCdf, normalQuantile } from './numbers.ts';

/** Rank correlation (Spearman's) of two quantities, by their ids. */
export interface Correlation {
  readonly between: readonly [string, string];
  /** Above −1, below 1. */
  readonly by: number;
}

/** Below it correlations contradict each other, or nearly so. */
const leastPivot = 1e-9;
/** Next to 0 and 1 a normal number is beyond what its distribution function can tell apart. */
const edge = 1 / 9007199254740992;

/**
 * Makes independent uniform numbers rank-correlated, each still uniform; ids that no correlation names stay as they are.
 * The order of the list does not matter.
 *
 * Equation  u′ = Φ(L·Φ⁻¹(u)), L·Lᵀ the matrix of normal correlations r = 2 sin(π ρ/6)
 * Returns   undefined when correlations contradict each other: their matrix is not positive definite
 * Source    normal copula for rank correlations: Iman & Conover (1982); r of ρ: Kruskal (1958)
 */
export function createCopula(correlations: readonly Correlation[]) {
  const ids = [...new Set(correlations.flatMap(({ between }) => between))].sort();
  const rows = factor(ids, correlations);
  if (!rows) return undefined;
  const rowOf = new Map(ids.map((id, k) => [id, rows[k]]));
  return (uniform: (id: string) => number) =>
    (id: string): number => {
      const row = rowOf.get(id);
      // The first of them leads and is not moved.
      if (!row || row.length === 1) return uniform(id);
      let normal = 0;
      for (let k = 0; k < row.length; k++) {
        if (row[k] !== 0) normal += row[k] * normalQuantile(uniform(ids[k]));
      }
      return Math.min(1 - edge, Math.max(edge, normalCdf(normal)));
    };
}

/** Cholesky's lower triangle, row by row. */
function factor(ids: readonly string[], correlations: readonly Correlation[]): number[][] | undefined {
  const matrix = ids.map((_, row) => ids.map((_, column): number => (row === column ? 1 : 0)));
  for (const { between, by } of correlations) {
    const [a, b] = between.map((id) => ids.indexOf(id));
    matrix[a][b] = 2 * Math.sin((Math.PI * by) / 6);
    matrix[b][a] = matrix[a][b];
  }
  const rows: number[][] = [];
  for (let row = 0; row < ids.length; row++) {
    const values: number[] = [];
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row][column];
      for (let k = 0; k < column; k++) rest -= values[k] * (rows[column]?.[k] ?? values[k]);
      if (column < row) values.push(rest / rows[column][column]);
      else if (rest < leastPivot) return undefined;
      else values.push(Math.sqrt(rest));
    }
    rows.push(values);
  }
  return rows;
}
