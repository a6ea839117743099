import { normalQuantile } from '../../models/core/numbers.ts';
import { type Customer, tenureCapMonths } from './customers.ts';

/** Leavers and customer-months spent in a band of tenure, first and last month included. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly leavers: number;
  readonly exposureMonths: number;
}

/** What the table says about a segment's monthly churn; every figure is a share per month. */
export interface ChurnEstimate {
  /** Churn of today's base in balance, from the hazard by tenure. */
  readonly byTenure: number;
  /** Leavers over all customer-months ever spent. */
  readonly pooled: number;
  readonly leavers: number;
  readonly exposureMonths: number;
  /** 80 % interval over both estimates, their sampling error and the doubt about the reading. */
  readonly low: number;
  readonly high: number;
}

/** First months of the bands; the first bill stands alone because it is unlike any other month. */
const bandStarts = [1, 2, 4, 7, 13, 25, 37, 49, 61] as const;

/** Month 72 is left out: it holds the leavers of many later months but the exposure of one. */
const lastMonth = tenureCapMonths - 1;

/** Neither estimate is sure to be the right reading of a snapshot: each end moves out by this factor. */
export const readingDoubt = 1.1;

const z90 = normalQuantile(0.9);

/**
 * Leavers and exposure by band of tenure. A customer with tenure t was exposed in months 1..t and, if gone, left in t.
 */
export function tabulateBands(customers: readonly Customer[]): Band[] {
  return bandStarts.map((from, k) => {
    const to = k + 1 < bandStarts.length ? bandStarts[k + 1] - 1 : lastMonth;
    let leavers = 0;
    let exposureMonths = 0;
    for (const { tenureMonths, left } of customers) {
      exposureMonths += Math.max(0, Math.min(tenureMonths, to) - from + 1);
      if (left && tenureMonths >= from && tenureMonths <= to) leavers++;
    }
    return { from, to, leavers, exposureMonths };
  });
}

/**
 * Monthly churn of a base in balance: those here today face their next month, and as many newcomers as there are
 * leavers face their first.
 *
 * Equation  c = m + c·(h₁ − m), so c = m/(1 + m − h₁)
 * Inputs    m mean hazard of those here today, h₁ hazard of the first month, both shares per month
 */
export function balancedChurn(settledHazard: number, firstMonthHazard: number): number {
  return settledHazard / (1 + settledHazard - firstMonthHazard);
}

/**
 * Both estimates of a segment's churn and the range that covers them.
 *
 * Errors  nobody left in the months that those still here face next: the hazard cannot be told
 */
export function estimateChurn(customers: readonly Customer[]): ChurnEstimate {
  const bands = tabulateBands(customers);
  const settled = settledHazard(bands, customers);
  if (settled.hazard === 0) throw new Error('nobody left at the tenures of those who are still here');
  const first = hazardOf(bands[0]);
  const byTenure = balancedChurn(settled.hazard, first);
  const spread = sdLogOfBalanced(settled, bands[0]) * z90;
  const leavers = customers.filter((customer) => customer.left).length;
  const exposureMonths = customers.reduce((sum, customer) => sum + customer.tenureMonths, 0);
  const pooled = leavers / exposureMonths;
  const pooledSpread = z90 / Math.sqrt(leavers);
  return {
    byTenure,
    pooled,
    leavers,
    exposureMonths,
    low: Math.min(byTenure * Math.exp(-spread), pooled * Math.exp(-pooledSpread)) / readingDoubt,
    high: Math.max(byTenure * Math.exp(spread), pooled * Math.exp(pooledSpread)) * readingDoubt,
  };
}

/** Mean hazard that those still here face in their next month, and its sampling variance (leavers are Poisson). */
function settledHazard(bands: readonly Band[], customers: readonly Customer[]) {
  const here = customers.filter((customer) => !customer.left);
  let hazard = 0;
  let variance = 0;
  for (const band of bands) {
    const share = here.filter(({ tenureMonths }) => facesNext(tenureMonths, band)).length / here.length;
    hazard += share * hazardOf(band);
    variance += band.leavers === 0 ? 0 : (share * share * hazardOf(band) * hazardOf(band)) / band.leavers;
  }
  return { hazard, variance };
}

function facesNext(tenureMonths: number, band: Band): boolean {
  const next = Math.min(tenureMonths + 1, lastMonth);
  return next >= band.from && next <= band.to;
}

function hazardOf(band: Band): number {
  return band.exposureMonths === 0 ? 0 : band.leavers / band.exposureMonths;
}

/** Delta method for the log of `balancedChurn`. */
function sdLogOfBalanced(settled: { hazard: number; variance: number }, first: Band): number {
  const h = hazardOf(first);
  const bySettled = (1 - h) / (settled.hazard * (1 + settled.hazard - h));
  const byFirst = 1 / (1 + settled.hazard - h);
  const firstVariance = first.leavers === 0 ? 0 : (h * h) / first.leavers;
  return Math.sqrt(bySettled * bySettled * settled.variance + byFirst * byFirst * firstVariance);
}
