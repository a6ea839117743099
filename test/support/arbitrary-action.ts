import fc from 'fast-check';
import { dimensions } from '../../models/core/dimensions.ts';
import { fixed } from '../../models/core/quantity.ts';
import { listeningChannels } from '../../models/mechanisms/listening.ts';
import type { Action, CustomerTarget, Segment } from '../../models/scenario/scenario.ts';
import { feeDisplays, feedbacks, reasons, recognitions } from '../../models/scenario/scenario.ts';
import { buildAction } from './build-scenario.ts';

/** In thousandths of the range: a file does not state 1e-300. */
const number = (min: number, max: number) =>
  fc.integer({ min: 0, max: 1000 }).map((part) => min + ((max - min) * part) / 1000);
const quantity = (min: number, max: number) => number(min, max).map((value) => fixed(value));
const choose = <T>(values: readonly T[]) => fc.constantFrom(...values);

/** A part of an action that may be left out. */
function maybe<T extends object>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | Record<never, never>> {
  return fc.oneof(fc.constant({}), arbitrary);
}

const byShare = (min: number, max: number) =>
  quantity(min, max).map((share) => ({ kind: 'byPercent', quantity: share }) as const);
const byAmount = (min: number, max: number) =>
  quantity(min, max).map((amount) => ({ kind: 'byAmount', quantity: amount }) as const);
const to = (min: number, max: number) =>
  quantity(min, max).map((level) => ({ kind: 'to', quantity: level }) as const);

const cost = fc.record({ once: quantity(0, 500), monthly: quantity(0, 20) });
const months = fc.integer({ min: 1, max: 12 });

/** What may be meant for some customers of a segment. */
const moneyParts: readonly fc.Arbitrary<Partial<Action>>[] = [
  fc
    .record({ change: byShare(-0.2, 0.6), phases: fc.integer({ min: 1, max: 3 }), everyMonths: months })
    .map((price) => ({ price })),
  fc
    .record({ name: fc.constant('network'), change: byAmount(0.5, 5), shown: choose(feeDisplays) })
    .map((fee) => ({ fee })),
  fc.record({ amount: quantity(0, 2), months }).map((credit) => ({ credit })),
  fc.constant({ notify: true }),
];

const wholeParts: readonly fc.Arbitrary<Partial<Action>>[] = [
  fc
    .record({
      change: byShare(-0.2, 0.6),
      until: fc.integer({ min: 13, max: 60 }),
      tenureMonths: fc.integer({ min: 1, max: 60 }),
    })
    .map(({ change, ...grandfather }) => ({ price: { change, phases: 1, everyMonths: 1, grandfather } })),
  fc
    .record({ name: fc.constant('data'), change: byAmount(0.05, 1), shown: choose(feeDisplays) })
    .map((fee) => ({ fee: { ...fee, perUse: true } })),
  fc.dictionary(choose(dimensions), byAmount(-2, 2), { minKeys: 1 }).map((promise) => ({ promise })),
  fc
    .tuple(choose(dimensions), quantity(-2, 2), months, cost, fc.boolean())
    .map(([into, by, rampMonths, { once, monthly }, kept]) => ({
      invest: { in: into, by, rampMonths, once, ...(kept && { monthly }) },
    })),
  fc
    .record({ by: quantity(0.1, 2), rampMonths: months, once: quantity(0, 500) })
    .map((invest) => ({ invest: { ...invest, in: 'what management believes' as const } })),
  fc
    .tuple(fc.record({ by: quantity(-0.2, 0.6), rampMonths: months }), maybe(cost))
    .map(([work, money]) => ({ rootCauses: { ...work, ...money } })),
  fc
    .tuple(
      fc.record({ ownFault: fc.boolean(), followUp: fc.boolean(), limit: fc.boolean() }),
      maybe(
        fc.record({ compensation: quantity(0, 20), withinHours: quantity(1, 200), ease: quantity(-0.5, 1) }),
      ),
      maybe(cost),
    )
    .map(([manners, handling, money]) => ({ recover: { ...manners, ...handling, ...money } })),
  fc
    .tuple(
      maybe(fc.record({ promise: byShare(-0.3, 0.6), median: byShare(-0.3, 0.6), spread: to(1.1, 3) })),
      fc.boolean(),
      maybe(cost),
      quantity(0, 10),
    )
    .map(([changes, clear, money, pays]) => ({
      standard: { name: 'repair', ...changes, clear, ...money },
      guarantee: { pays, standard: 'repair' },
    })),
  fc
    .tuple(quantity(-0.5, 0.8), maybe(cost), quantity(0, 10))
    .map(([by, money, pays]) => ({ consistency: { by, ...money }, guarantee: { pays } })),
  fc
    .tuple(quantity(0, 2), quantity(0, 30), cost)
    .map(([lift, reward, money]) => ({ advocates: { lift, reward, ...money } })),
  fc.record({ monthly: quantity(-300, 300), once: quantity(0, 500), months }).map((acquire) => ({ acquire })),
  fc.record({ by: quantity(0, 0.5), perReturn: quantity(0, 50) }).map((winBack) => ({ winBack })),
  fc
    .record({ share: quantity(0, 0.5), cost: quantity(0, 20), leastValuable: fc.boolean() })
    .map((separate) => ({ separate })),
];

/** What holds for the whole firm and takes no segments. */
const firmParts: readonly fc.Arbitrary<Partial<Action>>[] = [
  fc
    .tuple(fc.subarray([...listeningChannels], { minLength: 1 }), cost, maybe(fc.record({ months })))
    .map(([by, money, end]) => ({ listen: { by, ...money, ...end } })),
  fc
    .tuple(
      maybe(fc.record({ recognise: choose(recognitions), feedback: choose(feedbacks) })),
      maybe(fc.record({ empower: byAmount(-0.2, 0.2), train: quantity(0, 0.5), jobAids: quantity(0, 1) })),
      fc.record({ once: quantity(-100, 500) }),
      maybe(fc.record({ monthly: quantity(-10, 20) })),
    )
    .map((parts) => ({ staff: Object.assign({}, ...parts) })),
];

/** Needs a contact centre. */
const agents: fc.Arbitrary<Partial<Action>> = fc
  .record({ agents: byShare(-0.3, 0.4), once: quantity(0, 100) })
  .map((staff) => ({ staff }));

const line = <T extends string>(bounds: readonly T[], levels: readonly number[]) =>
  fc.tuple(choose(bounds), choose(levels));

/** Lines stand at few places, so that plans share them. */
const target: fc.Arbitrary<CustomerTarget> = fc
  .record({
    tenure: fc.option(line(['at least', 'under'] as const, [6, 24])),
    value: fc.option(line(['top', 'bottom'] as const, [0.2, 0.5])),
    satisfaction: fc.option(line(['above', 'below'] as const, [6, 8])),
  })
  .map(({ tenure, value, satisfaction }) => ({
    ...(tenure && { tenure: { bound: tenure[0], months: tenure[1] } }),
    ...(value && { value: { end: value[0], share: value[1] } }),
    ...(satisfaction && { satisfaction: { bound: satisfaction[0], level: satisfaction[1] } }),
  }));

/** Customers who all pay one price cannot be told by value; without a condition it is for everybody. */
function aimAt(customers: CustomerTarget, segments: readonly Segment[]): Partial<Action> {
  const { value, ...others } = customers;
  const differ = segments.every(({ price }) => (price.spread.belief as { value: number }).value > 0);
  const kept = value && differ ? customers : others;
  return Object.keys(kept).length > 0 ? { customers: kept } : {};
}

/** An action of any kind that a file can state, on some of the segments. */
export function arbitraryAction(
  segments: readonly Segment[],
  lastMonth: number,
  hasCentre: boolean,
): fc.Arbitrary<Action> {
  const names = segments.map(({ name }) => name);
  const when = fc
    .record({
      at: fc.integer({ min: 1, max: lastMonth }),
      notice: fc.integer({ min: 0, max: 4 }),
      reason: choose(reasons),
    })
    .map(({ at, notice, reason }) => ({
      ...{ at, announce: Math.max(1, at - notice), announced: notice > 0, reason },
    }));
  const some = fc.subarray([...segments], { minLength: 1 });
  const money = fc
    .tuple(when, some, fc.oneof(...moneyParts), fc.option(target))
    .map(([base, chosen, part, aim]) =>
      buildAction({
        ...{ ...base, ...part, ...(aim && aimAt(aim, chosen)) },
        segments: chosen.map(({ name }) => name),
      }),
    );
  const whole = fc
    .tuple(when, some, fc.oneof(...wholeParts))
    .map(([base, chosen, part]) =>
      buildAction({ ...base, ...fitTo(part, base.at), segments: chosen.map(({ name }) => name) }),
    );
  const firm = fc
    .tuple(when, fc.oneof(...firmParts, ...(hasCentre ? [agents] : [])))
    .map(([base, part]) => buildAction({ ...base, ...part, segments: names }));
  return fc.oneof(
    { arbitrary: money, weight: 4 },
    { arbitrary: whole, weight: 8 },
    { arbitrary: firm, weight: 3 },
  );
}

/** Those who are spared the new price are so until a month after it comes. */
function fitTo(part: Partial<Action>, at: number): Partial<Action> {
  const { price } = part;
  if (!price?.grandfather) return part;
  const until = Math.max(price.grandfather.until ?? at, at + 1);
  return { ...part, price: { ...price, grandfather: { ...price.grandfather, until } } };
}
