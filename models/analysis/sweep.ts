import { digestOf } from '../core/digest.ts';
import { KeptError } from '../core/errors.ts';
import { engineVersion } from '../core/version.ts';
import { createSampler } from '../engine/sample.ts';
import { doNothing, simulate, type Trajectory } from '../engine/simulate.ts';
import { type ListedQuantity, quantityId } from '../scenario/list-quantities.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { findQuantity, setQuantity } from '../scenario/set-quantity.ts';
import { computePlanFigures, type PlanMeasure, planMeasures } from './plan-figures.ts';
import type { Summary } from './result.ts';
import { summariseAll } from './summarise.ts';
import type { Task } from './task.ts';
import { withPlan } from './uncertain-inputs.ts';

/** One number of the scenario, taken through evenly spaced values. */
export interface SweepAxis {
  /** As `kept explain` prints it. */
  readonly path: string;
  /** In the base unit of the number; shares are fractions. */
  readonly from: number;
  readonly to: number;
  /** Values in all, the ends included: 2 to 201. */
  readonly steps: number;
}

export interface SweepOptions {
  /** Name of a plan; default the first. */
  readonly plan?: string;
  /** One or two. */
  readonly over: readonly SweepAxis[];
  /** Draws at each point, 1 to 20,000; absent: one run at best values. */
  readonly draws?: number;
  /** Seed text instead of the scenario's own. */
  readonly seed?: string;
}

export interface SweptAxis {
  readonly path: string;
  readonly meaning: string;
  readonly unit: string;
  readonly values: readonly number[];
}

/** A plan's figures at one point; with draws their chance of loss as well. */
export interface SweepPoint {
  /** One for each axis. */
  readonly at: readonly number[];
  readonly figures: { readonly [measure in PlanMeasure]: Summary };
  readonly chanceOfLoss?: number;
}

/** A plan's figures over a line or a grid. */
export interface Sweep {
  readonly format: 'kept-sweep/1';
  readonly engine: { readonly version: string; readonly seed: string };
  readonly scenario: {
    readonly title: string;
    readonly digest: string;
    readonly currency: string;
    readonly months: number;
  };
  readonly plan: string;
  /** Whole draws at each point; 0: best values. */
  readonly draws: number;
  readonly axes: readonly SweptAxis[];
  /** The last axis runs fastest. */
  readonly points: readonly SweepPoint[];
}

/** More than this is a slip; a run is a plan and doing nothing in one draw at one point. */
export const mostSweepRuns = 200_000;
export const mostPoints = 1000;
export const mostSteps = 201;

/**
 * A plan's figures while one or two numbers of the scenario take other values, all points on the same draws. A block is
 * one point in one draw, the points of a draw in turn.
 *
 * Errors  unknown-plan; invalid-argument for a path that is not there, a value out of bounds, more than 1,000
 *         points or 200,000 runs
 */
export function createSweepTask(scenario: Scenario, options: SweepOptions): Task<Float64Array, Sweep> {
  const only = withPlan(scenario, options.plan);
  const { draws = 1, seed = scenario.seed } = options;
  const swept = findAxes(only, options.over);
  const points = gridOf(swept.map(({ values }) => values));
  checkPrice(points.length, draws);
  const placeAt = createPlaces(only, swept, points, seed);
  // Where only the plan's own numbers move, doing nothing is the same at every point of a draw.
  const own = swept.every(({ entry }) => entry.id.startsWith(`${quantityId('plans')}.`));
  let usual: { readonly draw: number; readonly run: Trajectory } | undefined;
  return {
    blocks: points.length * draws,
    compute: (block) => {
      const draw = Math.floor(block / points.length);
      const { scenario: there, sampleAt } = placeAt(block % points.length);
      const sample = sampleAt(options.draws === undefined ? 'best' : draw);
      const known = own && usual?.draw === draw ? usual.run : undefined;
      const baseline = known ?? simulate(there, doNothing, sample);
      usual = { draw, run: baseline };
      const run = simulate(there, there.plans[0], sample, undefined, undefined, baseline);
      const figures = computePlanFigures(run, baseline);
      return Float64Array.from(planMeasures, (measure) => figures[measure]);
    },
    collect: () => {
      const parts: Float64Array[] = [];
      return {
        enough: false,
        add: (part) => parts.push(part),
        result: () => ({
          ...identify(scenario, seed),
          plan: only.plans[0].name,
          draws: options.draws === undefined ? 0 : Math.floor(parts.length / points.length),
          axes: swept.map(({ entry: { meaning, unit }, path, values }) => ({ path, meaning, unit, values })),
          points: points
            .slice(0, parts.length)
            .map((at, index) => summarisePoint(at, everyOf(parts, index, points.length), options.draws)),
        }),
      };
    },
  };
}

function identify(scenario: Scenario, seed: string): Pick<Sweep, 'format' | 'engine' | 'scenario'> {
  const { title, currency, months } = scenario;
  return {
    format: 'kept-sweep/1',
    engine: { version: engineVersion, seed },
    scenario: { title, digest: digestOf(scenario), currency, months },
  };
}

interface FoundAxis {
  readonly entry: ListedQuantity;
  readonly path: string;
  readonly values: readonly number[];
}

function findAxes(scenario: Scenario, over: readonly SweepAxis[]): FoundAxis[] {
  if (over.length < 1 || over.length > 2) {
    throw new KeptError('invalid-argument', 'a sweep is over one or two numbers');
  }
  if (over.length === 2 && over[0].path === over[1].path) {
    throw new KeptError('invalid-argument', `${JSON.stringify(over[0].path)} is swept twice`);
  }
  return over.map(({ path, from, to, steps }) => {
    const entry = findQuantity(scenario, path);
    if (!Number.isInteger(steps) || steps < 2 || steps > mostSteps) {
      throw new KeptError(
        'invalid-argument',
        `the number of values must be a whole number from 2 to ${mostSteps}`,
      );
    }
    const values = Array.from({ length: steps }, (_, k) =>
      // Twelve digits: steps of 0.05 are 0.15, not 0.15000000000000002.
      Number(((from * (steps - 1 - k) + to * k) / (steps - 1)).toPrecision(12)),
    );
    return { entry, path, values };
  });
}

function gridOf(axes: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return axes.reduce<readonly (readonly number[])[]>(
    (points, values) => points.flatMap((point) => values.map((value) => [...point, value])),
    [[]],
  );
}

function checkPrice(points: number, draws: number): void {
  if (!Number.isInteger(draws) || draws < 1) {
    throw new KeptError('invalid-argument', 'the number of draws must be a whole number, 1 or more');
  }
  if (points > mostPoints) {
    throw new KeptError(
      'invalid-argument',
      `the grid has ${points} points, more than ${mostPoints}; take fewer values`,
    );
  }
  if (points * draws <= mostSweepRuns) return;
  throw new KeptError(
    'invalid-argument',
    `${points} points × ${draws} draws are ${points * draws} runs, more than ${mostSweepRuns}; take fewer of either`,
  );
}

interface Place {
  readonly scenario: Scenario;
  readonly sampleAt: ReturnType<typeof createSampler>;
}

/** The scenario at each point, made ready when it is first needed. */
function createPlaces(
  scenario: Scenario,
  axes: readonly FoundAxis[],
  points: readonly (readonly number[])[],
  seed: string,
): (point: number) => Place {
  const places: Place[] = [];
  const create = (at: readonly number[]): Place => {
    const there = axes.reduce((moved, { entry }, index) => setQuantity(moved, entry, at[index]), scenario);
    return { scenario: there, sampleAt: createSampler(there, seed) };
  };
  // Bounds are intervals: where the corners are within them, every point is.
  for (const index of [0, points.length - 1]) places[index] = create(points[index]);
  return (point) => {
    places[point] ??= create(points[point]);
    return places[point];
  };
}

function everyOf<T>(items: readonly T[], first: number, step: number): T[] {
  const found: T[] = [];
  for (let index = first; index < items.length; index += step) found.push(items[index]);
  return found;
}

function summarisePoint(
  at: readonly number[],
  parts: readonly Float64Array[],
  draws: number | undefined,
): SweepPoint {
  const values = planMeasures.map((_, index) => parts.map((part) => part[index]));
  const [profit, profitWithEquity, attrition] = values.map(summariseAll);
  const losses = values[0].filter((value) => value < 0).length;
  return {
    at,
    figures: { profit, profitWithEquity, attrition },
    ...(draws === undefined ? {} : { chanceOfLoss: losses / parts.length }),
  };
}
