import { describe, expect, it } from 'vitest';
import { fixed } from '../../../models/core/quantity.ts';
import type { PopulationTrajectory } from '../../../models/engine/population.ts';
import { doNothing } from '../../../models/engine/simulate.ts';
import type { Plan } from '../../../models/scenario/scenario.ts';
import { buildAction, buildScenario, buildSegment } from '../../support/build-scenario.ts';
import {
  customersOf,
  free,
  meanAndError,
  mixed,
  rise,
  runPopulation,
  sum,
} from '../../support/run-population.ts';
import { runBest } from '../../support/run-scenario.ts';

const replicate = (plan: Plan, customers: number) =>
  Array.from({ length: 20 }, (_, k) => runPopulation(mixed, plan, { customers, seed: `${k}` }));

describe('a population', () => {
  it('agrees in the mean of replications with the cohort, within 3.5 standard errors of under 1 %', () => {
    const cohort = runBest(mixed);
    const runs = replicate(doNothing, 800);
    const money = (run: PopulationTrajectory | ReturnType<typeof runBest>, s: number) =>
      sum(run.segments[s].revenue) - sum(run.segments[s].costs);
    for (const s of [0, 1]) {
      const [base, baseError] = meanAndError(runs.map((run) => run.segments[s].base[mixed.months]));
      expect(baseError / base).toBeLessThan(0.01);
      expect(Math.abs(base - cohort.segments[s].base[mixed.months])).toBeLessThan(3.5 * baseError);
      const [profit, profitError] = meanAndError(runs.map((run) => money(run, s)));
      expect(profitError / profit).toBeLessThan(0.01);
      expect(Math.abs(profit - money(cohort, s))).toBeLessThan(3.5 * profitError);
    }
  });

  it('accounts for luck with mean 0, without which it scatters less than half as much', () => {
    for (const plan of [doNothing, rise]) {
      const segments = replicate(plan, 2000).map((run) => run.segments[0]);
      const [luck, error] = meanAndError(segments.map((segment) => segment.luck.base));
      expect(Math.abs(luck)).toBeLessThan(3.5 * error);
      const [, without] = meanAndError(segments.map(({ base, luck }) => base[mixed.months] - luck.base));
      expect(without).toBeLessThan(error / 2);
    }
  });

  it('starts with exactly the customers of each segment', () => {
    const { segments } = runPopulation(mixed, doNothing, { customers: 777 });
    for (const { customers, members, weight } of segments) {
      expect(customers[0]).toBeCloseTo(2000, 9);
      expect(members.count * weight).toBeCloseTo(2000, 9);
    }
  });

  it('loses or wins nobody unaccounted for, customer by customer', () => {
    const { segments } = runPopulation(mixed, rise, { customers: 1500 });
    for (const { customers, leavers, joiners, base, members, weight } of segments) {
      for (let month = 1; month <= mixed.months; month++) {
        expect(customers[month]).toBeCloseTo(customers[month - 1] - leavers[month] + joiners[month], 9);
        const left = members.leftIn.reduce((n, at) => (at > 0 && at <= month ? n + 1 : n), 0);
        expect(base[month]).toBeCloseTo((members.count - left) * weight, 6);
      }
    }
  });

  it('pays and costs what its customers do', () => {
    const alone = buildScenario({
      segments: [{ ...free, joinersPerMonth: fixed(0) }],
      months: 18,
      assumptions: { returnRate: 0 },
    });
    const run = runPopulation(alone, rise, { customers: 1500 });
    const [{ members, revenue, costs, weight }] = run.segments;
    let profit = 0;
    for (let month = 18; month >= 1; month--)
      profit = (profit + revenue[month] - costs[month]) / (1 + run.monthlyDiscount);
    expect(sum(members.contribution) * weight).toBeCloseTo(profit, 5);
  });

  it('follows the cohort when better service has more newcomers sent by customers', () => {
    const invest = {
      in: 'reliability',
      by: fixed(2),
      rampMonths: 1,
      once: fixed(0),
      monthly: fixed(0),
    } as const;
    const plan = { name: 'Better', actions: [buildAction({ at: 1, segments: ['Free'], invest })] };
    const { joiners } = runBest(mixed, plan).segments[0];
    expect(joiners[18]).not.toBe(runBest(mixed).segments[0].joiners[18]);
    const [segment] = runPopulation(mixed, plan, { customers: 4000 }).segments;
    expect(Math.abs(sum(segment.joiners) / sum(joiners) - 1)).toBeLessThan(0.005);
  });

  it('finds room for however many join', () => {
    const growing = buildScenario({ segments: [buildSegment({ joinersPerMonth: fixed(300) })], months: 24 });
    const cohort = runBest(growing).segments[0].customers[24];
    expect(cohort).toBeGreaterThan(4000);
    const [{ customers }] = runPopulation(growing, doNothing, { customers: 2000 }).segments;
    expect(Math.abs(customers[24] / cohort - 1)).toBeLessThan(0.03);
  });

  it.each([true, false])(
    'sends away whom the firm no longer wants, the least valuable: %s',
    (leastValuable) => {
      const separate = { share: fixed(0.1), cost: fixed(30), leastValuable };
      const plan = { name: 'Separate', actions: [buildAction({ at: 3, segments: ['Free'], separate })] };
      const cohort = runBest(mixed, plan).segments[0];
      const runs = replicate(plan, 2000).map((run) => run.segments[0]);
      const [base, baseError] = meanAndError(runs.map((run) => run.base[3] - run.luck.base));
      expect(Math.abs(base / cohort.base[3] - 1)).toBeLessThan(0.003 + (3 * baseError) / base);
      // What it costs is known, not drawn.
      const usual = replicate(doNothing, 2000).map((run) => run.segments[0].costs[3]);
      const [cost] = meanAndError(runs.map((run, k) => run.costs[3] - usual[k]));
      const wanted = runBest(mixed, plan).segments[0].costs[3] - runBest(mixed).segments[0].costs[3];
      expect(cost / wanted).toBeCloseTo(1, 1);
      const [{ spend }] = customersOf(mixed, { customers: 2000, seed: '0' });
      const sent = spend.filter((_, k) => runs[0].members.leftIn[k] === 3);
      expect(sent.length).toBeGreaterThan(80);
      expect(sum(sent) / sent.length < 0.7).toBe(leastValuable);
    },
  );

  it('goes on where nobody is left', () => {
    const [{ customers, joiners, revenue }] = runPopulation(
      buildScenario({ segments: [buildSegment({ churn: 0.5, joinersPerMonth: fixed(200) })], months: 24 }),
      doNothing,
      { customers: 1 },
    ).segments;
    const empty = customers.findIndex((count) => count < 1e-9);
    expect(empty).toBeGreaterThan(0);
    expect(joiners.slice(empty).some((count) => count > 0)).toBe(true);
    expect(revenue.every(Number.isFinite)).toBe(true);
  });
});
