import { describe, expect, it } from 'vitest';
import { computeImpact } from '../../../models/analysis/impact.ts';
import { createRunTask, formatResult, runScenario } from '../../../models/analysis/run.ts';
import { fixed } from '../../../models/core/quantity.ts';
import { createSampler } from '../../../models/engine/sample.ts';
import { doNothing, simulate, type Trajectory } from '../../../models/engine/simulate.ts';
import type { Action, Plan, Scenario, Segment } from '../../../models/scenario/scenario.ts';
import { arbitraryScenario, withoutCentre, withoutEvents } from '../../support/arbitrary-scenario.ts';
import fc, { runs } from '../../support/properties.ts';

const often = runs(200);

function simulateBest(scenario: Scenario, plan: Plan = scenario.plans[0]): Trajectory {
  return simulate(scenario, plan, createSampler(scenario, scenario.seed)('best'));
}

function total(run: Trajectory, of: (segment: Trajectory['segments'][number]) => number): number {
  return run.segments.reduce((sum, segment) => sum + of(segment), 0);
}

function expectSameTotals(a: Trajectory, b: Trajectory, factor = 1) {
  for (const key of ['customers', 'leavers', 'joiners', 'revenue', 'costs', 'base'] as const) {
    for (let month = 0; month <= a.months; month++) {
      const [one, other] = [total(a, (s) => s[key][month]) * factor, total(b, (s) => s[key][month])];
      expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(one)));
    }
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

describe('laws of the simulation', () => {
  it('conserves customers in every month, segment and cell', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        for (const segment of simulateBest(scenario).segments) {
          const { cells } = segment;
          for (let month = 1; month < segment.customers.length; month++) {
            const expected = segment.customers[month - 1] - segment.leavers[month] + segment.joiners[month];
            expect(segment.customers[month]).toBe(expected);
            const rows = (values: Float64Array, of: number) =>
              values
                .subarray((of - 1) * cells.count, of * cells.count)
                .reduce((sum, value) => sum + value, 0);
            expect(rows(cells.weight, month)).toBeCloseTo(segment.customers[month - 1], 6);
            expect(rows(cells.joiners, month)).toBeCloseTo(segment.joiners[month], 6);
          }
        }
      }),
      often,
    );
  });

  it('keeps levels in their ranges and weights from falling below 0', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const within = (values: Float64Array, low: number, high: number) =>
          values.every((value) => value >= low && value <= high);
        simulate(scenario, scenario.plans[0], createSampler(scenario, 'kept')('best'), (state) => {
          for (const share of [state.trust, state.aware, state.surprised, state.tradedDown]) {
            expect(within(share, 0, 1)).toBe(true);
          }
          for (const level of [state.will, state.should, state.delivered, state.promised]) {
            expect(within(level, 0, 10.7)).toBe(true);
          }
          expect(within(state.should, 0, 10)).toBe(true);
          expect(within(state.weight, 0, Number.POSITIVE_INFINITY)).toBe(true);
          expect(state.leaving.every((left, node) => left >= 0 && left <= state.weight[node])).toBe(true);
        });
        for (const segment of simulateBest(scenario).segments)
          expect(within(segment.satisfaction, 0, 10)).toBe(true);
      }),
      often,
    );
  });

  it('gives two identical plans a difference of exactly 0, whatever the draw', () => {
    fc.assert(
      fc.property(arbitraryScenario, fc.nat(1000), (scenario, draw) => {
        const sample = createSampler(scenario, 'kept')(draw);
        const [a, b] = [
          simulate(scenario, scenario.plans[0], sample),
          simulate(scenario, scenario.plans[0], sample),
        ];
        const { breakEven, segments, customers, cumulativeProfit, peakMonth, ...figures } = computeImpact(
          a,
          b,
        );
        expect(Object.values(figures).every((figure) => figure === null || figure === 0)).toBe(true);
        expect(breakEven.reason).toBe('nothing changes');
        expect(
          [...customers, ...cumulativeProfit, ...segments.map((s) => s.profit)].every((d) => d === 0),
        ).toBe(true);
        expect(peakMonth).toBe(1);
      }),
      often,
    );
  });

  it('never changes its inputs', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const before = JSON.stringify(scenario);
        runScenario(deepFreeze(scenario), { draws: 1 });
        expect(JSON.stringify(scenario)).toBe(before);
      }),
      runs(10),
    );
  });

  it('does not care in which order segments stand', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const segments = [...scenario.world.segments].reverse();
        const reversed = { ...scenario, world: { ...scenario.world, segments } };
        expectSameTotals(simulateBest(scenario), simulateBest(reversed));
      }),
      often,
    );
  });

  it('does not care what segments are called', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const rename = (name: string) => `renamed ${name}`;
        const segments = scenario.world.segments.map((segment) => ({
          ...segment,
          name: rename(segment.name),
        }));
        const plans = scenario.plans.map((plan) => ({
          ...plan,
          actions: plan.actions.map((action) => ({ ...action, segments: action.segments.map(rename) })),
        }));
        expectSameTotals(
          simulateBest(scenario),
          simulateBest({ ...scenario, plans, world: { ...scenario.world, segments } }),
        );
      }),
      runs(10),
    );
  });

  it('gives the same totals when a segment is split into two halves', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        expectSameTotals(simulateBest(scenario), simulateBest(splitFirstSegment(scenario)));
      }),
      often,
    );
  });

  it('doubles every count when every count and money total is doubled and nobody waits', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const held = withoutCentre(scenario);
        expectSameTotals(simulateBest(held), simulateBest(doubleCounts(held)), 2);
      }),
      often,
    );
  });

  it('moves nothing under do nothing while the world stands still', () => {
    fc.assert(
      fc.property(arbitraryScenario, (drawn) => {
        const scenario = withoutCentre(withoutEvents(drawn));
        simulate(scenario, doNothing, createSampler(scenario, 'kept')(7), (state) => {
          const { failureFactor, wordOfMouthFactor, talkDraw, rootCauses } = state;
          expect([failureFactor, wordOfMouthFactor, talkDraw, rootCauses]).toEqual([1, 1, 1, 1]);
          const { failureSatisfaction, serviceCost, returners, separated, freshDamage } = state;
          expect([failureSatisfaction, serviceCost, returners, separated, freshDamage]).toEqual([
            0, 0, 0, 0, 0,
          ]);
          expect([...state.use, ...state.levelFactor].every((factor) => factor === 1)).toBe(true);
          for (const effect of [
            state.cumulativeSatisfaction,
            state.unfairness,
            state.awake,
            state.priceLevel,
            state.furtherServices,
            state.serviceShift,
          ]) {
            expect(effect.every((value) => value === 0)).toBe(true);
          }
          expect(state.trust.every((value) => Math.abs(value - state.start.trust) < 1e-12)).toBe(true);
        });
      }),
      often,
    );
  });

  it('gives finite figures whatever happens at once', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        expect(brokenIn(runScenario(scenario, { draws: 2 }))).toEqual([]);
      }),
      runs(10),
    );
  });

  it('gives the same draws whoever computes them, from a copy of the scenario', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const task = createRunTask(scenario, { draws: 6 });
        const there = createRunTask(structuredClone(scenario), { draws: 6 });
        const collector = task.collect();
        const parts = Array.from({ length: task.blocks }, (_, k) => there.compute(task.blocks - 1 - k));
        for (const part of parts.reverse()) collector.add(structuredClone(part));
        expect(formatResult(collector.result())).toBe(formatResult(runScenario(scenario, { draws: 6 })));
      }),
      runs(10),
    );
  });
});

/** Paths of the numbers of a result that are not finite. */
function brokenIn(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => brokenIn(item, `${path}/${key}`));
}

function splitFirstSegment(scenario: Scenario): Scenario {
  const [first, ...rest] = scenario.world.segments;
  const half = (name: string): Segment => ({ ...scaleCounts(first, 0.5), name });
  const plans = scenario.plans.map((plan) => ({
    ...plan,
    actions: plan.actions.map((action) => ({
      ...action,
      segments: action.segments.flatMap((name) => (name === first.name ? ['half a', 'half b'] : name)),
    })),
  }));
  return {
    ...scenario,
    plans,
    world: { ...scenario.world, segments: [half('half a'), half('half b'), ...rest] },
  };
}

function scaleCounts(segment: Segment, factor: number): Segment {
  const scale = (quantity: Segment['customers']) =>
    fixed((quantity.belief as { value: number }).value * factor);
  const joiners = segment.joinersPerMonth;
  return {
    ...segment,
    customers: scale(segment.customers),
    joinersPerMonth: joiners === 'as many as leave' ? joiners : scale(joiners),
  };
}

function double(quantity: Segment['customers']): Segment['customers'] {
  return fixed((quantity.belief as { value: number }).value * 2);
}

/** What an action costs the firm as a whole, once or each month; amounts for each customer stay. */
function doubleMoney(part: unknown): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
  const money = Object.entries(part).filter(([key]) => key === 'once' || key === 'monthly');
  return { ...part, ...Object.fromEntries(money.map(([key, quantity]) => [key, double(quantity)])) };
}

function doubleCounts(scenario: Scenario): Scenario {
  const plans = scenario.plans.map((plan) => ({
    ...plan,
    actions: plan.actions.map((action): Action => {
      const parts = Object.entries(action).map(([key, part]) => [key, doubleMoney(part)] as const);
      return Object.fromEntries(parts) as unknown as Action;
    }),
  }));
  const segments = scenario.world.segments.map((segment) => scaleCounts(segment, 2));
  const fixedCostPerMonth = double(scenario.world.fixedCostPerMonth);
  const { potential } = scenario.world.market;
  const market = { ...scenario.world.market, ...(potential && { potential: double(potential) }) };
  return { ...scenario, plans, world: { ...scenario.world, segments, market, fixedCostPerMonth } };
}
