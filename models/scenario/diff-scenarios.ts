import { quantileOf } from '../core/distributions.ts';
import type { Quantity } from '../core/quantity.ts';
import type { Scenario } from './scenario.ts';

/** One place in which two scenarios differ. */
export interface ScenarioDifference {
  /** Where, such as `world.segments[Everyone].price.mean`; entries of a list by name, or by number from 1. */
  readonly path: string;
  /** What stands there, numbers in base units; `null` where nothing does. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What stands at each place of a scenario; a group of places stands before them, without a text of its own. */
type Places = ReadonlyMap<string, string | null>;

/** How a group is called that one scenario has and the other has not. */
const group = 'stated';

/** Places at which two scenarios differ, in the order of the first; of a group that only one has, the group alone. */
export function diffScenarios(before: Scenario, after: Scenario): ScenarioDifference[] {
  const [from, to] = [placesOf(before), placesOf(after)];
  const found: ScenarioDifference[] = [];
  for (const [path, text] of from) {
    if (!to.has(path)) found.push({ path, before: text ?? group, after: null });
    else if (text !== to.get(path)) found.push({ path, before: text ?? group, after: to.get(path) ?? group });
  }
  for (const [path, text] of to) {
    if (!from.has(path)) found.push({ path, before: null, after: text ?? group });
  }
  const lone = found.filter((each) => each.before === null || each.after === null).map(({ path }) => path);
  const within = (path: string) =>
    lone.some((outer) => path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`));
  return found.filter(({ path }) => !within(path));
}

/** What is believed of the world, without plans and words: the inputs that two runs may differ in. */
export function diffInputs(scenarios: readonly Scenario[]): { path: string; values: (string | null)[] }[] {
  const places = scenarios.map(({ months, discountRatePerYear, inputs, correlations, world }) =>
    placesOf({ months, discountRatePerYear, inputs, ...(correlations && { correlations }), world }),
  );
  const paths = [...new Set(places.flatMap((each) => [...each.keys()]))];
  return paths.flatMap((path) => {
    const values = places.map((each) => each.get(path) ?? null);
    return values.some((value) => value !== values[0]) ? [{ path, values }] : [];
  });
}

function placesOf(scenario: Partial<Scenario>): Places {
  const places = new Map<string, string | null>();
  const visit = (value: unknown, path: string): void => {
    if (value === undefined) return;
    if (isQuantity(value)) places.set(path, describeQuantity(value));
    else if (Array.isArray(value)) {
      if (path !== '') places.set(path, null);
      for (const [index, item] of value.entries()) visit(item, `${path}[${nameOf(item) ?? index + 1}]`);
    } else if (typeof value === 'object' && value !== null) {
      if (path !== '') places.set(path, null);
      for (const [key, item] of Object.entries(value)) {
        // A formula's text says what its tree says.
        if (key !== 'tree') visit(item, path === '' ? key : `${path}.${key}`);
      }
    } else places.set(path, String(value));
  };
  visit(scenario, '');
  return places;
}

function nameOf(item: unknown): string | undefined {
  const { name } = (item ?? {}) as { readonly name?: unknown };
  return typeof name === 'string' ? name : undefined;
}

function isQuantity(value: unknown): value is Quantity {
  return typeof value === 'object' && value !== null && 'belief' in value && 'evidence' in value;
}

/** `0.02 (0.015 to 0.026), expert`: median, 80 % interval and evidence. */
function describeQuantity({ belief, evidence }: Quantity): string {
  if (belief.kind === 'formula') return `= ${belief.text}, ${evidence}`;
  if (belief.kind === 'fixed') return `${short(belief.value)}, ${evidence}`;
  const [low, middle, high] = [0.1, 0.5, 0.9].map((share) => short(quantileOf(belief, share)));
  return `${middle} (${low} to ${high}), ${evidence}`;
}

function short(value: number): string {
  return `${Number(value.toPrecision(6))}`;
}
