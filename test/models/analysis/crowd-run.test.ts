import { describe, expect, test } from 'vitest';
import { crowdCuts, crowdGroups, crowdShares } from '../../../models/analysis/crowd-groups.ts';
import { type CrowdRun, createCrowdRunner } from '../../../models/analysis/crowd-run.ts';
import { dimensions } from '../../../models/core/dimensions.ts';
import { doNothing } from '../../../models/engine/simulate.ts';
import { talkAt } from '../../../models/mechanisms/word-of-mouth.ts';
import { readScenario } from '../../support/read-scenario.ts';
import { runBest } from '../../support/run-scenario.ts';

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
const lesson = await readScenario('lessons/promise-what-you-deliver.yaml');
const telco = await readScenario('telco-fee-increase.yaml');

describe('shares of the crowd', () => {
  test('sum to one and grow towards advocates with satisfaction', () => {
    for (const mean of [1, 4, 7, 9.5]) expect(sum(crowdShares(mean, 2.2))).toBeCloseTo(1, 12);
    expect(crowdShares(8, 2.2)[4]).toBeGreaterThan(crowdShares(7, 2.2)[4]);
    expect(crowdShares(8, 2.2)[0]).toBeLessThan(crowdShares(7, 2.2)[0]);
  });

  test('are those of the mechanism of talk: who advocates, who praises, who complains', () => {
    const shares = crowdShares(6.4, 2);
    const talk = talkAt(6.4, 2, 1);
    expect(shares[4]).toBe(talk.advocates);
    expect(shares[0]).toBeCloseTo(talk.complaint, 12);
    expect(shares[0] + shares[1]).toBeCloseTo(talk.saboteurs, 12);
    expect(shares[2] + shares[3] + shares[4]).toBeCloseTo(talk.praise, 12);
    expect(crowdCuts).toHaveLength(crowdGroups.length - 1);
  });
});

describe.each([
  ['a lesson', lesson],
  ['a scenario of several segments under contract', telco],
])('the crowd of %s', (_name, scenario) => {
  const runner = createCrowdRunner(scenario);

  test('counts everybody of the run, month by month', () => {
    const plan = scenario.plans[0];
    const run = runner.run(plan);
    const plain = runBest(scenario, plan);
    for (let month = 0; month <= run.months; month++) {
      const { groups, before, left, joined } = run.crowd[month];
      const of = (read: (segment: (typeof plain.segments)[number]) => number) =>
        plain.segments.reduce((total, segment) => total + read(segment), 0);
      expect(sum(groups) / of(({ customers }) => customers[month])).toBeCloseTo(1, 9);
      expect(sum(left)).toBeCloseTo(
        of(({ leavers }) => leavers[month]),
        6,
      );
      expect(sum(joined)).toBeCloseTo(
        of(({ joiners }) => joiners[month]),
        6,
      );
      if (month === 0) continue;
      expect(sum(before) / sum(run.crowd[month - 1].groups)).toBeCloseTo(1, 9);
      crowdGroups.forEach((_, group) => {
        expect(groups[group]).toBeCloseTo(before[group] - left[group] + joined[group], 6);
        expect(left[group]).toBeLessThanOrEqual(before[group]);
      });
    }
  });

  test('stands still where the pad stands as today', () => {
    const { promise, delivery } = runner.pad.start('all');
    const plan = runner.pad.plan(promise, delivery, 'all');
    expect(plan.actions).toEqual([]);
    expect(runner.run(plan)).toEqual(runner.run({ ...doNothing, name: plan.name }));
  });

  test('is where the pad says from the first month on', () => {
    const run = runner.run(runner.pad.plan(9, 5.5, 'all'));
    expect(run.service[1].promise).toBeCloseTo(9, 2);
    expect(run.service[1].delivery).toBeCloseTo(5.5, 2);
    for (const { promised } of run.service)
      for (const level of promised) expect(level).toBeLessThanOrEqual(10);
  });

  test('of one dimension leaves the others alone', () => {
    const { service } = runner.run(runner.pad.plan(9, 5.5, 'empathy'));
    const at = dimensions.indexOf('empathy');
    const [start, month] = [service[0], service[1]];
    expect(month.promised[at]).toBeCloseTo(9, 9);
    dimensions.forEach((_, k) => {
      if (k !== at) expect(month.promised[k]).toBeCloseTo(start.promised[k], 9);
    });
  });
});

describe('a promise against delivery', () => {
  const { pad, run } = createCrowdRunner(lesson);
  const end = ({ crowd }: CrowdRun) => crowd[crowd.length - 1];

  test('broken makes saboteurs, exceeded makes advocates', () => {
    const broken = end(run(pad.plan(9, 6, 'all')));
    const exceeded = end(run(pad.plan(6, 8, 'all')));
    expect(broken.groups[0] / sum(broken.groups)).toBeGreaterThan(exceeded.groups[0] / sum(exceeded.groups));
    expect(broken.groups[4] / sum(broken.groups)).toBeLessThan(exceeded.groups[4] / sum(exceeded.groups));
  });

  test('is seen by the boardroom through its bias', () => {
    const { service } = run(pad.plan(9, 6, 'all'));
    dimensions.forEach((_, k) => {
      expect(service[12].believed[k]).toBeGreaterThan(service[12].perceived[k]);
    });
  });
});
