import { describe, expect, it } from 'vitest';
import { fixed } from '../../../models/core/quantity.ts';
import { buildAction, buildScenario, buildSegment } from '../../support/build-scenario.ts';
import { runBest, watch } from '../../support/run-scenario.ts';

const growth = { rate: fixed(0.01), value: fixed(8) };
const scenario = buildScenario({ segments: [buildSegment({ growth })] });
const service = (by: number) => {
  const invest = {
    in: 'reliability' as const,
    by: fixed(by),
    rampMonths: 1,
    once: fixed(0),
    monthly: fixed(0),
  };
  return { name: 'Service', actions: [buildAction({ at: 1, invest })] };
};

describe('further services', () => {
  it('change nothing while satisfaction stays', () => {
    const bare = runBest(buildScenario({ segments: [buildSegment()] }));
    expect(runBest(scenario).segments[0].revenue).toEqual(bare.segments[0].revenue);
  });

  it('are taken more by the satisfied and less by the dissatisfied, and bring their value', () => {
    const [better, worse] = [2, -2].map((by) => watch(scenario, service(by), 'furtherServices'));
    expect(better[23]).toBeGreaterThan(0);
    expect(worse[23]).toBeLessThan(0);
    const [{ revenue, customers }] = runBest(scenario, service(2)).segments;
    expect(revenue[24] / customers[23]).toBeGreaterThan(10 + 8 * 0.002);
  });

  it('take 22 % more each month one standard deviation up', () => {
    expect(Math.expm1(Math.tanh(0.2))).toBeCloseTo(0.22, 2);
    const taken: number[] = [];
    const satisfied: number[] = [];
    runBest(scenario, service(2), (state) => {
      taken.push(state.furtherServices[0]);
      satisfied.push(
        (state.satisfaction[0] - state.start.satisfaction) / state.parameters.satisfactionSpread,
      );
    });
    expect(taken[0]).toBeCloseTo(0.01 * Math.expm1(Math.tanh(0.2 * satisfied[0])), 12);
    expect(taken[1]).toBeCloseTo(0.97 * taken[0] + 0.01 * Math.expm1(Math.tanh(0.2 * satisfied[1])), 12);
  });

  it('never fall below those held at the start', () => {
    const few = watch({ ...scenario, months: 120 }, service(-7), 'furtherServices');
    expect(Math.min(...few)).toBeGreaterThan(-0.01 / 0.03);
  });
});
