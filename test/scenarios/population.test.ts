import { describe, expect, it } from 'vitest';
import { doNothing, simulate } from '../../models/engine/simulate.ts';
import { createSampler, type Plan, type Scenario } from '../../models/index.ts';
import {
  type ComparisonSize,
  comparePopulation,
  type Difference,
} from '../../scripts/population-comparison.ts';
import { shippedScenarios } from '../../scripts/shipped-scenarios.ts';

// A short form of docs/population.md, which `npm run population` writes: do nothing, and of each scenario the plan that
// moves most customers of the starting base. Where few customers leave a difference open, more are followed: an engine
// that is off by more than 1 % stays so however many there are.

const replications = 4;
/** One-sided 97.5 % quantile of Student's t with three degrees of freedom, one less than the replications. */
const t975 = 3.182;
const most = 64_000;

const limitOf = ({ mean, error }: Difference) => Math.abs(mean) + t975 * error;

/** The plan with the largest loss or gain of the starting base. */
function boldest(scenario: Scenario): Plan {
  const sample = createSampler(scenario, scenario.seed)('best');
  const survivors = (plan: Plan) =>
    simulate(scenario, plan, sample).segments.reduce((sum, { base }) => sum + base[scenario.months], 0);
  const usual = survivors(doNothing);
  const moved = scenario.plans.map((plan) => ({ plan, by: Math.abs(survivors(plan) - usual) }));
  return moved.reduce((most, each) => (each.by > most.by ? each : most)).plan;
}

/** Upper confidence limits of the figures, with as many customers as it takes. */
function findLimits(scenario: Scenario, fewest: number, names: readonly ('survivors' | 'profit')[]) {
  const plans = [boldest(scenario)];
  const compare = (size: ComparisonSize) =>
    comparePopulation({ ...scenario, plans }, size).flatMap((row) =>
      names.map((name) => [`${row.plan}: ${name}`, limitOf(row[name])] as const),
    );
  let limits = compare({ customers: fewest, replications });
  for (let customers = 2 * fewest; customers <= most; customers *= 2) {
    if (limits.every(([, limit]) => limit < 0.01)) break;
    limits = compare({ customers, replications });
  }
  return limits;
}

const lessons = shippedScenarios.filter(({ file }) => file.startsWith('lessons/'));
const cases = shippedScenarios.filter((shipped) => !lessons.includes(shipped));

describe('a population differs from the cohort by less than 1 %, at 97.5 % confidence', () => {
  it.each(cases)(
    'in survivors and profit of $file',
    ({ scenario }) => {
      for (const [what, limit] of findLimits(scenario, 4000, ['survivors', 'profit']))
        expect(limit, what).toBeLessThan(0.01);
    },
    120_000,
  );

  // Newcomers replace a large part of these bases, and whom they take after scatters profit: the page has it.
  it.each(lessons)(
    'in survivors of $file',
    ({ scenario }) => {
      for (const [what, limit] of findLimits(scenario, 1500, ['survivors']))
        expect(limit, what).toBeLessThan(0.01);
    },
    120_000,
  );
});
