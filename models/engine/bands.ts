import type { Action, Plan, Segment } from '../scenario/scenario.ts';
import { mergeTenure, type TenureGroup } from './tenure.ts';

/** Customers whom some plan tells from the others, by value, satisfaction or both. */
export interface Kind {
  /** Shares of customers with less value, at the lower and the upper end: 0.8 to 1 for the top fifth. */
  readonly value: readonly [low: number, high: number];
  /** Levels of satisfaction; without end where no plan draws a line. */
  readonly satisfaction: readonly [low: number, high: number];
}

/**
 * The price groups of a segment: for each tenure group of the start one of each kind, and a last one for newcomers,
 * of whom nobody knows yet what kind they are.
 */
export interface Bands {
  readonly tenure: readonly TenureGroup[];
  readonly kinds: readonly Kind[];
  /** Whether kinds differ in value. */
  readonly byValue: boolean;
}

export function countGroups({ tenure, kinds }: Bands): number {
  return tenure.length * kinds.length + 1;
}

/** Tenure group of a price group; none for newcomers. */
export function tenureOf({ tenure, kinds }: Bands, group: number): TenureGroup | undefined {
  return tenure[Math.floor(group / kinds.length)];
}

/**
 * Draws the lines that the targets of these plans need, and no others: all plans of a scenario share them, and
 * without targets there is one kind.
 */
export function createBands(segment: Segment, plans: readonly Plan[]): Bands {
  const targets = plans
    .flatMap(({ actions }) => actions)
    .filter(({ segments }) => segments.includes(segment.name))
    .flatMap(({ announce, customers }) => (customers ? [{ announce, ...customers }] : []));
  const limits = targets.flatMap(({ announce, tenure }) => (tenure ? [tenure.months - announce] : []));
  const shares = targets.flatMap(({ value }) => (value ? [quantileOf(value)] : []));
  const levels = targets.flatMap(({ satisfaction }) => (satisfaction ? [satisfaction.level] : []));
  const values = intervals(shares, 0, 1);
  const moods = intervals(levels, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  return {
    tenure: mergeTenure(segment.tenure, segment.contract !== undefined, limits),
    kinds: values.flatMap((value) => moods.map((satisfaction) => ({ value, satisfaction }))),
    byValue: values.length > 1,
  };
}

/** Share of customers below the line; the top 20 % and the bottom 80 % meet at the same one. */
function quantileOf({ end, share }: NonNullable<NonNullable<Action['customers']>['value']>): number {
  return Math.round(1e9 * (end === 'top' ? 1 - share : share)) / 1e9;
}

function intervals(cuts: readonly number[], low: number, high: number): readonly [number, number][] {
  const lines = [low, ...[...new Set(cuts)].sort((a, b) => a - b), high];
  return lines.slice(1).map((line, k) => [lines[k], line]);
}

/** Whether an action is meant for the customers of a price group. Tenure counts when they are told. */
export function reaches({ customers, announce }: Action, bands: Bands, group: number): boolean {
  if (customers === undefined) return true;
  const { tenure, value, satisfaction } = customers;
  const own = tenureOf(bands, group);
  if (own === undefined) return !value && !satisfaction && tenure?.bound === 'under';
  const kind = bands.kinds[group % bands.kinds.length];
  return (
    (tenure === undefined || own.months + announce >= tenure.months === (tenure.bound === 'at least')) &&
    (value === undefined || kind.value[0] >= quantileOf(value) === (value.end === 'top')) &&
    (satisfaction === undefined ||
      kind.satisfaction[0] >= satisfaction.level === (satisfaction.bound === 'above'))
  );
}
