import { describe, expect, it } from 'vitest';
import { comparePopulation, type PopulationComparison, plansToCompare } from '../../scripts/population-comparison.ts';
import { shippedScenarios } from '../../scripts/shipped-scenarios.ts';

/** One-sided 97.5 % quantile of Student's t with four degrees of freedom, one less than the replications. */
const t975 = 2.776;
const replications = 5;
const fewest = 4000;
const most = 64_000;

/** Upper confidence limit of the larger difference, survivors or profit. */
const limitOf = ({ survivors, profit }: PopulationComparison) =>
  Math.max(...[survivors, profit].map(({ mean, error }) => Math.abs(mean) + t975 * error));

// A short form of docs/population.md, which `npm run population` writes with more customers. Where few customers leave
// a difference open, more are followed: an engine that is off by more than 1 % stays so however many there are.
describe.each(shippedScenarios.map(({ file, scenario }) => ({ file, scenario })))('$file', ({ scenario }) => {
  it('keeps survivors and profit of a population within 1 % of the cohort, at 97.5 % confidence', () => {
    let open = plansToCompare(scenario);
    let limits: Record<string, number> = {};
    for (let customers = fewest; customers <= most; customers *= 2) {
      const compared = comparePopulation({ ...scenario, plans: open }, { customers, replications });
      limits = Object.fromEntries(compared.map((row) => [row.plan, limitOf(row)]));
      open = open.filter(({ name }) => limits[name] >= 0.01);
      if (Object.values(limits).every((limit) => limit < 0.01)) break;
    }
    for (const [plan, limit] of Object.entries(limits)) expect(limit, plan).toBeLessThan(0.01);
  }, 120_000);
});
