import { KeptError } from '../core/errors.ts';
import { describeCustomers, simulatePopulation } from '../engine/population.ts';
import { createSampler } from '../engine/sample.ts';
import { doNothing } from '../engine/simulate.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Estimate } from './concentration-result.ts';
import { rankCustomers } from './customer-value.ts';
import type { Task } from './task.ts';
import { withPlan } from './uncertain-inputs.ts';
import { stayed } from './value-deciles.ts';

export interface FifthsOptions {
  /** Name of a plan; default the first. */
  readonly plan?: string;
  /** Customers to follow in a block, over the firm; 50 to 50,000, default 5,000. */
  readonly customers?: number;
  /** Blocks, each other customers of the same kinds; 1 to 100, default 6. */
  readonly groups?: number;
}

/** A fifth of a segment's starting base by what customers pay, the first paying least. */
export interface SpendFifth {
  /** Mean payment a month at the start [money]. */
  readonly pays: number;
  /** Extra leavers by the end as a share of the fifth, with the standard error from following a sample. */
  readonly attrition: Estimate;
}

export interface SegmentFifths {
  readonly name: string;
  readonly fifths: readonly SpendFifth[];
}

/** Whom a plan loses within each segment, at best values, customer by customer. */
export interface FifthsResult {
  readonly plan: string;
  /** Customers followed. */
  readonly customers: number;
  readonly segments: readonly SegmentFifths[];
}

const count = 5;

/** Sums of one block over segments × fifths: weight, payment, extra leavers, and the square of their error. */
type Part = Float64Array;

const width = 4;

/**
 * Extra leavers of a plan by fifth of spend within each segment. Each block follows other customers, the same ones under
 * doing nothing and under the plan, with the same draws; what luck of the draw brought is taken off.
 *
 * Errors  unknown-plan; invalid-argument for numbers out of range
 */
export function createFifthsTask(scenario: Scenario, options: FifthsOptions = {}): Task<Part, FifthsResult> {
  const { customers = 5000, groups = 6 } = options;
  requireWhole('customers', customers, 50, 50_000);
  requireWhole('groups', groups, 1, 100);
  const only = withPlan(scenario, options.plan);
  const [plan] = only.plans;
  const { segments } = scenario.world;
  return {
    blocks: groups,
    compute: (block) => {
      const population = { customers, seed: `${scenario.seed} fifths ${block}` };
      const sample = createSampler(only, only.seed)('best');
      const usual = simulatePopulation(only, doNothing, sample, population);
      const planned = simulatePopulation(only, plan, sample, population);
      const ranked = rankCustomers(usual, describeCustomers(only, doNothing, sample, population));
      return Float64Array.from(
        segments.flatMap((_, index) => {
          const own = ranked.filter(({ segment }) => segment === index).sort((a, b) => a.pays - b.pays);
          return splitInFifths(own).flatMap((fifth) => {
            const extra = fifth.map((customer) => stayed(usual, customer) - stayed(planned, customer));
            const weights = fifth.map(({ weight }) => weight);
            const weight = sum(weights);
            const mean = weight > 0 ? sum(extra.map((value, k) => value * weights[k])) / weight : 0;
            const squares = sum(extra.map((value, k) => square((value - mean) * weights[k])));
            return [weight, sum(fifth.map(({ pays }, k) => pays * weights[k])), mean * weight, squares];
          });
        }),
      );
    },
    collect: () => {
      const parts: Part[] = [];
      return {
        enough: false,
        add: (part) => parts.push(part),
        result: () => ({
          plan: plan.name,
          customers: customers * parts.length,
          segments: segments.map(({ name }, index) => ({
            name,
            fifths: Array.from({ length: count }, (_, fifth) => describe(parts, index * count + fifth)),
          })),
        }),
      };
    },
  };
}

function describe(parts: readonly Part[], place: number): SpendFifth {
  const total = (field: number) => sum(parts.map((part) => part[place * width + field]));
  const weight = total(0);
  if (!(weight > 0)) return { pays: 0, attrition: { estimate: 0, error: 0 } };
  return {
    pays: total(1) / weight,
    attrition: { estimate: total(2) / weight, error: Math.sqrt(total(3)) / weight },
  };
}

function splitInFifths<Item extends { readonly weight: number }>(items: readonly Item[]): Item[][] {
  const total = sum(items.map(({ weight }) => weight));
  const fifths: Item[][] = Array.from({ length: count }, () => []);
  let before = 0;
  for (const item of items) {
    const middle = (before + item.weight / 2) / total;
    fifths[Math.min(count - 1, Math.floor(count * middle))].push(item);
    before += item.weight;
  }
  return fifths;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function square(value: number): number {
  return value * value;
}

function requireWhole(name: string, value: number, lowest: number, highest: number): void {
  if (Number.isInteger(value) && value >= lowest && value <= highest) return;
  throw new KeptError('invalid-argument', `${name} must be a whole number from ${lowest} to ${highest}`);
}
