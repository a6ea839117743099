import { expect, test } from 'vitest';
import { computeBreakEven } from '../../../models/analysis/break-even.ts';
import { createSampler } from '../../../models/engine/sample.ts';
import { doNothing, simulate } from '../../../models/engine/simulate.ts';
import { readScenario } from '../../support/read-scenario.ts';

test('a plan that moves newcomers alone has a break-even at which nobody of the base is lost', async () => {
  const scenario = await readScenario('lessons/the-leaky-bucket.yaml');
  const plan = scenario.plans.find(({ name }) => name === 'Pour in more')!;
  const sampler = createSampler(scenario, scenario.seed);
  for (const draw of ['best', 0, 1, 2, 3, 4, 5, 6, 7] as const) {
    const sample = sampler(draw);
    const baseline = simulate(scenario, doNothing, sample);
    const run = simulate(scenario, plan, sample, undefined, undefined, baseline);
    const { reason, multiple, attrition } = computeBreakEven(run, baseline);
    expect({ draw, reason }).toEqual({ draw, reason: 'exists' });
    expect(multiple).toBeGreaterThan(1);
    expect(Math.abs(attrition!)).toBeLessThan(1e-12);
  }
});
