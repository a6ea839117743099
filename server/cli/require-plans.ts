import { didYouMean, type Scenario } from '../../models/index.ts';
import { UsageError } from './command.ts';

/** Throws UsageError for the first name that no plan of the scenario has. */
export function requirePlans(wanted: readonly string[], scenario: Scenario): void {
  const known = scenario.plans.map(({ name }) => name);
  for (const name of wanted) {
    if (known.includes(name)) continue;
    const list =
      known.length === 0 ? 'It has none.' : `It has: ${known.map((plan) => `"${plan}"`).join(', ')}.`;
    throw new UsageError(`the scenario has no plan "${name}"${didYouMean(name, known)}`, list);
  }
}
