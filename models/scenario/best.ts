import { medianOf } from '../core/distributions.ts';
import { compileFormula, namesInFormula } from '../core/formula.ts';
import type { Belief, Quantity } from '../core/quantity.ts';
import type { Named } from './scenario.ts';

/** Inputs by name, each at its median. */
export function inputsAtBest(inputs: readonly Named<Quantity>[]): ReadonlyMap<string, number> {
  const none = new Map<string, number>();
  return new Map(inputs.map(({ name, quantity }) => [name, valueAtBest(quantity.belief, none)]));
}

/**
 * The value that a run at best values uses: the median, or the formula of the inputs' medians.
 *
 * Errors   `formula-not-finite` where the formula has no value there
 */
export function valueAtBest(belief: Belief, inputs: ReadonlyMap<string, number>): number {
  if (belief.kind !== 'formula') return medianOf(belief);
  const names = namesInFormula(belief.tree);
  const values = Float64Array.from(names, (name) => inputs.get(name) ?? Number.NaN);
  return compileFormula(belief.tree, names)(values);
}
