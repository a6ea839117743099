import { expect, test } from 'vitest';
import { balancedChurn, estimateChurn, tabulateBands } from '../../../scripts/telco/churn.ts';
import type { Customer } from '../../../scripts/telco/customers.ts';

function customer(tenureMonths: number, left: boolean): Customer {
  return { contract: 'Month-to-month', internet: 'DSL', tenureMonths, pricePerMonth: 50, left };
}

/** As many customers of a tenure as asked for. */
function customers(count: number, tenureMonths: number, left: boolean): Customer[] {
  return Array.from({ length: count }, () => customer(tenureMonths, left));
}

test('counts exposure in months 1 to t and the leaver in month t', () => {
  const bands = tabulateBands([customer(3, true), customer(5, false)]);
  expect(bands.slice(0, 3)).toEqual([
    { from: 1, to: 1, leavers: 0, exposureMonths: 2 },
    { from: 2, to: 3, leavers: 1, exposureMonths: 4 },
    { from: 4, to: 6, leavers: 0, exposureMonths: 2 },
  ]);
});

test('leaves month 72 out, where the table stops counting', () => {
  const last = tabulateBands([customer(72, true)]).at(-1);
  expect(last).toEqual({ from: 61, to: 71, leavers: 0, exposureMonths: 11 });
});

test('keeps a base in balance: leavers are those here plus newcomers, each at their hazard', () => {
  const churn = balancedChurn(0.02, 0.1);
  expect(churn).toBeCloseTo((1 - churn) * 0.02 + churn * 0.1, 15);
});

test('gives the hazard itself when it is the same at every tenure', () => {
  // Lifetimes of a constant hazard of 1/4: of 256 customers a quarter of the rest leaves in each month.
  const lifetimes = [64, 48, 36, 27].flatMap((leavers, k) => customers(leavers, k + 1, true));
  const estimate = estimateChurn([...lifetimes, ...customers(81, 4, false)]);
  expect(estimate.pooled).toBeCloseTo(0.25, 12);
  expect(estimate.byTenure).toBeCloseTo(0.25, 12);
});

test('follows those who are here today, not the early months of people long settled', () => {
  // Half of all newcomers go at the first bill; whoever is past it leaves at 1 % a month.
  const early = [...customers(100, 1, true), ...customers(100, 20, false)];
  const estimate = estimateChurn([...early, ...customers(10, 20, true), ...customers(10, 2, false)]);
  expect(estimate.pooled).toBeGreaterThan(0.04);
  expect(estimate.byTenure).toBeLessThan(0.03);
  expect(estimate.low).toBeLessThan(estimate.byTenure);
  expect(estimate.high).toBeGreaterThan(estimate.pooled);
});

test('widens the range when there are fewer leavers', () => {
  const some = [...customers(20, 20, true), ...customers(80, 22, false)];
  const many = Array.from({ length: 100 }, () => some).flat();
  const few = estimateChurn(some);
  const plenty = estimateChurn(many);
  expect(plenty.byTenure).toBeCloseTo(few.byTenure, 12);
  expect(few.high / few.low).toBeGreaterThan(1.3 * (plenty.high / plenty.low));
});

test('refuses a segment in which nobody left at the tenures of those who are here', () => {
  expect(() => estimateChurn([customer(1, true), customer(40, false)])).toThrow('nobody left');
});
