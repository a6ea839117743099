import { digestOf } from '../core/digest.ts';
import { KeptError } from '../core/errors.ts';
import { createRunKey, deriveKey, type StreamKey } from '../core/random.ts';
import { type Shares, sampledCoalitions, sampleShapley, shapley } from '../core/shapley.ts';
import { engineVersion } from '../core/version.ts';
import { type Channel, channels, moneyChannels } from '../engine/channels.ts';
import {
  type ChannelRecord,
  type CoalitionRun,
  recordChannels,
  runCoalition,
  touchedChannels,
} from '../engine/coalition.ts';
import { createSampler, type Draw, type Sample } from '../engine/sample.ts';
import { doNothing, type Trajectory } from '../engine/simulate.ts';
import type { Plan, Scenario } from '../scenario/scenario.ts';
import type {
  AttributedFigure,
  AttributedFigures,
  AttributedPlan,
  AttributionResult,
} from './attribution-schema.ts';
import { discountFactors } from './break-even.ts';
import { summariseAll } from './summarise.ts';
import { type Collector, type Steps, type Task, takeSteps } from './task.ts';

export const defaultAttributionDraws = 64;
export const mostAttributionDraws = 10_000;

/** Up to this many channels that move customers every coalition is run; beyond, orders are sampled. */
const mostExactChannels = 8;
/** The same for the first estimate, which is wanted at once. */
const mostExactAtOnce = 4;
/** Pairs of orders beyond that, in each draw and at once. */
const pairsOfOrders = 4;
const pairsAtOnce = 2;

/**
 * One draw. Outcomes are profit [money], of each segment and of the firm, then customers lost of the starting base, in
 * the same way. `parts` and `errors` go over all channels × outcomes, `total` over outcomes.
 */
export interface AttributedDraw {
  readonly parts: Float64Array;
  readonly errors: Float64Array;
  readonly total: Float64Array;
  readonly exact: boolean;
}

export interface AttributionOptions {
  /** 2 to 10,000; default 64. */
  readonly draws?: number;
}

/**
 * Splits a plan's impact over the channels on which it acts: Shapley values of channels that follow `do nothing` of
 * the same draw while they are off. One draw a block, one run of the engine a step.
 *
 * Errors  invalid-argument for a number of draws out of range
 */
export function createAttributionTask(
  scenario: Scenario,
  plan: Plan,
  options: AttributionOptions = {},
): Task<AttributedDraw, AttributedPlan> {
  const draws = options.draws ?? defaultAttributionDraws;
  if (!Number.isInteger(draws) || draws < 2 || draws > mostAttributionDraws) {
    throw new KeptError(
      'invalid-argument',
      `the number of draws must be a whole number from 2 to ${mostAttributionDraws}`,
    );
  }
  const sampleAt = createSampler(scenario, scenario.seed);
  const key = deriveKey(createRunKey(scenario.seed), `orders of channels of ${plan.name}`);
  const steps = (draw: number) =>
    attributeInSteps(scenario, plan, sampleAt(draw), { key, first: draw * pairsOfOrders });
  return {
    blocks: draws,
    compute: (draw) => takeSteps(steps(draw)),
    steps,
    collect: () => createCollector(scenario, plan),
  };
}

/** A first estimate, at best values and from few orders, in a fraction of a second. */
export function attributeAtBest(scenario: Scenario, plan: Plan): AttributedPlan {
  const draw: Draw = 'best';
  const sample = createSampler(scenario, scenario.seed)(draw);
  const key = deriveKey(createRunKey(scenario.seed), `orders of channels of ${plan.name}`);
  const collector = createCollector(scenario, plan);
  const few = { exactUpTo: mostExactAtOnce, pairs: pairsAtOnce };
  const first = mostAttributionDraws * pairsOfOrders;
  collector.add(attributeDraw(scenario, plan, sample, { key, first, ...few }));
  return collector.result();
}

interface Orders {
  readonly key: StreamKey;
  /** Number of the first pair of orders that is drawn. */
  readonly first: number;
  readonly pairs?: number;
  /** Most channels of which every coalition is run. */
  readonly exactUpTo?: number;
}

/** Parts of the impact in one draw; they sum to the impact, segment by segment. */
export function attributeDraw(...args: Parameters<typeof attributeInSteps>): AttributedDraw {
  return takeSteps(attributeInSteps(...args));
}

function* attributeInSteps(
  scenario: Scenario,
  plan: Plan,
  sample: Sample,
  { key, first, pairs = pairsOfOrders, exactUpTo = mostExactChannels }: Orders,
): Steps<AttributedDraw> {
  const usual = recordChannels(scenario, doNothing, sample);
  const own = recordChannels(scenario, plan, sample, usual.trajectory);
  const touched = touchedChannels(own, usual);
  const money = touched.filter((channel) => moneyChannels.includes(channel));
  const others = touched.filter((channel) => !moneyChannels.includes(channel));
  const players = [...others, ...money];
  const worth = createWorth(scenario, plan, sample, usual, others, money);
  const outcomes = 2 * (scenario.world.segments.length + 1);
  const exact = others.length <= exactUpTo;
  const orders = { pairs, key, first };
  const wanted = exact
    ? Array.from({ length: 1 << others.length }, (_, coalition) => coalition)
    : sampledCoalitions(players.length, orders);
  for (const coalition of wanted) {
    worth(coalition);
    yield;
  }
  const shares = exact
    ? shapley(players.length, outcomes, worth)
    : sampleShapley(players.length, outcomes, worth, orders);
  const nobody = worth(0);
  const everybody = worth((1 << players.length) - 1);
  return {
    ...overAllChannels(shares, players, outcomes),
    total: Float64Array.from(everybody, (value, k) => value - nobody[k]),
    exact,
  };
}

/** Outcomes of any set of channels; sets that differ in money channels only share a run. */
function createWorth(
  scenario: Scenario,
  plan: Plan,
  sample: Sample,
  usual: ChannelRecord,
  others: readonly Channel[],
  money: readonly Channel[],
) {
  const runs = new Map<number, CoalitionRun>();
  const known = new Map<number, Float64Array>();
  const untouched = channels.filter(
    (channel) => !others.includes(channel) && !moneyChannels.includes(channel),
  );
  const runOf = (on: number) => {
    const off = others.filter((_, k) => (on & (1 << k)) === 0);
    const run = runs.get(on) ?? runCoalition(scenario, plan, sample, usual, [...untouched, ...off]);
    runs.set(on, run);
    return run;
  };
  return (coalition: number): Float64Array => {
    const before = known.get(coalition);
    if (before) return before;
    const run = runOf(coalition & ((1 << others.length) - 1));
    const [collects, costs] = moneyChannels.map(
      (channel) =>
        !money.includes(channel) || (coalition & (1 << (others.length + money.indexOf(channel)))) !== 0,
    );
    const found = outcomesOf(run, usual.trajectory, collects, costs);
    known.set(coalition, found);
    return found;
  };
}

function outcomesOf(
  { trajectory, usualRevenue, usualCosts }: CoalitionRun,
  baseline: Trajectory,
  collects: boolean,
  costs: boolean,
): Float64Array {
  const { months, segments } = trajectory;
  const discounts = discountFactors(months, trajectory.monthlyDiscount);
  const width = segments.length + 1;
  const outcomes = new Float64Array(2 * width);
  segments.forEach((segment, s) => {
    const revenue = collects ? segment.revenue : usualRevenue[s];
    const spent = costs ? segment.costs : usualCosts[s];
    for (let month = 1; month <= months; month++) {
      outcomes[s] += discounts[month] * (revenue[month] - spent[month]);
    }
    outcomes[width + s] = baseline.segments[s].base[months] - segment.base[months];
    outcomes[width - 1] += outcomes[s];
    outcomes[2 * width - 1] += outcomes[width + s];
  });
  return outcomes;
}

/** From the channels that were touched to all of them; the others have no part. */
function overAllChannels({ parts, errors }: Shares, players: readonly Channel[], outcomes: number) {
  const spread = (values: Float64Array) => {
    const all = new Float64Array(channels.length * outcomes);
    players.forEach((channel, k) => {
      const own = values.subarray(k * outcomes, (k + 1) * outcomes);
      all.set(own, channels.indexOf(channel) * outcomes);
    });
    return all;
  };
  return { parts: spread(parts), errors: spread(errors) };
}

/** Keeps one figure for each channel and draw, and sums by segment. */
function createCollector(scenario: Scenario, plan: Plan): Collector<AttributedDraw, AttributedPlan> {
  const draws: AttributedDraw[] = [];
  return {
    add: (draw) => {
      draws.push(draw);
    },
    enough: false,
    result: () => summariseAttribution(scenario, plan, draws),
  };
}

function summariseAttribution(
  scenario: Scenario,
  plan: Plan,
  draws: readonly AttributedDraw[],
): AttributedPlan {
  const outcomes = draws[0].total.length;
  const rows = channels.flatMap(({ name, title, meaning }, c) => {
    const within = (all: Float64Array) => all.subarray(c * outcomes, (c + 1) * outcomes);
    const parts = draws.map((draw) => within(draw.parts));
    if (parts.every((values) => values.every((part) => part === 0))) return [];
    const errors = draws.map((draw) => within(draw.errors));
    return [{ name, title, meaning, ...figuresOf(scenario, parts, errors) }];
  });
  const totals = draws.map(({ total }) => total);
  return {
    name: plan.name,
    exact: draws.every(({ exact }) => exact),
    total: figuresOf(scenario, totals),
    channels: rows.sort((a, b) => Math.abs(b.profit.over.mean) - Math.abs(a.profit.over.mean)),
  };
}

/** Attributed plans of a scenario with what they belong to. */
export function reportAttribution(
  scenario: Scenario,
  draws: number,
  plans: AttributedPlan[],
): AttributionResult {
  const { title, currency, months, seed } = scenario;
  return {
    format: 'kept-attribution/1',
    engine: { version: engineVersion, seed, draws },
    scenario: { title, digest: digestOf(scenario), currency, months },
    plans,
  };
}

function figuresOf(
  scenario: Scenario,
  values: readonly Float64Array[],
  errors?: readonly Float64Array[],
): AttributedFigures {
  const { segments } = scenario.world;
  const width = segments.length + 1;
  const mean = (index: number) => values.reduce((sum, parts) => sum + parts[index], 0) / values.length;
  const figure = (index: number): AttributedFigure => {
    const over = summariseAll(values.map((parts) => parts[index]));
    const variance = values.reduce((sum, parts) => sum + square(parts[index] - over.mean), 0);
    const orders = errors?.reduce((sum, parts) => sum + square(parts[index]), 0) ?? 0;
    return {
      over,
      error: values.length > 1 ? Math.sqrt(variance / (values.length - 1) / values.length) : 0,
      orderError: Math.sqrt(orders) / values.length,
    };
  };
  return {
    profit: figure(width - 1),
    customersLost: figure(2 * width - 1),
    segments: segments.map(({ name }, s) => ({
      name,
      profit: mean(s),
      customersLost: mean(width + s),
    })),
  };
}

function square(value: number): number {
  return value * value;
}
