import { didYouMean } from '../core/did-you-mean.ts';
import { checkListening } from './check-listening.ts';
import { areDisjoint, checkTarget } from './check-target.ts';
import { checkOneWordEach } from './check-words.ts';
import { type EverydayWord, everydayWords } from './everyday-words.ts';
import type { FileSketch } from './schema.ts';
import { complainPath, quote, type ReadContext } from './spot.ts';

type PlanSketch = NonNullable<NonNullable<FileSketch['plans']>[number]>;
type ActionSketch = NonNullable<NonNullable<PlanSketch['actions']>[number]>;
type SegmentSketches = NonNullable<NonNullable<FileSketch['world']>['segments']>;

interface PlacedAction {
  readonly action: ActionSketch;
  readonly path: string;
  readonly segments: readonly string[];
}

/** Checks one plan against the segments it acts on and its actions against each other. */
export function checkPlan(
  plan: PlanSketch,
  path: string,
  segments: SegmentSketches,
  context: ReadContext,
): void {
  if (plan.name?.toLowerCase() === 'do nothing') {
    const message = '"do nothing" is the baseline that every scenario has; choose another name';
    complainPath(context, `${path}.name`, 'conflict', message);
  }
  const names = segments.flatMap((segment) => segment?.name ?? []);
  const actions: PlacedAction[] = (plan.actions ?? []).flatMap((action, index) => {
    const stated = action?.segments?.filter((name) => name !== undefined);
    return action ? [{ action, path: `${path}.actions[${index}]`, segments: stated ?? names }] : [];
  });
  for (const placed of actions) checkAction(placed, names, segments.includes(undefined), context);
  checkSetOnce(actions, context);
  checkFees(actions, segments, context);
}

function checkAction(
  { action, path }: PlacedAction,
  names: readonly string[],
  someUnread: boolean,
  context: ReadContext,
): void {
  checkAnnouncement(action, path, context);
  checkPrice(action, path, context);
  checkListening(action, path, context);
  checkTarget(action, path, context);
  // A segment that could not be read may be the one that is meant.
  if (!someUnread) checkSegments(action, path, names, context);
  checkOneWordEach(Object.keys(action.promise ?? {}), `${path}.promise`, context);
  const { at, announce, segments, reason, notify, ...does } = action;
  if (notify === false && Object.values(does).every((effect) => effect === undefined)) {
    complainPath(context, path, 'missing', 'does nothing; leave it out, or notify: true');
  }
}

/** The month in which customers are told, where it can be worked out. */
export function announcedMonth(action: Pick<ActionSketch, 'at' | 'announce'>): number | undefined {
  const { at, announce } = action;
  if (announce === undefined) return at;
  if ('month' in announce) return announce.month;
  return at === undefined ? undefined : at - announce.monthsBefore;
}

function checkAnnouncement({ at, announce }: ActionSketch, path: string, context: ReadContext): void {
  if (announce === undefined || at === undefined) return;
  const refuse = (message: string) => complainPath(context, `${path}.announce`, 'out-of-range', message);
  const [earliest] = extremes(context, `${path}.at`, at);
  const before = 'monthsBefore' in announce;
  const [, most] = extremes(context, `${path}.announce`, before ? announce.monthsBefore : announce.month);
  const told = before ? earliest - most : most;
  if (told < 1) refuse(`lies before month 1: ${earliest} less the months before is ${told}`);
  if (told > earliest) {
    refuse(`month ${told} lies after ${earliest}, when the action is in force; tell it by then`);
  }
}

/** The least and the largest value that a number may take: its bounds where it is left free. */
function extremes(context: ReadContext, path: string, value: number): readonly [number, number] {
  const free = context.decisions.find((decision) => decision.path === path);
  return free ? [free.bounds.low, free.bounds.high] : [value, value];
}

function checkPrice({ at, price }: ActionSketch, path: string, context: ReadContext): void {
  if (price === undefined) return;
  const { phases, grandfather } = price;
  // A key whose value could not be read is there all the same.
  if (extremes(context, `${path}.price.phases`, phases ?? 1)[1] > 1 && !('every' in price)) {
    complainPath(context, `${path}.price`, 'missing', 'has phases; state every, such as every: 6 months');
  }
  if ('every' in price && !('phases' in price)) {
    complainPath(context, `${path}.price`, 'missing', 'has every; state phases, the number of steps');
  }
  const until = grandfather?.until;
  if (until === undefined || at === undefined) return;
  const [first] = extremes(context, `${path}.price.grandfather.until`, until);
  const [, latest] = extremes(context, `${path}.at`, at);
  if (first <= latest) {
    const message = `month ${first} does not lie after ${latest}, when the action is in force`;
    complainPath(context, `${path}.price.grandfather.until`, 'out-of-range', message);
  }
}

function checkSegments(
  action: ActionSketch,
  path: string,
  names: readonly string[],
  context: ReadContext,
): void {
  action.segments?.forEach((name, index) => {
    if (name === undefined) return;
    const place = `${path}.segments[${index}]`;
    if (!names.includes(name)) {
      const message = `no segment is called ${quote(name)}${didYouMean(name, names) || `; known are ${names.join(', ')}`}`;
      complainPath(context, place, 'unknown-name', message);
    } else if (action.segments?.indexOf(name) !== index) {
      complainPath(context, place, 'conflict', `${quote(name)} stands twice in this list`);
    }
  });
}

const setOnceOfStaff = ['agents', 'recognise', 'empower', 'jobAids', 'feedback'] as const;

/** What an action sets, and the months in which it does, or may do while its months are left free. */
function settings(
  { action, path }: PlacedAction,
  context: ReadContext,
): readonly (readonly [string, number])[] {
  const { at, price } = action;
  if (at === undefined) return [];
  const [first, last] = extremes(context, `${path}.at`, at);
  const months = span(first, last);
  return [
    ...(price ? priceMonths(first, last, price, path, context) : []).map(
      (month) => ['the price', month] as const,
    ),
    ...settingsOnce(action).flatMap((thing) => months.map((month) => [thing, month] as const)),
  ];
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Months of the steps of a price change; where any of them is free, all that the steps can reach. */
function priceMonths(
  first: number,
  last: number,
  { phases = 1, every = 1 }: NonNullable<ActionSketch['price']>,
  path: string,
  context: ReadContext,
): number[] {
  const [fewest, most] = extremes(context, `${path}.price.phases`, phases);
  const [shortest, longest] = extremes(context, `${path}.price.every`, every);
  const isSet = first === last && fewest === most && shortest === longest;
  if (isSet) return Array.from({ length: most }, (_, step) => first + step * every);
  return span(first, Math.min(context.months, last + (most - 1) * longest));
}

/** What an action sets in the month it is in force, beside the price. */
function settingsOnce(action: ActionSketch): readonly string[] {
  const { fee, promise, standard, guarantee, advocates, winBack, separate, staff } = action;
  const dimensions = Object.keys(promise ?? {}).map((word) => everydayWords[word as EverydayWord]);
  return [
    ...(fee?.name === undefined ? [] : [`the fee ${fee.name}`]),
    ...(advocates ? ['the treatment of advocates'] : []),
    ...(winBack ? ['winning back'] : []),
    ...(separate ? ['whose relationship ends'] : []),
    ...[...new Set(dimensions)].map((dimension) => `the promise of ${dimension}`),
    ...setOnceOfStaff.filter((key) => staff?.[key] !== undefined).map((key) => `staff.${key}`),
    ...(standard?.name === undefined ? [] : [`the standard ${standard.name}`]),
    ...(action.recover ? ['how complaints are answered'] : []),
    ...(guarantee ? [`the guarantee of ${guarantee.standard ?? 'the service'}`] : []),
  ];
}

function checkSetOnce(actions: readonly PlacedAction[], context: ReadContext): void {
  const setters = new Map<string, PlacedAction[]>();
  for (const placed of actions) {
    for (const [thing, month] of settings(placed, context)) {
      const key = `${thing} in month ${month}`;
      const others = setters.get(key) ?? [];
      const other = others.find(
        ({ action, segments }) =>
          segments.some((name) => placed.segments.includes(name)) &&
          !areDisjoint(action.customers, placed.action.customers),
      );
      if (other) {
        const shared = other.segments.find((name) => placed.segments.includes(name));
        const message = `sets ${key} for ${shared}, as ${other.path} does; only one action can`;
        complainPath(context, placed.path, 'conflict', message);
        break;
      }
      setters.set(key, [...others, placed]);
    }
  }
}

/** A relative change needs something to be relative to. */
function checkFees(actions: readonly PlacedAction[], segments: SegmentSketches, context: ReadContext): void {
  const charged = new Set(
    segments.flatMap((segment) => segment?.fees?.map((fee) => `${segment.name}\n${fee.name}`) ?? []),
  );
  const inOrder = [...actions].sort((a, b) => (a.action.at ?? 0) - (b.action.at ?? 0));
  for (const placed of inOrder) {
    const { fee } = placed.action;
    if (fee?.name === undefined) continue;
    const without = placed.segments.find((segment) => !charged.has(`${segment}\n${fee.name}`));
    if (fee.by && without !== undefined) {
      const message = `${without} pays no fee called ${fee.name} yet; state its level with to:`;
      complainPath(context, `${placed.path}.fee.by`, 'unknown-name', message);
    }
    for (const segment of placed.segments) charged.add(`${segment}\n${fee.name}`);
  }
}
