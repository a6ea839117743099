import { describe, expect, it } from 'vitest';
import { computeImpact } from '../../../models/analysis/impact.ts';
import { KeptError } from '../../../models/core/errors.ts';
import { fixed } from '../../../models/core/quantity.ts';
import { createSampler } from '../../../models/engine/sample.ts';
import { doNothing, simulate, type Trajectory } from '../../../models/engine/simulate.ts';
import type { Scenario, Segment, StaffAction } from '../../../models/scenario/scenario.ts';
import { arbitraryScenario, withoutEvents } from '../../support/arbitrary-scenario.ts';
import { assume, buildAction, buildOperations, buildScenario, inert } from '../../support/build-scenario.ts';
import fc, { runs } from '../../support/properties.ts';
import { runBest } from '../../support/run-scenario.ts';

const often = runs(200);

function certain(quantity: Segment['customers']): number {
  return (quantity.belief as { value: number }).value;
}

const staff: StaffAction = {
  agents: { kind: 'byPercent', quantity: fixed(-0.2) },
  empower: { kind: 'to', quantity: fixed(0.3) },
  ...{ recognise: 'recovery', feedback: 'to find fault', train: fixed(0.2), jobAids: fixed(0.3) },
  ...{ once: fixed(100), monthly: fixed(5) },
};

/** Any scenario with a contact centre of any tightness, whose plan acts on staff as well. */
const served = fc
  .tuple(
    arbitraryScenario,
    fc.double({ min: 0.6, max: 1.5, noNaN: true }),
    fc.double({ min: 0.01, max: 1, noNaN: true }),
  )
  .map(([scenario, load, contacts]): Scenario => {
    const customers = scenario.world.segments.reduce((sum, segment) => sum + certain(segment.customers), 0);
    // Calls of five minutes, in twenty open hours.
    const agents = (customers * contacts * 300) / 3600 / 20 / load;
    const names = scenario.world.segments.map(({ name }) => name);
    const action = buildAction({ at: 2, segments: names, staff });
    const plans = scenario.plans.map((plan) => ({ ...plan, actions: [...plan.actions, action] }));
    return {
      ...scenario,
      plans,
      world: { ...scenario.world, operations: buildOperations({ agents, contacts }) },
    };
  });

function simulateBest(scenario: Scenario): Trajectory {
  return runBest(scenario, scenario.plans[0]);
}

function totals(run: Trajectory, key: 'customers' | 'leavers' | 'joiners' | 'revenue' | 'costs', factor = 1) {
  return Array.from(
    { length: run.months + 1 },
    (_, month) => factor * run.segments.reduce((sum, segment) => sum + segment[key][month], 0),
  );
}

function expectSameTotals(one: Trajectory, other: Trajectory, factor = 1) {
  for (const key of ['customers', 'leavers', 'joiners', 'revenue', 'costs'] as const) {
    const [left, right] = [totals(one, key, factor), totals(other, key)];
    left.forEach((value, month) => {
      expect(Math.abs(value - right[month])).toBeLessThanOrEqual(1e-8 * (1 + Math.abs(value)));
    });
  }
}

describe('laws with a contact centre and staff actions', () => {
  it('conserves customers, and keeps morale, service level and occupancy within 0 to 1', () => {
    fc.assert(
      fc.property(served, (scenario) => {
        const { segments, firm } = simulateBest(scenario);
        for (const { customers, leavers, joiners } of segments) {
          for (let month = 1; month < customers.length; month++) {
            expect(customers[month]).toBe(customers[month - 1] - leavers[month] + joiners[month]);
          }
        }
        for (const series of [firm.morale, firm.centre!.serviceLevel, firm.centre!.occupancy]) {
          expect(series.every((level) => level >= -1e-12 && level <= 1 + 1e-12)).toBe(true);
        }
      }),
      often,
    );
  });

  it('moves nothing under do nothing while joiners replace leavers', () => {
    fc.assert(
      fc.property(served.map(withoutEvents), (scenario) => {
        const segments = scenario.world.segments.map((segment): Segment => {
          return { ...segment, joinersPerMonth: 'as many as leave' };
        });
        const still = { ...scenario, world: { ...scenario.world, segments } };
        const sample = createSampler(still, 'kept')(7);
        const { firm } = simulate(still, doNothing, sample, ({ serviceShift }) => {
          expect(serviceShift.every((points) => points === 0)).toBe(true);
        });
        expect(new Set(firm.centre!.wait).size).toBe(1);
        expect(new Set(firm.morale).size).toBe(1);
      }),
      often,
    );
  });

  it('does not care in which order segments stand', () => {
    fc.assert(
      fc.property(served, (scenario) => {
        const segments = [...scenario.world.segments].reverse();
        const reversed = { ...scenario, world: { ...scenario.world, segments } };
        expectSameTotals(simulateBest(scenario), simulateBest(reversed));
      }),
      often,
    );
  });

  it('gives the same totals when a segment is split into two halves', () => {
    fc.assert(
      fc.property(served, (scenario) => {
        const [first, ...rest] = scenario.world.segments;
        const halves = ['half a', 'half b'].map((name) => ({ ...scale(first, 0.5), name }));
        const plans = scenario.plans.map((plan) => ({
          ...plan,
          actions: plan.actions.map((action) => ({
            ...action,
            segments: action.segments.flatMap((name) =>
              name === first.name ? ['half a', 'half b'] : [name],
            ),
          })),
        }));
        const split = { ...scenario, plans, world: { ...scenario.world, segments: [...halves, ...rest] } };
        expectSameTotals(simulateBest(scenario), simulateBest(split));
      }),
      often,
    );
  });

  it('gives two identical plans a difference of exactly 0', () => {
    fc.assert(
      fc.property(served, fc.nat(1000), (scenario, draw) => {
        const sample = createSampler(scenario, 'kept')(draw);
        const [one, other] = [0, 1].map(() => simulate(scenario, scenario.plans[0], sample));
        const impact = computeImpact(one, other);
        const figures = [impact.profit, impact.attrition, impact.revenue, impact.equity];
        expect(figures.every((figure) => figure === 0)).toBe(true);
      }),
      runs(15),
    );
  });

  it('serves twice the customers better with twice the agents: queues pool', () => {
    const scenario = (factor: number) => {
      const { world } = buildScenario();
      const operations = buildOperations({ agents: 3 * factor });
      const segments = world.segments.map((segment) => scale(segment, factor));
      return { ...buildScenario(), world: { ...world, segments, operations } };
    };
    const [small, large] = [1, 2].map((factor) => runBest(scenario(factor)).firm.centre!);
    expect(large.contacts[0]).toBeCloseTo(2 * small.contacts[0], 9);
    expect(large.wait[0]).toBeLessThan(0.8 * small.wait[0]);
    expectSameTotals(runBest(scenario(1)), runBest(scenario(2)), 2);
  });
});

describe('a draw that leaves nobody on duty', () => {
  it('stops the run and says which action', () => {
    const plan = {
      name: 'None',
      actions: [
        buildAction({
          at: 4,
          staff: { agents: { kind: 'byAmount', quantity: fixed(-9) }, once: fixed(0) },
        }),
      ],
    };
    const { world } = buildScenario({ assumptions: inert });
    const scenario = { ...buildScenario(), world: { ...world, operations: buildOperations() } };
    expect(() => runBest(scenario, plan)).toThrow(KeptError);
    expect(() => runBest(scenario, plan)).toThrow('a staff action of month 4 leaves -5 agents on duty');
  });
});

describe('empowerment', () => {
  it('stays within its scale whatever the start of a draw', () => {
    const plan = {
      name: 'More',
      actions: [
        buildAction({ staff: { empower: { kind: 'byAmount', quantity: fixed(0.8) }, once: fixed(0) } }),
      ],
    };
    const scenario = (start: number) =>
      buildScenario({
        world: { assumptions: assume({ empowermentStart: start, empowermentMorale: 0.1, moralePace: 1 }) },
      });
    expect(runBest(scenario(0.9), plan).firm.morale[1]).toBeCloseTo(0.6 + 0.1 * 0.1, 12);
    expect(runBest(scenario(0.1), plan).firm.morale[1]).toBeCloseTo(0.6 + 0.1 * 0.8, 12);
  });
});

function scale(segment: Segment, factor: number): Segment {
  const scaled = (quantity: Segment['customers']) => fixed(certain(quantity) * factor);
  const joiners = segment.joinersPerMonth;
  return {
    ...segment,
    customers: scaled(segment.customers),
    joinersPerMonth: joiners === 'as many as leave' ? joiners : scaled(joiners),
  };
}
