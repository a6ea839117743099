import { describe, expect, it } from 'vitest';
import { dimensions } from '../../../models/core/dimensions.ts';
import { fixed } from '../../../models/core/quantity.ts';
import { mechanisms, type ParameterName } from '../../../models/mechanisms/index.ts';
import { moraleTarget, parMorale } from '../../../models/mechanisms/staff.ts';
import type { FirmState } from '../../../models/mechanisms/state-firm.ts';
import type { StaffAction } from '../../../models/scenario/scenario.ts';
import { buildAction, buildOperations, buildScenario } from '../../support/build-scenario.ts';
import fc from '../../support/properties.ts';
import { runBest, watch, watchFirm } from '../../support/run-scenario.ts';

function staffed(staff: Partial<StaffAction>, at = 1) {
  return { name: 'Staff', actions: [buildAction({ at, staff: { once: fixed(0), ...staff } })] };
}

function believing(assumptions: { readonly [name in ParameterName]?: number }, months = 36) {
  return buildScenario({ assumptions, months, world: { operations: buildOperations() } });
}

function build(assumptions: { readonly [name in ParameterName]?: number } = {}, months = 36) {
  const { operations, ...world } = believing(assumptions, months).world;
  return buildScenario({ months, world });
}

const recognised = staffed({ recognise: 'both' });
const empathy = dimensions.indexOf('empathy');
const assurance = dimensions.indexOf('assurance');

/** Sears: five of a hundred. */
const fivePoints = { recognitionMorale: 0.05, moralePace: 1 };

describe('staff', () => {
  it('serve as they did while nothing is done and nothing moves', () => {
    for (const firm of watchFirm(build(), undefined)) {
      expect([firm.morale, firm.attitude, firm.cynicism, firm.skill, firm.staffCost]).toEqual([
        parMorale,
        ...[0, 0, 0, 0],
      ]);
      expect([firm.rootCauseEffort, firm.hearingBias]).toEqual([1, 0]);
    }
    expect(watch(build(), { name: 'Nothing', actions: [] }, 'serviceShift', empathy)).toEqual(
      Array(36).fill(0),
    );
  });

  it('bring 0.9 points more empathy and assurance in the end when morale has risen by 0.05', () => {
    const scenario = build({ ...fivePoints, attitudePoints: 18 }, 60);
    expect(watchFirm(scenario, recognised)[0].morale).toBeCloseTo(0.65, 12);
    expect(watch(scenario, recognised, 'serviceShift', empathy)[59]).toBeCloseTo(0.9, 4);
    expect(watch(scenario, recognised, 'serviceShift', assurance)[59]).toBeCloseTo(0.9, 4);
  });

  it('move satisfaction only through what is delivered (T33)', () => {
    const scenario = build({ ...fivePoints, attitudePoints: 0 });
    const run = runBest(scenario, recognised);
    expect(run.firm.morale[36]).toBeCloseTo(0.65, 12);
    expect(run.segments).toEqual(runBest(scenario).segments);
    const readers = (state: string) =>
      mechanisms.filter(({ reads }) => (reads as readonly string[]).includes(state)).map(({ name }) => name);
    expect([...readers('morale'), ...readers('attitude'), ...readers('turnover')]).toEqual([]);
    expect(readers('serviceShift')).toEqual(['delivery']);
  });

  it('turn +5 of 100 in attitude into +1.3 of 100 in satisfaction and +0.5 % of revenue, within half, before talk spreads it (T34)', () => {
    // The published chain ends with the customers there are; newcomers through praise would double it in two years.
    const scenario = build({ ...fivePoints, praisePull: 0, complaintDeterrence: 0 }, 24);
    const [plan, baseline] = [runBest(scenario, recognised), runBest(scenario)];
    const secondYear = (values: Float64Array) =>
      values.subarray(13).reduce((sum, value) => sum + value, 0) / 12;
    const [after, before] = [plan, baseline].map(({ segments }) => segments[0]);
    const satisfaction = secondYear(after.satisfaction) - secondYear(before.satisfaction);
    const revenue = secondYear(after.revenue) / secondYear(before.revenue) - 1;
    expect(plan.firm.morale[24] - baseline.firm.morale[24]).toBeCloseTo(0.05, 12);
    expect(Math.abs(satisfaction / 0.13 - 1)).toBeLessThan(0.5);
    expect(Math.abs(revenue / 0.005 - 1)).toBeLessThan(0.5);
  });

  it('show what they feel one to two quarters later (T35)', () => {
    const scenario = build(fivePoints, 60);
    const shift = watch(scenario, recognised, 'serviceShift', empathy);
    const monthsUntil = (share: number) => shift.findIndex((points) => points >= share * shift[59]) + 1;
    expect(shift[0] / shift[59]).toBeLessThan(0.25);
    expect(monthsUntil(0.5)).toBeGreaterThanOrEqual(3);
    expect(monthsUntil(1 - Math.exp(-1))).toBeLessThanOrEqual(6);
    const satisfaction = runBest(scenario, recognised).segments[0].satisfaction;
    const risen = satisfaction.map((level) => level - satisfaction[0]);
    expect(risen[3]).toBeLessThan(0.25 * Math.max(...risen));
    expect(risen.indexOf(Math.max(...risen))).toBeGreaterThan(6);
  });
});

describe('moraleTarget', () => {
  const base = watchFirm(believing({}), undefined)[0];
  const firms = fc.record({
    overload: fc.double({ min: 0, max: 0.3, noNaN: true }),
    empowerment: fc.double({ min: 0, max: 1, noNaN: true }),
    cynicism: fc.double({ min: 0, max: 1, noNaN: true }),
    feedback: fc.constantFrom(-1, 0, 1),
    recognises: fc.constantFrom(0, 1),
  });
  type Input = typeof firms extends fc.Arbitrary<infer T> ? T : never;
  const at = (input: Input): number => {
    const firm: FirmState = {
      ...base,
      cynicism: input.cynicism,
      centreMonth: { ...base.centreMonth, overload: input.overload },
      schedule: {
        ...base.schedule,
        empowerment: Float64Array.of(0.5, input.empowerment),
        feedback: Int8Array.of(0, input.feedback),
        recognisesPrevention: Uint8Array.of(0, input.recognises),
      },
    };
    return moraleTarget(firm, 1);
  };

  it('never rises with load or cynicism, never falls with recognition, empowerment or kinder feedback', () => {
    fc.assert(
      fc.property(firms, fc.double({ min: 0, max: 0.3, noNaN: true }), (input, more) => {
        const target = at(input);
        expect(target).toBeGreaterThanOrEqual(0);
        expect(target).toBeLessThanOrEqual(1);
        expect(at({ ...input, overload: input.overload + more })).toBeLessThanOrEqual(target);
        expect(at({ ...input, cynicism: input.cynicism + more })).toBeLessThanOrEqual(target);
        expect(at({ ...input, empowerment: Math.min(1, input.empowerment + more) })).toBeGreaterThanOrEqual(
          target,
        );
        expect(at({ ...input, recognises: 1 })).toBeGreaterThanOrEqual(target);
        expect(at({ ...input, feedback: 1 })).toBeGreaterThanOrEqual(target);
        expect(at({ ...input, feedback: -1 })).toBeLessThanOrEqual(target);
      }),
    );
  });

  it('moves with each of them where there is room', () => {
    const calm = { overload: 0, empowerment: 0.5, cynicism: 0, feedback: 0, recognises: 0 } as const;
    const par = at({ ...calm, overload: base.centreMonth.overload });
    expect(par).toBe(parMorale);
    const moved = [
      ...[{ overload: 0.1 }, { empowerment: 0.6 }, { cynicism: 0.1 }],
      ...[{ feedback: 1 }, { feedback: -1 }, { recognises: 1 }],
    ].map((change) => Math.sign(at({ ...calm, ...change } as Input) - at(calm)));
    expect(moved).toEqual([-1, 1, -1, 1, -1, 1]);
  });
});

describe('recognition and feedback', () => {
  it('draws work on root causes to prevention, away from it where only recovery is recognised', () => {
    const effort = (recognise: 'prevention' | 'recovery' | 'both' | 'nobody') =>
      watchFirm(build(), staffed({ recognise }))[0].rootCauseEffort;
    expect(effort('prevention')).toBeGreaterThan(1);
    expect(effort('recovery')).toBeLessThan(1);
    expect([effort('both'), effort('nobody')]).toEqual([1, 1]);
  });

  it('brightens what management hears, and lowers morale, where fault is looked for', () => {
    const blamed = watchFirm(build(), staffed({ feedback: 'to find fault' }))[11];
    const praised = watchFirm(build(), staffed({ feedback: 'to find what goes right' }))[11];
    expect(blamed.hearingBias).toBeGreaterThan(0);
    expect(praised.hearingBias).toBe(0);
    expect(blamed.morale).toBeLessThan(parMorale);
    expect(praised.morale).toBeGreaterThan(parMorale);
  });
});

describe('training', () => {
  const trained = (empowermentStart: number) => {
    const scenario = build({ empowermentStart, attitudePoints: 18 });
    const plan = staffed({ train: fixed(0.4), monthly: fixed(0) });
    return {
      morale: watchFirm(scenario, plan)[2].morale,
      assurance: watch(scenario, plan, 'serviceShift', assurance)[2],
    };
  };

  it('acts through empowerment', () => {
    expect(trained(0.9).assurance).toBeGreaterThan(1.5 * trained(0.5).assurance);
    expect(trained(0.5).assurance).toBeGreaterThan(0);
  });

  it('makes people cynical whom policy blocks, and only those', () => {
    expect(trained(0.1).morale).toBeLessThan(parMorale - 0.02);
    expect(trained(0.1).assurance).toBeLessThan(0);
    expect(trained(0.9).morale).toBe(parMorale);
  });

  it('fades without upkeep', () => {
    const skill = (staff: Partial<StaffAction>) =>
      watchFirm(build(), staffed({ train: fixed(0.4), ...staff })).map((firm) => firm.skill);
    expect(skill({ monthly: fixed(10) })).toEqual(Array(36).fill(0.4));
    expect(skill({})[35]).toBeLessThan(0.2);
  });
});

describe('turnover', () => {
  const scenario = believing({ replacementMonths: 4, learningMonths: 3 });

  it('falls as morale rises, saves money and keeps skill', () => {
    const firm = watchFirm(scenario, recognised)[23];
    expect(firm.turnover).toBeLessThan(0.3);
    expect(firm.skill).toBeCloseTo((-3 * (firm.turnover - 0.3)) / 12, 12);
    // Four agents at 100 a month, of whom fewer are replaced, each for four months of pay.
    expect(firm.staffCost).toBeCloseTo((4 * 100 * 4 * (firm.turnover - 0.3)) / 12, 12);
    expect(firm.staffCost).toBeLessThan(0);
  });

  it('rises as morale falls, and costs money', () => {
    const firm = watchFirm(scenario, staffed({ feedback: 'to find fault' }))[23];
    expect(firm.turnover).toBeGreaterThan(0.3);
    expect(firm.skill).toBeLessThan(0);
    expect(firm.staffCost).toBeGreaterThan(0);
  });
});

describe('the cost of staff', () => {
  it('is that of the change, agents at their pay and programmes with their indirect share', () => {
    const quiet = { turnoverMorale: 0, indirectCostShare: 0.3, overloadMorale: 0, waitPoints: 0 };
    const plan = staffed(
      {
        agents: { kind: 'byAmount', quantity: fixed(2) },
        jobAids: fixed(0),
        once: fixed(50),
        monthly: fixed(10),
      },
      3,
    );
    const [run, baseline] = [runBest(believing(quiet), plan), runBest(believing(quiet))];
    const extra = [2, 3, 4].map((month) => run.segments[0].costs[month] - baseline.segments[0].costs[month]);
    expect(extra[0]).toBe(0);
    expect(extra[1]).toBeCloseTo(200 + 1.3 * 60, 9);
    expect(extra[2]).toBeCloseTo(200 + 1.3 * 10, 9);
  });
});
