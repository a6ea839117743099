import type { Quantity } from '../core/quantity.ts';
import type { CustomerTarget, Plan, Scenario } from './scenario.ts';
import { complainPath, type ReadContext } from './spot.ts';

/** Keys of an action that say when, to whom and why, and those that can be meant for some customers of a segment. */
const targetable = new Set('at announce segments customers reason notify price fee credit'.split(' '));

type TargetSketch = { readonly [key in keyof CustomerTarget]?: CustomerTarget[key] | undefined };

/** What is done to all customers of a segment cannot be meant for some of them. */
export function checkTarget(
  action: { readonly customers?: TargetSketch | undefined },
  path: string,
  context: ReadContext,
): void {
  if (action.customers === undefined) return;
  for (const [key, value] of Object.entries(action)) {
    if (value === undefined || targetable.has(key)) continue;
    const message = `reaches everybody in a segment, and customers: does not; put ${key} into an action of its own`;
    complainPath(context, `${path}.${key}`, 'conflict', message);
  }
}

/** Whether no customer can meet both: then two actions may set the same thing in one month. */
export function areDisjoint(a: TargetSketch | undefined, b: TargetSketch | undefined): boolean {
  if (!a || !b) return false;
  return excludes(a, b) || excludes(b, a);
}

/** Whether nobody above a line of the one is below a line of the other. */
function excludes(upper: TargetSketch, lower: TargetSketch): boolean {
  const { tenure, value, satisfaction } = upper;
  return (
    (tenure?.bound === 'at least' &&
      lower.tenure?.bound === 'under' &&
      tenure.months >= lower.tenure.months) ||
    (value?.end === 'top' && lower.value?.end === 'bottom' && value.share + lower.value.share <= 1 + 1e-9) ||
    (satisfaction?.bound === 'above' &&
      lower.satisfaction?.bound === 'below' &&
      satisfaction.level >= lower.satisfaction.level)
  );
}

/** Customers who all spend the same cannot be told apart by what they spend. */
export function checkTargetValues(
  plan: Plan,
  path: string,
  { world }: Scenario,
  best: (quantity: Quantity) => number,
  context: ReadContext,
): void {
  plan.actions.forEach(({ customers, segments }, index) => {
    if (!customers?.value) return;
    const alike = world.segments.find(
      ({ name, price }) => segments.includes(name) && !(best(price.spread) > 0),
    );
    if (!alike) return;
    const message = `needs customers who differ in value, and in ${alike.name} all pay one price; write its price as { mean, spread }`;
    complainPath(context, `${path}.actions[${index}].customers.value`, 'missing', message);
  });
}
