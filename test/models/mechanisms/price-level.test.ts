import { describe, expect, it } from 'vitest';
import { fixed } from '../../../models/core/quantity.ts';
import { doNothing } from '../../../models/engine/simulate.ts';
import { buildRise, buildScenario, inert } from '../../support/build-scenario.ts';
import { impactBest, runBest, watch } from '../../support/run-scenario.ts';

const level = { ...inert, priceLevelResponse: 1, levelNoticing: 0.08 };

describe('price against the market', () => {
  it('ends at a factor of 1.11 for a price 10 % further above the market', () => {
    const factor = watch(buildScenario({ assumptions: level, months: 120 }), buildRise(0.1), 'levelFactor');
    expect(factor[0]).toBeCloseTo(Math.exp(0.008), 4);
    expect(factor[119]).toBeCloseTo(1.105, 3);
  });

  it('keeps its effect for good, unlike the reference', () => {
    const [{ leavers, customers }] = runBest(
      buildScenario({ assumptions: level, months: 120 }),
      buildRise(0.2),
    ).segments;
    expect(leavers[120] / customers[119]).toBeGreaterThan(0.03 * 1.19);
  });

  it('loses customers when the competitor gets cheaper and keeps them when it follows', () => {
    const change = { kind: 'byPercent', quantity: fixed(-0.1) } as const;
    const cheaper = buildScenario({
      assumptions: level,
      world: { events: [{ at: 3, competitorPrice: change }] },
    });
    expect(runBest(cheaper).segments[0].base[36]).toBeLessThan(
      runBest(buildScenario({ assumptions: level })).segments[0].base[36],
    );
    const lost = (follows: number) =>
      impactBest(
        buildScenario({ assumptions: level, world: { market: { competitorFollows: fixed(follows) } } }),
        buildRise(0.2),
      ).attrition;
    expect(lost(0.5)).toBeLessThan(lost(0));
    expect(lost(0.5)).toBeGreaterThan(0);
  });

  it('puts a competitor’s announced price in force in its month', () => {
    const change = { kind: 'to', quantity: fixed(9) } as const;
    const scenario = buildScenario({
      assumptions: { ...level, levelNoticing: 1 },
      world: {
        market: { competitorFollows: fixed(0), competitorPrice: fixed(12) },
        events: [{ at: 3, competitorPrice: change }],
      },
    });
    const relative = watch(scenario, { name: 'Nothing', actions: [] }, 'priceLevel');
    expect(relative[1]).toBe(0);
    expect(relative[2]).toBeCloseTo(12 / 9 - 1, 12);
  });

  it('weighs more on customers who can afford less, and less on those who can afford more', () => {
    const economy = (by: number) =>
      buildScenario({
        assumptions: { ...level, levelNoticing: 1 },
        world: { events: [{ at: 3, economy: fixed(by) }] },
      });
    const relative = watch(economy(-0.1), doNothing, 'priceLevel');
    expect(relative[1]).toBe(0);
    expect(relative[2]).toBeCloseTo(1 / 0.9 - 1, 12);
    const left = (by: number) => runBest(economy(by)).segments[0].base[36];
    expect(left(-0.1)).toBeLessThan(left(0));
    expect(left(0.1)).toBeGreaterThan(left(0));
  });
});
