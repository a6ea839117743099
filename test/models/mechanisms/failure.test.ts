import { describe, expect, it } from 'vitest';
import { fixed } from '../../../models/core/quantity.ts';
import { createSampler } from '../../../models/engine/sample.ts';
import { simulate } from '../../../models/engine/simulate.ts';
import { steps } from '../../../models/engine/steps.ts';
import { failureShare } from '../../../models/mechanisms/failure.ts';
import type { Action } from '../../../models/scenario/scenario.ts';
import { buildAction, buildScenario } from '../../support/build-scenario.ts';
import { impactBest, runBest } from '../../support/run-scenario.ts';

const parameters = { failureReliability: 0.2 };
const scenario = buildScenario({ assumptions: { failureReliability: 0.2 } });

function plan(action: Partial<Action>) {
  return { name: 'Plan', actions: [buildAction({ at: 2, ...action })] };
}

function failures(action?: Partial<Action>): number[] {
  const seen: number[] = [];
  runBest(scenario, action && plan(action), (state) => seen.push(state.failures));
  return seen;
}

const causes = (by: number, rampMonths = 1) => ({ rootCauses: { by: fixed(by), rampMonths } });

describe('failures', () => {
  it('rise from 4 % to 4.9 % with a point of reliability less', () => {
    const exposure = -Math.log1p(-0.04);
    expect(failureShare(exposure, 1, 0, parameters)).toBeCloseTo(0.04, 14);
    expect(failureShare(exposure, 1, -1, parameters)).toBeCloseTo(0.0486, 4);
    expect(
      failures({ invest: { in: 'reliability', by: fixed(-1), rampMonths: 1, once: fixed(0) } })[1],
    ).toBeCloseTo(0.0486, 4);
  });

  it('stay a share however many causes there are', () => {
    expect(failureShare(0.04, 1000, -5, parameters)).toBeLessThanOrEqual(1);
    expect(failureShare(0.04, 0, 0, parameters)).toBe(0);
  });

  it('stay what they were while nothing is done', () => {
    expect(new Set(failures()).size).toBe(1);
  });

  it('fall for good when root causes are removed, step by step over the ramp', () => {
    const removed = failures(causes(-0.5, 4));
    expect(removed[1]).toBeLessThan(removed[0]);
    expect(removed[4]).toBeCloseTo(-Math.expm1(0.5 * Math.log1p(-0.04)), 12);
    expect(removed[35]).toBe(removed[4]);
  });

  it('do not fall through recovery', () => {
    const recover = { ownFault: true, followUp: true, withinHours: fixed(4), limit: false };
    expect(failures({ recover })).toEqual(failures());
  });

  it('lose customers when they rise, even where satisfaction moves nobody (T9)', () => {
    const deaf = buildScenario({ assumptions: { satisfactionResponse: 0, trustResponse: 0 } });
    const worse = impactBest(deaf, plan(causes(0.5)));
    const better = impactBest(deaf, plan(causes(-0.5)));
    expect(worse.attrition).toBeGreaterThan(0.005);
    expect(better.attrition).toBeLessThan(-0.005);
  });

  it('fall more slowly where recognition goes to recovery only, and rise no faster', () => {
    const at = (by: number, effort: number) => {
      const own = { ...scenario, plans: [plan(causes(by))] };
      let last = 0;
      simulate(
        own,
        own.plans[0],
        createSampler(own, 'kept')('best'),
        (state) => {
          last = state.failures;
        },
        steps.map((step) => ({
          ...step,
          run: step.run.map(
            (work) => (segment, month, firm) => work(segment, month, { ...firm, rootCauseEffort: effort }),
          ),
        })),
      );
      return last;
    };
    expect(at(-0.5, 0.5)).toBeGreaterThan(at(-0.5, 1));
    expect(at(-0.5, 1.5)).toBeLessThan(at(-0.5, 1));
    expect(at(0.5, 0.5)).toBe(at(0.5, 1));
  });
});
