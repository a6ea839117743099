import { simulatePopulation, startPopulation } from '../../models/engine/population.ts';
import { runPopulationMonth } from '../../models/engine/population-month.ts';
import { createSampler } from '../../models/engine/sample.ts';
import type { Scenario } from '../../models/index.ts';
import { reachableBytes } from '../support/reachable-bytes.ts';
import { printRows, type Row, writeTime } from './measure.ts';

const sizes = [10_000, 100_000, 1_000_000];

/** The full model customer by customer: whether its time grows in step with the customers, and what each takes. */
export function benchPopulation(scenario: Scenario): void {
  const [plan] = scenario.plans;
  const sample = createSampler(scenario, scenario.seed)('best');
  simulatePopulation(scenario, plan, sample, { customers: 1000 });
  const rows = sizes.map((customers): Row => {
    const start = performance.now();
    const run = startPopulation(scenario, plan, sample, { customers });
    for (let month = 1; month <= run.months; month++) runPopulationMonth(run.followed, run.firm, month);
    const spent = performance.now() - start;
    const bytes = reachableBytes(run);
    // Seats that are free are part of the work, those who are there are what it is for.
    const lived = run.segments.reduce(
      (sum, segment) => sum + segment.customers.slice(0, -1).reduce((total, count) => total + count, 0),
      0,
    );
    const everybody = run.segments.reduce((sum, segment) => sum + segment.customers[0], 0);
    const customerMonths = (lived / everybody) * customers;
    return {
      work: `${customers.toLocaleString('en')} customers × ${scenario.months} months, one plan`,
      result: `${writeTime(spent)}, ${((spent * 1e6) / customerMonths).toFixed(0)} ns a customer-month, ${(bytes / customers).toFixed(0)} bytes a customer`,
      goal: 'linear, ≤ 128 bytes',
    };
  });
  printRows('Population run, all mechanisms', rows);
}
