import { describe, expect, it } from 'vitest';
import { fitTenureMix, solveHazardScale } from '../../../models/engine/calibrate.ts';
import fc from '../../support/properties.ts';

const frailty = [0.2, 0.7, 2.1];
const shares = [0.3, 0.5, 0.2];

describe('solveHazardScale', () => {
  it('has the closed form −ln(1 − churn) when everybody is alike', () => {
    expect(solveHazardScale(0.03, [1], [1], [{ factor: 1, share: 1 }])).toBeCloseTo(-Math.log(0.97), 14);
  });

  it('loses the churn asked for, from one in a million to all but one in a million', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (churn) => {
        const locks = [
          { factor: 1.4, share: 0.25 },
          { factor: 0.15, share: 0.75 },
        ];
        const scale = solveHazardScale(churn, frailty, shares, locks);
        let lost = 0;
        for (const [i, u] of frailty.entries()) {
          for (const { factor, share } of locks) lost += shares[i] * share * -Math.expm1(-scale * u * factor);
        }
        expect(Math.abs(lost - churn)).toBeLessThan(1e-12);
      }),
    );
  });

  it.each([0, 1, -0.1, Number.NaN])('refuses a churn of %s', (churn) => {
    expect(() => solveHazardScale(churn, [1], [1], [{ factor: 1, share: 1 }])).toThrow(/between 0 and 1/);
  });
});

describe('fitTenureMix', () => {
  it('keeps both margins and gives long tenures to the less frail', () => {
    const tenure = [
      { months: 3, share: 0.4 },
      { months: 20, share: 0.35 },
      { months: 60, share: 0.25 },
    ];
    const mix = fitTenureMix(0.03, frailty, shares, tenure);
    for (const [b, { share }] of tenure.entries()) {
      expect(mix.subarray(b * 3, b * 3 + 3).reduce((sum, value) => sum + value, 0)).toBeCloseTo(share, 8);
    }
    for (const [i, share] of shares.entries())
      expect(mix[i] + mix[3 + i] + mix[6 + i]).toBeCloseTo(share, 12);
    const meanFrailty = (b: number) =>
      frailty.reduce((sum, u, i) => sum + u * mix[b * 3 + i], 0) / tenure[b].share;
    expect(meanFrailty(2)).toBeLessThan(meanFrailty(1));
    expect(meanFrailty(1)).toBeLessThan(meanFrailty(0));
  });

  it('is that of a stationary population: equal joiners, each surviving by its own hazard', () => {
    // Cohorts of 3 and 20 months with inflow g(u): weights g·exp(−A·u·t), whose margins are then given back.
    const tenures = [3, 20];
    const weight = (i: number, t: number) => shares[i] * Math.exp(-0.03 * frailty[i] * t);
    const all = tenures.flatMap((t) => frailty.map((_, i) => weight(i, t))).reduce((a, b) => a + b, 0);
    const tenure = tenures.map((months) => ({
      months,
      share: frailty.reduce((sum, _, i) => sum + weight(i, months), 0) / all,
    }));
    const margins = frailty.map((_, i) => tenures.reduce((sum, t) => sum + weight(i, t), 0) / all);
    const mix = fitTenureMix(0.03, frailty, margins, tenure);
    for (const [b, t] of tenures.entries()) {
      for (let i = 0; i < 3; i++) expect(mix[b * 3 + i]).toBeCloseTo(weight(i, t) / all, 9);
    }
  });

  it('stays finite when long tenures of the frail are all but impossible', () => {
    const mix = fitTenureMix(7, frailty, shares, [
      { months: 1, share: 0.5 },
      { months: 240, share: 0.5 },
    ]);
    expect(mix.every((value) => value >= 0 && Number.isFinite(value))).toBe(true);
  });
});
