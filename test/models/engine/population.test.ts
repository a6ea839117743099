import { describe, expect, it } from 'vitest';
import { dimensions } from '../../../models/core/dimensions.ts';
import { normalQuantile } from '../../../models/core/numbers.ts';
import { fixed } from '../../../models/core/quantity.ts';
import {
  type PopulationOptions,
  type PopulationTrajectory,
  simulatePopulation,
} from '../../../models/engine/population.ts';
import { createPopulation } from '../../../models/engine/population-state.ts';
import { createSampler } from '../../../models/engine/sample.ts';
import { createStates, doNothing } from '../../../models/engine/simulate.ts';
import type { Plan, Scenario } from '../../../models/scenario/scenario.ts';
import { buildAction, buildRise, buildScenario, buildSegment } from '../../support/build-scenario.ts';
import { runBest } from '../../support/run-scenario.ts';

function runPopulation(
  scenario: Scenario,
  plan: Plan = doNothing,
  options: PopulationOptions = {},
): PopulationTrajectory {
  const sample = createSampler({ ...scenario, plans: [plan] }, scenario.seed)('best');
  return simulatePopulation(scenario, plan, sample, options);
}

const tenure = [
  { months: 3, share: 0.3 },
  { months: 30, share: 0.7 },
];
const free = buildSegment({ name: 'Free', spread: 0.6, tenure, customers: 2000 });
const bound = buildSegment({ name: 'Bound', tenure, contract: { termMonths: 12 }, customers: 2000 });
const mixed = buildScenario({ segments: [free, bound], months: 18 });
const everyone = { segments: ['Free', 'Bound'] };
const rise = buildRise(0.15, { at: 4, announce: 3, announced: true, ...everyone });

/** Mean over replications and its standard error. */
function meanAndError(values: readonly number[]): readonly [number, number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return [mean, Math.sqrt(squares / (values.length - 1) / values.length)];
}

const replicate = (plan: Plan, customers: number) =>
  Array.from({ length: 20 }, (_, k) => runPopulation(mixed, plan, { customers, seed: `${k}` }));

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

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
});

describe('draws of a population', () => {
  const fates = (run: PopulationTrajectory, name: string) =>
    run.segments.find((segment) => segment.name === name)!.members;

  it('are the same for identical plans, which differ by exactly 0', () => {
    const twin = { ...rise, name: 'The same under another name' };
    expect(runPopulation(mixed, twin, { customers: 1000 })).toEqual(
      runPopulation(mixed, rise, { customers: 1000 }),
    );
  });

  it('are the same under every plan: before a plan begins nobody’s fate differs', () => {
    const [nothing, plan] = [doNothing, rise].map((each) => runPopulation(mixed, each, { customers: 3000 }));
    for (const { name } of mixed.world.segments) {
      const early = (run: PopulationTrajectory) => fates(run, name).leftIn.map((at) => (at < 3 ? at : 0));
      expect(early(plan)).toEqual(early(nothing));
      expect(fates(plan, name).leftIn).not.toEqual(fates(nothing, name).leftIn);
    }
  });

  it('have a rise keep nobody who would have left without it', () => {
    const [nothing, plan] = [doNothing, rise].map((each) => runPopulation(mixed, each, { customers: 3000 }));
    const [before, after] = [fates(nothing, 'Free').leftIn, fates(plan, 'Free').leftIn];
    const saved = before.filter((at, k) => at > 0 && (after[k] === 0 || after[k] > at));
    expect(saved).toHaveLength(0);
  });

  it('do not change for a segment when another is added or the order is another', () => {
    const alone = runPopulation({ ...mixed, world: { ...mixed.world, segments: [free] } }, doNothing, {
      customers: 1000,
    });
    const both = runPopulation(mixed, doNothing, { customers: 2000 });
    const turned = runPopulation(
      { ...mixed, world: { ...mixed.world, segments: [bound, free] } },
      doNothing,
      { customers: 2000 },
    );
    expect(fates(both, 'Free')).toEqual(fates(alone, 'Free'));
    for (const { name } of mixed.world.segments) expect(fates(turned, name)).toEqual(fates(both, name));
  });

  it('do not change for the first customers when more are followed', () => {
    const [few, many] = [500, 4000].map((customers) => runPopulation(mixed, rise, { customers }));
    const traits = fates(many, 'Free').frailty.slice(0, 250);
    expect(fates(few, 'Free').frailty).toEqual(traits);
    expect(fates(few, 'Free').leftIn).toEqual(fates(many, 'Free').leftIn.slice(0, 250));
  });

  it('are others under another seed', () => {
    const [one, other] = ['one', 'another'].map((seed) =>
      runPopulation(mixed, doNothing, { customers: 500, seed }),
    );
    expect(fates(other, 'Free').leftIn).not.toEqual(fates(one, 'Free').leftIn);
  });
});

describe('customers of a population', () => {
  const correlated = buildScenario({
    segments: [free],
    assumptions: { spendFrailtyCorrelation: 0.4, spendSensitivityCorrelation: -0.3 },
    months: 2,
  });
  const [{ members }] = runPopulation(correlated).segments;
  const mean = (values: Float64Array) => sum(values) / values.length;
  const moments = (a: Float64Array, b: Float64Array) => {
    const [x, y] = [a.map(Math.log), b.map(Math.log)];
    const [mx, my] = [mean(x), mean(y)];
    return mean(x.map((value, k) => (value - mx) * (y[k] - my)));
  };
  const correlation = (a: Float64Array, b: Float64Array) =>
    moments(a, b) / Math.sqrt(moments(a, a) * moments(b, b));

  it('have frailty, sensitivity and spend of mean 1 and the stated spread', () => {
    for (const values of [members.frailty, members.sensitivity, members.spend])
      expect(Math.abs(mean(values) - 1)).toBeLessThan(0.005);
    expect(Math.sqrt(moments(members.frailty, members.frailty))).toBeCloseTo(0.8, 2);
    expect(Math.sqrt(moments(members.sensitivity, members.sensitivity))).toBeCloseTo(0.6, 2);
    expect(Math.sqrt(moments(members.spend, members.spend))).toBeCloseTo(
      Math.sqrt(Math.log(1 + 0.6 * 0.6)),
      2,
    );
  });

  it('have the stated correlations of their logs', () => {
    expect(correlation(members.spend, members.frailty)).toBeCloseTo(0.4, 2);
    expect(correlation(members.spend, members.sensitivity)).toBeCloseTo(-0.3, 2);
    expect(correlation(members.frailty, members.sensitivity)).toBeCloseTo(0, 2);
  });

  it('have the tenures of the segment, the frail among the newest as in the cohort', () => {
    const inGroup = (months: number) => members.frailty.filter((_, k) => members.tenureMonths[k] === months);
    const [young, old] = [inGroup(3), inGroup(30)];
    expect(young.length / members.count).toBeCloseTo(0.3, 2);
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
    const dearer = drawn.revenue.map((paid, k) =>
      drawn.leftIn[k] === idle.leftIn[k] ? paid / idle.revenue[k] : 0,
    );
    for (let k = 0; k < drawn.count; k++) {
      if (drawn.leftIn[k] > 0 || idle.leftIn[k] > 0) continue;
      expect(dearer[k] > 1.1, `customer ${k} spends ${drawn.spend[k]}`).toBe(drawn.spend[k] >= line);
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

it('gives each customer a memory of everything that cells remember', () => {
  const [, cohort] = createStates(mixed, doNothing, createSampler(mixed, mixed.seed)('best'));
  const seats = 1009;
  const variety = { sdLog: 0, quantilesOf: () => [0, 1] as const };
  const { state } = createPopulation(cohort, [1, 2], variety, 200, seats);
  expect(cohort.cells).toBe(12);
  for (const [name, values] of Object.entries(state)) {
    if (!ArrayBuffer.isView(values)) continue;
    const { length } = values as Float64Array;
    const ofTheSegment = [dimensions.length, mixed.months + 1].includes(length);
    expect(ofTheSegment || length % seats === 0, `${name} has ${length}`).toBe(true);
  }
});
