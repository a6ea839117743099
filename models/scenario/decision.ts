import { KeptError } from '../core/errors.ts';
import type { Quantity } from '../core/quantity.ts';
import { fixed } from '../core/quantity.ts';
import type { Unit } from './place.ts';
import { type PlaceName, places } from './places.ts';
import type { Plan } from './scenario.ts';

/** A number of a plan that the file leaves to the optimiser: `{ free: 0 % to 20 %, start: 8 % }`. */
export interface Decision {
  readonly plan: string;
  /** Where it stands in the file, from the plan on: `actions[0].price.by`. */
  readonly place: string;
  /** Where its number stands in the plan as data. */
  readonly at: readonly (string | number)[];
  readonly bounds: FreeBounds;
  /** Months by which customers are told before; a move of the action moves the announcement along. */
  readonly movesAnnouncement?: boolean;
}

/** Bounds and start are in `unit`, so that a value found is written back to the last digit. */
export interface FreeBounds {
  readonly low: number;
  readonly high: number;
  readonly start: number;
  readonly unit: Unit;
  readonly whole: boolean;
  /** How the number is written: with its unit, as a month, as months before, or as a least tenure. */
  readonly form: 'amount' | 'month' | 'notice' | 'tenure';
  /** Kind of place that turns an amount into its base unit; absent: it is in it. */
  readonly kind?: PlaceName;
}

/** A free number as the reader met it. */
export interface DecisionUse {
  readonly path: string;
  readonly bounds: FreeBounds;
  /** The quantity it became, by which its place in the plan is found again. */
  readonly quantity?: Quantity;
}

/** Places in a plan's data of numbers that are no quantities, by their place in the file. */
const plainPlaces: Readonly<Record<string, readonly string[]>> = {
  at: ['at'],
  announce: ['announce'],
  'price.phases': ['price', 'phases'],
  'price.every': ['price', 'everyMonths'],
  'price.grandfather.tenure': ['price', 'grandfather', 'tenureMonths'],
  'price.grandfather.until': ['price', 'grandfather', 'until'],
  'credit.months': ['credit', 'months'],
  'invest.ramp': ['invest', 'rampMonths'],
  'rootCauses.ramp': ['rootCauses', 'rampMonths'],
  'acquire.months': ['acquire', 'months'],
  'listen.months': ['listen', 'months'],
};

const inPlan = /^plans\[(\d+)\]\.(actions\[(\d+)\]\.(.+))$/;

/** Whether a number of this place may be left free. */
export function isDecidable(path: string, isQuantity: boolean): boolean {
  const match = inPlan.exec(path);
  return match !== null && (isQuantity || Object.hasOwn(plainPlaces, match[4]));
}

/**
 * The decisions of the file's plans, each with its place in the plan as data.
 *
 * Inputs   what the readers met; the plans built from it; whether the announcement of an action moves with it
 */
export function locateDecisions(
  uses: readonly DecisionUse[],
  plans: readonly Plan[],
  announcementMoves: (plan: number, action: number) => boolean,
): Decision[] {
  return uses.map(({ path, bounds, quantity }) => {
    const [, index, place, action, key] = inPlan.exec(path)!;
    const plan = plans[Number(index)];
    const inAction = quantity ? findPath(plan.actions[Number(action)], quantity)! : plainPlaces[key];
    return {
      plan: plan.name,
      place,
      at: ['actions', Number(action), ...inAction],
      bounds,
      ...(key === 'at' && announcementMoves(Number(index), Number(action)) && { movesAnnouncement: true }),
    };
  });
}

function findPath(within: object, wanted: Quantity): string[] | undefined {
  for (const [key, value] of Object.entries(within)) {
    if (value === wanted) return [key];
    const inner = typeof value === 'object' && value !== null ? findPath(value, wanted) : undefined;
    if (inner) return [key, ...inner];
  }
  return undefined;
}

/** A value of a decision in the base unit of its place. */
export function decisionInBase({ bounds }: Pick<Decision, 'bounds'>, value: number): number {
  if (bounds.kind === undefined) return value;
  const units: { readonly [unit in Unit]?: (value: number) => number } = places[bounds.kind].units;
  return units[bounds.unit]!(value);
}

/** Whether a file could put this bound further out: one step at least, and no month before the first, it must take. */
export function canGoBeyond({ bounds }: Pick<Decision, 'bounds'>, end: 'low' | 'high'): boolean {
  const { low, high, form, kind } = bounds;
  if (kind === undefined) return end === 'high' || low > (form === 'notice' ? 0 : 1);
  const step = (high - low) / 1e6;
  const beyond = end === 'low' ? low - step : high + step;
  return places[kind].refuse(decisionInBase({ bounds }, beyond)) === undefined;
}

/** What a file states for a decision in place of `free`. */
export function writeDecision({ bounds }: Pick<Decision, 'bounds'>, value: number): number | string {
  const months = value === 1 ? 'month' : 'months';
  if (bounds.form === 'notice') return `${value} ${months} before`;
  if (bounds.form === 'tenure') return `at least ${value} ${months}`;
  return bounds.unit === '' ? value : `${value} ${bounds.unit}`.replace(' /', '/').replace(/(\d)\//, '$1 /');
}

/**
 * The plan with its free numbers set.
 *
 * Inputs   values in the order of the decisions and in their units
 * Errors   invalid-argument for a value outside its bounds, or a fraction where whole numbers are wanted
 */
export function applyDecisions(plan: Plan, decisions: readonly Decision[], values: readonly number[]): Plan {
  const isNotice = ({ bounds }: Decision) => bounds.form === 'notice';
  // Notice counts back from the month in force, which must stand by then.
  const order = decisions.map((_, index) => index);
  order.sort((a, b) => Number(isNotice(decisions[a])) - Number(isNotice(decisions[b])) || a - b);
  return order.reduce((changed, index) => applyOne(changed, decisions[index], values[index]), plan);
}

function applyOne(plan: Plan, decision: Decision, value: number): Plan {
  const { bounds, at } = decision;
  if (!(value >= bounds.low && value <= bounds.high) || (bounds.whole && !Number.isInteger(value))) {
    throw new KeptError(
      'invalid-argument',
      `${decision.place} must lie between ${bounds.low} and ${bounds.high}, not ${value}`,
      { plan: plan.name },
    );
  }
  const action = plan.actions[Number(at[1])];
  const base = decisionInBase(decision, value);
  if (bounds.form === 'notice') return setIn(plan, at, action.at - base) as Plan;
  if (decision.movesAnnouncement) {
    const announce = action.announce + base - action.at;
    return setIn(setIn(plan, at, base), ['actions', at[1], 'announce'], announce) as Plan;
  }
  const isPlain = typeof readIn(plan, at) === 'number';
  return setIn(plan, at, isPlain ? base : fixed(base, 'assumed', 'a decision')) as Plan;
}

function readIn(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce((inner, key) => (inner as Record<string, unknown>)[key], value);
}

function setIn(value: unknown, [key, ...rest]: readonly (string | number)[], inner: unknown): unknown {
  if (key === undefined) return inner;
  if (Array.isArray(value)) return value.map((item, i) => (i === key ? setIn(item, rest, inner) : item));
  const map = value as Record<string, unknown>;
  return { ...map, [key]: setIn(map[key], rest, inner) };
}
