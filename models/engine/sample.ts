import { createCopula } from '../core/copula.ts';
import { medianOf, quantileOf } from '../core/distributions.ts';
import { KeptError } from '../core/errors.ts';
import { compileFormula } from '../core/formula.ts';
import type { Belief, Quantity } from '../core/quantity.ts';
import { createRunKey, deriveKey, type StreamKey } from '../core/random.ts';
import { stratifiedAt } from '../core/stratified.ts';
import { type Parameters, parameterDescriptions } from '../mechanisms/index.ts';
import { type ListedQuantity, listQuantities, quantityId } from '../scenario/list-quantities.ts';
import type { Assumptions, Scenario } from '../scenario/scenario.ts';

/** A draw's number, or the run at best values: every input at its median. */
export type Draw = number | 'best';

/** Every number of a scenario in one draw. */
export interface Sample {
  of(quantity: Quantity): number;
  /** Parameters of all mechanisms, a segment's own assumptions over the world's. */
  parameters(own: Assumptions): Parameters;
}

/** Where a quantity stands in what is believed of it: a probability in (0, 1), or its best value. */
export type Standing = number | 'best';

/**
 * Prepares the draws of a scenario. Each quantity has its own stream, keyed by the seed and its id, so that
 * a new input, segment or plan moves nobody else's draws, and all plans meet the same world. Streams are stratified:
 * any first 2^k draws are a Latin hypercube.
 */
export function createSampler(scenario: Scenario, seed: string): (draw: Draw) => Sample {
  const runKey = createRunKey(seed);
  const keys = new Map<string, StreamKey>();
  // A slider's run at best values draws nothing; it should not pay for keys.
  const keyOf = (id: string) => {
    const key = keys.get(id) ?? deriveKey(runKey, id);
    keys.set(id, key);
    return key;
  };
  const sampleAt = createQuantileSampler(scenario);
  const correlate = createCopula(scenario.correlations ?? []);
  if (!correlate) throw new KeptError('invalid-scenario', 'correlations contradict each other');
  return (draw) =>
    sampleAt(draw === 'best' ? () => 'best' : correlate((id) => stratifiedAt(keyOf(id), draw)));
}

/**
 * Prepares samples in which each uncertain quantity takes the place in its distribution that the caller names by the
 * quantity's id. Formulas follow from the inputs.
 */
export function createQuantileSampler(scenario: Scenario): (standing: (id: string) => Standing) => Sample {
  const names = scenario.inputs.map((input) => input.name);
  const listed = listQuantities(scenario);
  const inputs = listed.filter((entry) => scenario.inputs.some((input) => input.quantity === entry.quantity));
  // What is certain is the same in every draw, and is read off the quantity itself.
  const uncertain = listed
    .filter((entry) => !inputs.includes(entry) && entry.quantity.belief.kind !== 'fixed')
    .map((entry) => withEvaluator(entry, names));
  const parametersOf = createWorldParameters(listed);
  return (standing) => {
    const inputValues = Float64Array.from(inputs, (entry) => sampleBelief(entry, standing));
    const values = new Map<Quantity, number>();
    for (const [index, entry] of inputs.entries()) values.set(entry.quantity, inputValues[index]);
    for (const entry of uncertain) {
      const value = entry.evaluate
        ? evaluate(entry, entry.evaluate, inputValues)
        : sampleBelief(entry, standing);
      values.set(entry.quantity, value);
    }
    return createSample(values, parametersOf(values));
  };
}

/** The world's parameters in a draw: those that are certain are laid out once, the others filled in. */
function createWorldParameters(listed: readonly ListedQuantity[]) {
  const byId = new Map(listed.map((entry) => [entry.id, entry.quantity]));
  const all = parameterDescriptions.map(
    ({ name }) => [name, byId.get(quantityId('assumptions', name))!] as const,
  );
  const uncertain = all.filter(([, { belief }]) => belief.kind !== 'fixed');
  const certain = Object.fromEntries(
    all.map(([name, { belief }]) => [name, belief.kind === 'fixed' ? belief.value : Number.NaN]),
  );
  return (values: ReadonlyMap<Quantity, number>): Parameters => {
    const parameters = { ...certain };
    for (const [name, quantity] of uncertain) parameters[name] = values.get(quantity)!;
    return parameters as unknown as Parameters;
  };
}

function withEvaluator(entry: ListedQuantity, names: readonly string[]) {
  const { belief } = entry.quantity;
  return belief.kind === 'formula'
    ? { ...entry, evaluate: compileFormula(belief.tree, names) }
    : { ...entry, evaluate: undefined };
}

/** A belief where it stands; what falls outside the quantity's bounds counts as the bound. */
function sampleBelief(entry: ListedQuantity, standing: (id: string) => Standing): number {
  const belief = distributionOf(entry.quantity.belief, entry.id);
  if (belief.kind === 'fixed') return belief.value;
  const at = standing(entry.id);
  const value = at === 'best' ? medianOf(belief) : quantileOf(belief, at);
  return Math.min(entry.bounds[1], Math.max(entry.bounds[0], value));
}

function distributionOf(belief: Belief, id: string) {
  if (belief.kind === 'formula') {
    throw new KeptError('invalid-scenario', `${id}: an input cannot be a formula of other inputs`, { id });
  }
  return belief;
}

function evaluate(
  entry: ListedQuantity,
  formula: (inputs: Float64Array) => number,
  inputs: Float64Array,
): number {
  const value = evaluateIn(entry.id, formula, inputs);
  const [low, high] = entry.bounds;
  if (value >= low && value <= high) return value;
  throw new KeptError(
    'invalid-scenario',
    `${entry.id}: the formula gives ${value}, outside ${low} to ${high}; limit it with min or max`,
    { id: entry.id, value },
  );
}

/** A formula without a value in some draw is a mistake in the file, and says where. */
function evaluateIn(id: string, formula: (inputs: Float64Array) => number, inputs: Float64Array): number {
  try {
    return formula(inputs);
  } catch (error) {
    if (!(error instanceof KeptError)) throw error;
    const message = `${id}: ${error.message} for some values of its inputs; limit them with min or max`;
    throw new KeptError('invalid-scenario', message, { id });
  }
}

function createSample(values: ReadonlyMap<Quantity, number>, shared: Parameters): Sample {
  const of = (quantity: Quantity): number => {
    // What is certain needs no draw, and may come from a plan that the scenario does not hold.
    if (quantity.belief.kind === 'fixed') return quantity.belief.value;
    const value = values.get(quantity);
    if (value === undefined)
      throw new KeptError('invalid-argument', 'a quantity that is not part of the scenario');
    return value;
  };
  const parameters = (own: Assumptions): Parameters => {
    const given = Object.entries(own);
    if (given.length === 0) return shared;
    const parameters: { -readonly [name in keyof Parameters]: number } = { ...shared };
    for (const [name, quantity] of given) parameters[name as keyof Parameters] = of(quantity);
    return parameters;
  };
  return { of, parameters };
}
