import { describe, expect, it } from 'vitest';
import { dimensions } from '../../../models/core/dimensions.ts';
import { fixed } from '../../../models/core/quantity.ts';
import { trustAt } from '../../../models/mechanisms/trust.ts';
import { buildAction, buildScenario } from '../../support/build-scenario.ts';
import { impactBest, watch } from '../../support/run-scenario.ts';

function breakPromise(from: number, to: number) {
  const change = (by: number) => ({ kind: 'byAmount', quantity: fixed(by) }) as const;
  const promise = (by: number) => Object.fromEntries(dimensions.map((name) => [name, change(by)]));
  const actions = [
    buildAction({ at: from, promise: promise(2) }),
    buildAction({ at: to, promise: promise(-2) }),
  ];
  return { name: 'Broken, then kept', actions };
}

const scenario = buildScenario({ assumptions: { trustFall: 0.25, trustRise: 0.05, surpriseTrustLoss: 0.1 } });

describe('trust', () => {
  it('settles at 0.6 when promises are kept and 0.1 per point beside it, within its bounds', () => {
    for (const [gap, trust] of [
      [0, 0.6],
      [1, 0.7],
      [-2, 0.4],
      [9, 1],
      [-9, 0.2],
    ])
      expect(trustAt(gap)).toBeCloseTo(trust, 12);
  });

  it('falls from 0.6 to 0.55 in a month two points short, and is back at 0.555 two months later', () => {
    const trust = watch(scenario, breakPromise(2, 3), 'trust');
    expect(trust[0]).toBe(0.6);
    expect(trust[1]).toBeCloseTo(0.55, 12);
    expect(trust[3]).toBeCloseTo(0.6 - 0.05 * 0.95 * 0.95, 12);
  });

  it('drops in the month of a surprise fee by a tenth for each surprised customer', () => {
    const fee = {
      name: 'network',
      change: { kind: 'byAmount', quantity: fixed(1) },
      shown: 'at billing',
    } as const;
    const trust = watch(scenario, { name: 'Fee', actions: [buildAction({ at: 3, fee })] }, 'trust');
    const reach =
      0.5 * watch(scenario, { name: 'Letter', actions: [buildAction({ at: 1, notify: true })] }, 'awake')[0];
    expect(trust[1]).toBeCloseTo(0.6, 12);
    expect(trust[2]).toBeCloseTo(0.6 - 0.1 * reach, 10);
  });

  it('costs customers when it falls', () => {
    const only = { qualityWeight: 0, gapWeight: 0, promisePull: 0 };
    expect(impactBest(buildScenario({ assumptions: only }), breakPromise(2, 30)).attrition).toBeGreaterThan(
      0,
    );
    const off = { ...only, trustResponse: 0 };
    expect(impactBest(buildScenario({ assumptions: off }), breakPromise(2, 30)).attrition).toBeCloseTo(0, 12);
  });
});
