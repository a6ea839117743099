import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Static } from 'typebox';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { computeConcentration } from '../../../models/analysis/concentration.ts';
import type { ConcentrationResult } from '../../../models/analysis/concentration-result.ts';
import { concentrationSchema } from '../../../models/analysis/concentration-schema.ts';
import { shareOfTop } from '../../../models/analysis/customer-value.ts';
import { normalQuantile } from '../../../models/core/numbers.ts';
import { fixed } from '../../../models/core/quantity.ts';
import { buildAction, buildRise, buildScenario, buildSegment } from '../../support/build-scenario.ts';
import { impactBest, runBest } from '../../support/run-scenario.ts';

const rise = buildRise(0.2, { at: 2, announce: 1, announced: true });
const flatFee = {
  name: 'A flat fee',
  actions: [
    buildAction({
      ...{ at: 2, announce: 1, announced: true },
      fee: { name: 'service', change: { kind: 'byAmount', quantity: fixed(2) }, shown: 'in the price' },
    }),
  ],
};
const letter = {
  name: 'Nothing',
  actions: [buildAction({ at: 30, credit: { amount: fixed(0), months: 1 } })],
};
const tenure = [
  { months: 3, share: 0.3 },
  { months: 30, share: 0.7 },
];
// Spend with a standard deviation of 1.07 in its log, as among subscribers.
const varied = buildScenario({
  segments: [buildSegment({ spread: 1.46, tenure })],
  plans: [rise, flatFee, letter],
  months: 12,
});
const result = computeConcentration(varied, { customers: 10_000 });
const [raised, fee, nothing] = result.plans;
const sigma = Math.sqrt(Math.log(1 + 1.46 * 1.46));

/** Φ by bisection of its inverse. */
function normalShare(z: number): number {
  let [low, high] = [0, 1];
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (normalQuantile(middle) < z) low = middle;
    else high = middle;
  }
  return low;
}

/** Share of the total of a lognormal that its largest share brings: Φ(σ − z). */
const paretoShare = (spread: number, share: number) => normalShare(spread - normalQuantile(1 - share));

describe('shares of the largest', () => {
  it.each([0.3, 0.7, 1.07, 1.4])('are Φ(σ − z) for a lognormal with σ = %d', (spread) => {
    const count = 200_000;
    const amounts = Array.from({ length: count }, (_, k) => {
      return { amount: Math.exp(spread * normalQuantile(1 - (k + 0.5) / count)), weight: 1 };
    });
    for (const share of [0.01, 0.1, 0.2, 0.5])
      expect(Math.abs(shareOfTop(amounts, share)! - paretoShare(spread, share))).toBeLessThan(0.0005);
  });

  it('count a part of whoever stands on the edge, and exceed 1 where others bring losses', () => {
    const two = [
      { amount: 3, weight: 1 },
      { amount: 1, weight: 1 },
    ];
    expect(shareOfTop(two, 0.25)).toBeCloseTo(1.5 / 4, 12);
    expect(shareOfTop([two[0], { amount: -1, weight: 1 }], 0.5)).toBeCloseTo(1.5, 12);
    expect(shareOfTop([{ amount: -1, weight: 1 }], 0.5)).toBeNull();
  });
});

describe('a base whose spend varies as among subscribers', () => {
  it('has half to two thirds of revenue from its top fifth, and more of its profit (T39)', () => {
    const { topFifthRevenue, topFifthProfit } = result.base;
    expect(topFifthRevenue).toBeGreaterThan(0.5);
    expect(topFifthRevenue).toBeLessThan(0.68);
    expect(Math.abs(topFifthRevenue - paretoShare(sigma, 0.2))).toBeLessThan(0.01);
    expect(topFifthProfit).toBeGreaterThan(topFifthRevenue + 0.1);
    // A cost of 4 a head out of 10: what the top fifth pays less a fifth of the cost, over 6.
    expect(Math.abs(topFifthProfit! - (10 * paretoShare(sigma, 0.2) - 0.8) / 6)).toBeLessThan(0.02);
  });

  it('peaks where a customer just pays what serving costs', () => {
    const paying = normalShare(-(Math.log(0.4) + (sigma * sigma) / 2) / sigma);
    expect(result.base.whale!.customers).toBeCloseTo(paying, 2);
    expect(result.base.whale!.profit).toBeGreaterThan(1.05);
  });

  it('falls into ten equal tenths that add up to it', () => {
    const { base } = result;
    const total = (of: (decile: (typeof base.deciles)[number]) => number) =>
      base.deciles.reduce((sum, decile) => sum + of(decile), 0);
    for (const { customers } of base.deciles) expect(customers).toBeCloseTo(100, 6);
    expect(total(({ revenueShare }) => revenueShare)).toBeCloseTo(1, 9);
    expect(total(({ profitShare }) => profitShare!)).toBeCloseTo(1, 9);
    for (let k = 1; k < 10; k++) expect(base.deciles[k].value).toBeLessThan(base.deciles[k - 1].value);
    const cohort = runBest(varied).segments[0];
    const leavers = total((decile) => decile.leavers.estimate);
    expect(Math.abs(leavers / (cohort.base[0] - cohort.base[12]) - 1)).toBeLessThan(0.01);
  });
});

describe('whom a plan loses', () => {
  it('adds up over tenths to the extra leavers and the profit of the cohort run, within 3 standard errors', () => {
    const impact = impactBest(varied, rise);
    const extra = raised.deciles.reduce((sum, { extraLeavers }) => sum + extraLeavers.estimate, 0);
    expect(extra).toBeCloseTo(raised.extraLeavers.estimate, 9);
    expect(raised.extraLeavers.error / extra).toBeLessThan(0.05);
    // Who knows is also who was woken: customer by customer the two multiply, in a cohort their means do.
    expect(Math.abs(extra / impact.customersLost - 1)).toBeLessThan(0.1);
    const profit = raised.deciles.reduce((sum, decile) => sum + decile.profit.estimate, 0);
    expect(Math.abs(profit + raised.restOfProfit - impact.profit)).toBeLessThan(
      3 * raised.profit.error + 0.02 * impact.profit,
    );
  });

  it('is nobody, exactly, where a plan changes nothing', () => {
    const none = { estimate: 0, error: 0 };
    expect(nothing).toMatchObject({ extraLeavers: none, profit: none, restOfProfit: 0, lost: null });
    for (const decile of nothing.deciles) expect(decile).toMatchObject({ extraLeavers: none, profit: none });
  });

  it('is the price-sensitive, newer customers first', () => {
    const { lost } = raised;
    const { averages } = result.base;
    expect(lost!.sensitivity.estimate).toBeGreaterThan(averages.sensitivity + 3 * lost!.sensitivity.error);
    expect(lost!.tenureMonths.estimate).toBeLessThan(averages.tenureMonths - 3 * lost!.tenureMonths.error);
  });

  it('is those who pay least where a fee is the same for all, and all tenths alike where a rise is in proportion', () => {
    const [top, last] = [fee.deciles[0], fee.deciles[9]].map(({ extraLeavers }) => extraLeavers);
    expect(last.estimate - top.estimate).toBeGreaterThan(3 * (last.error + top.error));
    expect(fee.lost!.value.estimate).toBeLessThan(result.base.averages.value - 3 * fee.lost!.value.error);
    const [first, final] = [raised.deciles[0], raised.deciles[9]].map(({ extraLeavers }) => extraLeavers);
    expect(Math.abs(final.estimate - first.estimate)).toBeLessThan(3 * (final.error + first.error));
  });
});

describe('the schema of concentration reports', () => {
  type Mutable<T> = T extends object ? { -readonly [key in keyof T]: Mutable<T[key]> } : T;
  const validate = new Ajv2020({ allErrors: true, strict: true }).compile(concentrationSchema);

  it('is the one that is published', () => {
    const file = new URL('../../../scenarios/concentration.schema.json', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify(concentrationSchema, null, 2)}\n`);
  });

  it('describes what is computed, and nothing else', () => {
    expectTypeOf<Static<typeof concentrationSchema>>().toExtend<ConcentrationResult>();
    expectTypeOf<Mutable<ConcentrationResult>>().toExtend<Static<typeof concentrationSchema>>();
    expect(validate(result), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...result, extra: 1 })).toBe(false);
    expect(validate({ ...result, base: { ...result.base, topFifthRevenue: 1.2 } })).toBe(false);
  });
});
