import type { Dimension } from '../core/dimensions.ts';
import type { Quantity } from '../core/quantity.ts';
import { inputsAtBest, valueAtBest } from './best.ts';
import { buildChange } from './build-change.ts';
import { buildGoal } from './build-goal.ts';
import { buildMarketAction, buildMarketEvent, buildMarketSegment } from './build-market.ts';
import { buildOperations, buildStaff } from './build-operations.ts';
import { buildService, buildStandard } from './build-service.ts';
import { announcedMonth } from './check-plan.ts';
import { type DecisionUse, locateDecisions } from './decision.ts';
import { completeService, defaults, type StatedService } from './defaults.ts';
import { type EverydayWord, everydayWords } from './everyday-words.ts';
import type { Action, Named, Plan, Scenario, Segment, WorldDescription } from './scenario.ts';
import type { UnderstoodFile } from './schema.ts';
import { steered } from './schema-listening.ts';

type FileWorld = UnderstoodFile['world'];
type FileSegment = FileWorld['segments'][number];
type FileAction = NonNullable<UnderstoodFile['plans']>[number]['actions'][number];

/** Turns a file without problems into a scenario: names resolved, months counted, defaults filled in. */
export function buildScenario(file: UnderstoodFile, free: readonly DecisionUse[]): Scenario {
  const inputs = named(file.inputs);
  const atBest = inputsAtBest(inputs);
  const best = (quantity: Quantity) => valueAtBest(quantity.belief, atBest);
  const world = buildWorld(file.world, best);
  const names = world.segments.map((segment) => segment.name);
  const revenue = world.segments.reduce(
    (sum, { customers, price }) => sum + best(customers) * best(price.mean),
    0,
  );
  const plans = (file.plans ?? []).map(
    (plan): Plan => ({
      name: plan.name,
      actions: plan.actions.map((action) => buildAction(action, names, revenue)),
    }),
  );
  const decisions = locateDecisions(free, plans, (plan, action) => {
    const announce = file.plans![plan].actions[action].announce;
    return announce === undefined || 'monthsBefore' in announce;
  });
  return {
    format: 'kept/1',
    title: file.title,
    currency: file.currency ?? defaults.currency,
    ...(file.start !== undefined && { start: file.start }),
    months: file.months ?? defaults.months,
    discountRatePerYear: file.discountRate ?? defaults.discountRate(),
    seed: file.seed ?? defaults.seed,
    inputs,
    world,
    plans,
    kpis: (file.kpis ?? []).map(({ name, formula, unit, over }) => ({
      name,
      formula: formula.text,
      tree: formula.tree,
      unit: unit ?? '',
      over: over ?? 'mean',
    })),
    ...(decisions.length > 0 && { decisions }),
    ...(file.optimise && { optimise: buildGoal(file.optimise, names) }),
    ...(file.lesson && { lesson: file.lesson }),
  };
}

function named(
  stated: readonly { readonly name: string; readonly value: Quantity }[] | undefined,
): readonly Named<Quantity>[] {
  return (stated ?? []).map(({ name, value }) => ({ name, quantity: value }));
}

function buildWorld(world: FileWorld, best: (quantity: Quantity) => number): WorldDescription {
  const { market, segments, events, standards, fixedCost, operations, insight, assumptions } = world;
  return {
    market: {
      ...(market?.competitorPrice && { competitorPrice: market.competitorPrice }),
      competitorFollows: market?.competitorFollows ?? defaults.competitorFollows(),
      ...(market?.potential && { potential: market.potential }),
    },
    segments: segments.map((segment) => buildSegment(segment, best)),
    events: (events ?? []).map((event) => ({
      at: event.at,
      ...(event.competitorPrice && { competitorPrice: buildChange(event.competitorPrice) }),
      ...buildMarketEvent(event),
    })),
    standards: (standards ?? []).map(({ name, value }) => buildStandard(name, value)),
    fixedCostPerMonth: fixedCost ?? defaults.fixedCost(),
    ...(operations && { operations: buildOperations(operations) }),
    insight: insight ?? defaults.insight(),
    assumptions: stated(assumptions),
  };
}

function buildSegment(segment: FileSegment, best: (quantity: Quantity) => number): Segment {
  const { name, customers, joiners, price, fees, churn, contract, downgrade, assumptions } = segment;
  // The walker reports a price without its mean.
  const mean = price.mean!;
  return {
    name,
    customers,
    joinersPerMonth: joiners ?? 'as many as leave',
    price: { mean, spread: price.spread ?? defaults.priceSpread() },
    fees: named(fees),
    churnPerMonth: churn,
    failuresPerMonth: segment.failures ?? defaults.failures(),
    costToServe: segment.costToServe ?? defaults.costToServe(best(mean)),
    acquisitionCost: segment.acquisitionCost ?? defaults.acquisitionCost(best(mean)),
    tenure: segment.tenure ?? defaults.tenure,
    ...(segment.tenure === undefined && { tenureGiven: false }),
    ...(contract && {
      contract: {
        termMonths: contract.term,
        ...(contract.exitFee && { exitFee: contract.exitFee }),
      },
    }),
    ...(downgrade && { downgrade }),
    ...buildMarketSegment(segment),
    service: completeService(statedService(segment.service), best),
    assumptions: stated(assumptions),
  };
}

function statedService(service: FileSegment['service']): ReadonlyMap<Dimension, StatedService> {
  return new Map(
    Object.entries(service ?? {}).map(([word, levels]) => [
      everydayWords[word as EverydayWord],
      levels ?? {},
    ]),
  );
}

/** A map of the file without the keys it leaves out, which `exactOptionalPropertyTypes` tells from undefined ones. */
function stated<Value extends object>(
  map: Value | undefined,
): { [Key in keyof Value]?: NonNullable<Value[Key]> } {
  const entries = Object.entries(map ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Value]?: NonNullable<Value[Key]> };
}

function buildAction(action: FileAction, names: readonly string[], revenue: number): Action {
  const { at, announce, segments, customers, reason, notify, price, fee, credit, promise, invest, staff } =
    action;
  return {
    at,
    announce: announcedMonth(action) ?? at,
    announced: announce !== undefined,
    segments: segments ?? names,
    ...(customers && { customers: stated(customers) }),
    reason: reason ?? defaults.reason,
    ...(price && { price: buildPrice(price) }),
    ...(fee && {
      fee: {
        name: fee.name,
        change: buildChange(fee),
        shown: fee.shown ?? defaults.feeShown,
        ...(fee.per === 'use' && { perUse: true }),
      },
    }),
    ...(credit && { credit: { amount: credit.amount, months: credit.months ?? defaults.creditMonths } }),
    ...(promise && { promise: buildPromise(promise) }),
    ...(invest && { invest: buildInvestment(invest) }),
    ...buildMarketAction(action),
    ...(staff && { staff: buildStaff(staff) }),
    ...buildService(action),
    ...(action.listen && { listen: buildListening(action.listen, revenue) }),
    notify: notify ?? false,
  };
}

function buildPrice(price: NonNullable<FileAction['price']>): NonNullable<Action['price']> {
  const { phases, every, grandfather } = price;
  return {
    change: buildChange(price),
    phases: phases ?? 1,
    everyMonths: every ?? 1,
    ...(grandfather && {
      grandfather: {
        tenureMonths: grandfather.tenure,
        ...(grandfather.until !== undefined && { until: grandfather.until }),
      },
    }),
  };
}

function buildPromise(promise: NonNullable<FileAction['promise']>): NonNullable<Action['promise']> {
  const entries = Object.entries(promise).map(
    ([word, change]) => [everydayWords[word as EverydayWord], buildChange(change ?? {})] as const,
  );
  return Object.fromEntries(entries);
}

function buildInvestment(invest: NonNullable<FileAction['invest']>): NonNullable<Action['invest']> {
  const { by, ramp, once, monthly } = invest;
  return {
    in: invest.in === steered ? steered : everydayWords[invest.in],
    by,
    rampMonths: ramp ?? defaults.rampMonths,
    once: once ?? defaults.investOnce(),
    ...(monthly && { monthly }),
  };
}

function buildListening(
  { by, monthly, once, months }: NonNullable<FileAction['listen']>,
  revenue: number,
): NonNullable<Action['listen']> {
  return {
    by,
    monthly: monthly ?? defaults.listenMonthly(revenue, by.length),
    once: once ?? defaults.listenOnce(),
    ...(months !== undefined && { months }),
  };
}
