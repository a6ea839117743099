import { describe, expect, it } from 'vitest';
import { fixed } from '../../../models/core/quantity.ts';
import { lossOnRung, rungs } from '../../../models/core/recovery-ladder.ts';
import { createSampler } from '../../../models/engine/sample.ts';
import { answer } from '../../../models/mechanisms/complaint.ts';
import type { ParameterName, Parameters } from '../../../models/mechanisms/index.ts';
import { handledToday, pointsOnRung, respondToFailure } from '../../../models/mechanisms/recovery.ts';
import type { Action, Plan } from '../../../models/scenario/scenario.ts';
import { buildAction, buildScenario, buildSegment } from '../../support/build-scenario.ts';
import fc, { runs } from '../../support/properties.ts';
import { impactBest, runBest } from '../../support/run-scenario.ts';

type Assumed = { readonly [name in ParameterName]?: number };
type Recover = NonNullable<Action['recover']>;

const draws = createSampler(buildScenario(), 'kept');
const parameters = draws('best').parameters({});
const rate = 0.04;

function outcome(
  change: Partial<ReturnType<typeof handledToday>> = {},
  recent = 0,
  of: Parameters = parameters,
) {
  return respondToFailure({ ...handledToday(of), ...change }, answer(0, false, of), rate, recent, of);
}

function plan(action: Partial<Action>, at = 2): Plan {
  return { name: 'Plan', actions: [buildAction({ at, ...action })] };
}

function recovery(parts: Partial<Recover> = {}): Partial<Action> {
  return { recover: { ownFault: false, followUp: false, limit: false, ...parts } };
}

const fine = recovery({ withinHours: fixed(1), compensation: fixed(20), ownFault: true, followUp: true });
const removed = { rootCauses: { by: fixed(-0.999), rampMonths: 1 } };

/** Customers left at the end, and the factor of failures on leaving in its last month. */
function outlook(action?: Partial<Action>, assumptions: Assumed = {}) {
  let factor = 1;
  const world = buildScenario({ assumptions });
  const run = runBest(world, action && plan(action), (state) => {
    factor = state.failureFactor;
  });
  const { base, satisfaction, costs } = run.segments[0];
  return { base: base[36], satisfaction: satisfaction[36], costs: costs[3], factor };
}

describe('what comes of a failure', () => {
  it('costs 72 % of repurchase, and failures are behind 39 % of the leaving that responds', () => {
    const { damage } = outcome();
    expect(damage).toBeCloseTo(0.722, 3);
    const fresh = (parameters.failureDamage * rate * damage) / (1 - parameters.failureMemory);
    expect(fresh / (1 + fresh)).toBeCloseTo(0.394, 3);
    expect(outlook(removed).factor).toBeCloseTo(1 / (1 + fresh), 2);
  });

  it('costs more satisfaction the lower the rung; a quick answer returns a little more than was lost (T21, T22)', () => {
    const points = rungs.map((rung) => pointsOnRung(rung, rate, parameters));
    for (let k = 1; k < points.length; k++) expect(points[k]).toBeLessThan(points[k - 1]);
    expect(points[0]).toBe(parameters.failurePoints);
    expect(points[3]).toBeLessThan(0);
    expect(points[3]).toBeGreaterThan(-0.25);
  });

  it('costs less when it is answered sooner, with more money, or with better manners', () => {
    const usual = outcome();
    for (const better of [{ hours: 12 }, { compensation: 1 }, { gestures: 2 }]) {
      expect(outcome(better).damage).toBeLessThan(usual.damage);
      expect(outcome(better).points).toBeLessThan(usual.points);
    }
    expect(outcome({ hours: 300 }).damage).toBeGreaterThan(usual.damage);
  });

  it('no longer gains from a recovery where another failure came within a year (T23)', () => {
    const best = { hours: 1, compensation: 5, gestures: 2 };
    const [first, second] = [outcome(best).damage, outcome(best, 50).damage];
    const { exit, voice, silent } = answer(0, false, parameters);
    const severity = parameters.failureSeverity;
    const unanswered =
      exit + silent * lossOnRung('silent', severity) + voice * lossOnRung('unsatisfied', severity);
    expect(second).toBeCloseTo(unanswered, 12);
    expect(first).toBeLessThan(second);
    expect(outcome({}, 50).damage).toBeCloseTo(unanswered, 12);
  });
});

describe('failures in a run', () => {
  it('move nothing while nothing is done', () => {
    runBest(buildScenario(), undefined, (state) => {
      expect([state.failureFactor, state.failureSatisfaction, state.serviceCost]).toEqual([1, 0, 0]);
    });
  });

  it('lose fewer customers where complaints are answered well', () => {
    expect(impactBest(buildScenario(), plan(fine)).attrition).toBeLessThan(-0.001);
  });

  it('are worse than none however well they are answered, though satisfaction may not show it (T22)', () => {
    const perfect = {
      complaintsSatisfied: 0.98,
      satisfiedQuickly: 0.98,
      voicePropensity: 20,
      exitOdds: 0.01,
    };
    const rare = { ...perfect, recoveryParadox: 0.5 };
    const [answered, none] = [outlook(fine, rare), outlook(removed, rare)];
    expect(answered.base).toBeLessThan(none.base);
  });

  it('never pay in any draw: what a quick recovery returns through satisfaction stays below what is lost (T22)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), (draw) => {
        const drawn = draws(draw).parameters({});
        const { failureDamage: d, failureMemory: m, failureSeverity: s } = drawn;
        const direct = (d * lossOnRung('quickly', s)) / (1 - m) / (1 + (d * rate) / (1 - m));
        const steepest = drawn.satisfactionResponse * drawn.delightMultiple;
        const returned = (-12 * pointsOnRung('quickly', rate, drawn) * steepest) / drawn.satisfactionSpread;
        expect(returned).toBeLessThanOrEqual(0.5 * direct * (1 + 1e-12));
      }),
      runs(300),
    );
  });

  it('drive customers away twice over when they rise: directly, and a month later through satisfaction', () => {
    const seen: [number, number][] = [];
    runBest(buildScenario(), plan({ rootCauses: { by: fixed(1), rampMonths: 1 } }), (state) => {
      seen.push([state.failureFactor, state.satisfaction[0] - state.start.satisfaction]);
    });
    expect(seen[0]).toEqual([1, 0]);
    expect(seen[1][0]).toBeGreaterThan(1.1);
    expect(seen[1][1]).toBe(0);
    expect(seen[2][1]).toBeLessThan(0);
  });

  it('through reliability do not count twice in satisfaction', () => {
    const invest = { in: 'reliability' as const, by: fixed(-1), rampMonths: 1, once: fixed(0) };
    const seen: number[] = [];
    const assumptions = { failureReliability: 0.4, recoveryGesture: 0 };
    runBest(buildScenario({ assumptions }), plan({ invest }), (state, month) => {
      if (month === 3) seen.push(state.failureFactor, state.failures, state.failureSatisfaction);
    });
    expect(seen[0]).toBeGreaterThan(1.1);
    expect(seen[1]).toBeGreaterThan(0.05);
    expect(Math.abs(seen[2])).toBeLessThan(0.005);
  });
});

describe('the money of complaints', () => {
  const segments = [buildSegment({ joinersPerMonth: fixed(30) })];
  const quiet = { complaintCost: 0.3, falseClaims: 0.004, claimCheck: 0.8 };
  const extra = (action: Partial<Action>, assumptions: Assumed = quiet) => {
    const world = buildScenario({ segments, assumptions: { ...assumptions, priceResponse: 0 } });
    const at = (by?: Plan) => {
      let cost = 0;
      runBest(world, by, (state, month) => {
        if (month === 2) cost = state.serviceCost;
      });
      return cost;
    };
    return at(plan(action)) - at();
  };

  it('is what complainers are paid, and false claims on top', () => {
    const { voice } = answer(0, false, parameters);
    const paid = 1000 * rate * voice * 10;
    const invented = 1000 * 0.004 * 0.5 * (10 + 3);
    expect(extra(recovery({ compensation: fixed(10) }))).toBeCloseTo(paid + invented, 6);
  });

  it('is less where claims are checked, and rises with generosity', () => {
    const open = extra(recovery({ compensation: fixed(10) }));
    expect(extra(recovery({ compensation: fixed(10), limit: true }))).toBeLessThan(open);
    expect(extra(recovery({ compensation: fixed(20) }))).toBeGreaterThan(2 * open);
  });

  it('falls with failures: fewer complaints are handled', () => {
    expect(extra(removed)).toBeLessThan(0);
    expect(extra(recovery({ ease: fixed(1) }))).toBeGreaterThan(0);
  });

  it('includes what the programme costs, with its indirect share', () => {
    const costs = (action: Partial<Action>) => runBest(buildScenario(), plan(action)).segments[0].costs;
    const [free, dear] = [
      costs(recovery({ ownFault: true })),
      costs(recovery({ ownFault: true, once: fixed(1000), monthly: fixed(100) })),
    ];
    const indirect = 1 + parameters.indirectCostShare;
    expect(dear[2] - free[2]).toBeCloseTo(1100 * indirect, 6);
    expect(dear[20] - free[20]).toBeCloseTo(100 * indirect, 6);
  });
});
