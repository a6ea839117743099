import { createSampler } from '../engine/sample.ts';
import { doNothing, simulate } from '../engine/simulate.ts';
import type { Plan, Scenario } from '../scenario/scenario.ts';
import { computeImpact, type Impact } from './impact.ts';
import type { BestFigures } from './result.ts';

/**
 * Runs at best values: every input at its median, `do nothing` computed once. Fast enough for a slider.
 * A plan needs only quantities that are certain, or those of the scenario itself.
 */
export function createBestRun(scenario: Scenario): { figures(plan: Plan): BestFigures } {
  const sample = createSampler(scenario, scenario.seed)('best');
  const baseline = simulate(scenario, doNothing, sample);
  return {
    figures: (plan) =>
      toFigures(computeImpact(simulate(scenario, plan, sample, undefined, undefined, baseline), baseline)),
  };
}

function toFigures(impact: Impact): BestFigures {
  const { breakEven, customers, cumulativeProfit, ...figures } = impact;
  return {
    ...figures,
    breakEvenAttrition: breakEven.attrition,
    breakEvenReason: breakEven.reason,
    months: Array.from({ length: customers.length - 1 }, (_, index) => ({
      month: index + 1,
      customers: customers[index + 1],
      cumulativeProfit: cumulativeProfit[index + 1],
    })),
  };
}
