import { describe, expect, it } from 'vitest';
import { fixed } from '../../../models/core/quantity.ts';
import { useAtPrice } from '../../../models/mechanisms/usage.ts';
import { buildAction, buildRise, buildScenario, buildSegment, inert } from '../../support/build-scenario.ts';
import { runBest } from '../../support/run-scenario.ts';

const usage = { share: fixed(0.4), uses: fixed(6) };
const users = (extra: object = {}, assumptions: object = {}) =>
  buildScenario({
    segments: [buildSegment({ usage, ...extra })],
    assumptions: { ...inert, noticeReach: 1, ...assumptions },
  });
const perCustomer = (run: ReturnType<typeof runBest>, month: number, key: 'revenue' | 'costs') =>
  run.segments[0][key][month] / run.segments[0].customers[month - 1];
const told = { at: 1, announce: 1, announced: true };

describe('use', () => {
  it('falls by 2.8 % at a price 10 % higher that all know of', () => {
    expect(Math.exp(useAtPrice(1.1, 0.3))).toBeCloseTo(0.972, 3);
    expect(useAtPrice(1, 0.3)).toBe(0);
  });

  it('changes neither bill nor cost while nothing moves', () => {
    const [bare, used] = [{ usage: undefined }, {}].map((extra) =>
      runBest(buildScenario({ segments: [buildSegment('usage' in extra ? {} : { usage })] })),
    );
    expect(used.segments[0].revenue).toEqual(bare.segments[0].revenue);
    expect(used.segments[0].costs).toEqual(bare.segments[0].costs);
  });

  it('lowers that part of bill and cost which depends on it, and nobody’s hazard', () => {
    const run = runBest(users({}, { usePriceResponse: 0.3 }), buildRise(0.1, told));
    const use = Math.exp(Math.tanh(useAtPrice(1.1, 0.3)));
    expect(perCustomer(run, 36, 'revenue')).toBeCloseTo(11 * (0.6 + 0.4 * use), 3);
    expect(perCustomer(run, 36, 'costs')).toBeCloseTo(4 * (0.6 + 0.4 * use), 3);
    expect(run.segments[0].leavers[36]).toBeCloseTo(30, 6);
  });

  it('is adapted by those who know only', () => {
    const scenario = users({}, { noticeReach: 0.4, billReach: 0, attention: 0, usePriceResponse: 0.3 });
    const shift: number[] = [];
    runBest(scenario, buildRise(0.1, told), (state) => shift.push(state.usePrice[0]));
    expect(shift[0] / useAtPrice(1.1, 0.3)).toBeCloseTo(0.4, 10);
  });

  it('grows with satisfaction', () => {
    const invest = {
      in: 'reliability' as const,
      by: fixed(2),
      rampMonths: 1,
      once: fixed(0),
      monthly: fixed(0),
    };
    const plan = { name: 'Better', actions: [buildAction({ at: 1, invest })] };
    expect(perCustomer(runBest(users(), plan), 24, 'revenue')).toBeGreaterThan(10.005);
  });

  it('earns a fee per use as often as customers use', () => {
    const change = { kind: 'to', quantity: fixed(0.5) } as const;
    const fee = { name: 'call', change, shown: 'in the price', perUse: true } as const;
    const plan = { name: 'Fee', actions: [buildAction({ ...told, fee })] };
    const known = perCustomer(runBest(users({}, { usePriceResponse: 0 }), plan), 12, 'revenue');
    expect(known).toBeCloseTo(13, 10);
    const use = Math.exp(Math.tanh(useAtPrice(1.3, 0.3)));
    const less = perCustomer(runBest(users({}, { usePriceResponse: 0.3 }), plan), 36, 'revenue');
    expect(less).toBeCloseTo(10 * (0.6 + 0.4 * use) + 3 * use, 3);
  });
});
