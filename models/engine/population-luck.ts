import { lockFactor } from '../mechanisms/attrition.ts';
import type { SegmentState } from '../mechanisms/state.ts';
import type { Population } from './population-state.ts';

/** What draws, as against their expectation, have brought a segment so far; means are exactly 0. */
export interface Luck {
  /** Customers at the end of the run, all and those of the starting base. */
  customers: number;
  base: number;
  /** Present value at month 0 of contributions, through leaving and through how much those drawn spend [money]. */
  profit: number;
  /** Over the starting base: chance of being here at the end, and present value contributed [money]. */
  readonly staying: Float32Array;
  readonly contribution: Float32Array;
}

/** What is expected of somebody from a month on: chance of being here at the end, and present value contributed [money]. */
export interface Prospect {
  readonly staying: number;
  readonly value: number;
}

/** Notes what draws decided beyond their expectation. */
export interface LuckAccount {
  /** Excess: 1 or 0 for staying, less its chance. Customers of the starting base have their number as occupants. */
  noteLeaving(state: SegmentState, cell: number, occupant: number, month: number, excess: number): void;
  /** Newcomers drawn who have this prospect; below 0, how many were expected to, on average. */
  noteNewcomers(prospect: Prospect, count: number): void;
  /** Of a customer of a cell who stays beyond the month. */
  prospectOf(state: SegmentState, cell: number, month: number, frailty?: number, spend?: number): Prospect;
}

export function createLuck(count: number): Luck {
  const perMember = () => new Float32Array(count);
  return { customers: 0, base: 0, profit: 0, staying: perMember(), contribution: perMember() };
}

/**
 * Prepares the account of luck of a segment: a control variate that takes the noise of draws out of a population's
 * figures and leaves their mean as it is.
 *
 * Equation  Σ (1{stays} − (1 − h))·V over customers and months, and V of each newcomer less its mean over those whom
 *           they might take after; V what is expected of somebody who stays: the chance exp(−A·u·Σ lock) of being here
 *           at the end, and an annuity of the margin at the start at the mean of the hazards to come. V is known
 *           before the draw, so the mean of each term is 0 whatever h; under `do nothing` V is exact for the chance,
 *           and no noise of leaving is left
 * Source    martingale control variates: Henderson & Glynn (2002)
 */
export function accountLuck(population: Population, monthlyDiscount: number, luck: Luck): LuckAccount {
  const { all, weight } = population;
  const { months } = all.schedule;
  const ahead = locksAhead(all);
  const marginOf = marginsAtStart(all);
  const discount = Math.log(1 + monthlyDiscount);
  const factors = Float64Array.from({ length: months + 2 }, (_, month) => Math.exp(-discount * month));
  /** Sum of the discount factors of payments that somebody makes who is exposed to so much hazard until the end. */
  const payments = (month: number, hazard: number, staying: number) => {
    const rest = months - month;
    const decay = hazard / rest + discount;
    if (!(decay >= 1e-9)) return rest;
    return (factors[month + 1] * (staying * factors[rest] - 1)) / (Math.exp(-decay) - 1);
  };
  const hazardAhead = (quarter: number, month: number, frailty: number) =>
    all.hazardScale * frailty * ahead[(quarter + 1) * (months + 1) + month];
  luck.profit = luckOfSpend(population, (quarter) => {
    const hazard = hazardAhead(quarter, 0, 1);
    return payments(0, hazard, Math.exp(-hazard));
  });
  const prospectOf = (
    state: SegmentState,
    cell: number,
    month: number,
    frailty = state.frailty[cell],
    spend = state.spend[cell],
  ) => {
    const hazard = hazardAhead(state.expiryQuarter[cell], month, frailty * state.lastingFactor[cell]);
    const margin = marginOf(spend, state.priceGroup[cell]);
    const staying = Math.exp(-hazard);
    return { staying, value: payments(month, hazard, staying) * margin };
  };
  const note = ({ staying, value }: Prospect, times: number) => {
    luck.customers += times * weight * staying;
    luck.profit += times * weight * value;
  };
  return {
    noteLeaving(state, cell, occupant, month, excess) {
      const prospect = prospectOf(state, cell, month);
      note(prospect, excess);
      if (occupant < 0) return;
      luck.base += weight * excess * prospect.staying;
      luck.staying[occupant] += excess * prospect.staying;
      luck.contribution[occupant] += excess * prospect.value;
    },
    noteNewcomers: note,
    prospectOf,
  };
}

/** Present value of how far the spend of those drawn lies from its mean. */
function luckOfSpend(
  { cohort, seats, count, weight }: Population,
  payments: (quarter: number) => number,
): number {
  const { schedule, priceGroup, expiryQuarter } = cohort;
  let luck = 0;
  for (let seat = 0; seat < count; seat++) {
    const cell = seats.cell[seat];
    const price = schedule.chargedPrice[priceGroup[cell] * (schedule.months + 1)];
    luck += weight * (seats.spend[seat] - 1) * price * payments(expiryQuarter[cell]);
  }
  return luck;
}

/** Over expiry quarters from −1 and months 0..T: sum of the lock factors of the months after. */
function locksAhead(state: SegmentState): Float64Array {
  const { contractQuarters, parameters, schedule } = state;
  const ahead = new Float64Array((contractQuarters + 1) * (schedule.months + 1));
  for (let quarter = -1; quarter < contractQuarters; quarter++) {
    for (let month = schedule.months - 1; month >= 0; month--) {
      const at = (quarter + 1) * (schedule.months + 1) + month;
      ahead[at] = ahead[at + 1] + lockFactor(quarter, contractQuarters, month + 1, parameters);
    }
  }
  return ahead;
}

/** Contribution a month of somebody who spends so much against the mean, at the prices of the start. */
export function marginsAtStart({
  schedule,
  costToServe,
}: SegmentState): (spend: number, priceGroup: number) => number {
  return (spend, priceGroup) => {
    const at = priceGroup * (schedule.months + 1);
    return spend * schedule.chargedPrice[at] + schedule.chargedFee[at] - costToServe;
  };
}
