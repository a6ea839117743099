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
  readonly staying: Float64Array;
  readonly contribution: Float64Array;
}

/** Notes what draws decided beyond their expectation. */
export interface LuckAccount {
  /** Excess: 1 or 0 for staying, less its chance. */
  noteLeaving(seat: number, month: number, excess: number): void;
  /** Seats that this month's newcomers take after; their number before it was made a whole one. */
  noteNewcomers(seats: readonly number[], expected: number, month: number): void;
}

export function createLuck(count: number): Luck {
  const perMember = () => new Float64Array(count);
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
  const { state } = population;
  const { months } = state.schedule;
  const ahead = locksAhead(state);
  const margins = marginsAtStart(state);
  const discount = Math.log(1 + monthlyDiscount);
  /** Sum of the discount factors of payments that somebody makes who is exposed to so much hazard until the end. */
  const payments = (month: number, hazard: number) => {
    const rest = months - month;
    if (rest === 0) return 0;
    const decay = hazard / rest + discount;
    if (decay < 1e-12) return rest;
    return (Math.exp(-discount * (month + 1)) * Math.expm1(-decay * rest)) / Math.expm1(-decay);
  };
  const hazardAhead = (seat: number, month: number, frailty: number) =>
    state.hazardScale * frailty * ahead[(state.expiryQuarter[seat] + 1) * (months + 1) + month];
  luck.profit = luckOfSpend(population, (seat) => payments(0, hazardAhead(seat, 0, 1)));
  const { occupant, weight } = population;
  const expect = (seat: number, month: number) => {
    const hazard = hazardAhead(seat, month, state.frailty[seat] * state.lastingFactor[seat]);
    return { staying: Math.exp(-hazard), value: payments(month, hazard) * margins(seat) };
  };
  const add = (seat: number, month: number, times: number) => {
    const { staying, value } = expect(seat, month);
    luck.customers += times * weight * staying;
    luck.profit += times * weight * value;
    return { staying: times * staying, value: times * value };
  };
  return {
    noteLeaving(seat, month, excess) {
      const { staying, value } = add(seat, month, excess);
      const member = occupant[seat];
      if (member < 0) return;
      luck.base += weight * staying;
      luck.staying[member] += staying;
      luck.contribution[member] += value;
    },
    noteNewcomers(seats, expected, month) {
      const { joining } = state;
      for (const seat of seats) add(seat, month, 1);
      let total = 0;
      for (let seat = 0; seat < population.taken; seat++) total += joining[seat];
      if (!(total > 0)) return;
      for (let seat = 0; seat < population.taken; seat++) {
        if (joining[seat] > 0) add(seat, month, (-expected * joining[seat]) / total);
      }
    },
  };
}

/** Present value of how far the spend of those drawn lies from its mean. */
function luckOfSpend({ state, count, weight }: Population, payments: (seat: number) => number): number {
  const { schedule, spend, priceGroup } = state;
  let luck = 0;
  for (let seat = 0; seat < count; seat++) {
    const price = schedule.chargedPrice[priceGroup[seat] * (schedule.months + 1)];
    luck += weight * (spend[seat] - 1) * price * payments(seat);
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

/** Contribution a month of a seat's customer, at the prices of the start. */
export function marginsAtStart(state: SegmentState): (seat: number) => number {
  const { schedule, spend, priceGroup, costToServe } = state;
  return (seat) => {
    const at = priceGroup[seat] * (schedule.months + 1);
    return spend[seat] * schedule.chargedPrice[at] + schedule.chargedFee[at] - costToServe;
  };
}
