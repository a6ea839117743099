import { describe, expect, it } from 'vitest';
import { fixed } from '../../../models/core/quantity.ts';
import type { ParameterName } from '../../../models/mechanisms/index.ts';
import type { Action, Plan } from '../../../models/scenario/scenario.ts';
import { buildAction, buildRise, buildScenario, buildSegment } from '../../support/build-scenario.ts';
import { impactBest, runBest, watch } from '../../support/run-scenario.ts';

type Assumed = { readonly [name in ParameterName]?: number };

function world(assumptions: Assumed = {}, contract?: { readonly termMonths: number }) {
  return buildScenario({ assumptions, segments: [buildSegment(contract ? { contract } : {})] });
}

function plan(action: Partial<Action>): Plan {
  return { name: 'Plan', actions: [buildAction({ at: 2, ...action })] };
}

/** Of those who meet a failure in month 1: who leaves and who complains. */
function answers(assumptions: Assumed = {}, contract?: { readonly termMonths: number }) {
  let found = { exit: 0, voice: 0 };
  runBest(world(assumptions, contract), undefined, (state, month) => {
    if (month === 1) found = { exit: state.exitShare, voice: state.voiceShare };
  });
  return found;
}

/** Share of customers who complain, by month (index 0 is month 1). */
function complaints(by: Plan | undefined, of = world()): number[] {
  const seen: number[] = [];
  runBest(of, by, (state) => seen.push(state.complaints));
  return seen;
}

const easier = { recover: { ownFault: false, followUp: false, ease: fixed(0.5), limit: false } };

describe('complaints', () => {
  it('come from 16 of 100 customers with a failure, while 6 look for the door', () => {
    const { exit, voice } = answers();
    expect(voice).toBeCloseTo(0.16, 2);
    expect(exit).toBeCloseTo(0.06, 2);
  });

  it('rise and leaving falls where there are fewer competitors, or a contract binds (T25)', () => {
    const [few, many, bound] = [
      answers({ competition: 0.3 }),
      answers({ competition: 3 }),
      answers({}, { termMonths: 24 }),
    ];
    expect(few.voice).toBeGreaterThan(many.voice);
    expect(few.exit).toBeLessThan(many.exit);
    expect(bound.exit).toBeLessThan(answers().exit);
    expect(bound.voice).toBeGreaterThan(answers().voice);
  });

  it('rise with how readily customers speak up', () => {
    expect(answers({ voicePropensity: 2 }).voice).toBeGreaterThan(1.5 * answers().voice);
  });

  it('rise, and so does retention, when complaining is made easier (T24)', () => {
    const [before, after] = [complaints(undefined)[30], complaints(plan(easier))[30]];
    expect(after).toBeGreaterThan(1.5 * before);
    expect(impactBest(world(), plan(easier)).attrition).toBeLessThan(-0.001);
  });

  it('are more after the first bill of a hidden fee than of the same price all in, and newcomers end less satisfied (second half of T12)', () => {
    const allIn = buildRise(0.15, { at: 4, announce: 4, announced: true });
    const change = { kind: 'to', quantity: fixed(1.5) } as const;
    const fee = { name: 'service', change, shown: 'at billing' as const };
    const hidden = { name: 'Hidden fee', actions: [buildAction({ at: 4, fee })] };
    const sinceBill = (of: Plan) =>
      complaints(of)
        .slice(3, 12)
        .reduce((sum, share) => sum + share, 0);
    expect(complaints(hidden)[3]).toBeGreaterThan(complaints(allIn)[3]);
    expect(sinceBill(hidden)).toBeGreaterThan(sinceBill(allIn));
    const newcomers = (of: Plan) => watch(world(), of, 'satisfaction', 1);
    for (const month of [6, 9, 12]) {
      expect(newcomers(hidden)[month - 1]).toBeLessThan(newcomers(allIn)[month - 1] - 0.03);
    }
  });

  it('rise with how unfair a price is felt to be', () => {
    const peak = (reason: 'profit' | 'cost') => Math.max(...complaints(buildRise(0.2, { at: 4, reason })));
    expect(peak('profit')).toBeGreaterThan(peak('cost'));
    expect(peak('cost')).toBeGreaterThan(complaints(undefined)[0]);
  });

  it('stay what they were while nothing changes', () => {
    expect(new Set(complaints(undefined)).size).toBe(1);
  });
});
