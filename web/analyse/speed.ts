import { listQuantities, type Scenario } from '../../models/index.ts';

/** Seconds that one run of one plan takes on this machine, by the size of the scenario. */
const measured = new Map<string, number>();

function sizeOf({ world, months }: Scenario): string {
  return `${world.segments.length} ${months}`;
}

/** Does a piece of work of so many runs of single plans, and notes how long it took if it came to an end. */
export async function timed<Result>(
  scenario: Scenario,
  runs: number,
  work: () => Promise<Result | null>,
): Promise<Result | null> {
  const begun = performance.now();
  const result = await work();
  if (result !== null) measured.set(sizeOf(scenario), (performance.now() - begun) / 1000 / runs);
  return result;
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
