import { describe, expect, it } from 'vitest';
import { comparePopulation } from '../../scripts/population-comparison.ts';
import { shippedScenarios } from '../../scripts/shipped-scenarios.ts';

/** One-sided 95 % quantile of Student's t with three degrees of freedom. */
const t95 = 2.353;

// A short form of docs/population.md, which `npm run population` writes with more customers.
describe.each(shippedScenarios.map(({ file, scenario }) => ({ file, scenario })))('$file', ({ scenario }) => {
  it('keeps survivors and profit of a population within 1 % of the cohort, at 95 % confidence', () => {
    const size = { customers: scenario.months > 12 ? 5000 : 8000, replications: 4 };
    for (const { plan, survivors, profit } of comparePopulation(scenario, size)) {
      for (const { mean, error } of [survivors, profit])
        expect(Math.abs(mean) + t95 * error, plan).toBeLessThan(0.01);
    }
  }, 120_000);
});
