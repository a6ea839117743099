import { marginMultiple } from './lifetime-value.ts';

/** A firm as the sum of its customers, present and to come. Money and rates are per period. */
export interface CustomerBase {
  readonly customers: number;
  /** Present value of the number of customers acquired later; stays as it is when anything else changes. */
  readonly laterCustomers: number;
  readonly margin: number;
  readonly acquisitionCost: number;
  readonly retention: number;
  readonly discountRate: number;
  readonly taxRate: number;
}

/**
 * Customer equity after tax.
 *
 * Equation  V = (1 − τ)·(m·μ·(N₀ + P) − c·P), μ = r/(1 + i − r)
 * Inputs    customers N₀ and later customers P ≥ 0, margin m and acquisition cost c [money], retention r in 0..1,
 *           discount rate i ≥ 0 and tax rate τ in 0..1, all per period
 * Returns   money
 * Source    Gupta, Lehmann & Stuart (2004), Valuing Customers, with P in place of their growth curve
 */
export function customerEquity(base: CustomerBase): number {
  const { customers, laterCustomers, margin, acquisitionCost, retention, discountRate, taxRate } = base;
  const worth = margin * marginMultiple(retention, discountRate);
  return (1 - taxRate) * (worth * (customers + laterCustomers) - acquisitionCost * laterCustomers);
}

/**
 * Later customers P that make the base worth the stated value: what a published value says about growth.
 *
 * Equation  P = (V/(1 − τ) − m·μ·N₀)/(m·μ − c)
 * Inputs    value V in the money of the base; a customer worth other than what acquiring one costs
 * Returns   customers; negative where the present ones alone are worth more than V
 */
export function laterCustomersWorth(value: number, base: Omit<CustomerBase, 'laterCustomers'>): number {
  const worth = base.margin * marginMultiple(base.retention, base.discountRate);
  return (value / (1 - base.taxRate) - worth * base.customers) / (worth - base.acquisitionCost);
}

/** Per cent of value gained or lost when a number is 1 % higher. */
export interface EquityElasticities {
  readonly retention: number;
  readonly margin: number;
  readonly acquisitionCost: number;
  readonly discountRate: number;
}

/**
 * Elasticities of customer equity: value with a number 1 % higher, over value, less 1, in per cent.
 *
 * Inputs    periods per year, so that the *yearly* retention rises by 1 %: r_q·1.01^(1/4) with quarters; and so that
 *           the yearly discount rate does
 * Returns   signed per cent; margin + acquisition cost = 1 exactly, value being of first degree in both together
 * Source    Gupta, Lehmann & Stuart (2004), table of elasticities
 */
export function equityElasticities(base: CustomerBase, periodsPerYear: number): EquityElasticities {
  const value = customerEquity(base);
  const gain = (change: Partial<CustomerBase>) => 100 * (customerEquity({ ...base, ...change }) / value - 1);
  const yearlyRate = Math.exp(periodsPerYear * Math.log(1 + base.discountRate)) - 1;
  const raisedRate = Math.exp(Math.log(1 + 1.01 * yearlyRate) / periodsPerYear) - 1;
  return {
    retention: gain({ retention: base.retention * Math.exp(Math.log(1.01) / periodsPerYear) }),
    margin: gain({ margin: 1.01 * base.margin }),
    acquisitionCost: gain({ acquisitionCost: 1.01 * base.acquisitionCost }),
    discountRate: gain({ discountRate: raisedRate }),
  };
}
