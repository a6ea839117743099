import { describe, expect, it } from 'vitest';
import { dimensions } from '../../../models/core/dimensions.ts';
import { normalCdf, normalQuantile } from '../../../models/core/numbers.ts';
import { fixed } from '../../../models/core/quantity.ts';
import { createSampler } from '../../../models/engine/sample.ts';
import { doNothing, simulate } from '../../../models/engine/simulate.ts';
import {
  believeWeights,
  type ListeningChannel,
  superiorShare,
  updateInsight,
} from '../../../models/mechanisms/listening.ts';
import type { Plan, Scenario, Segment } from '../../../models/scenario/scenario.ts';
import { assume, buildAction, buildScenario, buildSegment } from '../../support/build-scenario.ts';
import fc from '../../support/properties.ts';

const scenarioOf = (insight = 0, segment: Segment = buildSegment(), assumptions = {}) =>
  buildScenario({
    segments: [segment],
    months: 24,
    world: { insight: fixed(insight), assumptions: assume(assumptions) },
  });
const best = (scenario: Scenario) => createSampler(scenario, 'kept')('best');
const run = (scenario: Scenario, plan: Plan = doNothing) => simulate(scenario, plan, best(scenario));
const parameters = best(scenarioOf()).parameters({});
const weights = Float64Array.from([0.32, 0.22, 0.19, 0.16, 0.11]);

const listen = (by: readonly ListeningChannel[], months?: number) => ({
  by,
  ...{ monthly: fixed(100), once: fixed(0) },
  ...(months !== undefined && { months }),
});
const plan = (...actions: Plan['actions']): Plan => ({ name: 'Plan', actions });
const steered = (at = 1) =>
  buildAction({
    at,
    invest: {
      in: 'what management believes',
      by: fixed(2),
      rampMonths: 1,
      once: fixed(0),
      monthly: fixed(0),
    },
  });

describe('the boardroom that does not listen', () => {
  const { boardroom } = run(scenarioOf());

  it('sees about ten times the superior service that customers report (T41; Bain: 80 % and 8 %)', () => {
    for (const month of [0, 12, 24]) {
      expect(boardroom.superior[month]).toBeCloseTo(0.0863, 4);
      expect(boardroom.believedSuperior[month]).toBeCloseTo(0.812, 3);
    }
    const ratio = boardroom.believedSuperior[0] / boardroom.superior[0];
    expect(ratio).toBeGreaterThan(9);
    expect(ratio).toBeLessThan(11);
  });

  it('is as far off as from the quantile of 8 % to that of 80 %', () => {
    expect(parameters.boardroomBias).toBeCloseTo(normalQuantile(0.8) - normalQuantile(0.08), 2);
  });

  it('changes nothing for anybody: what is believed is a view', () => {
    const deaf = run(scenarioOf(0)).segments[0];
    const wise = run(scenarioOf(1)).segments[0];
    expect(deaf.customers).toEqual(wise.customers);
    expect(deaf.satisfaction).toEqual(wise.satisfaction);
  });

  it('is matched by the customers’ view when it knows everything', () => {
    const { superior, believedSuperior } = run(scenarioOf(1)).boardroom;
    expect(believedSuperior).toEqual(superior);
  });

  it('stays above the customers’ view when only the promise grows, and the customers’ view falls (gap 4)', () => {
    const change = { kind: 'byAmount', quantity: fixed(1) } as const;
    const promise = Object.fromEntries(dimensions.map((name) => [name, change]));
    const louder = run(scenarioOf(), plan(buildAction({ promise })));
    const still = run(scenarioOf());
    expect(louder.segments[0].satisfaction[12]).toBeLessThan(still.segments[0].satisfaction[12]);
    expect(louder.boardroom.superior[12]).toBeLessThan(still.boardroom.superior[12]);
    const wide = run(scenarioOf(0, buildSegment({ promise: 8, delivery: 7 })));
    expect(wide.segments[0].satisfaction[0]).toBeLessThan(still.segments[0].satisfaction[0]);
  });
});

describe('insight', () => {
  const months = (count: number, start: number, channels: readonly ListeningChannel[], from = start) => {
    let insight = from;
    for (let month = 0; month < count; month++) insight = updateInsight(insight, start, channels, parameters);
    return insight;
  };

  it('does not move by itself, to the last bit', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (start) => {
        expect(months(120, start, [])).toBe(start);
      }),
    );
  });

  it('comes with a lag and settles at what the channels tell', () => {
    expect(months(1, 0, ['survey'])).toBeCloseTo(0.25 * 0.45, 12);
    expect(months(60, 0, ['survey'])).toBeCloseTo(0.45, 6);
    expect(months(60, 0.2, ['survey', 'visits'])).toBeCloseTo(1 - 0.8 * 0.55 * 0.45, 6);
  });

  it('goes stale when listening ends, down to where it started', () => {
    const learned = months(12, 0.2, ['visits']);
    const later = months(12, 0.2, [], learned);
    expect(later).toBeCloseTo(0.2 + (learned - 0.2) * Math.exp(12 * Math.log(1 - 0.06)), 12);
    expect(months(600, 0.2, [], learned)).toBeCloseTo(0.2, 12);
  });

  it('stays in 0..1 and rises with every channel', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.99, noNaN: true }), (start) => {
        const one = months(6, start, ['survey']);
        const two = months(6, start, ['survey', 'focus groups']);
        expect(two).toBeGreaterThan(one);
        expect(one).toBeGreaterThan(start);
        expect(two).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('follows the plan, and the same way twice tells no more', () => {
    const scenario = scenarioOf(0.1);
    const once = run(scenario, plan(buildAction({ at: 3, listen: listen(['survey'], 6) }))).boardroom;
    const twice = run(
      scenario,
      plan(
        buildAction({ at: 3, listen: listen(['survey'], 6) }),
        buildAction({ at: 3, listen: listen(['survey'], 6) }),
      ),
    ).boardroom;
    expect(twice.insight).toEqual(once.insight);
    expect([...once.insight.subarray(0, 3)]).toEqual([0.1, 0.1, 0.1]);
    expect(once.insight[8]).toBe(Math.max(...once.insight));
    expect(once.insight[24]).toBeGreaterThan(0.1);
    expect(once.believedSuperior[8]).toBeLessThan(once.believedSuperior[0]);
  });

  it('costs what is stated with its indirect share, for as long as it lasts', () => {
    const scenario = scenarioOf();
    const still = run(scenario).segments[0];
    const asked = run(scenario, plan(buildAction({ at: 3, listen: listen(['survey'], 6) }))).segments[0];
    const extra = [...asked.costs].map((cost, month) => cost - still.costs[month]);
    expect(extra[2]).toBe(0);
    for (let month = 3; month <= 8; month++) expect(extra[month]).toBeCloseTo(100 * 1.3, 9);
    expect(extra[9]).toBe(0);
  });
});

describe('what is believed to count', () => {
  it('overrates tangibles and nearly overlooks empathy, until customers are heard', () => {
    const deaf = believeWeights(0, weights, parameters);
    expect(deaf[4]).toBeGreaterThan(3 * weights[4]);
    expect(deaf[3]).toBeLessThan(weights[3] / 3);
    expect([...believeWeights(1, weights, parameters)]).toEqual([...weights]);
  });

  it('sums to 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (insight) => {
        const sum = believeWeights(insight, weights, parameters).reduce((total, value) => total + value, 0);
        expect(sum).toBeCloseTo(1, 12);
      }),
    );
  });

  it('stands in the firm’s state, with delivery as it is believed, never above the scale', () => {
    const scenario = scenarioOf(0.5, buildSegment({ promise: 5, delivery: 5 }), { boardroomBias: 1 });
    const view = simulate(scenario, doNothing, best(scenario)).boardroom;
    // One standard deviation of 2.2 points, half of it heard: 1.1 points of satisfaction too high.
    expect(view.believedSuperior[5]).toBeCloseTo(normalCdf((5 + 1.1 - 10) / 2.2), 12);
    expect(view.superior[5]).toBeCloseTo(superiorShare(5, parameters), 12);
  });
});

describe('a programme left to management', () => {
  const reliabilityOnly = (insight: number) => run(scenarioOf(insight), plan(steered())).segments[0];

  it('is worth more the better management knows its customers', () => {
    const gains = [0, 0.5, 1].map((insight) => reliabilityOnly(insight).customers[24]);
    expect(gains[1]).toBeGreaterThan(gains[0]);
    expect(gains[2]).toBeGreaterThan(gains[1]);
    expect(gains[0]).toBeGreaterThan(run(scenarioOf()).segments[0].customers[24]);
  });

  it('lands where it is believed to count, all of its points and no more', () => {
    const scenario = scenarioOf(0, buildSegment(), { attitudeComplement: 0 });
    let delivered: readonly number[] = [];
    simulate(scenario, plan(steered()), best(scenario), (state, month) => {
      if (month === 24) delivered = [...state.delivered];
    });
    const gains = delivered.map((level) => level - 7);
    expect(gains.reduce((sum, gain) => sum + gain, 0)).toBeCloseTo(2, 5);
    believeWeights(0, weights, parameters).forEach((weight, k) => {
      expect(gains[k]).toBeCloseTo(2 * weight, 5);
    });
  });

  it('goes by what is known when it is decided, not by what is learned later', () => {
    const scenario = scenarioOf(0);
    const learning = (at: number) =>
      run(scenario, plan(buildAction({ at, listen: listen(['visits']) }), steered(10))).segments[0];
    expect(learning(10).customers).toEqual(run(scenario, plan(steered(10))).segments[0].customers);
    expect(learning(1).customers[24]).toBeGreaterThan(learning(10).customers[24]);
  });
});
