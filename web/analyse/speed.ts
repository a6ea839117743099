import { listQuantities, type Scenario } from '../../models/index.ts';

/** Seconds that one run of one plan takes on this machine, by the size of the scenario. */
const measured = new Map<string, number>();

function sizeOf({ world, months }: Scenario): string {
  return `${world.segments.length} ${months}`;
}

/** Notes how long so many runs of single plans took. */
export function noteSpeed(scenario: Scenario, runs: number, seconds: number): void {
  if (runs > 0 && seconds > 0) measured.set(sizeOf(scenario), seconds / runs);
}

/** Seconds that so many runs will take; `null` before any were made. */
export function estimateSeconds(scenario: Scenario, runs: number): number | null {
  const each = measured.get(sizeOf(scenario));
  return each === undefined ? null : each * runs;
}

/** Uncertain numbers of a scenario of which only one plan is looked at. */
export function countUncertain(scenario: Scenario, plan: string): number {
  const plans = scenario.plans.filter(({ name }) => name === plan);
  const kinds = listQuantities({ ...scenario, plans }).map(({ quantity }) => quantity.belief.kind);
  return kinds.filter((kind) => kind !== 'fixed' && kind !== 'formula').length;
}
