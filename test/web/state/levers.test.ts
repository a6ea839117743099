import { describe, expect, test } from 'vitest';
import { fixed } from '../../../models/core/quantity.ts';
import type { Plan } from '../../../models/index.ts';
import type { SegmentBase } from '../../../web/state/base.ts';
import { editsOf } from '../../../web/state/edits.ts';
import {
  findFeeTarget,
  firstFeePlan,
  lowestPercent,
  percentFromWritten,
  writtenFromPercent,
} from '../../../web/state/fee-target.ts';
import { givenNotice, planWithLevers, readLevers, withLever } from '../../../web/state/levers.ts';
import { buildAction, buildRise, buildScenario, buildSegment } from '../../support/build-scenario.ts';

const base: SegmentBase[] = [
  { name: 'Small', customers: 300, price: 20, cost: 8, fees: { router: 4 } },
  { name: 'Large', customers: 100, price: 80, cost: 30, fees: { router: 0 } },
];
const segments = [buildSegment({ name: 'Small' }), buildSegment({ name: 'Large' })];
const best = (quantity: { readonly belief: { readonly kind: string } }) =>
  (quantity.belief as unknown as { readonly value: number }).value;

function scenarioWith(...plans: Plan[]) {
  return buildScenario({ segments, plans });
}
const rise = buildRise(0.08, { at: 4, announce: 2, segments: ['Small'], reason: 'cost' });
const fee: Plan = {
  name: 'Fee',
  actions: [
    buildAction({
      segments: ['Small'],
      fee: { name: 'router', change: { kind: 'to', quantity: fixed(5) }, shown: 'at billing' },
    }),
  ],
};

describe('which action the fader moves', () => {
  test('the first plan with a price or a fee is shown first', () => {
    const letter: Plan = { name: 'Letter', actions: [buildAction({ notify: true })] };
    expect(firstFeePlan(scenarioWith(letter, fee, rise))).toBe(1);
    expect(firstFeePlan(scenarioWith(letter))).toBe(0);
  });

  test('a price goes before a fee, and a plan without either gets a new action', () => {
    const both: Plan = { name: 'Both', actions: [...fee.actions, ...rise.actions] };
    expect(findFeeTarget(both, 0)).toMatchObject({ actionIndex: 1, of: 'price', form: 'byPercent' });
    expect(findFeeTarget(fee, 0)).toMatchObject({ actionIndex: 0, of: 'fee', form: 'to', feeName: 'router' });
    expect(findFeeTarget(undefined, 0)).toMatchObject({ actionIndex: 0, of: 'price' });
  });
});

describe('percent of the mean price', () => {
  const target = (of: 'price' | 'fee', form: 'byPercent' | 'byAmount' | 'to') =>
    ({ planIndex: 0, actionIndex: 0, of, form, feeName: 'router' }) as const;
  const everyone = ['Small', 'Large'];

  test('is of the customers the change is meant for: 35 on average over all, 20 for the small', () => {
    expect(percentFromWritten(target('price', 'byAmount'), 3.5, base, everyone)).toBeCloseTo(10, 12);
    expect(percentFromWritten(target('price', 'byAmount'), 3.5, base, ['Small'])).toBeCloseTo(17.5, 12);
    expect(percentFromWritten(target('price', 'to'), 42, base, everyone)).toBeCloseTo(20, 12);
  });

  test('counts what a separate fee adds to what is charged today', () => {
    expect(percentFromWritten(target('fee', 'to'), 6, base, ['Small'])).toBeCloseTo(10, 12);
    expect(percentFromWritten(target('fee', 'byPercent'), 50, base, ['Small'])).toBeCloseTo(10, 12);
    expect(lowestPercent(target('fee', 'to'), base, ['Small'])).toBeCloseTo(-20, 12);
    expect(lowestPercent(target('fee', 'to'), base, everyone)).toBe(0);
  });

  test.each([1.24, 8.37, 17.65, 66.4])(
    'says the percent that was set at a price of %d, whatever its cents',
    (price) => {
      const small = [{ name: 'Small', customers: 300, price, cost: 0.5, fees: { router: 0.5 } }];
      for (const form of ['byAmount', 'to'] as const) {
        for (const of of ['price', 'fee'] as const) {
          for (const percent of [4, 8, -2.5, 7.25, 10.99]) {
            const written = writtenFromPercent(target(of, form), percent, small, ['Small']);
            expect(
              Math.abs(percentFromWritten(target(of, form), written, small, ['Small']) - percent),
            ).toBeLessThan(0.005001);
          }
        }
      }
    },
  );

  test('is written in cents where those say it', () => {
    const large = [{ name: 'Small', customers: 300, price: 66.4, cost: 8, fees: {} }];
    expect(writtenFromPercent(target('price', 'byAmount'), 8, large, ['Small'])).toBe(5.31);
    expect(writtenFromPercent(target('price', 'to'), 8, large, ['Small'])).toBe(71.71);
    expect(writtenFromPercent(target('price', 'to'), 4, [{ ...large[0], price: 8.37 }], ['Small'])).toBe(
      8.705,
    );
  });

  test.each([
    ['price', 'byPercent'],
    ['price', 'byAmount'],
    ['price', 'to'],
    ['fee', 'byPercent'],
    ['fee', 'byAmount'],
    ['fee', 'to'],
  ] as const)('comes back to the cent when a %s is written %s', (of, form) => {
    for (const percent of [-10, 0, 8, 12.5]) {
      const written = writtenFromPercent(target(of, form), percent, base, ['Small']);
      expect(percentFromWritten(target(of, form), written, base, ['Small'])).toBeCloseTo(percent, 2);
    }
  });
});

describe('levers', () => {
  test('say what the file says', () => {
    expect(readLevers(scenarioWith(rise), 0, best)).toEqual({
      written: 8,
      at: 4,
      noticeMonths: 2,
      segments: ['Small'],
      reason: 'cost',
      phases: 1,
      everyMonths: 6,
    });
  });

  test('left alone, give back the very plan of the file', () => {
    for (const plan of [rise, fee]) {
      const scenario = scenarioWith(plan);
      const levers = readLevers(scenario, 0, best);
      expect(planWithLevers(scenario, 0, levers, { ...levers })).toEqual(plan);
      expect(editsOf(scenario, 0, levers, { ...levers })).toEqual([]);
    }
  });

  test('an earlier start shortens the notice that no longer fits, and a later one brings it back', () => {
    const scenario = scenarioWith(rise);
    const levers = readLevers(scenario, 0, best);
    const early = withLever(levers, 'at', 2);
    const first = withLever(early, 'at', 1);
    expect([levers, early, first, withLever(first, 'at', 10)].map(givenNotice)).toEqual([2, 1, 0, 2]);
    const { actions } = planWithLevers(scenario, 0, levers, early);
    expect(actions[0]).toMatchObject({ at: 2, announce: 1, announced: true });
    expect(editsOf(scenario, 0, levers, early)).toContainEqual({
      path: ['plans', 0, 'actions', 0, 'announce'],
      value: 1,
    });
  });

  test('a moved fee becomes certain and keeps its form', () => {
    const scenario = scenarioWith(fee);
    const initial = readLevers(scenario, 0, best);
    const plan = planWithLevers(scenario, 0, initial, withLever(initial, 'written', 5.5));
    expect(plan.actions[0].fee?.change).toEqual({ kind: 'to', quantity: fixed(5.5) });
    expect(plan.actions[0].fee?.shown).toBe('at billing');
  });

  test('a plan without a fee gets one only when it is moved', () => {
    const letter: Plan = { name: 'Letter', actions: [buildAction({ notify: true })] };
    const scenario = scenarioWith(letter);
    const initial = readLevers(scenario, 0, best);
    expect(planWithLevers(scenario, 0, initial, initial)).toBe(letter);
    expect(planWithLevers(scenario, 0, initial, withLever(initial, 'written', 5)).actions).toHaveLength(2);
  });

  test('customers who are not told are told nowhere in the file', () => {
    const scenario = scenarioWith(rise);
    const initial = readLevers(scenario, 0, best);
    const levers = withLever(initial, 'noticeMonths', null);
    expect(planWithLevers(scenario, 0, initial, levers).actions[0]).toMatchObject({
      announce: 4,
      announced: false,
    });
    expect(editsOf(scenario, 0, initial, levers)).toEqual([
      { path: ['plans', 0, 'actions', 0, 'announce'], value: undefined },
    ]);
  });

  test('steps are written with the time between them', () => {
    const scenario = scenarioWith(rise);
    const initial = readLevers(scenario, 0, best);
    const edits = editsOf(scenario, 0, initial, withLever(initial, 'phases', 3));
    expect(edits.map(({ path, value }) => [path.at(-1), value])).toEqual([
      ['phases', 3],
      ['every', '6 months'],
    ]);
  });
});
