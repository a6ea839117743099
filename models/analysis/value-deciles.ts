import type { PopulationSegment, PopulationTrajectory } from '../engine/population.ts';
import { discountFactors } from './break-even.ts';
import type {
  ConcentratedBase,
  ConcentratedPlan,
  CustomerAverages,
  Estimate,
  LostCustomers,
} from './concentration-result.ts';
import { findWhalePeak, type RankedCustomer, shareOfTop, splitIntoTenths } from './customer-value.ts';

/** The starting base by tenths of value, with what becomes of it in a run. */
export function describeBase(run: PopulationTrajectory, ranked: readonly RankedCustomer[]): ConcentratedBase {
  const byPayment = [...ranked].sort((a, b) => b.pays - a.pays);
  const paid = total(ranked, ({ pays }) => pays);
  const gained = total(ranked, ({ value }) => value);
  return {
    customers: total(ranked, () => 1),
    averages: averagesOf(ranked),
    topFifthRevenue:
      shareOfTop(
        byPayment.map(({ pays, weight }) => ({ amount: pays, weight })),
        0.2,
      ) ?? 0,
    topFifthProfit: shareOfTop(
      ranked.map(({ value, weight }) => ({ amount: value, weight })),
      0.2,
    ),
    whale: findWhalePeak(ranked),
    deciles: splitIntoTenths(ranked).map((tenth, k) => ({
      decile: k + 1,
      customers: total(tenth, () => 1),
      value: mean(tenth, ({ value }) => value),
      revenueShare: paid > 0 ? total(tenth, ({ pays }) => pays) / paid : 0,
      profitShare: gained > 0 ? total(tenth, ({ value }) => value) / gained : null,
      leavers: estimateTotal(tenth, (customer) => 1 - stayed(run, customer)),
      profit: estimateTotal(tenth, (customer) => contributed(run, customer)),
    })),
  };
}

/** A plan against doing nothing by tenths of value, and whom it loses. */
export function describePlan(
  name: string,
  plan: PopulationTrajectory,
  baseline: PopulationTrajectory,
  ranked: readonly RankedCustomer[],
): ConcentratedPlan {
  const extra = (customer: RankedCustomer) => stayed(baseline, customer) - stayed(plan, customer);
  const gain = (customer: RankedCustomer) => contributed(plan, customer) - contributed(baseline, customer);
  const profit = estimateTotal(ranked, gain);
  return {
    name,
    extraLeavers: estimateTotal(ranked, extra),
    profit,
    restOfProfit: presentProfit(plan) - presentProfit(baseline) - profit.estimate,
    lost: describeLost(ranked, extra),
    deciles: splitIntoTenths(ranked).map((tenth, k) => ({
      decile: k + 1,
      extraLeavers: estimateTotal(tenth, extra),
      profit: estimateTotal(tenth, gain),
    })),
  };
}

/** Whether a customer is here at the end, and what they brought, both without the luck of the draw. */
export function stayed(run: PopulationTrajectory, { segment, member }: RankedCustomer): number {
  const { members, luck } = run.segments[segment];
  return (members.leftIn[member] === 0 ? 1 : 0) - luck.staying[member];
}

function contributed(run: PopulationTrajectory, { segment, member }: RankedCustomer): number {
  const { members, luck } = run.segments[segment];
  return members.contribution[member] - luck.contribution[member];
}

/** Present value of all profit of the firm, newcomers, programmes and fixed cost included, without luck. */
function presentProfit(run: PopulationTrajectory): number {
  const discounts = discountFactors(run.months, run.monthlyDiscount);
  const ofSegment = ({ revenue, costs, luck }: PopulationSegment) =>
    discounts.reduce(
      (sum, discount, month) => sum + discount * (revenue[month] - costs[month]),
      -luck.profit,
    );
  return run.segments.reduce((sum, segment) => sum + ofSegment(segment), 0);
}

/** Averages over extra leavers; null unless their number is told apart from none by two standard errors. */
function describeLost(
  ranked: readonly RankedCustomer[],
  extra: (customer: RankedCustomer) => number,
): LostCustomers | null {
  const { estimate, error } = estimateTotal(ranked, extra);
  if (!(estimate > 2 * error)) return null;
  const average = (of: (customer: RankedCustomer) => number): Estimate => {
    const centre = total(ranked, (customer) => extra(customer) * of(customer)) / estimate;
    const spread = estimateTotal(ranked, (customer) => extra(customer) * (of(customer) - centre));
    return { estimate: centre, error: spread.error / estimate };
  };
  return {
    value: average(({ value }) => value),
    tenureMonths: average(({ tenureMonths }) => tenureMonths),
    sensitivity: average(({ sensitivity }) => sensitivity),
  };
}

function averagesOf(ranked: readonly RankedCustomer[]): CustomerAverages {
  return {
    value: mean(ranked, ({ value }) => value),
    tenureMonths: mean(ranked, ({ tenureMonths }) => tenureMonths),
    sensitivity: mean(ranked, ({ sensitivity }) => sensitivity),
  };
}

function total(customers: readonly RankedCustomer[], of: (customer: RankedCustomer) => number): number {
  return customers.reduce((sum, customer) => sum + customer.weight * of(customer), 0);
}

function mean(customers: readonly RankedCustomer[], of: (customer: RankedCustomer) => number): number {
  return customers.length === 0 ? 0 : total(customers, of) / total(customers, () => 1);
}

/** Total with its standard error: the customers followed are a sample of those they stand for. */
function estimateTotal(
  customers: readonly RankedCustomer[],
  of: (customer: RankedCustomer) => number,
): Estimate {
  const centre = mean(customers, of);
  const variance = customers.reduce((sum, customer) => {
    const away = customer.weight * (of(customer) - centre);
    return sum + away * away;
  }, 0);
  return { estimate: total(customers, of), error: Math.sqrt(variance) };
}
