import { canonicalJson } from '../core/digest.ts';
import { createSampler, type Sample } from '../engine/sample.ts';
import { doNothing, simulate, type Trajectory } from '../engine/simulate.ts';
import { applyDecisions } from '../scenario/decision.ts';
import type { KeptMeasure } from '../scenario/goal.ts';
import type { Plan, Scenario } from '../scenario/scenario.ts';
import { computeDifference, type Difference, type RunTotals } from './impact.ts';
import type { Task } from './task.ts';

/** One figure of a plan against doing nothing: of the firm, or of one segment. */
export interface FigureColumn {
  readonly measure: KeptMeasure;
  readonly segment?: string;
}

/** Plans to measure: a plan of the scenario with its free numbers set in different ways. Plain data. */
export interface CandidateWork {
  readonly plan: string;
  /** Values of the plan's decisions in their order and units; an empty list for a plan as it stands. */
  readonly candidates: readonly (readonly number[])[];
  readonly columns: readonly FigureColumn[];
  /** Draws `from` to `from + draws − 1`; the same for all. */
  readonly from: number;
  readonly draws: number;
}

/** Draws of one candidate in one block. */
const drawsPerBlock = 8;

/**
 * Figures of candidate plans on common draws.
 *
 * Returns  a task whose blocks are one candidate in a few draws, and whose result is one array for each candidate:
 *          draw after draw, in each one number for each column
 */
export function createCandidateTask(
  scenario: Scenario,
  { plan, candidates, columns, from, draws }: CandidateWork,
): Task<Float64Array, Float64Array[]> {
  const meter = meterOf(scenario);
  const blocksEach = Math.ceil(draws / drawsPerBlock);
  return {
    blocks: candidates.length * blocksEach,
    compute(block) {
      const candidate = meter.prepare(plan, candidates[Math.floor(block / blocksEach)]);
      const first = (block % blocksEach) * drawsPerBlock;
      const count = Math.min(drawsPerBlock, draws - first);
      const rows = new Float64Array(count * columns.length);
      for (let k = 0; k < count; k++) {
        const difference = meter.measure(candidate, from + first + k);
        columns.forEach((column, c) => {
          rows[k * columns.length + c] = figureOf(difference, column);
        });
      }
      return rows;
    },
    collect() {
      const results: Float64Array[] = [];
      let parts: Float64Array[] = [];
      return {
        enough: false,
        add(part) {
          parts.push(part);
          if (parts.length < blocksEach) return;
          const all = new Float64Array(draws * columns.length);
          parts.reduce((offset, rows) => {
            all.set(rows, offset);
            return offset + rows.length;
          }, 0);
          results.push(all);
          parts = [];
        },
        result: () => results,
      };
    },
  };
}

function figureOf(difference: Difference, { measure, segment }: FigureColumn): number {
  if (measure === 'chanceOfLoss') return difference.profit < 0 ? 1 : 0;
  if (segment === undefined) return difference[measure];
  const own = difference.segments.find(({ name }) => name === segment)!;
  return own[measure as 'profit' | 'attrition' | 'customersLost'];
}

interface Meter {
  prepare(plan: string, values: readonly number[]): Prepared;
  measure(candidate: Prepared, draw: number): Difference;
}

interface Prepared {
  readonly plan: Plan;
  /** The scenario as if its file stated these values. */
  readonly scenario: Scenario;
  /** What of the plan shapes `do nothing`: the lines it draws among customers. */
  readonly lines: string;
}

/** A search measures many plans of one scenario, one batch after the other. */
const meters = new WeakMap<Scenario, Meter>();

function meterOf(scenario: Scenario): Meter {
  const known = meters.get(scenario);
  if (known) return known;
  const meter = createMeter(scenario);
  meters.set(scenario, meter);
  return meter;
}

function createMeter(scenario: Scenario): Meter {
  const sampleAt = createSampler(scenario, scenario.seed);
  const samples = new Map<number, Sample>();
  const sampleOf = (draw: number) => {
    const sample = samples.get(draw) ?? sampleAt(draw);
    if (samples.size < mostRemembered) samples.set(draw, sample);
    return sample;
  };
  let baselines: Map<string, RunTotals> | undefined;
  const baselineOf = (candidate: Prepared, draw: number) => {
    baselines ??= baselinesIn(scenario);
    const key = `${draw} ${candidate.lines}`;
    const known = baselines.get(key);
    if (known) return known;
    const baseline = totalsOf(simulate(candidate.scenario, doNothing, sampleOf(draw)));
    if (baselines.size < mostRemembered) baselines.set(key, baseline);
    return baseline;
  };
  return {
    prepare(name, values) {
      const own = scenario.plans.find((plan) => plan.name === name)!;
      const decisions = (scenario.decisions ?? []).filter((decision) => decision.plan === name);
      const plan = values.length === 0 ? own : applyDecisions(own, decisions, values);
      const plans = scenario.plans.map((other) => (other === own ? plan : other));
      const targeted = plans.flatMap(({ actions }) => actions.filter(({ customers }) => customers));
      const lines = targeted.map(({ announce, segments, customers }) => ({ announce, segments, customers }));
      return {
        plan,
        scenario: plan === own ? scenario : { ...scenario, plans },
        lines: lines.length === 0 ? '' : canonicalJson(lines),
      };
    },
    measure(candidate, draw) {
      const baseline = baselineOf(candidate, draw);
      const run = simulate(
        candidate.scenario,
        candidate.plan,
        sampleOf(draw),
        undefined,
        undefined,
        baseline,
      );
      return computeDifference(run, baseline);
    },
  };
}

/** Draws of which `do nothing` is remembered: all of a usual run, some 15 KB each for ten segments. */
const mostRemembered = 1024;

/** `do nothing` in the world that was measured last: a search that rewrites the plan alone meets it again and again. */
let remembered: { readonly world: string; readonly baselines: Map<string, RunTotals> } | undefined;

function baselinesIn(scenario: Scenario): Map<string, RunTotals> {
  const { plans, decisions, optimise, ...rest } = scenario;
  const world = canonicalJson(rest);
  if (remembered?.world !== world) remembered = { world, baselines: new Map() };
  return remembered.baselines;
}

/** Arrays of their own: those of a run share their memory with all else in it. */
function totalsOf({ months, monthlyDiscount, customers, segments }: Trajectory): RunTotals {
  return {
    ...{ months, monthlyDiscount, customers: customers.slice() },
    segments: segments.map(({ name, equity, base, customers, joiners, revenue, costs }) => ({
      ...{ name, equity, base: base.slice(), customers: customers.slice() },
      ...{ joiners: joiners.slice(), revenue: revenue.slice(), costs: costs.slice() },
    })),
  };
}
