import { normalCdf, normalQuantile } from '../core/numbers.ts';
import { type StreamKey, uniformAt } from '../core/random.ts';
import type { SegmentState } from '../mechanisms/state.ts';

/** What sets one customer of a segment apart for good, and the cell of the cohort whose history is theirs so far. */
export interface Customer {
  readonly frailty: number;
  readonly sensitivity: number;
  /** Spend against the segment's mean. */
  readonly spend: number;
  readonly cell: number;
}

/** How spend varies: sd of its log, and the quantiles between which the customers of a cell spend. */
export interface SpendVariety {
  readonly sdLog: number;
  readonly quantilesOf: (cell: number) => readonly [low: number, high: number];
}

/** Powers of 1/x with x⁵ = x + 1: multiples of them, modulo 1, fill four dimensions evenly. */
const strides = [0.8566748838545029, 0.733891856627126, 0.6287067210378087, 0.5385972572236101];

/**
 * Describes the customers of a segment one by one. The traits of a customer depend on the key and the customer's
 * number alone; taken together they fill their distributions evenly, for any number of customers.
 *
 * Equation  u, s = exp(σ·z − σ²/2); spend the same with z_p = ρ_u·z_u + ρ_s·z_s + √(1 − ρ_u² − ρ_s²)·z; cell with
 *           the shares that the cohort's weights have at this frailty, their logs interpolated between nodes, which is
 *           exact for the weights of a stationary population; where cells differ by value, among those whose
 *           customers spend as much
 * Inputs    the cohort at its start, key of the segment
 * Source    additive recurrence with a random shift: Cranley & Patterson (1976)
 */
export function createCustomers(
  cohort: SegmentState,
  key: StreamKey,
  variety: SpendVariety,
): (index: number) => Customer {
  const { parameters } = cohort;
  const shifts = strides.map((_, k) => uniformAt(key, k));
  const [byFrailty, bySensitivity] = [
    parameters.spendFrailtyCorrelation,
    parameters.spendSensitivityCorrelation,
  ];
  const own = Math.sqrt(Math.max(0, 1 - byFrailty * byFrailty - bySensitivity * bySensitivity));
  const chooseCell = createCellChoice(cohort, variety);
  return (index) => {
    const [u, s, p, place] = shifts.map((shift, k) => fraction(shift + (index + 1) * strides[k]));
    const [zu, zs, zp] = [normalQuantile(u), normalQuantile(s), normalQuantile(p)];
    const frailty = lognormal(zu, parameters.frailtySpread);
    const sensitivity = lognormal(zs, parameters.sensitivitySpread);
    const z = byFrailty * zu + bySensitivity * zs + own * zp;
    const spend = lognormal(z, variety.sdLog);
    return { frailty, sensitivity, spend, cell: chooseCell(frailty, sensitivity, normalCdf(z), place) };
  };
}

/** With mean one. */
function lognormal(z: number, sdLog: number): number {
  return Math.exp(sdLog * z - (sdLog * sdLog) / 2);
}

/** In the open interval (0, 1). */
function fraction(x: number): number {
  return Math.max(Number.EPSILON, x - Math.floor(x));
}

function createCellChoice(
  cohort: SegmentState,
  variety: SpendVariety,
): (frailty: number, sensitivity: number, quantile: number, u: number) => number {
  const filled = Array.from({ length: cohort.cells }, (_, cell) => cell).filter(
    (cell) => cohort.present[cell] > 0,
  );
  const shares = shareOfCells(cohort, filled);
  const mix = new Float64Array(filled.length);
  const lows = filled.map((cell) => variety.quantilesOf(cell)[0]);
  const highs = filled.map((cell) => variety.quantilesOf(cell)[1]);
  return (frailty, sensitivity, quantile, u) => {
    const { low, t } = bracket(cohort, frailty);
    const s = nearest(cohort, sensitivity);
    const [a, b] = [low * cohort.sensitivities + s, (low + 1) * cohort.sensitivities + s];
    let total = 0;
    for (let k = 0; k < filled.length; k++) {
      mix[k] = 0;
      if (quantile < lows[k] || quantile >= highs[k]) continue;
      mix[k] = interpolate(shares[a * filled.length + k], shares[b * filled.length + k], t);
      total += mix[k];
    }
    let rest = u * total;
    let chosen = 0;
    for (let k = 0; k < filled.length && rest >= 0; k++) {
      if (mix[k] > 0) chosen = k;
      rest -= mix[k];
    }
    return filled[chosen];
  };
}

/** Node after node: how its customers spread over the cells. The last frailty stands twice, for brackets of one. */
function shareOfCells(cohort: SegmentState, filled: readonly number[]): Float64Array {
  const { nodes, sensitivities, weight } = cohort;
  const shares = new Float64Array((nodes + sensitivities) * filled.length);
  for (let row = 0; row < nodes + sensitivities; row++) {
    const node = row < nodes ? row : row - sensitivities;
    const total = filled.reduce((sum, cell) => sum + weight[cell * nodes + node], 0);
    filled.forEach((cell, k) => {
      shares[row * filled.length + k] = weight[cell * nodes + node] / total;
    });
  }
  return shares;
}

/** Nodes around a frailty, the outermost pair beyond them; t is 0 at the lower and 1 at the upper. */
function bracket({ frailty, frailties }: SegmentState, value: number): { low: number; t: number } {
  let low = 0;
  while (low < frailties - 2 && frailty[low + 1] < value) low++;
  const width = low + 1 < frailties ? frailty[low + 1] - frailty[low] : 0;
  return { low, t: width > 0 ? (value - frailty[low]) / width : 0 };
}

function nearest({ sensitivity, sensitivities }: SegmentState, value: number): number {
  let best = 0;
  for (let s = 1; s < sensitivities; s++) {
    if (Math.abs(sensitivity[s] - value) < Math.abs(sensitivity[best] - value)) best = s;
  }
  return best;
}

/** Log-linear, and beyond the nodes too; between a share and none, linear. */
function interpolate(a: number, b: number, t: number): number {
  if (a > 0 && b > 0) return a * Math.exp(t * Math.log(b / a));
  const within = Math.min(1, Math.max(0, t));
  return a + within * (b - a);
}
