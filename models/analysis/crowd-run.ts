import { dimensions } from '../core/dimensions.ts';
import { createSampler, type Sample } from '../engine/sample.ts';
import { createFirm, createStates, doNothing, simulate, type Trajectory } from '../engine/simulate.ts';
import { listen } from '../mechanisms/listening.ts';
import { perceive } from '../mechanisms/satisfaction.ts';
import type { SegmentState } from '../mechanisms/state.ts';
import type { FirmState } from '../mechanisms/state-firm.ts';
import { type ClaimMeasure, claimMeasures } from '../scenario/lesson.ts';
import type { Plan, Scenario } from '../scenario/scenario.ts';
import { claimFigure } from './claims.ts';
import { crowdGroups, crowdShares } from './crowd-groups.ts';
import { type MechanismTrace, traceMechanisms } from './mechanism-trace.ts';
import { createPromisePad, type PromisePad } from './promise-pad.ts';

/** Customers by group in one month; arrays are in the order of `crowdGroups`. Month 0 is the start. */
export interface CrowdMonth {
  /** At the end of the month, newcomers among them. */
  readonly groups: Float64Array;
  /** Those there at its beginning, by what they think in it. */
  readonly before: Float64Array;
  /** Leavers and newcomers of the month; `groups` is before − left + joined. */
  readonly left: Float64Array;
  readonly joined: Float64Array;
}

/** Service in one month, over `dimensions`, 0 to 10: means over customers. */
export interface ServiceMonth {
  readonly promised: Float64Array;
  readonly delivered: Float64Array;
  /** What customers perceive, and the delivery that management believes in. */
  readonly perceived: Float64Array;
  readonly believed: Float64Array;
  /** Promise and delivery over all dimensions, each by what it counts for. */
  readonly promise: number;
  readonly delivery: number;
}

/** One plan at best values, as a crowd. */
export interface CrowdRun {
  readonly months: number;
  /** Months 0..T. */
  readonly crowd: readonly CrowdMonth[];
  readonly service: readonly ServiceMonth[];
  /** By the end of the horizon, so signed that more is better. */
  readonly figures: { readonly [measure in ClaimMeasure]: number };
}

export interface CrowdRunner {
  readonly pad: PromisePad;
  run(plan: Plan): CrowdRun;
  /** What each mechanism does in the same run. */
  trace(plan: Plan): MechanismTrace;
}

/** Runs plans at best values and counts the customers of each group, month by month. Fast enough for a pad. */
export function createCrowdRunner(scenario: Scenario): CrowdRunner {
  const sample = createSampler(scenario, scenario.seed)('best');
  const baseline = simulate(scenario, doNothing, sample);
  const states = createStates(scenario, doNothing, sample);
  return {
    pad: createPromisePad(states),
    run: (plan) => runCrowd(scenario, plan, sample, baseline),
    trace: (plan) => traceMechanisms(scenario, plan, sample, baseline),
  };
}

function runCrowd(scenario: Scenario, plan: Plan, sample: Sample, baseline: Trajectory): CrowdRun {
  const start = readStart(scenario, plan, sample);
  const crowd = [start.crowd, ...Array.from({ length: scenario.months }, emptyMonth)];
  const service = [start.service, ...Array.from({ length: scenario.months }, () => createService())];
  const tellers = new Map<string, (mean: number) => Float64Array>();
  const observe = (state: Readonly<SegmentState>, month: number, firm: Readonly<FirmState>) => {
    let shares = tellers.get(state.name);
    if (!shares) {
      shares = createShares(state.parameters.satisfactionSpread);
      tellers.set(state.name, shares);
    }
    countMonth(crowd[month], state, shares);
    addService(service[month], state, 'present');
    service[month].believed.set(firm.believedDelivery);
  };
  const run = simulate(scenario, plan, sample, observe, undefined, baseline);
  const figures = Object.fromEntries(claimMeasures.map((on) => [on, claimFigure(run, on)]));
  return {
    months: scenario.months,
    crowd,
    service: service.map(toService),
    figures: figures as CrowdRun['figures'],
  };
}

/** Most cells stand where the one before them stands. */
function createShares(spread: number): (mean: number) => Float64Array {
  let level = Number.NaN;
  let shares: Float64Array = new Float64Array(crowdGroups.length);
  return (mean) => {
    if (mean !== level) {
      level = mean;
      shares = crowdShares(mean, spread);
    }
    return shares;
  };
}

function emptyMonth(): CrowdMonth {
  const perGroup = () => new Float64Array(crowdGroups.length);
  return { groups: perGroup(), before: perGroup(), left: perGroup(), joined: perGroup() };
}

/**
 * Adds a segment. Within a cell leavers are like those who stay, as the hazard follows the cell's mean; newcomers think
 * what customers thought at the start.
 */
function countMonth(
  month: CrowdMonth,
  state: Readonly<SegmentState>,
  shares: (mean: number) => Float64Array,
) {
  const { present, left, satisfaction, start, joiners } = state;
  const add = (to: Float64Array, count: number, of: Float64Array) => {
    for (let group = 0; group < of.length; group++) to[group] += count * of[group];
  };
  for (let cell = 0; cell < state.cells; cell++) {
    if (present[cell] === 0) continue;
    const of = shares(satisfaction[cell]);
    add(month.before, present[cell], of);
    add(month.left, left[cell], of);
    add(month.groups, present[cell] - left[cell], of);
  }
  const fresh = shares(start.satisfaction);
  add(month.joined, joiners, fresh);
  add(month.groups, joiners, fresh);
}

type ServiceSum = ReturnType<typeof createService>;

function createService() {
  const perDimension = () => new Float64Array(dimensions.length);
  return {
    customers: 0,
    promised: perDimension(),
    delivered: perDimension(),
    perceived: perDimension(),
    believed: perDimension(),
    promise: 0,
    delivery: 0,
  };
}

function addService(total: ServiceSum, state: Readonly<SegmentState>, at: 'start' | 'present'): void {
  const { present, will, should, parameters, dimensionWeights, start, schedule, cells } = state;
  for (let k = 0; k < dimensions.length; k++) {
    const promised = at === 'start' ? schedule.promise[k] : state.promised[k];
    const delivered = at === 'start' ? start.delivery[k] : state.delivered[k];
    let [customers, perceived] = [0, 0];
    for (let cell = 0, index = k; cell < cells; cell++, index += dimensions.length) {
      if (present[cell] === 0) continue;
      customers += present[cell];
      perceived +=
        present[cell] *
        (at === 'start' ? start.perceived[k] : perceive(delivered, will[index], should[index], parameters));
    }
    if (k === 0) total.customers += customers;
    total.promised[k] += customers * promised;
    total.delivered[k] += customers * delivered;
    total.perceived[k] += perceived;
    total.promise += customers * dimensionWeights[k] * promised;
    total.delivery += customers * dimensionWeights[k] * delivered;
  }
}

/** Where nobody is left, nothing is perceived: zeros. */
function toService({
  customers,
  promised,
  delivered,
  perceived,
  believed,
  ...means
}: ServiceSum): ServiceMonth {
  const mean = (total: number) => (customers > 0 ? total / customers : 0);
  return {
    promised: promised.map(mean),
    delivered: delivered.map(mean),
    perceived: perceived.map(mean),
    believed,
    promise: mean(means.promise),
    delivery: mean(means.delivery),
  };
}

function readStart(scenario: Scenario, plan: Plan, sample: Sample) {
  const states = createStates(scenario, plan, sample);
  const firm = createFirm(scenario, plan, states, sample);
  listen(firm, states, 0);
  const crowd = emptyMonth();
  const service = createService();
  for (const state of states) {
    const shares = crowdShares(state.start.satisfaction, state.parameters.satisfactionSpread);
    for (let cell = 0; cell < state.cells; cell++) {
      for (let group = 0; group < shares.length; group++)
        crowd.groups[group] += state.present[cell] * shares[group];
    }
    addService(service, state, 'start');
  }
  service.believed.set(firm.believedDelivery);
  crowd.before.set(crowd.groups);
  return { crowd, service };
}
