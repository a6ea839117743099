import type { CustomerTraits, PopulationTrajectory } from '../engine/population.ts';
import type { WhalePeak } from './concentration-result.ts';

/** A customer of the starting base: place in the run, and how many customers it stands for. */
export interface RankedCustomer {
  readonly segment: number;
  readonly member: number;
  readonly weight: number;
  /** Contribution and payment a month at the start [money]. */
  readonly value: number;
  readonly pays: number;
  readonly tenureMonths: number;
  readonly sensitivity: number;
}

/** Customers of all segments, the most valuable first. */
export function rankCustomers(
  run: PopulationTrajectory,
  customers: readonly CustomerTraits[],
): readonly RankedCustomer[] {
  return run.segments
    .flatMap(({ members, weight }, segment) => {
      const { value, pays, tenureMonths, sensitivity } = customers[segment];
      return Array.from({ length: members.count }, (_, member) => ({
        ...{ segment, member, weight, value: value[member], pays: pays[member] },
        ...{ tenureMonths: tenureMonths[member], sensitivity: sensitivity[member] },
      }));
    })
    .sort((a, b) => b.value - a.value);
}

/** Tenths of the base by number of customers, in the order given. */
export function splitIntoTenths(ranked: readonly RankedCustomer[]): readonly (readonly RankedCustomer[])[] {
  const total = ranked.reduce((sum, { weight }) => sum + weight, 0);
  const tenths: RankedCustomer[][] = Array.from({ length: 10 }, () => []);
  let before = 0;
  for (const customer of ranked) {
    const middle = (before + customer.weight / 2) / total;
    tenths[Math.min(9, Math.floor(10 * middle))].push(customer);
    before += customer.weight;
  }
  return tenths;
}

/**
 * Share of a total that the largest amounts bring.
 *
 * Inputs    amounts from the largest to the smallest with the customers each stands for; share of customers 0..1
 * Returns   share of the total, above 1 where others bring losses; null where the total is not above 0
 */
export function shareOfTop(
  amounts: readonly { readonly amount: number; readonly weight: number }[],
  share: number,
): number | null {
  const total = amounts.reduce((sum, { amount, weight }) => sum + amount * weight, 0);
  if (!(total > 0)) return null;
  let room = share * amounts.reduce((sum, { weight }) => sum + weight, 0);
  let top = 0;
  for (const { amount, weight } of amounts) {
    const counted = Math.min(weight, room);
    top += amount * counted;
    room -= counted;
    if (room <= 0) break;
  }
  return top / total;
}

/** Where the curve of value added up from the best customer on is highest; null where no total is above 0. */
export function findWhalePeak(ranked: readonly RankedCustomer[]): WhalePeak | null {
  const customers = ranked.reduce((sum, { weight }) => sum + weight, 0);
  const total = ranked.reduce((sum, { value, weight }) => sum + value * weight, 0);
  if (!(total > 0)) return null;
  const gains = ranked.filter(({ value }) => value > 0);
  return {
    customers: gains.reduce((sum, { weight }) => sum + weight, 0) / customers,
    profit: gains.reduce((sum, { value, weight }) => sum + value * weight, 0) / total,
  };
}
