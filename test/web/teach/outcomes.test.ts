import { describe, expect, test } from 'vitest';
import { formatApart, outcomesOf } from '../../../web/teach/outcomes.ts';
import { createTeachDesk } from '../../../web/teach/teach-desk.ts';
import { readScenario } from '../../support/read-scenario.ts';

const surge = await readScenario('lessons/the-surge.yaml');

describe('figures that are compared', () => {
  test.each([
    ['profit', [172_951_000, 172_908_000], ['€173.0m', '€172.9m']],
    ['profit', [19_400_000, 16_500_000], ['€19.4m', '€16.5m']],
    ['profit', [-8_450_100, -8_450_900], ['−€8.450m', '−€8.451m']],
    ['profit', [173_000_000, 173_000_000], ['€173m', '€173m']],
    ['profit', [173_000_000.001, 173_000_000], ['€173m', '€173m']],
    ['profit', [173_200_000, 173_100_000, 150_000_000], ['€173.2m', '€173.1m', '€150.0m']],
    ['leavers', [-6893.4, -6892.6], ['6,893.4', '6,892.6']],
    ['leavers', [-6894, -6893], ['6,894', '6,893']],
    ['customers', [171_100, 171_400], ['171.1k', '171.4k']],
    ['satisfaction', [7.4312, 7.4298], ['7.431', '7.430']],
  ] as const)('on %s, %j, are told apart where they differ', (on, values, told) => {
    expect(formatApart(surge, on, values)).toEqual(told);
  });
});

describe('outcomes', () => {
  test('are of every plan and of doing nothing, the best on the measure first', () => {
    const outcomes = outcomesOf(createTeachDesk(surge), 'leavers');
    expect(new Set(outcomes.map(({ name }) => name))).toEqual(
      new Set(['do nothing', ...surge.plans.map(({ name }) => name)]),
    );
    const leavers = outcomes.map(({ figures }) => figures.leavers);
    expect(leavers).toEqual(leavers.toSorted((a, b) => b - a));
    expect(leavers[0]).toBeGreaterThan(leavers[1]);
  });
});
