import { describe, expect, it } from 'vitest';
import { fixed } from '../../../models/core/quantity.ts';
import { guaranteeCredibility } from '../../../models/mechanisms/guarantee.ts';
import type { Action, Plan } from '../../../models/scenario/scenario.ts';
import { buildAction, buildScenario, repairStandard } from '../../support/build-scenario.ts';
import fc from '../../support/properties.ts';
import { impactBest, runBest } from '../../support/run-scenario.ts';

const often = 4;

/** A world whose repairs are promised within 48 hours and take so long on the median. */
function world(medianHours: number) {
  const repair = { ...repairStandard, medianHours: fixed(medianHours), casesPerMonth: fixed(0.1) };
  return buildScenario({ world: { standards: [repair] } });
}

function plan(guarantee: NonNullable<Action['guarantee']>): Plan {
  return { name: 'Guarantee', actions: [buildAction({ at: 2, guarantee })] };
}

const ofRepair = plan({ pays: fixed(20), standard: 'repair' });

function atMonth(month: number, medianHours: number, of?: Plan) {
  let found = { trust: 0, joiners: 0, cost: 0, factor: 0, customers: 0 };
  runBest(world(medianHours), of, (state, at) => {
    if (at !== month) return;
    const [trust, customers] = [state.trust[0], state.present.reduce((sum, count) => sum + count, 0)];
    found = {
      trust,
      joiners: state.joiners,
      cost: state.serviceCost,
      factor: state.failureFactor,
      customers,
    };
  });
  return found;
}

describe('a guarantee', () => {
  it('is believed by how far it is kept, and not at all below one half', () => {
    expect(guaranteeCredibility(0.9)).toBeCloseTo(0.8, 12);
    expect(guaranteeCredibility(0.4)).toBe(0);
    const kept = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(kept, kept, (a, b) => {
        expect(guaranteeCredibility(Math.max(a, b))).toBeGreaterThanOrEqual(
          guaranteeCredibility(Math.min(a, b)),
        );
      }),
    );
  });

  it('that is kept raises trust and wins newcomers', () => {
    const [with_, without] = [atMonth(24, 20, ofRepair), atMonth(24, 20)];
    expect(with_.trust).toBeGreaterThan(without.trust + 0.01);
    expect(with_.joiners).toBeGreaterThan(without.joiners);
    expect(impactBest(world(20), ofRepair).attrition).toBeLessThan(0);
  });

  it('that is mostly broken does neither, and costs money', () => {
    const [with_, without] = [atMonth(24, often * 48, ofRepair), atMonth(24, often * 48)];
    expect(with_.trust).toBeCloseTo(without.trust, 12);
    expect(with_.cost).toBeGreaterThan(atMonth(24, 20, ofRepair).cost * 5);
  });

  it('of a standard pays for each case out of time: half of them where the median is what is promised', () => {
    const { cost, customers } = atMonth(2, 48, ofRepair);
    expect(cost).toBeCloseTo(customers * 0.1 * 0.5 * 20, 1);
  });

  it('of the service pays those who claim, and softens the blow as compensation does', () => {
    const ofAll = plan({ pays: fixed(10) });
    const { cost, factor } = atMonth(24, 20, ofAll);
    expect(cost).toBeGreaterThan(0);
    expect(factor).toBeLessThan(1);
  });

  it('ends when it pays nothing', () => {
    const action = (at: number, pays: number) =>
      buildAction({ at, guarantee: { pays: fixed(pays), standard: 'repair' } });
    const ended = { name: 'Ended', actions: [action(2, 20), action(6, 0)] };
    expect(atMonth(6, 48, ended).cost).toBeLessThan(0.01 * atMonth(5, 48, ended).cost);
  });
});
