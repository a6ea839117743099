import { describe, expect, it } from 'vitest';
import { createSampler } from '../../../models/engine/sample.ts';
import { parseScenarioText } from '../../../models/scenario/parse.ts';
import type { Scenario } from '../../../models/scenario/scenario.ts';

function read(correlations: string): Scenario {
  const parsed = parseScenarioText(`format: kept/1
title: Numbers that go together
inputs: { wageRise: 3 % to 6 % }
${correlations}
world:
  segments:
    - { name: "All of them", customers: 1000, price: 20, churn: 1 %/month to 3 %/month, costToServe: "= 8 * (1 + wageRise)" }
`);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  return parsed.scenario;
}

describe('correlations of a file', () => {
  it('name inputs, assumptions and any number of the world as kept explain lists it', () => {
    const { correlations } = read(`correlations:
  - { between: [priceResponse, wakeUp], by: -0.4 }
  - { between: [inputs.wageRise, segments.All of them.churn], by: 0.2 }`);
    expect(correlations).toEqual([
      { between: ['assumptions.priceResponse', 'assumptions.wakeUp'], by: -0.4 },
      { between: ['inputs.wageRise', 'segments.All of them.churn'], by: 0.2 },
    ]);
  });

  it('move the draws of what they name, and of nothing else', () => {
    const independent = read('');
    expect(independent.correlations).toBeUndefined();
    const together = read('correlations: [{ between: [wageRise, segments.All of them.churn], by: 0.9 }]');
    const values = (scenario: Scenario, draw: number) => {
      const sample = createSampler(scenario, 'kept')(draw);
      const [segment] = scenario.world.segments;
      const [rise] = scenario.inputs;
      return {
        rise: sample.of(rise.quantity),
        churn: sample.of(segment.churnPerMonth),
        cost: sample.of(segment.costToServe),
        parameters: sample.parameters({}),
      };
    };
    const draws = Array.from({ length: 200 }, (_, k) => values(together, k));
    const before = Array.from({ length: 200 }, (_, k) => values(independent, k));
    expect(draws.map(({ rise, parameters }) => [rise, parameters])).toEqual(
      before.map(({ rise, parameters }) => [rise, parameters]),
    );
    // A formula goes with its inputs.
    expect(draws.every(({ rise, cost }) => Math.abs(cost - 8 * (1 + rise)) < 1e-12)).toBe(true);
    const agree = (list: typeof draws) =>
      list.filter(({ rise, churn }) => rise > 0.0424 === churn > 0.0174).length;
    expect(agree(draws)).toBeGreaterThan(150);
    expect(agree(before)).toBeLessThan(125);
  });
});
