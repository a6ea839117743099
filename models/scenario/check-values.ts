import { type Dimension, dimensions } from '../core/dimensions.ts';
import { KeptError } from '../core/errors.ts';
import type { Quantity } from '../core/quantity.ts';
import type { ParameterName } from '../mechanisms/index.ts';
import { inputsAtBest, valueAtBest } from './best.ts';
import { checkContactLoad } from './check-contact-load.ts';
import { checkSteering } from './check-listening.ts';
import { checkMarket } from './check-market.ts';
import { checkStandardLevels } from './check-service.ts';
import { checkStaffLevels } from './check-staff-levels.ts';
import { checkTargetValues } from './check-target.ts';
import type { Action, Assumptions, Change, Plan, Scenario, Segment } from './scenario.ts';
import type { UnderstoodFile } from './schema.ts';
import { steered } from './schema-listening.ts';
import { complainPath, type ReadContext } from './spot.ts';

type Best = (quantity: Quantity) => number;

/** Formulas must have a fitting value at least where every input stands at its best. */
export function checkFormulas(file: UnderstoodFile, context: ReadContext): void {
  const inputs = inputsAtBest((file.inputs ?? []).map(({ name, value }) => ({ name, quantity: value })));
  for (const { path, tree, place } of context.formulas) {
    const value = evaluate(() => valueAtBest({ kind: 'formula', text: '', tree }, inputs));
    if (typeof value === 'string') complainPath(context, path, 'formula', value);
    else {
      const refused = place.refuse(value);
      const shown = Number(value.toPrecision(6));
      if (refused)
        complainPath(
          context,
          path,
          'out-of-range',
          `is ${shown} at the best values of the inputs; it ${refused}`,
        );
    }
  }
}

function evaluate(compute: () => number): number | string {
  try {
    return compute();
  } catch (error) {
    if (error instanceof KeptError) return `${error.message} at the best values of the inputs`;
    throw error;
  }
}

/** Follows every plan at best values: no price may fall to nothing, no promise leave the scale. */
export function checkLevels(scenario: Scenario, context: ReadContext): void {
  const inputs = inputsAtBest(scenario.inputs);
  const best: Best = (quantity) => valueAtBest(quantity.belief, inputs);
  scenario.world.segments.forEach((segment, index) => {
    const price = best(segment.price.mean);
    const path = `world.segments[${index}]`;
    if (segment.downgrade && best(segment.downgrade.price) >= price) {
      const message = `is not below the price of the segment, ${price}`;
      complainPath(context, `${path}.downgrade.price`, 'out-of-range', message);
    }
    checkWeights(segment, scenario.world.assumptions, path, best, context);
  });
  checkMarket(scenario, best, context);
  checkContactLoad(scenario.world, best, context);
  scenario.plans.forEach((plan, index) => {
    checkSteering(plan, `plans[${index}]`, best, context);
    checkTargetValues(plan, `plans[${index}]`, scenario, best, context);
    checkStandardLevels(scenario, plan, `plans[${index}]`, best, context);
    for (const segment of scenario.world.segments) checkPlanLevels(plan, index, segment, best, context);
    checkStaffLevels(scenario.world, plan, index, best, context);
  });
}

const weights = [
  'weightReliability',
  'weightResponsiveness',
  'weightAssurance',
  'weightEmpathy',
  'weightTangibles',
] as const satisfies readonly ParameterName[];

/** Importance weights are relative to their sum, which must not be 0. */
function checkWeights(
  segment: Segment,
  shared: Assumptions,
  path: string,
  best: Best,
  context: ReadContext,
): void {
  const stated = weights.map((name) => segment.assumptions[name] ?? shared[name]);
  if (!stated.every((quantity) => quantity !== undefined && best(quantity) === 0)) return;
  complainPath(context, `${path}.assumptions`, 'out-of-range', 'leaves every weight at 0; one must count');
}

function checkPlanLevels(
  plan: Plan,
  planIndex: number,
  segment: Segment,
  best: Best,
  context: ReadContext,
): void {
  const levels = new Map<string, number>([
    ['price', best(segment.price.mean)],
    ...segment.fees.map(({ name, quantity }) => [`fee ${name}`, best(quantity)] as const),
    ...dimensions.map((name) => [`promise ${name}`, best(segment.service[name].promise)] as const),
    ...dimensions.map((name) => [`delivery ${name}`, best(segment.service[name].delivery)] as const),
  ]);
  const inOrder = plan.actions
    .map((action, index) => ({ action, path: `plans[${planIndex}].actions[${index}]` }))
    .filter(({ action }) => action.segments.includes(segment.name))
    .sort((a, b) => a.action.at - b.action.at);
  for (const { action, path } of inOrder) {
    const price = monthlyBill(levels);
    if (action.credit && best(action.credit.amount) >= price) {
      const message = `is not below what ${segment.name} pays, ${Number(price.toPrecision(6))} a month; spread it over more months`;
      complainPath(context, `${path}.credit.amount`, 'out-of-range', message);
    }
    for (const step of stepsOf(action)) {
      const level = changed(levels.get(step.level) ?? 0, step.change, best);
      const refused = refuseLevel(step.level, level);
      if (step.lasts) levels.set(step.level, level);
      if (refused) {
        const message = `takes ${step.what} of ${segment.name} to ${Number(level.toPrecision(6))}, ${refused}`;
        complainPath(context, `${path}.${step.path}`, 'out-of-range', message);
      }
    }
  }
}

/** Price and separate fees. */
function monthlyBill(levels: ReadonlyMap<string, number>): number {
  return [...levels].reduce(
    (sum, [level, value]) => (level === 'price' || level.startsWith('fee ') ? sum + value : sum),
    0,
  );
}

interface Step {
  readonly level: string;
  readonly what: string;
  readonly path: string;
  readonly change: Change;
  /** A gain without upkeep decays, so that a later one does not start from it. */
  readonly lasts: boolean;
}

function stepsOf({ price, fee, promise, invest }: Action): Step[] {
  const steps: Step[] = [];
  if (price)
    steps.push({ level: 'price', what: 'the price', path: 'price', change: price.change, lasts: true });
  if (fee) {
    const what = `the fee ${fee.name}`;
    steps.push({ level: `fee ${fee.name}`, what, path: 'fee', change: fee.change, lasts: true });
  }
  for (const [dimension, change] of Object.entries(promise ?? {}) as [Dimension, Change][]) {
    const what = `the promise of ${dimension}`;
    steps.push({ level: `promise ${dimension}`, what, path: 'promise', change, lasts: true });
  }
  if (invest && invest.in !== steered) {
    const change: Change = { kind: 'byAmount', quantity: invest.by };
    const what = `the delivery of ${invest.in}`;
    steps.push({
      level: `delivery ${invest.in}`,
      what,
      path: 'invest',
      change,
      lasts: invest.monthly !== undefined,
    });
  }
  return steps;
}

function changed(level: number, { kind, quantity }: Change, best: Best): number {
  const value = best(quantity);
  if (kind === 'to') return value;
  return kind === 'byAmount' ? level + value : level * (1 + value);
}

function refuseLevel(level: string, value: number): string | undefined {
  if (level === 'price') return value > 0 ? undefined : 'and a price must stay above 0';
  if (level.startsWith('fee ')) return value >= 0 ? undefined : 'and a fee cannot be negative';
  return value >= 0 && value <= 10 ? undefined : 'off the scale from 0 to 10';
}
