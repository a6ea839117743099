import { dimensions } from '../core/dimensions.ts';
import type { Zeros } from '../core/zeros.ts';
import type { Parameters } from '../mechanisms/index.ts';
import { believeWeights } from '../mechanisms/listening.ts';
import { dimensionWeights } from '../mechanisms/satisfaction.ts';
import type { SegmentSchedule } from '../mechanisms/state.ts';
import type { Action, Plan, PriceAction, Segment, Standard } from '../scenario/scenario.ts';
import { type Bands, countGroups, reaches, tenureOf } from './bands.ts';
import { createUnchangedMarket, scheduleMarket } from './market-schedule.ts';
import { amountOf, scheduleFee, schedulePrice } from './price-path.ts';
import { withIndirect } from './programme-cost.ts';
import type { Sample } from './sample.ts';
import { createServicePlanner, unchangedService } from './service-schedule.ts';

/** What a segment needs to know to lay out its months. */
export interface ScheduleInput {
  readonly segment: Segment;
  readonly plan: Plan;
  readonly months: number;
  readonly sample: Sample;
  readonly parameters: Parameters;
  readonly bands: Bands;
  /** The segment's share of customers among the segments an action names. */
  readonly shareOf: (action: Action) => number;
  readonly fixedCostPerMonth: number;
  readonly standards: readonly Standard[];
  /** What management knows, months 0..T. */
  readonly insight: Float64Array;
  readonly zeros: Zeros;
}

/** Month-by-month inputs of one segment under one plan in one draw. Actions apply in the order of their month. */
export function createSchedule(input: ScheduleInput): SegmentSchedule {
  const actions = input.plan.actions
    .filter((action) => action.segments.includes(input.segment.name))
    .sort((a, b) => a.at - b.at);
  const schedule = createUnchanged(input, firstPriceMonthOf(actions));
  const groups = countGroups(input.bands);
  const feeLevels = new Map(
    input.segment.fees.map((fee) => [fee.name, new Float64Array(groups).fill(input.sample.of(fee.quantity))]),
  );
  const planService = createServicePlanner(schedule, input);
  for (const action of actions) {
    scheduleMoney(schedule, action, feeLevels, input);
    if (action.promise) schedulePromise(schedule, action, input.sample);
    if (action.invest) scheduleInvestment(schedule, action.invest, action, input);
    scheduleMarket(schedule, action, input);
    planService(action);
    if (action.listen) scheduleListening(schedule, action.listen, action, input);
  }
  return schedule;
}

/** Month of the first word or bill of any action that touches money or writes to customers. */
function firstPriceMonthOf(actions: readonly Action[]): number {
  const first = actions
    .filter(({ price, fee, credit, notify }) => price || fee || credit || notify)
    .map(({ announce, at }) => Math.min(announce, at));
  return Math.min(Number.POSITIVE_INFINITY, ...first);
}

function createUnchanged(
  { segment, months, sample, bands, fixedCostPerMonth, parameters, insight, zeros }: ScheduleInput,
  firstPriceMonth: number,
): SegmentSchedule {
  const size = countGroups(bands) * (months + 1);
  const price = sample.of(segment.price.mean);
  const fee = segment.fees.reduce((sum, { quantity }) => sum + sample.of(quantity), 0);
  const levels = (of: 'promise' | 'delivery') => {
    const values = zeros((months + 1) * dimensions.length);
    dimensions.forEach((dimension, k) => {
      const start = sample.of(segment.service[dimension][of]);
      for (let index = k; index < values.length; index += dimensions.length) values[index] = start;
    });
    return values;
  };
  const filled = (length: number, value: number) => {
    const values = zeros(length);
    return value === 0 ? values : values.fill(value);
  };
  return {
    months,
    ...createUnchangedMarket(months, size, zeros),
    announcedPrice: filled(size, price),
    chargedPrice: filled(size, price),
    announcedFee: filled(size, fee),
    perceivedFee: filled(size, fee),
    newcomerFee: filled(size, fee),
    chargedFee: filled(size, fee),
    credit: zeros(size),
    notice: new Uint8Array(size),
    firstBill: new Uint8Array(size),
    surprise: new Uint8Array(size),
    motive: filled(size, 1),
    letter: new Uint8Array(size),
    firstPriceMonth,
    promise: levels('promise'),
    capability: levels('delivery'),
    programmeCost: filled(months + 1, fixedCostPerMonth),
    ...unchangedService(months, parameters, zeros),
    insight,
  };
}

function scheduleMoney(
  schedule: SegmentSchedule,
  action: Action,
  feeLevels: Map<string, Float64Array>,
  { segment, sample, parameters, bands }: ScheduleInput,
): void {
  const { fee } = action;
  const uses = fee?.perUse && segment.usage?.uses ? sample.of(segment.usage.uses) : 1;
  const levels = fee && (feeLevels.get(fee.name) ?? new Float64Array(countGroups(bands)));
  if (fee && levels) feeLevels.set(fee.name, levels);
  for (let group = 0; group < countGroups(bands); group++) {
    if (!reaches(action, bands, group)) continue;
    if (hasPrice(action)) {
      schedulePrice(schedule, group, tenureOf(bands, group), action, sample, parameters);
    }
    if (fee && levels) {
      const amount = amountOf(fee.change, levels[group], sample);
      levels[group] += amount;
      scheduleFee(schedule, group, action, amount * uses, parameters);
    }
    if (action.credit) scheduleCredit(schedule, group, action, sample.of(action.credit.amount));
    if (action.notify) schedule.letter[group * (schedule.months + 1) + action.announce] = 1;
  }
}

function hasPrice(action: Action): action is Action & { readonly price: PriceAction } {
  return action.price !== undefined;
}

function scheduleCredit(schedule: SegmentSchedule, group: number, action: Action, amount: number): void {
  const end = Math.min(schedule.months, action.at + action.credit!.months - 1);
  const offset = group * (schedule.months + 1);
  for (let month = action.at; month <= end; month++) schedule.credit[offset + month] += amount;
}

function schedulePromise(schedule: SegmentSchedule, action: Action, sample: Sample): void {
  const count = dimensions.length;
  dimensions.forEach((dimension, k) => {
    const change = action.promise?.[dimension];
    if (!change) return;
    const amount = amountOf(change, schedule.promise[action.at * count + k], sample);
    for (let month = action.at; month <= schedule.months; month++) {
      const index = month * count + k;
      schedule.promise[index] = onScale(schedule.promise[index] + amount);
    }
  });
}

/** An investment ramps up linearly; a gain without stated upkeep decays from its peak. */
function scheduleInvestment(
  schedule: SegmentSchedule,
  invest: NonNullable<Action['invest']>,
  action: Action,
  { sample, parameters, shareOf, insight }: ScheduleInput,
): void {
  const by = sample.of(invest.by);
  const upkeep = invest.monthly === undefined ? undefined : sample.of(invest.monthly);
  const aim = aimOf(invest, insight[action.at - 1], parameters);
  const share = shareOf(action);
  let kept = 1;
  for (let month = action.at; month <= schedule.months; month++) {
    const ramp = Math.min(1, (month - action.at + 1) / invest.rampMonths);
    for (let k = 0; k < dimensions.length; k++) {
      if (aim[k] === 0) continue;
      const index = month * dimensions.length + k;
      schedule.capability[index] = onScale(schedule.capability[index] + by * aim[k] * ramp * kept);
    }
    if (ramp === 1 && upkeep === undefined && by > 0) kept *= 1 - parameters.upkeepDecay;
    const once = month === action.at ? sample.of(invest.once) : 0;
    schedule.programmeCost[month] += share * withIndirect(once + (upkeep ?? 0), parameters);
  }
}

/** Where a programme's points land: in one dimension, or spread by what management believes to matter. */
function aimOf(
  invest: NonNullable<Action['invest']>,
  insight: number,
  parameters: Parameters,
): ArrayLike<number> {
  if (invest.in === 'what management believes') {
    return believeWeights(insight, dimensionWeights(parameters), parameters);
  }
  return dimensions.map((dimension) => (dimension === invest.in ? 1 : 0));
}

/** What hearing customers costs: the firm's, shared out over all segments. */
function scheduleListening(
  schedule: SegmentSchedule,
  listen: NonNullable<Action['listen']>,
  action: Action,
  { sample, parameters, shareOf }: ScheduleInput,
): void {
  const end = Math.min(schedule.months, action.at - 1 + (listen.months ?? schedule.months));
  for (let month = action.at; month <= end; month++) {
    const once = month === action.at ? sample.of(listen.once) : 0;
    const cost = withIndirect(once + sample.of(listen.monthly), parameters);
    schedule.programmeCost[month] += shareOf(action) * cost;
  }
}

/** Quality and promises live on a scale of 0 to 10. */
function onScale(points: number): number {
  return Math.min(10, Math.max(0, points));
}
