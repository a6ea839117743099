import { describe, expect, test } from 'vitest';
import { createCrowdRunner } from '../../../models/analysis/crowd-run.ts';
import { addsUp } from '../../../models/analysis/mechanism-trace.ts';
import { doNothing } from '../../../models/engine/simulate.ts';
import { mechanismNames } from '../../../models/mechanisms/index.ts';
import { readScenario } from '../../support/read-scenario.ts';
import { runBest } from '../../support/run-scenario.ts';

const promise = await readScenario('lessons/promise-what-you-deliver.yaml');
const surge = await readScenario('lessons/the-surge.yaml');

describe.each([
  ['one segment', promise],
  ['two segments and a contact centre', surge],
])('what mechanisms did to %s', (_name, scenario) => {
  const runner = createCrowdRunner(scenario);
  const [plan] = scenario.plans;
  const trace = runner.trace(plan);
  const { segments } = runBest(scenario, plan);

  test('is what the run of the same plan says of leavers, newcomers and satisfaction', () => {
    for (let month = 1; month <= scenario.months; month++) {
      const total = (of: (segment: (typeof segments)[number]) => number) =>
        segments.reduce((sum, segment) => sum + of(segment), 0);
      const present = total(({ customers }) => customers[month - 1]);
      const satisfaction = total((segment) => segment.customers[month - 1] * segment.satisfaction[month]);
      const leavers = total((segment) => segment.leavers[month]);
      const joiners = total((segment) => segment.joiners[month]);
      expect(trace.get('attrition')![month - 1] / leavers).toBeCloseTo(1, 9);
      expect(trace.get('acquisition')![month - 1] / joiners).toBeCloseTo(1, 9);
      expect(trace.get('satisfaction')![month - 1] / (satisfaction / present)).toBeCloseTo(1, 9);
    }
  });

  test('stands still while nothing is done', () => {
    for (const [name, months] of runner.trace(doNothing)) {
      for (const value of months) expect(value, name).toBeCloseTo(months[0], 6);
    }
  });

  test('is told for mechanisms that there are, month by month', () => {
    for (const [name, months] of trace) {
      expect(mechanismNames).toContain(name);
      expect(months).toHaveLength(scenario.months);
      expect(months.every(Number.isFinite), name).toBe(true);
    }
  });
});

test('trust ends where the gap between delivery and promise leads it', () => {
  const { months, plans } = promise;
  const broken = plans.find(({ name }) => name === 'Promise 8 and deliver 6')!;
  const trust = createCrowdRunner(promise).trace(broken).get('trust')!;
  // From 0.6 towards 0.6 − 0.1 × 2, newcomers arriving at 0.6.
  expect(trust[0]).toBeGreaterThan(0.55);
  expect(trust[months - 1]).toBeGreaterThan(0.4);
  expect(trust[months - 1]).toBeLessThan(0.45);
});

test('there are no waits where there is no contact centre, and numbers alone add up', () => {
  expect(createCrowdRunner(promise).trace(doNothing).has('contact-centre')).toBe(false);
  const waits = createCrowdRunner(surge).trace(surge.plans[0]).get('contact-centre')!;
  expect(waits.indexOf(Math.max(...waits))).toBe(3);
  expect([addsUp('acquisition'), addsUp('guarantee'), addsUp('trust')]).toEqual([true, true, false]);
});
