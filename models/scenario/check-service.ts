import { didYouMean } from '../core/did-you-mean.ts';
import type { Quantity } from '../core/quantity.ts';
import type { Change, Plan, Scenario, Standard } from './scenario.ts';
import type { FileSketch } from './schema.ts';
import { complainPath, quote, type ReadContext } from './spot.ts';

/** An action on a standard, and a guarantee of one, need that standard in the world. */
export function checkStandardNames(file: FileSketch, context: ReadContext): void {
  const known = (file.world?.standards ?? []).map(({ name }) => name);
  file.plans?.forEach((plan, planIndex) => {
    plan?.actions?.forEach((action, index) => {
      const path = `plans[${planIndex}].actions[${index}]`;
      checkName(action?.standard?.name, `${path}.standard.name`, known, context);
      checkName(action?.guarantee?.standard, `${path}.guarantee.standard`, known, context);
    });
  });
}

function checkName(
  name: string | undefined,
  path: string,
  known: readonly string[],
  context: ReadContext,
): void {
  if (name === undefined || known.includes(name)) return;
  const remedy =
    known.length === 0
      ? '; state it under world.standards'
      : didYouMean(name, known) || `; known are ${known.join(', ')}`;
  complainPath(context, path, 'unknown-name', `no standard is called ${quote(name)}${remedy}`);
}

type Best = (quantity: Quantity) => number;

/** Follows the time standards of a plan at best values: times stay above 0, a spread above 1. */
export function checkStandardLevels(
  scenario: Scenario,
  plan: Plan,
  planPath: string,
  best: Best,
  context: ReadContext,
): void {
  const inOrder = plan.actions
    .map((action, index) => ({ action, path: `${planPath}.actions[${index}].standard` }))
    .sort((a, b) => a.action.at - b.action.at);
  for (const segment of scenario.world.segments) {
    const levels = new Map(
      scenario.world.standards.map((standard) => [standard.name, levelsOf(standard, best)]),
    );
    for (const { action, path } of inOrder) {
      const level = action.standard && levels.get(action.standard.name);
      if (!level || !action.segments.includes(segment.name)) continue;
      for (const key of ['promise', 'median', 'spread'] as const) {
        const change = action.standard[key];
        if (!change) continue;
        level[key] = changed(level[key], change, best);
        const least = key === 'spread' ? 1 : 0;
        if (level[key] > least) continue;
        const shown = Number(level[key].toPrecision(6));
        const message = `takes the ${key} of ${action.standard.name} to ${shown}, and it must stay above ${least}`;
        complainPath(context, `${path}.${key}`, 'out-of-range', message);
      }
    }
  }
}

function levelsOf({ promiseHours, medianHours, spread }: Standard, best: Best) {
  return { promise: best(promiseHours), median: best(medianHours), spread: best(spread) };
}

function changed(level: number, { kind, quantity }: Change, best: Best): number {
  const value = best(quantity);
  if (kind === 'to') return value;
  return kind === 'byAmount' ? level + value : level * (1 + value);
}
