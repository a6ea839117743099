import { describe, expect, it } from 'vitest';
import {
  attributeAtBest,
  attributeDraw,
  createAttributionTask,
} from '../../../models/analysis/attribution.ts';
import { computeImpact } from '../../../models/analysis/impact.ts';
import { runScenario } from '../../../models/analysis/run.ts';
import { runTask } from '../../../models/analysis/task.ts';
import { fixed } from '../../../models/core/quantity.ts';
import { createRunKey } from '../../../models/core/random.ts';
import { channels } from '../../../models/engine/channels.ts';
import { createSampler } from '../../../models/engine/sample.ts';
import { doNothing, simulate } from '../../../models/engine/simulate.ts';
import { arbitraryScenario } from '../../support/arbitrary-scenario.ts';
import { buildRise, buildScenario, buildSegment } from '../../support/build-scenario.ts';
import fc, { runs } from '../../support/properties.ts';

const key = createRunKey('orders');
const rise = buildRise(0.15, { at: 3, announce: 2, announced: true, segments: ['A', 'B'] });
const scenario = {
  ...buildScenario({ segments: [buildSegment({ name: 'A' }), buildSegment({ name: 'B', churn: 0.05 })] }),
  plans: [rise],
};

/** Sum of absolute parts: what a sum of them can be off by is measured against this. */
function expectSum(parts: Float64Array, total: Float64Array) {
  const outcomes = total.length;
  for (let k = 0; k < outcomes; k++) {
    let [sum, size] = [0, 1];
    for (let at = k; at < parts.length; at += outcomes) {
      sum += parts[at];
      size += Math.abs(parts[at]);
    }
    expect(Math.abs(sum - total[k])).toBeLessThanOrEqual(1e-9 * size);
  }
}

describe('attribution', () => {
  it('parts sum to the impact in every draw, segment by segment, whatever the plan does', () => {
    fc.assert(
      fc.property(arbitraryScenario, fc.nat({ max: 20 }), (any, draw) => {
        const short = { ...any, months: Math.min(any.months, 12) };
        const [plan] = short.plans;
        const sample = createSampler(short, short.seed)(draw);
        const { parts, total } = attributeDraw(short, plan, sample, { key, first: draw });
        expectSum(parts, total);
        const baseline = simulate(short, doNothing, sample);
        const impact = computeImpact(simulate(short, plan, sample), baseline);
        const segments = short.world.segments.length;
        const scale = 1 + baseline.segments.reduce((sum, { revenue }) => sum + revenue[1] * short.months, 0);
        impact.segments.forEach((segment, s) => {
          expect(Math.abs(total[s] - segment.profit)).toBeLessThanOrEqual(1e-9 * scale);
          expect(total[segments + 1 + s]).toBeCloseTo(segment.customersLost, 6);
        });
        expect(Math.abs(total[segments] - impact.profit)).toBeLessThanOrEqual(1e-9 * scale);
      }),
      runs(6),
    );
  });

  it('at once, from a few orders, is off by less than 1 % of what all channels move', () => {
    const quick = attributeAtBest(scenario, rise);
    const sample = createSampler(scenario, scenario.seed)('best');
    const exact = attributeDraw(scenario, rise, sample, { key, first: 0, exactUpTo: 8 });
    expect({ quick: quick.exact, full: exact.exact }).toEqual({ quick: false, full: true });
    const outcomes = exact.total.length;
    const moved = quick.channels.reduce((sum, { profit }) => sum + Math.abs(profit.over.mean), 0);
    for (const channel of quick.channels) {
      const index = channels.findIndex(({ name }) => name === channel.name);
      const truth = exact.parts[index * outcomes + scenario.world.segments.length];
      expect(Math.abs(channel.profit.over.mean - truth)).toBeLessThan(0.01 * moved);
    }
  });

  it('in expectation sums to the mean impact of a run on the same draws', () => {
    const draws = 8;
    const result = runTask(createAttributionTask(scenario, rise, { draws }));
    const impact = runScenario(scenario, { draws }).plans[1].impact!;
    const sum = (of: (channel: (typeof result.channels)[number]) => number) =>
      result.channels.reduce((total, channel) => total + of(channel), 0);
    const money = Math.abs(impact.profit.mean);
    expect(Math.abs(result.total.profit.over.mean - impact.profit.mean)).toBeLessThanOrEqual(1e-9 * money);
    expect(Math.abs(sum(({ profit }) => profit.over.mean) - impact.profit.mean)).toBeLessThanOrEqual(
      1e-9 * money,
    );
    expect(sum(({ customersLost }) => customersLost.over.mean)).toBeCloseTo(impact.customersLost.mean, 9);
    for (const [s, segment] of result.total.segments.entries()) {
      expect(segment.profit).toBeCloseTo(impact.segments[s].profit.mean, 6);
      expect(sum(({ segments }) => segments[s].profit)).toBeCloseTo(segment.profit, 6);
    }
    expect(result.exact).toBe(true);
    expect(result.channels.every(({ profit }) => profit.orderError === 0)).toBe(true);
  });

  it('gives a rise what it collects, and takes what leavers, sign-ups and unfairness cost', () => {
    const { channels } = attributeAtBest(scenario, rise);
    const profit = Object.fromEntries(channels.map(({ name, profit }) => [name, profit.over.mean]));
    const lost = Object.fromEntries(
      channels.map(({ name, customersLost }) => [name, customersLost.over.mean]),
    );
    expect(profit.priceCollected).toBeGreaterThan(0);
    expect(lost.priceCollected).toBe(0);
    for (const name of ['priceResponse', 'wakeUp', 'fairness']) {
      expect(profit[name]).toBeLessThan(0);
      expect(lost[name]).toBeGreaterThan(0);
    }
    expect(profit.signUps).toBeLessThan(0);
    expect(profit.congestion).toBeUndefined();
  });

  it('of a rise that moves nobody, all is price collected', () => {
    const deaf = {
      ...scenario,
      world: {
        ...scenario.world,
        assumptions: Object.fromEntries(
          [
            'priceResponse',
            'priceLevelResponse',
            'wakeUp',
            'unfairnessWeight',
            'acquisitionPriceResponse',
          ].map((name) => [name, fixed(0)]),
        ),
      },
    };
    const { channels, total } = attributeAtBest(deaf, rise);
    const collected = channels.find(({ name }) => name === 'priceCollected')!;
    expect(collected.profit.over.mean).toBe(total.profit.over.mean);
  });

  it.each([0, 1, 2.5, 10_001])('refuses %s draws', (draws) => {
    expect(() => createAttributionTask(scenario, rise, { draws })).toThrow(/from 2 to 10000/);
  });
});
