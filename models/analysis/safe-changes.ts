import { type Dimension, dimensions } from '../core/dimensions.ts';
import type { Belief, Quantity } from '../core/quantity.ts';
import { inputsAtBest, valueAtBest } from '../scenario/best.ts';
import type { Action, Change, Plan, Reason, Scenario } from '../scenario/scenario.ts';
import type { Edit } from '../scenario/write.ts';

/** Ways to make a plan safer. */
export const safeKinds = [
  'smaller',
  'later',
  'phased',
  'longer notice',
  'grandfathered',
  'better service',
  'service and promise',
  'better reason',
] as const;
export type SafeKind = (typeof safeKinds)[number];

/** One change of a plan: in words, and as edits of the file. */
export interface SafeChange {
  readonly words: string;
  readonly edits: readonly Edit[];
}

/** A way with its changes, the smallest first. */
export interface SafeWay {
  readonly kind: SafeKind;
  readonly changes: readonly SafeChange[];
}

interface Placed {
  readonly action: Action;
  readonly path: readonly (string | number)[];
}

/** The ways open to a plan; those that do not fit it have no changes. */
export function listSafeWays(scenario: Scenario, plan: Plan): SafeWay[] {
  const index = scenario.plans.indexOf(plan);
  const placed = plan.actions.map((action, k) => ({ action, path: ['plans', index, 'actions', k] }));
  const priced = placed.filter(({ action }) => action.price ?? action.fee);
  const prices = placed.filter(({ action }) => action.price);
  const way = (kind: SafeKind, changes: readonly SafeChange[]) => ({ kind, changes });
  return [
    way('smaller', smaller(scenario, priced)),
    way('later', later(scenario, placed)),
    way('phased', phased(scenario, prices)),
    way('longer notice', longerNotice(priced)),
    way('grandfathered', grandfathered(prices)),
    way('better service', service(scenario, plan, index, false)),
    way('service and promise', service(scenario, plan, index, true)),
    way('better reason', betterReason(priced)),
  ];
}

/** Every size from 99 % to 1 % of the change of price, where all of it can be scaled. */
function smaller(scenario: Scenario, priced: readonly Placed[]): SafeChange[] {
  const sizes = Array.from({ length: 99 }, (_, k) => 99 - k);
  const all = sizes.map((percent) => ({
    words: `the change of price at ${percent} % of its size`,
    edits: priced.map((one) => scaled(scenario, one, percent / 100)),
  }));
  return all.flatMap(({ words, edits }) =>
    edits.length === 0 || edits.includes(undefined) ? [] : [{ words, edits: edits as Edit[] }],
  );
}

function scaled(scenario: Scenario, { action, path }: Placed, factor: number): Edit | undefined {
  const key = action.price ? 'price' : 'fee';
  const change = action[key]!.change;
  const value =
    change.kind === 'to' ? scaledLevel(scenario, action, change, factor) : scaledBy(change, factor);
  const place = change.kind === 'to' ? 'to' : 'by';
  return value === undefined ? undefined : { path: [...path, key, place], value };
}

const tidy = (value: number) => Number(value.toPrecision(8));

function scaledBy({ kind, quantity }: Change, factor: number): number | string | undefined {
  const write = (value: number) =>
    kind === 'byPercent' ? `${tidy(value * factor * 100)} %` : tidy(value * factor);
  return writeScaled(quantity.belief, write);
}

function writeScaled(belief: Belief, write: (value: number) => number | string): number | string | undefined {
  if (belief.kind === 'fixed') return write(belief.value);
  if (belief.kind === 'interval' && belief.best === undefined) {
    return `${write(belief.low)} to ${write(belief.high)}`;
  }
  return undefined;
}

/** A new level is scaled from the level today, which all segments it concerns must share. */
function scaledLevel(
  { world }: Scenario,
  { segments, price, fee }: Action,
  { quantity }: Change,
  factor: number,
): number | string | undefined {
  const today = world.segments
    .filter(({ name }) => segments.includes(name))
    .map((segment) =>
      price ? segment.price.mean : segment.fees.find(({ name }) => name === fee!.name)?.quantity,
    )
    .map((level) => (level === undefined ? 0 : fixedValue(level)));
  const [first] = today;
  if (first === undefined || today.some((level) => level !== first)) return undefined;
  return writeScaled(quantity.belief, (value) => tidy(first + factor * (value - first)));
}

function fixedValue({ belief }: Quantity): number | undefined {
  return belief.kind === 'fixed' ? belief.value : undefined;
}

const monthsLater = [1, 2, 3, 4, 6, 9, 12];

/** Never so late that less than half of the months are left in which it acts: the end of a file makes nothing safe. */
function later({ months }: Scenario, placed: readonly Placed[]): SafeChange[] {
  const last = Math.max(...placed.map(({ action }) => action.price?.grandfather?.until ?? action.at));
  const first = Math.min(...placed.map(({ action }) => action.at));
  return monthsLater
    .filter((shift) => last + shift <= months && 2 * shift <= months - first)
    .map((shift) => ({
      words: `everything ${monthsOf(shift)} later`,
      edits: placed.flatMap(({ action, path }): Edit[] => {
        const until = action.price?.grandfather?.until;
        return [
          { path: [...path, 'at'], value: action.at + shift },
          ...(action.announced ? [{ path: [...path, 'announce'], value: action.announce + shift }] : []),
          ...(until === undefined
            ? []
            : [{ path: [...path, 'price', 'grandfather', 'until'], value: until + shift }]),
        ];
      }),
    }));
}

const usualPause = 6;

function phased({ months }: Scenario, prices: readonly Placed[]): SafeChange[] {
  return [2, 3, 4, 6].flatMap((steps): SafeChange[] => {
    const edits = prices.flatMap(({ action: { at, price }, path }): Edit[] => {
      const { phases, everyMonths } = price!;
      const every = phases > 1 ? everyMonths : usualPause;
      if (steps <= phases || at + (steps - 1) * every > months) return [];
      return [
        { path: [...path, 'price', 'phases'], value: steps },
        { path: [...path, 'price', 'every'], value: monthsOf(every) },
      ];
    });
    const pause = prices[0]?.action.price?.phases === 1 ? usualPause : prices[0]?.action.price?.everyMonths;
    return edits.length === 0
      ? []
      : [{ words: `in ${steps} equal steps, ${monthsOf(pause ?? usualPause)} apart`, edits }];
  });
}

function longerNotice(priced: readonly Placed[]): SafeChange[] {
  return [1, 2, 3, 4, 6, 9, 12].flatMap((notice): SafeChange[] => {
    const edits = priced.flatMap(({ action: { at, announce }, path }): Edit[] =>
      notice > at - announce && at - notice >= 1 ? [{ path: [...path, 'announce'], value: at - notice }] : [],
    );
    return edits.length === 0 ? [] : [{ words: `told ${monthsOf(notice)} before`, edits }];
  });
}

function grandfathered(prices: readonly Placed[]): SafeChange[] {
  return [120, 96, 72, 60, 48, 36, 24, 12, 6].flatMap((tenure): SafeChange[] => {
    const edits = prices.flatMap(({ action, path }): Edit[] => {
      const own = action.price?.grandfather?.tenureMonths ?? Number.POSITIVE_INFINITY;
      const place = [...path, 'price', 'grandfather'];
      return tenure < own ? [{ path: place, value: { tenure: `at least ${monthsOf(tenure)}` } }] : [];
    });
    return edits.length === 0
      ? []
      : [{ words: `customers of ${monthsOf(tenure)} and more keep the old price for good`, edits }];
  });
}

const rampMonths = 3;

/** Points of the quality that falls furthest short of its promise, in place when the price changes. */
function service(scenario: Scenario, plan: Plan, index: number, withPromise: boolean): SafeChange[] {
  const { quality, promise, delivery } = weakestQuality(scenario);
  const first = Math.min(...plan.actions.map(({ announce }) => announce));
  const at = Math.max(1, first - rampMonths);
  const inPlace = at + rampMonths;
  const isTaken = plan.actions.some((action) => action.promise?.[quality]);
  return [0.25, 0.5, 0.75, 1, 1.5, 2].flatMap((points): SafeChange[] => {
    // A promise that the better service keeps everywhere.
    const promised = tidy(Math.min(points, delivery + points - promise));
    if (delivery + points > 10 || (withPromise && (promised <= 0 || isTaken || inPlace > scenario.months)))
      return [];
    const cost = costOf(scenario, quality, points);
    const invest = { in: quality, by: points, ramp: `${rampMonths} months`, ...cost };
    const actions: unknown[] = [
      { at, invest },
      ...(withPromise ? [{ at: inPlace, promise: { [quality]: { by: promised } } }] : []),
    ];
    const price = cost.priced ? '' : '; what that costs is not in the file and is left out';
    const told = withPromise ? `, and promised ${promised} points better from month ${inPlace}` : '';
    delete (invest as { priced?: boolean }).priced;
    return [
      {
        words: `${quality} better by ${points} points from month ${at}${told}${price}`,
        edits: actions.map((value, k) => ({
          path: ['plans', index, 'actions', plan.actions.length + k],
          value,
        })),
      },
    ];
  });
}

/** The quality whose delivery is furthest below its promise in some segment, with the levels there. */
function weakestQuality({ world, inputs }: Scenario) {
  const atBest = inputsAtBest(inputs);
  const best = ({ belief }: Quantity) => valueAtBest(belief, atBest);
  const all = dimensions.flatMap((quality: Dimension) =>
    world.segments.map(({ service }) => ({
      quality,
      promise: best(service[quality].promise),
      delivery: best(service[quality].delivery),
    })),
  );
  return all.reduce((weakest, one) =>
    one.promise - one.delivery > weakest.promise - weakest.delivery ? one : weakest,
  );
}

/** Cost in proportion to a programme for this quality that some plan of the file states. */
function costOf({ plans }: Scenario, quality: Dimension, points: number) {
  for (const { invest } of plans.flatMap(({ actions }) => actions)) {
    if (invest?.in !== quality || !invest.monthly) continue;
    const [by, once, monthly] = [invest.by, invest.once, invest.monthly].map(fixedValue);
    if (by === undefined || once === undefined || monthly === undefined || by <= 0) continue;
    return { once: tidy((once * points) / by), monthly: tidy((monthly * points) / by), priced: true };
  }
  // Upkeep of 0 keeps the gain; without upkeep it would decay.
  return { monthly: 0, priced: false };
}

const betterReasons: readonly Reason[] = ['quality', 'cost', 'market'];

function betterReason(priced: readonly Placed[]): SafeChange[] {
  return betterReasons.flatMap((reason): SafeChange[] => {
    const edits = priced.flatMap(({ action, path }): Edit[] =>
      action.reason === reason ? [] : [{ path: [...path, 'reason'], value: reason }],
    );
    return edits.length === 0 ? [] : [{ words: `with ${reason} as the reason, if that is true`, edits }];
  });
}

function monthsOf(count: number): string {
  return `${count} month${count === 1 ? '' : 's'}`;
}
