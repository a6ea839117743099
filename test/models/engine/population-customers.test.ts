import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../models/core/numbers.ts';
import { fixed } from '../../../models/core/quantity.ts';
import { createSampler } from '../../../models/engine/sample.ts';
import { createStates, doNothing } from '../../../models/engine/simulate.ts';
import { buildRise, buildScenario, buildSegment } from '../../support/build-scenario.ts';
import { customersOf, free, meanAndError, runPopulation, sum } from '../../support/run-population.ts';
import { runBest } from '../../support/run-scenario.ts';

describe('customers of a population', () => {
  const correlated = buildScenario({
    segments: [free],
    assumptions: { spendFrailtyCorrelation: 0.4, spendSensitivityCorrelation: -0.3 },
    months: 2,
  });
  const [traits] = customersOf(correlated);
  const mean = (values: Float64Array) => sum(values) / values.length;
  const moments = (a: Float64Array, b: Float64Array) => {
    const [x, y] = [a.map(Math.log), b.map(Math.log)];
    const [mx, my] = [mean(x), mean(y)];
    return mean(x.map((value, k) => (value - mx) * (y[k] - my)));
  };
  const correlation = (a: Float64Array, b: Float64Array) =>
    moments(a, b) / Math.sqrt(moments(a, a) * moments(b, b));

  it('have frailty, sensitivity and spend of mean 1 and the stated spread', () => {
    for (const values of [traits.frailty, traits.sensitivity, traits.spend])
      expect(Math.abs(mean(values) - 1)).toBeLessThan(0.005);
    expect(Math.sqrt(moments(traits.frailty, traits.frailty))).toBeCloseTo(0.8, 2);
    expect(Math.sqrt(moments(traits.sensitivity, traits.sensitivity))).toBeCloseTo(0.6, 2);
    expect(Math.sqrt(moments(traits.spend, traits.spend))).toBeCloseTo(Math.sqrt(Math.log(1 + 0.6 * 0.6)), 2);
  });

  it('have the stated correlations of their logs', () => {
    expect(correlation(traits.spend, traits.frailty)).toBeCloseTo(0.4, 2);
    expect(correlation(traits.spend, traits.sensitivity)).toBeCloseTo(-0.3, 2);
    expect(correlation(traits.frailty, traits.sensitivity)).toBeCloseTo(0, 2);
  });

  it('have the tenures of the segment, the frail among the newest as in the cohort', () => {
    const inGroup = (months: number) => traits.frailty.filter((_, k) => traits.tenureMonths[k] === months);
    const [young, old] = [inGroup(3), inGroup(30)];
    expect(young.length / traits.frailty.length).toBeCloseTo(0.3, 2);
    const [cohort] = createStates(correlated, doNothing, createSampler(correlated, correlated.seed)('best'));
    const meanFrailty = (cell: number) => {
      let [total, frail] = [0, 0];
      for (let node = 0; node < cohort.nodes; node++) {
        const weight = cohort.weight[cell * cohort.nodes + node];
        total += weight;
        frail += weight * cohort.frailty[Math.floor(node / cohort.sensitivities)];
      }
      return frail / total;
    };
    expect(mean(young) / meanFrailty(0)).toBeCloseTo(1, 2);
    expect(mean(old) / meanFrailty(1)).toBeCloseTo(1, 2);
    expect(mean(young)).toBeGreaterThan(1.1 * mean(old));
  });

  it('are told apart by what they spend themselves where a plan does so', () => {
    const top = { value: { end: 'top', share: 0.2 } } as const;
    const plan = buildRise(0.3, { at: 2, segments: ['Free'], customers: top });
    const targeted = buildScenario({ segments: [free], plans: [plan], months: 8 });
    const cohort = runBest(targeted, plan).segments[0];
    const runs = ['1', '2', '3', '4', '5'].map(
      (seed) => runPopulation(targeted, plan, { customers: 4000, seed }).segments[0],
    );
    for (const name of ['base', 'revenue'] as const) {
      const [value, error] = meanAndError(
        runs.map((run) => run[name][8] - (name === 'base' ? run.luck.base : 0)),
      );
      expect(Math.abs(value / cohort[name][8] - 1)).toBeLessThan(0.01 + (3 * error) / value);
    }
    const line = Math.exp(Math.sqrt(Math.log(1.36)) * normalQuantile(0.8) - Math.log(1.36) / 2);
    const [{ members: drawn }] = runPopulation(targeted, plan, { customers: 4000 }).segments;
    const [{ members: idle }] = runPopulation(targeted, doNothing, { customers: 4000 }).segments;
    const [{ spend }] = customersOf(targeted, { customers: 4000 });
    const dearer = drawn.revenue.map((paid, k) =>
      drawn.leftIn[k] === idle.leftIn[k] ? paid / idle.revenue[k] : 0,
    );
    for (let k = 0; k < drawn.count; k++) {
      if (drawn.leftIn[k] > 0 || idle.leftIn[k] > 0) continue;
      expect(dearer[k] > 1.1, `customer ${k} spends ${spend[k]}`).toBe(spend[k] >= line);
    }
  });

  it('lower the hazard of their cohort with tenure though nobody changes (T16)', () => {
    const cohort = buildScenario({
      segments: [buildSegment({ churn: 0.06, joinersPerMonth: fixed(0), tenure: [{ months: 0, share: 1 }] })],
      months: 24,
    });
    const [{ base }] = runPopulation(cohort, doNothing, { customers: 40_000 }).segments;
    const halfYears = [0, 6, 12, 18].map((month) => -Math.log(base[month + 6] / base[month]) / 6);
    expect(halfYears[0]).toBeLessThan(0.062);
    for (let k = 1; k < 4; k++) expect(halfYears[k]).toBeLessThan(0.95 * halfYears[k - 1]);
  });

  it('leave month by month, so that hazards compound to at most everybody (T19)', () => {
    const flood = buildScenario({
      segments: [buildSegment({ churn: 0.5, joinersPerMonth: fixed(0) })],
      months: 24,
    });
    const [{ base, leavers }] = runPopulation(flood, doNothing, { customers: 5000 }).segments;
    let staying = 1;
    for (let month = 1; month <= 24; month++) {
      staying *= 1 - (base[month - 1] > 0 ? leavers[month] / base[month - 1] : 0);
      expect(base[month] / base[0]).toBeCloseTo(staying, 9);
      expect(base[month]).toBeGreaterThanOrEqual(0);
    }
    expect(base[24] / base[0]).toBeLessThan(0.02);
  });
});
