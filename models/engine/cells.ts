import { dimensions } from '../core/dimensions.ts';
import type { Zeros } from '../core/zeros.ts';
import { lockFactor, responsiveShareAt } from '../mechanisms/attrition.ts';
import { answer } from '../mechanisms/complaint.ts';
import { failureShare } from '../mechanisms/failure.ts';
import type { Parameters } from '../mechanisms/index.ts';
import { handledToday, respondToFailure } from '../mechanisms/recovery.ts';
import { dimensionWeights, expectedValueOfGap, perceive } from '../mechanisms/satisfaction.ts';
import type { SegmentSchedule, SegmentStart, SegmentState } from '../mechanisms/state.ts';
import { trustAt } from '../mechanisms/trust.ts';
import type { Segment } from '../scenario/scenario.ts';
import { type Bands, countGroups } from './bands.ts';
import { fitTenureMix, solveHazardScale } from './calibrate.ts';
import { moveCustomers } from './close-month.ts';
import { createGrid, type Grid } from './grid.ts';
import {
  exposures,
  kindOf,
  type MoodClass,
  spendOf,
  splitBySatisfaction,
  splitByValue,
  type ValueClass,
} from './kinds.ts';
import { createMarketState } from './market.ts';
import { createMemory, createWhole } from './memory.ts';
import type { Sample } from './sample.ts';

/** Quarters of a contract, one expiry class each; 0 without contract. */
export function contractQuartersOf(segment: Segment): number {
  return segment.contract ? Math.max(1, Math.round(segment.contract.termMonths / 3)) : 0;
}

/** Which price group, contract quarter and side of the start each cell belongs to. */
function layOut(bands: Bands, cells: number, quarters: number) {
  const ends = Math.max(1, quarters);
  const classes = bands.kinds.length * ends;
  const lastGroup = countGroups(bands) - 1;
  const priceGroup = new Int32Array(cells);
  const expiryQuarter = new Int32Array(cells);
  const fromStart = new Uint8Array(cells).fill(1, 0, bands.tenure.length * classes);
  for (let cell = 0; cell < cells; cell++) {
    priceGroup[cell] = Math.min(Math.floor(cell / ends), lastGroup);
    expiryQuarter[cell] = quarters === 0 ? -1 : cell % ends;
  }
  return {
    cells,
    classes,
    contractQuarters: quarters,
    priceGroup,
    expiryQuarter,
    fromStart,
  };
}

/** The cells of one segment in one draw, at the steady state that the world implies, calibrated to its churn. */
export function createSegmentState(
  segment: Segment,
  sample: Sample,
  parameters: Parameters,
  bands: Bands,
  schedule: SegmentSchedule,
  zeros: Zeros,
): SegmentState {
  const { tenure } = bands;
  const quarters = contractQuartersOf(segment);
  const grid = createGrid(segment, sample, parameters);
  const locks = lockShares(quarters, parameters);
  const churn = sample.of(segment.churnPerMonth);
  const ends = Math.max(1, quarters);
  const classes = bands.kinds.length * ends;
  const weights = dimensionWeights(parameters);
  const start = createStart(segment, sample, parameters, schedule, weights, zeros(classes * grid.nodes));
  const responsiveShare = responsiveShareAt(churn, parameters);
  const moods = splitBySatisfaction(bands.kinds, start.satisfaction, responsiveShare, parameters);
  const values = bands.byValue ? splitByValue(bands, grid.variety) : [];
  const hazardScale = solveHazardScale(churn, ...exposures(grid, moods, values), locks);
  const cells = (tenure.length + 1) * classes;
  const customers = sample.of(segment.customers);
  const joiners = segment.joinersPerMonth;
  const state: SegmentState = {
    name: segment.name,
    parameters,
    schedule,
    ...layOut(bands, cells, quarters),
    nodes: grid.nodes,
    frailties: grid.frailty.length,
    sensitivities: grid.sensitivity.length,
    frailty: grid.frailty,
    sensitivity: grid.sensitivity,
    stride: 0,
    spend: spendOf(grid, values, cells, ends),
    dimensionWeights: weights,
    hazardScale,
    responsiveShare,
    joinersPerMonth: joiners === 'as many as leave' ? churn * customers : sample.of(joiners),
    costToServe: sample.of(segment.costToServe),
    failureExposure: -Math.log1p(-sample.of(segment.failuresPerMonth)),
    acquisitionCost: sample.of(segment.acquisitionCost),
    downgradePrice: segment.downgrade ? sample.of(segment.downgrade.price) : Number.POSITIVE_INFINITY,
    start,
    ...createMarketState(segment, sample, parameters, schedule.months, zeros),
    ...createWhole(),
    ...createMemory(cells, classes, grid.nodes, grid.sensitivity.length, zeros),
  };
  settle(state, bands, moods);
  fillWeights(
    state,
    customers,
    fitTenureMix(hazardScale * meanLock(locks), grid.frailty, grid.frailtyShares, tenure),
    grid,
    { moods, values },
  );
  return state;
}

/** Lock factors in month 1 and the shares of customers under them. */
function lockShares(quarters: number, parameters: Parameters) {
  if (quarters === 0) return [{ factor: 1, share: 1 }];
  const expiring = { factor: lockFactor(0, quarters, 1, parameters), share: 1 / quarters };
  if (quarters === 1) return [expiring];
  return [expiring, { factor: lockFactor(1, quarters, 1, parameters), share: 1 - expiring.share }];
}

function meanLock(locks: readonly { readonly factor: number; readonly share: number }[]): number {
  return locks.reduce((sum, lock) => sum + lock.factor * lock.share, 0);
}

/** Steady state of a stated world: customers expect what they get, and hold the firm to the best it does or says. */
function createStart(
  segment: Segment,
  sample: Sample,
  parameters: Parameters,
  schedule: SegmentSchedule,
  weights: Float64Array,
  places: Float64Array,
): SegmentStart {
  const delivery = dimensions.map((name) => sample.of(segment.service[name].delivery));
  const promise = dimensions.map((name) => sample.of(segment.service[name].promise));
  const should = delivery.map((level, k) =>
    Math.max(0, Math.min(10, Math.max(level, promise[k]) + parameters.demand)),
  );
  const perceived = delivery.map((level, k) => perceive(level, level, should[k], parameters));
  const weighted = (values: readonly number[]) =>
    values.reduce((sum, value, k) => sum + weights[k] * value, 0);
  return {
    price: schedule.chargedPrice[0],
    fee: schedule.perceivedFee[0],
    trust: trustAt(weighted(delivery.map((level, k) => level - promise[k]))),
    promise: weighted(promise),
    delivery: new Float64Array(delivery),
    will: new Float64Array(delivery),
    should: new Float64Array(should),
    perceived: new Float64Array(perceived),
    gapValue: new Float64Array(
      perceived.map((level, k) => expectedValueOfGap(level - delivery[k], parameters)),
    ),
    satisfaction: weighted(perceived),
    ...startFailures(segment, sample, parameters),
    places,
  };
}

/** Failures and complaints as they are today, of which customers have long met their share. */
function startFailures(segment: Segment, sample: Sample, parameters: Parameters) {
  const failures = failureShare(-Math.log1p(-sample.of(segment.failuresPerMonth)), 1, 0, parameters);
  const answered = answer(0, segment.contract !== undefined, parameters);
  const failureOutcome = respondToFailure(handledToday(parameters), answered, failures, 0, parameters);
  return { failures, failureOutcome };
}

function settle(state: SegmentState, { tenure, kinds }: Bands, moods: readonly MoodClass[]): void {
  const { start } = state;
  const ends = state.classes / kinds.length;
  state.promised.set(state.schedule.promise.subarray(0, dimensions.length));
  state.delivered.set(start.delivery);
  state.promiseGap = dimensions.reduce(
    (sum, _, k) => sum + state.dimensionWeights[k] * (state.delivered[k] - state.promised[k]),
    0,
  );
  state.failures = start.failures;
  state.failuresBesideReliability = start.failures;
  state.exitShare = start.failureOutcome.exit;
  state.voiceShare = start.failureOutcome.voice;
  state.complaints = start.failures * start.failureOutcome.voice;
  // Who can trade down responds node by node, all others by sensitivity.
  state.alike.fill(state.downgradePrice === Number.POSITIVE_INFINITY ? 1 : 0);
  state.reputation = 1 - Math.max(-1, Math.min(1, -state.promiseGap)) / 2;
  for (let cell = 0; cell < state.cells; cell++) {
    state.tenureMonths[cell] = tenure[Math.floor(cell / state.classes)]?.months ?? 0;
    state.lastingFactor[cell] = moods[kindOf(state, cell, ends)].factor;
    state.reference[cell] = start.price;
    state.referenceFee[cell] = start.fee;
    state.trust[cell] = start.trust;
    state.satisfaction[cell] = start.satisfaction;
    state.will.set(start.will, cell * dimensions.length);
    state.should.set(start.should, cell * dimensions.length);
  }
}

function fillWeights(
  state: SegmentState,
  customers: number,
  mix: Float64Array,
  grid: Grid,
  { moods, values }: { readonly moods: readonly MoodClass[]; readonly values: readonly ValueClass[] },
): void {
  const ends = state.classes / moods.length;
  for (let cell = 0; cell < state.cells; cell++) {
    if (state.fromStart[cell] === 0) continue;
    const kind = kindOf(state, cell, ends);
    for (let i = 0; i < state.frailties; i++) {
      const row = Math.floor(cell / state.classes) * state.frailties + i;
      const share = (customers / ends) * mix[row] * moods[kind].share;
      for (let s = 0; s < state.sensitivities; s++) {
        const node = i * state.sensitivities + s;
        const ofValue = values.length === 0 ? 1 : values[kind].share[node];
        state.weight[cell * state.nodes + node] = share * grid.sensitivityShares[s] * ofValue;
      }
    }
  }
  moveCustomers(state);
  state.start.places.set(state.places);
}
