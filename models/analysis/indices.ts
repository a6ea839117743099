import { KeptError } from '../core/errors.ts';
import { type Evidence, evidenceClasses } from '../core/quantity.ts';
import { createRunKey, deriveKey } from '../core/random.ts';
import { type ListedQuantity, readablePath } from '../scenario/list-quantities.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { PlanMeasure } from './plan-figures.ts';
import type { IndexEstimate, SobolIndices } from './sobol-indices.ts';
import { createSobolTask, type SobolResult } from './sobol-task.ts';
import type { Task } from './task.ts';
import {
  createPlanRun,
  describeInput,
  listUncertain,
  type UncertainInput,
  withPlan,
} from './uncertain-inputs.ts';

export interface IndicesOptions {
  /** Name of a plan; default the first. */
  readonly plan?: string;
  /** The figure whose variance is split; default `profit`. */
  readonly measure?: PlanMeasure;
  /** Rows of the design: a power of two; default 512. */
  readonly rows?: number;
  /** Seed text instead of the scenario's own. */
  readonly seed?: string;
  /** Paths of inputs to look at one by one, most important first, as a tornado sorts them; the others are one group. */
  readonly inputs: readonly string[];
}

export const defaultRows = 512;
/** Inputs looked at one by one; with everything else they are 20. */
export const defaultInputs = 19;

export interface InputIndices extends UncertainInput, SobolIndices {}

/** Where the uncertainty of a plan's figure comes from. */
export interface Indices {
  readonly measure: PlanMeasure;
  readonly rows: number;
  readonly runs: number;
  readonly mean: number;
  readonly variance: number;
  /** In the order asked for. */
  readonly inputs: readonly InputIndices[];
  /** All other uncertain inputs taken together; absent where there are none. */
  readonly everythingElse?: SobolIndices & { readonly inputs: number };
  /** Part of the variance that each class of evidence brings on its own; classes that nothing rests on are left out. */
  readonly evidenceShare: readonly EvidenceShare[];
  /** What is left: effects that need inputs of several classes. */
  readonly togetherShare: number;
}

export interface EvidenceShare extends IndexEstimate {
  readonly evidence: Evidence;
  readonly inputs: number;
}

/**
 * Splits the variance of a plan's figure over uncertain inputs and over classes of evidence, by Sobol’ indices.
 *
 * Errors  unknown-plan; invalid-argument for a path that no uncertain input has, or a number of rows out of range
 */
export function createIndicesTask(scenario: Scenario, options: IndicesOptions): Task<number, Indices> {
  const { measure = 'profit', rows = defaultRows } = options;
  const only = withPlan(scenario, options.plan);
  const listed = putFirst(listUncertain(only), options.inputs);
  const groups = groupInputs(listed, options.inputs.length);
  const run = createPlanRun(only);
  const positions = new Map(listed.map(({ id }, index) => [id, index]));
  const task = createSobolTask({
    inputs: listed.length,
    groups: groups.all,
    rows,
    key: deriveKey(createRunKey(options.seed ?? scenario.seed), 'sensitivity'),
    evaluate: (point) => run((id) => point[positions.get(id)!]).figures[measure],
  });
  return {
    ...task,
    collect: () => {
      const collector = task.collect();
      return {
        enough: false,
        add: (part) => collector.add(part),
        result: () => describeIndices(collector.result(), measure, listed, groups),
      };
    },
  };
}

/** Inputs in the order of their paths, then the others in the order of the file. */
function putFirst(listed: readonly ListedQuantity[], paths: readonly string[]): readonly ListedQuantity[] {
  const first = paths.map((path) => {
    const found = listed.find(({ id }) => readablePath(id) === path);
    if (!found) throw new KeptError('invalid-argument', `no uncertain input is at ${path}`);
    return found;
  });
  return [...first, ...listed.filter((entry) => !first.includes(entry))];
}

function groupInputs(listed: readonly ListedQuantity[], chosen: number) {
  const indices = listed.map((_, index) => index);
  const others = indices.slice(chosen);
  const classes = evidenceClasses
    .map((evidence) => ({
      evidence,
      members: indices.filter((index) => listed[index].quantity.evidence === evidence),
    }))
    .filter(({ members }) => members.length > 0);
  const single = indices.slice(0, chosen).map((index) => [index]);
  const rest = others.length > 0 ? [others] : [];
  return { chosen, others, classes, all: [...single, ...rest, ...classes.map(({ members }) => members)] };
}

function describeIndices(
  { indices, ...design }: SobolResult,
  measure: PlanMeasure,
  listed: readonly ListedQuantity[],
  { chosen, others, classes }: ReturnType<typeof groupInputs>,
): Indices {
  const found = indices.slice(indices.length - classes.length).map(({ first }) => first);
  // Estimates of parts of one whole may come to a little more than it.
  const sum = found.reduce((total, { share }) => total + share, 0);
  return {
    measure,
    ...design,
    inputs: indices.slice(0, chosen).map((index, k) => ({ ...describeInput(listed[k]), ...index })),
    ...(others.length > 0 ? { everythingElse: { inputs: others.length, ...indices[chosen] } } : {}),
    evidenceShare: classes.map(({ evidence, members }, k) => ({
      evidence,
      inputs: members.length,
      ...found[k],
      share: found[k].share / Math.max(1, sum),
    })),
    togetherShare: Math.max(0, 1 - sum),
  };
}
