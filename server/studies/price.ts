import { countCells, KeptError, type Scenario } from '../../models/index.ts';
import type { Price, Source } from './study.ts';

/** Cell-months of one run of one plan. */
export function workOfRun(scenario: Scenario): number {
  return countCells(scenario) * scenario.months;
}

/** Price of running plans and doing nothing in each draw. */
export function priceOfDraws(
  sources: readonly Source[],
  asked: number,
  plansOf: (scenario: Scenario) => number,
): Price {
  const perDraw = sources.reduce(
    (sum, { scenario }) => sum + workOfRun(scenario) * (1 + plansOf(scenario)),
    0,
  );
  return { work: perDraw * asked, of: { name: 'draws', asked, lowest: 1 } };
}

/** Plans of a file that are wanted; all where none is named. */
export function countPlans({ plans }: Scenario, wanted: readonly string[] | undefined): number {
  return wanted === undefined || wanted.length === 0
    ? plans.length
    : plans.filter(({ name }) => wanted.includes(name)).length;
}

/** Error  unknown-plan for a name that no plan has */
export function requirePlans({ plans }: Scenario, wanted: readonly string[]): void {
  const missing = wanted.find((name) => name !== 'do nothing' && !plans.some((plan) => plan.name === name));
  if (missing === undefined) return;
  const names = plans.map(({ name }) => JSON.stringify(name)).join(', ');
  const known = names === '' ? 'it has none' : `it has ${names}`;
  throw new KeptError('unknown-plan', `there is no plan ${JSON.stringify(missing)}; ${known}`, {
    plan: missing,
  });
}
