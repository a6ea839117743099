import type { Quantity, Scenario } from '../../models/index.ts';

/** What the levers need to know of a segment, at best values: customers, mean price, cost and fees a month. */
export interface SegmentBase {
  readonly name: string;
  readonly customers: number;
  readonly price: number;
  /** Cost to serve. */
  readonly cost: number;
  readonly fees: { readonly [name: string]: number };
}

/** Best value of one of the scenario's numbers. */
export type BestValue = (quantity: Quantity) => number;

/** The segments in the scenario's order, at best values. */
export function readBase(scenario: Scenario, bestValue: BestValue): SegmentBase[] {
  return scenario.world.segments.map(({ name, customers, price, costToServe, fees }) => ({
    name,
    customers: bestValue(customers),
    price: bestValue(price.mean),
    cost: bestValue(costToServe),
    fees: Object.fromEntries(fees.map((fee) => [fee.name, bestValue(fee.quantity)])),
  }));
}

/** Mean over the customers of the named segments; NaN when there is none. */
export function meanOver(
  base: readonly SegmentBase[],
  names: readonly string[],
  of: (segment: SegmentBase) => number,
): number {
  let customers = 0;
  let sum = 0;
  for (const segment of base) {
    if (!names.includes(segment.name)) continue;
    customers += segment.customers;
    sum += segment.customers * of(segment);
  }
  return sum / customers;
}

/** Customers of the named segments. */
export function customersOf(base: readonly SegmentBase[], names: readonly string[]): number {
  return base.reduce((sum, { name, customers }) => sum + (names.includes(name) ? customers : 0), 0);
}
