import { createRunKey, deriveKey } from '../core/random.ts';
import type { Plan, Scenario } from '../scenario/scenario.ts';
import { createBands } from './bands.ts';
import type { SpendVariety } from './place-customers.ts';
import { createPopulationSteps } from './population-draws.ts';
import { accountLuck, createLuck, type Luck, marginsAtStart } from './population-luck.ts';
import { closePopulationMonth, createPopulation, OutOfSeats, type Population } from './population-state.ts';
import type { Sample } from './sample.ts';
import { createFirm, createStates, findUsual, runMonth } from './simulate.ts';

/** More than any array has that belongs to a segment as a whole, so that arrays over seats are told by their length. */
const fewestSeats = 150;

/** Customers followed over the whole firm unless stated otherwise, and the most that may be asked for. */
export const defaultCustomers = 20_000;
export const mostCustomers = 500_000;

export interface PopulationOptions {
  /** Customers to follow, over the firm; 1 to 500,000, default 20,000. */
  readonly customers?: number;
  /** Seed text instead of the scenario's own. */
  readonly seed?: string;
}

/** One plan in one draw, customer by customer. */
export interface PopulationTrajectory {
  readonly months: number;
  readonly monthlyDiscount: number;
  readonly segments: readonly PopulationSegment[];
}

/** What happened to one segment. Arrays over months have entries 0..T, as those of a cohort's trajectory. */
export interface PopulationSegment {
  readonly name: string;
  /** Customers that each customer followed stands for. */
  readonly weight: number;
  readonly customers: Float64Array;
  readonly leavers: Float64Array;
  readonly joiners: Float64Array;
  readonly revenue: Float64Array;
  readonly costs: Float64Array;
  /** Customers of the starting base still here. */
  readonly base: Float64Array;
  /** What draws brought beyond their expectation; take it off, and the mean stays while noise goes. */
  readonly luck: Luck;
  readonly members: PopulationMembers;
}

/** Arrays over the customers of the starting base. */
export interface PopulationMembers {
  readonly count: number;
  /** Contribution a month at the start: what the customer pays less the cost to serve [money/month]. */
  readonly value: Float64Array;
  readonly tenureMonths: Float64Array;
  readonly frailty: Float64Array;
  readonly sensitivity: Float64Array;
  /** Spend against the segment's mean. */
  readonly spend: Float64Array;
  /** Month of leaving; 0 for those still here at the end. */
  readonly leftIn: Uint16Array;
  /** Paid at the start [money/month]; and present value at month 0 of what was paid, and of that less costs. */
  readonly pays: Float64Array;
  readonly revenue: Float64Array;
  readonly contribution: Float64Array;
}

/**
 * Runs one plan in one draw customer by customer: the steps of the month are those of the cohort, with a cell for
 * each customer, and where they leave a share a draw decides. Draws are keyed by segment, customer and month, so that
 * a customer meets the same luck under every plan and whatever else is in the run.
 *
 * Inputs    a sample of the scenario; customers and seed as in `PopulationOptions`
 * Errors    as `simulate`
 */
export function simulatePopulation(
  scenario: Scenario,
  plan: Plan,
  sample: Sample,
  options: PopulationOptions = {},
): PopulationTrajectory {
  for (let room = 1.25; ; room *= 2) {
    try {
      return runPopulation(scenario, plan, sample, options, room);
    } catch (error) {
      // Seats decide nothing but memory: with more of them the run is the same, and goes on.
      if (!(error instanceof OutOfSeats)) throw error;
    }
  }
}

function runPopulation(
  scenario: Scenario,
  plan: Plan,
  sample: Sample,
  options: PopulationOptions,
  room: number,
): PopulationTrajectory {
  const { months } = scenario;
  const monthlyDiscount = Math.expm1(Math.log(1 + sample.of(scenario.discountRatePerYear)) / 12);
  const populations = createPopulations(scenario, plan, sample, options, room);
  const states = populations.map(({ state }) => state);
  const firm = createFirm(scenario, plan, states, sample, findUsual(scenario, plan, sample));
  const segments = populations.map((population) => createSegment(population, months));
  const accounts = segments.map(({ luck }, k) => accountLuck(populations[k], monthlyDiscount, luck));
  const order = createPopulationSteps(populations, accounts);
  let discount = 1;
  for (let month = 1; month <= months; month++) {
    discount /= 1 + monthlyDiscount;
    runMonth(order, states, firm, month);
    populations.forEach((population, index) => {
      recordMonth(segments[index], population, month, discount);
      closePopulationMonth(population, month, firm);
    });
  }
  return { months, monthlyDiscount, segments };
}

/** Equal weights over the firm, as far as whole customers of a segment allow. */
function createPopulations(
  scenario: Scenario,
  plan: Plan,
  sample: Sample,
  options: PopulationOptions,
  room: number,
): Population[] {
  const runKey = deriveKey(createRunKey(options.seed ?? scenario.seed), 'population');
  const cohorts = createStates(scenario, plan, sample);
  const sizes = cohorts.map((cohort) => cohort.present.reduce((sum, value) => sum + value, 0));
  const perCustomer = sizes.reduce((sum, size) => sum + size, 0) / (options.customers ?? defaultCustomers);
  return cohorts.map((cohort, index) => {
    const count = Math.max(1, Math.round(sizes[index] / perCustomer));
    const segment = scenario.world.segments[index];
    const spread = sample.of(segment.price.spread);
    const { kinds } = createBands(segment, [...scenario.plans, plan]);
    const variety: SpendVariety = {
      sdLog: Math.sqrt(Math.log(1 + spread * spread)),
      quantilesOf: (cell) => kinds[cohort.priceGroup[cell] % kinds.length].value,
    };
    const seats = Math.ceil(room * count) + fewestSeats;
    return createPopulation(cohort, deriveKey(runKey, cohort.name), variety, count, seats);
  });
}

function createSegment(population: Population, months: number): PopulationSegment {
  const perMonth = () => new Float64Array(months + 1);
  const { state, count, weight } = population;
  const [customers, base] = [perMonth(), perMonth()];
  customers[0] = count * weight;
  base[0] = count * weight;
  return {
    ...{ name: state.name, weight, customers, base },
    ...{ leavers: perMonth(), joiners: perMonth(), revenue: perMonth(), costs: perMonth() },
    ...{ luck: createLuck(count), members: createMembers(population) },
  };
}

function createMembers({ state, count }: Population): PopulationMembers {
  const perMember = () => new Float64Array(count);
  const marginOf = marginsAtStart(state);
  const value = Float64Array.from({ length: count }, (_, seat) => marginOf(seat));
  return {
    ...{ count, value, pays: value.map((margin) => margin + state.costToServe) },
    tenureMonths: state.tenureMonths.slice(0, count),
    frailty: state.frailty.slice(0, count),
    sensitivity: state.sensitivity.slice(0, count),
    spend: state.spend.slice(0, count),
    ...{ leftIn: new Uint16Array(count), revenue: perMember(), contribution: perMember() },
  };
}

/** Takes down a month whose steps have run and which has not yet been closed. */
function recordMonth(
  segment: PopulationSegment,
  { state, weight, taken, occupant }: Population,
  month: number,
  discount: number,
): void {
  const { members } = segment;
  let [leavers, base] = [0, segment.base[month - 1]];
  for (let seat = 0; seat < taken; seat++) {
    if (state.present[seat] === 0) continue;
    const leaving = state.leaving[seat];
    leavers += leaving;
    const member = occupant[seat];
    if (member < 0) continue;
    const paid = state.cellRevenue[seat] + state.exitMoney[seat];
    members.revenue[member] += (discount * paid) / weight;
    members.contribution[member] += (discount * (paid - state.cellCost[seat])) / weight;
    if (leaving === 0) continue;
    members.leftIn[member] = month;
    base -= leaving;
  }
  segment.leavers[month] = leavers;
  segment.joiners[month] = state.joiners;
  segment.revenue[month] = state.revenue;
  segment.costs[month] = state.costs;
  segment.base[month] = base;
  segment.customers[month] = segment.customers[month - 1] - leavers + state.joiners;
}
