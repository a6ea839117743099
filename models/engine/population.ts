import { createRunKey, deriveKey } from '../core/random.ts';
import type { SegmentState } from '../mechanisms/state.ts';
import type { FirmState } from '../mechanisms/state-firm.ts';
import type { Plan, Scenario } from '../scenario/scenario.ts';
import { createBands } from './bands.ts';
import type { SpendVariety } from './place-customers.ts';
import { createBench } from './population-bench.ts';
import { accountLuck, createLuck, type Luck, marginsAtStart } from './population-luck.ts';
import { type Followed, type PopulationRecord, runPopulationMonth } from './population-month.ts';
import { createPopulation, type Population } from './population-state.ts';
import type { Sample } from './sample.ts';
import { createFirm, createStates, findUsual } from './simulate.ts';

/** Customers followed over the whole firm unless stated otherwise, and the most that may be asked for. */
export const defaultCustomers = 20_000;
export const mostCustomers = 500_000;

const defaultBlock = 2000;

export interface PopulationOptions {
  /** Customers to follow, over the firm; 1 to 500,000, default 20,000. */
  readonly customers?: number;
  /** Seed text instead of the scenario's own. */
  readonly seed?: string;
  /** Customers worked on at a time, at least 1: speed and memory depend on it, results do not. */
  readonly block?: number;
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
  /** Month of leaving; 0 for those still here at the end. */
  readonly leftIn: Uint16Array;
  /** Present value at month 0 of what was paid, and of that less costs [money]. */
  readonly revenue: Float32Array;
  readonly contribution: Float64Array;
}

/** Arrays over the customers of a segment's starting base, as they are at the start. */
export interface CustomerTraits {
  /** Contribution a month: what the customer pays less the cost to serve; and what the customer pays [money/month]. */
  readonly value: Float64Array;
  readonly pays: Float64Array;
  readonly tenureMonths: Float64Array;
  readonly frailty: Float64Array;
  readonly sensitivity: Float64Array;
  /** Spend against the segment's mean. */
  readonly spend: Float64Array;
}

/** A population run between two months; what has happened so far stands in its segments. */
export interface PopulationRun extends PopulationTrajectory {
  readonly followed: readonly Followed[];
  readonly firm: FirmState;
}

/**
 * Runs one plan in one draw customer by customer: the steps of the month are those of the cohort, with a cell for
 * each customer, and where they leave a share a draw decides. Draws are keyed by segment, customer and month, so that
 * a customer meets the same luck under every plan and whatever else is in the run.
 *
 * Inputs    a sample of the scenario; customers, seed and block as in `PopulationOptions`
 * Errors    as `simulate`
 */
export function simulatePopulation(
  scenario: Scenario,
  plan: Plan,
  sample: Sample,
  options: PopulationOptions = {},
): PopulationTrajectory {
  const { followed, firm, ...trajectory } = startPopulation(scenario, plan, sample, options);
  for (let month = 1; month <= trajectory.months; month++) runPopulationMonth(followed, firm, month);
  return trajectory;
}

/** A population run before its first month. */
export function startPopulation(
  scenario: Scenario,
  plan: Plan,
  sample: Sample,
  options: PopulationOptions = {},
): PopulationRun {
  const { months } = scenario;
  const monthlyDiscount = Math.expm1(Math.log(1 + sample.of(scenario.discountRatePerYear)) / 12);
  const cohorts = createStates(scenario, plan, sample);
  const firm = createFirm(scenario, plan, cohorts, sample, findUsual(scenario, plan, sample));
  const populations = createPopulations(scenario, plan, sample, options, cohorts);
  const segments = populations.map((population) => createSegment(population, months));
  const followed = populations.map((population, k) => ({
    population,
    luck: accountLuck(population, monthlyDiscount, segments[k].luck),
    record: createRecord(segments[k], population, monthlyDiscount),
  }));
  return { months, monthlyDiscount, segments, followed, firm };
}

/** The customers of the starting base that `simulatePopulation` follows under the same options, segment by segment. */
export function describeCustomers(
  scenario: Scenario,
  plan: Plan,
  sample: Sample,
  options: PopulationOptions = {},
): CustomerTraits[] {
  const cohorts = createStates(scenario, plan, sample);
  return createPopulations(scenario, plan, sample, options, cohorts).map(({ seats, cohort, count }) => {
    const marginOf = marginsAtStart(cohort);
    const list = (of: (seat: number) => number) =>
      Float64Array.from({ length: count }, (_, seat) => of(seat));
    const value = list((seat) => marginOf(seats.spend[seat], cohort.priceGroup[seats.cell[seat]]));
    return {
      ...{ value, pays: value.map((margin) => margin + cohort.costToServe) },
      tenureMonths: list((seat) => cohort.tenureMonths[seats.cell[seat]]),
      frailty: Float64Array.from(seats.frailty),
      sensitivity: Float64Array.from(seats.sensitivity),
      spend: Float64Array.from(seats.spend),
    };
  });
}

/** Equal weights over the firm, as far as whole customers of a segment allow. */
function createPopulations(
  scenario: Scenario,
  plan: Plan,
  sample: Sample,
  options: PopulationOptions,
  cohorts: readonly SegmentState[],
): Population[] {
  const runKey = deriveKey(createRunKey(options.seed ?? scenario.seed), 'population');
  const sizes = cohorts.map(({ customers }) => customers);
  const perCustomer = sizes.reduce((sum, size) => sum + size, 0) / (options.customers ?? defaultCustomers);
  const bench = createBench(options.block ?? defaultBlock);
  return cohorts.map((cohort, index) => {
    const count = Math.max(1, Math.round(sizes[index] / perCustomer));
    const segment = scenario.world.segments[index];
    const spread = sample.of(segment.price.spread);
    const { kinds } = createBands(segment, [...scenario.plans, plan]);
    const variety: SpendVariety = {
      sdLog: Math.sqrt(Math.log(1 + spread * spread)),
      quantilesOf: (cell) => kinds[cohort.priceGroup[cell] % kinds.length].value,
    };
    return createPopulation(cohort, deriveKey(runKey, cohort.name), variety, count, bench);
  });
}

function createSegment({ all, count, weight }: Population, months: number): PopulationSegment {
  const perMonth = () => new Float64Array(months + 1);
  const [customers, base] = [perMonth(), perMonth()];
  customers[0] = count * weight;
  base[0] = count * weight;
  return {
    ...{ name: all.name, weight, customers, base },
    ...{ leavers: perMonth(), joiners: perMonth(), revenue: perMonth(), costs: perMonth() },
    luck: createLuck(count),
    members: {
      ...{ count, leftIn: new Uint16Array(count) },
      ...{ revenue: new Float32Array(count), contribution: new Float64Array(count) },
    },
  };
}

function createRecord(
  segment: PopulationSegment,
  { all, block, seats, weight }: Population,
  monthlyDiscount: number,
): PopulationRecord {
  const { members, leavers, base } = segment;
  const gone = { all: 0, ofBase: 0 };
  let discount = 1 / (1 + monthlyDiscount);
  const noteLeaver = (member: number, month: number) => {
    gone.all++;
    if (member < 0) return;
    gone.ofBase++;
    members.leftIn[member] = month;
  };
  return {
    noteBlock(first, month) {
      const { cells, present, leaving, cellRevenue, cellCost, exitMoney } = block;
      const { revenue, contribution } = members;
      const factor = discount / weight;
      for (let cell = 0; cell < cells; cell++) {
        if (present[cell] === 0) continue;
        const member = seats.occupant[first + cell];
        if (leaving[cell] > 0) noteLeaver(member, month);
        if (member < 0) continue;
        const paid = cellRevenue[cell] + exitMoney[cell];
        revenue[member] += factor * paid;
        contribution[member] += factor * (paid - cellCost[cell]);
      }
    },
    noteSentAway(first, month) {
      const { cells, ended, leaving } = block;
      for (let cell = 0; cell < cells; cell++) {
        if (ended[cell] > 0 && leaving[cell] > 0) noteLeaver(seats.occupant[first + cell], month);
      }
    },
    noteMonth(month) {
      leavers[month] = gone.all * weight;
      base[month] = base[month - 1] - gone.ofBase * weight;
      segment.joiners[month] = all.joiners;
      segment.revenue[month] = all.revenue;
      segment.costs[month] = all.costs;
      segment.customers[month] = segment.customers[month - 1] - leavers[month] + all.joiners;
      discount /= 1 + monthlyDiscount;
      Object.assign(gone, { all: 0, ofBase: 0 });
    },
  };
}
