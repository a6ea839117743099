import { type Correlation, createCopula } from '../core/copula.ts';
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

export interface InputIndices extends UncertainInput, SobolIndices {
  /** Paths of inputs that the file says are correlated with this one; the indices are of all of them together. */
  readonly goesWith?: readonly string[];
}

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
  // What goes together with a number of another plan is, as far as this plan is concerned, on its own.
  const known = new Set(listed.map(({ id }) => id));
  const correlations = (only.correlations ?? []).filter(({ between }) =>
    between.every((id) => known.has(id)),
  );
  const correlate = createCopula(correlations);
  if (!correlate) throw new KeptError('invalid-scenario', 'correlations contradict each other');
  const groups = groupInputs(listed, options.inputs.length, correlations);
  const { single, others, classes } = groups;
  const run = createPlanRun(only);
  const positions = new Map(listed.map(({ id }, index) => [id, index]));
  const task = createSobolTask({
    inputs: listed.length,
    groups: [...single, ...(others.length > 0 ? [others] : []), ...classes.map(({ members }) => members)],
    rows,
    key: deriveKey(createRunKey(options.seed ?? scenario.seed), 'sensitivity'),
    evaluate: (point) => run(correlate((id) => point[positions.get(id)!])).figures[measure],
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

interface Groups {
  /** An input looked at one by one, with those that go together with it. */
  readonly single: readonly (readonly number[])[];
  readonly others: readonly number[];
  readonly classes: readonly { readonly evidence: Evidence; readonly members: readonly number[] }[];
}

/** Indices are of independent inputs: what goes together is moved together, and rests on its weakest evidence. */
function groupInputs(
  listed: readonly ListedQuantity[],
  chosen: number,
  correlations: readonly Correlation[],
): Groups {
  const indices = listed.map((_, index) => index);
  const bundles = bundle(listed, correlations);
  const single = [...new Set(indices.slice(0, chosen).map((index) => bundles[index]))];
  const taken = new Set(single.flat());
  const weakest = (index: number) =>
    Math.min(...bundles[index].map((member) => evidenceClasses.indexOf(listed[member].quantity.evidence)));
  const classes = evidenceClasses.map((evidence, order) => ({
    evidence,
    members: indices.filter((index) => weakest(index) === order),
  }));
  return {
    single,
    others: indices.filter((index) => !taken.has(index)),
    classes: classes.filter(({ members }) => members.length > 0),
  };
}

/** For each input all that it goes together with, by however many steps, itself first among them. */
function bundle(
  listed: readonly ListedQuantity[],
  correlations: readonly Correlation[],
): readonly (readonly number[])[] {
  const bundles = listed.map((_, index) => [index]);
  for (const { between } of correlations) {
    const [one, other] = between.map((id) => bundles[listed.findIndex((entry) => entry.id === id)]);
    if (one === other) continue;
    const joined = [...one, ...other].sort((a, b) => a - b);
    for (const index of joined) bundles[index] = joined;
  }
  return bundles;
}

function describeIndices(
  { indices, ...design }: SobolResult,
  measure: PlanMeasure,
  listed: readonly ListedQuantity[],
  { single, others, classes }: Groups,
): Indices {
  const found = indices.slice(indices.length - classes.length).map(({ first }) => first);
  // Estimates of parts of one whole may come to a little more than it.
  const sum = found.reduce((total, { share }) => total + share, 0);
  return {
    measure,
    ...design,
    inputs: single.map(([lead, ...rest], k) => ({
      ...describeInput(listed[lead]),
      ...(rest.length > 0 ? { goesWith: rest.map((index) => readablePath(listed[index].id)) } : {}),
      ...indices[k],
    })),
    ...(others.length > 0 ? { everythingElse: { inputs: others.length, ...indices[single.length] } } : {}),
    evidenceShare: classes.map(({ evidence, members }, k) => ({
      evidence,
      inputs: members.length,
      ...found[k],
      share: found[k].share / Math.max(1, sum),
    })),
    togetherShare: Math.max(0, 1 - sum),
  };
}
