import { normalCdf, normalQuantile } from '../core/numbers.ts';
import { satisfactionFactor } from '../mechanisms/attrition.ts';
import type { Parameters } from '../mechanisms/index.ts';
import type { Bands, Kind } from './bands.ts';
import type { Grid, SpendVariety } from './grid.ts';

/** Over nodes: share of a node's customers who are of the kind, and their spend against the segment's mean. */
export interface ValueClass {
  readonly share: Float64Array;
  readonly spend: Float64Array;
}

/**
 * Customers of each kind among those of a node, by value.
 *
 * Equation  log spend = sd·(ρ_u·z_u + ρ_s·z_s + r·z), z normal: share = Φ(b) − Φ(a) with b = (t_high − explained)/r;
 *           spend = exp(sd·explained + sd²r²/2)·(Φ(b − sd·r) − Φ(a − sd·r))/share, over the mean of all
 * Returns   classes in the order of the kinds; shares of a node sum to 1 over classes of value
 */
export function splitByValue({ kinds }: Bands, variety: SpendVariety): ValueClass[] {
  const { explained, shares, sdLog, residual } = variety;
  const lognormal = explained.map((z) => Math.exp(sdLog * z));
  const mean = lognormal.reduce((sum, spend, node) => sum + shares[node] * spend, 0);
  const shift = sdLog * residual;
  return kinds.map(({ value }) => {
    const [low, high] = value.map((quantile) => findLine(quantile, variety));
    const between = (node: number, by: number) =>
      cdf((high - explained[node]) / residual - by) - cdf((low - explained[node]) / residual - by);
    const share = Float64Array.from(explained, (_, node) => between(node, 0));
    const spend = Float64Array.from(explained, (_, node) =>
      // Where next to nobody is of the kind, what they spend weighs nothing.
      share[node] > 1e-14
        ? (lognormal[node] * between(node, shift)) / share[node] / mean
        : lognormal[node] / mean,
    );
    return { share, spend };
  });
}

function cdf(z: number): number {
  if (z === Number.POSITIVE_INFINITY) return 1;
  return z === Number.NEGATIVE_INFINITY ? 0 : normalCdf(z);
}

/** The z-value of spend below which this share of customers lies, by bisection. */
function findLine(quantile: number, { explained, shares, residual }: SpendVariety): number {
  if (quantile <= 0) return Number.NEGATIVE_INFINITY;
  if (quantile >= 1) return Number.POSITIVE_INFINITY;
  let low = normalQuantile(quantile) - 6;
  let high = normalQuantile(quantile) + 6;
  for (let iteration = 0; iteration < 60; iteration++) {
    const line = (low + high) / 2;
    const below = explained.reduce(
      (sum, z, node) => sum + shares[node] * normalCdf((line - z) / residual),
      0,
    );
    if (below < quantile) low = line;
    else high = line;
  }
  return (low + high) / 2;
}

/** Share of customers of a kind by satisfaction, and what lasts on their hazard. */
export interface MoodClass {
  readonly share: number;
  readonly factor: number;
}

/**
 * Classes of satisfaction out of its normal distribution between customers. Who is more content leaves less; how a
 * class answers what is done is that of everybody.
 *
 * Equation  share = Φ(b) − Φ(a), a = (low − mean)/σ; offset = (φ(a) − φ(b))/share; factor = 1 − ν + ν·f(offset), f the
 *           factor of satisfaction on the responsive hazard, over the mean factor
 * Returns   shares and factors in the order of the kinds; exactly 1 and 1 where no line is drawn
 */
export function splitBySatisfaction(
  kinds: readonly Kind[],
  mean: number,
  responsiveShare: number,
  parameters: Parameters,
): MoodClass[] {
  const classes = kinds.map(({ satisfaction }) => {
    const [a, b] = satisfaction.map((level) => (level - mean) / parameters.satisfactionSpread);
    const share = cdf(b) - cdf(a);
    const offset = share > 1e-12 ? (density(a) - density(b)) / share : 0;
    const raw = 1 - responsiveShare + responsiveShare * satisfactionFactor(offset, parameters);
    return { share, raw, whole: a === Number.NEGATIVE_INFINITY && b === Number.POSITIVE_INFINITY };
  });
  const total = classes.reduce((sum, { share }) => sum + share, 0);
  const average = classes.reduce((sum, { share, raw }) => sum + share * raw, 0) / total;
  return classes.map(({ share, raw, whole }) =>
    whole ? { share: 1, factor: 1 } : { share, factor: raw / average },
  );
}

function density(z: number): number {
  return Number.isFinite(z) ? Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) : 0;
}

/** What kind of customers are in a cell; a kind has a cell for each of the contract's ends. */
export function kindOf({ classes }: { readonly classes: number }, cell: number, ends: number): number {
  return Math.floor((cell % classes) / ends);
}

/** Spend of nodes: the same in every cell, or that of each cell's class of value. */
export function spendOf(
  grid: Grid,
  values: readonly ValueClass[],
  cells: number,
  ends: number,
): Float64Array {
  if (values.length === 0) return grid.spend;
  const spend = new Float64Array(cells * grid.nodes);
  const classes = values.length * ends;
  for (let cell = 0; cell < cells; cell++) {
    spend.set(values[kindOf({ classes }, cell, ends)].spend, cell * grid.nodes);
  }
  return spend;
}

/** All who differ in how easily they leave, with their shares: frailties, and within each the classes of satisfaction. */
export function exposures(
  grid: Grid,
  moods: readonly MoodClass[],
  values: readonly ValueClass[],
): readonly [frailty: ArrayLike<number>, shares: ArrayLike<number>] {
  if (moods.every(({ factor }) => factor === 1)) return [grid.frailty, grid.frailtyShares];
  const of = (share: (i: number, kind: number) => number) =>
    moods.flatMap((_, kind) => Array.from(grid.frailty, (_, i) => share(i, kind)));
  return [
    of((i, kind) => grid.frailty[i] * moods[kind].factor),
    of((i, kind) => grid.frailtyShares[i] * shareAt(grid, moods, values, i, kind)),
  ];
}

/** Share of a frailty's customers who are of a kind. */
function shareAt(
  grid: Grid,
  moods: readonly MoodClass[],
  values: readonly ValueClass[],
  i: number,
  kind: number,
): number {
  if (values.length === 0) return moods[kind].share;
  const { sensitivityShares } = grid;
  const ofValue = sensitivityShares.reduce(
    (sum, share, s) => sum + share * values[kind].share[i * sensitivityShares.length + s],
    0,
  );
  return ofValue * moods[kind].share;
}
