import { didYouMean } from '../core/did-you-mean.ts';
import { KeptError } from '../core/errors.ts';
import { fixed, type Quantity } from '../core/quantity.ts';
import { parameterDescriptions } from '../mechanisms/index.ts';
import { type ListedQuantity, listQuantities, quantityId, readablePath } from './list-quantities.ts';
import type { Scenario } from './scenario.ts';

/**
 * The number of a scenario at a path as `kept explain` prints it.
 *
 * Errors  invalid-argument where there is none, or where two share the path
 */
export function findQuantity(scenario: Scenario, path: string): ListedQuantity {
  const listed = listQuantities(scenario);
  const paths = listed.map(({ id }) => readablePath(id));
  const found = listed.filter((_, index) => paths[index] === path);
  if (found.length === 1) return found[0];
  throw new KeptError(
    'invalid-argument',
    found.length === 0
      ? `no number of the scenario is at ${JSON.stringify(path)}${didYouMean(path, paths)}`
      : `${JSON.stringify(path)} could mean ${found.length} numbers; name segments and plans without dots`,
  );
}

/**
 * The scenario with a number certain at a value in its base unit, whatever the file says of it.
 *
 * Errors  invalid-argument for a value outside the bounds of the number
 */
export function setQuantity(
  scenario: Scenario,
  { id, quantity, bounds }: ListedQuantity,
  value: number,
): Scenario {
  const [low, high] = bounds;
  if (!(value >= low && value <= high)) {
    const range = high === Number.POSITIVE_INFINITY ? `${low} or more` : `${low} to ${high}`;
    throw new KeptError('invalid-argument', `${readablePath(id)} must be ${range}, not ${value}`);
  }
  const certain = fixed(value, quantity.evidence, quantity.source, quantity.given);
  const parameter = parameterDescriptions.find(({ name }) => id === quantityId('assumptions', name));
  if (!parameter) return replace(scenario, quantity, certain);
  const { world } = scenario;
  return {
    ...scenario,
    world: { ...world, assumptions: { ...world.assumptions, [parameter.name]: certain } },
  };
}

/** A copy in which one object stands for another; what does not hold it is shared. */
function replace<T>(value: T, wanted: Quantity, instead: Quantity): T {
  if (value === (wanted as unknown)) return instead as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => replace(item, wanted, instead));
    return items.every((item, index) => item === value[index]) ? value : (items as T);
  }
  const entries = Object.entries(value).map(
    ([key, inner]) => [key, replace(inner, wanted, instead)] as const,
  );
  const same = entries.every(([key, inner]) => inner === value[key as keyof T]);
  return same ? value : (Object.fromEntries(entries) as T);
}
