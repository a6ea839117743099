import { didYouMean } from '../core/did-you-mean.ts';
import { checkLevels } from './check-values.ts';
import { applyDecisions } from './decision.ts';
import { segmentMeasures, shareMeasures } from './goal.ts';
import type { Scenario } from './scenario.ts';
import type { FileSketch } from './schema.ts';
import type { WrittenBound } from './schema-optimise.ts';
import { complainPath, quote, type ReadContext } from './spot.ts';

type KeepSketch = NonNullable<NonNullable<NonNullable<FileSketch['optimise']>['keep']>[number]>;

/** The goal names a plan with something to decide, and bounds that its figures can have. */
export function checkOptimise(file: FileSketch, context: ReadContext): void {
  const { optimise } = file;
  if (optimise === undefined) return;
  checkPlanName(optimise.plan, file.plans ?? [], context);
  const segments = file.world?.segments?.map((segment) => segment?.name) ?? [];
  optimise.keep?.forEach((keep, index) => {
    if (keep) checkKeep(keep, `optimise.keep[${index}]`, segments, context);
  });
}

function checkPlanName(
  wanted: string | undefined,
  plans: NonNullable<FileSketch['plans']>,
  context: ReadContext,
): void {
  const names = plans.map((plan) => plan?.name);
  // A plan that could not be read may be the one that is meant.
  if (wanted === undefined || names.includes(undefined)) return;
  const index = names.indexOf(wanted);
  const refuse = (code: 'unknown-name' | 'missing', message: string) =>
    complainPath(context, 'optimise.plan', code, message);
  if (index < 0) {
    const known = names as string[];
    const hint = didYouMean(wanted, known) || `; known are ${known.join(', ')}`;
    refuse('unknown-name', `no plan is called ${quote(wanted)}${hint}`);
  } else if (
    !context.decisions.some(({ path }) => path.startsWith(`plans[${index}].`)) &&
    !context.problems.some(({ path }) => path.startsWith(`plans[${index}]`))
  ) {
    const example = 'such as price: { by: { free: 0 % to 20 %, start: 8 % } }';
    refuse('missing', `${quote(wanted)} leaves nothing free; give it a number to search, ${example}`);
  }
}

function checkKeep(
  { measure, segments, atMost, atLeast }: KeepSketch,
  path: string,
  names: readonly (string | undefined)[],
  context: ReadContext,
): void {
  if (measure === undefined) return;
  if (segments !== undefined && !segmentMeasures.includes(measure)) {
    const message = `${measure} is a figure of the firm; leave segments out, or keep ${segmentMeasures.join(', ')}`;
    complainPath(context, `${path}.segments`, 'conflict', message);
  }
  if (segments !== undefined && segments !== 'each' && !names.includes(undefined)) {
    segments.forEach((name, index) => {
      if (names.includes(name)) return;
      const hint = didYouMean(name, names as string[]) || `; known are ${names.join(', ')}`;
      const place = `${path}.segments[${index}]`;
      complainPath(context, place, 'unknown-name', `no segment is called ${quote(name)}${hint}`);
    });
  }
  const isShare = shareMeasures.includes(measure);
  for (const [key, bound] of [
    ['atMost', atMost],
    ['atLeast', atLeast],
  ] as const) {
    const refused = bound && refuseBound(bound, isShare, measure === 'chanceOfLoss');
    if (refused) complainPath(context, `${path}.${key}`, 'out-of-range', refused);
  }
}

function refuseBound(
  { value, isPercent }: WrittenBound,
  isShare: boolean,
  isChance: boolean,
): string | undefined {
  if (!isShare) return isPercent ? 'is a percent; this figure is money or customers' : undefined;
  if (value >= (isChance ? 0 : -1) && value <= 1) return undefined;
  return `must lie between ${isChance ? 0 : -100} % and 100 %; write shares in percent, such as 8 %`;
}

/** No bound of a free number may lead a price, a promise or a staff off its scale. */
export function checkExtremes(scenario: Scenario, context: ReadContext): void {
  const { decisions = [] } = scenario;
  for (const end of ['low', 'high'] as const) {
    if (decisions.length === 0 || context.problems.length > 0) return;
    const plans = scenario.plans.map((plan) => {
      const own = decisions.filter((decision) => decision.plan === plan.name);
      return applyDecisions(
        plan,
        own,
        // Months move nothing off a scale, but would reorder the actions.
        own.map(({ bounds }) => (bounds.form === 'amount' ? bounds[end] : bounds.start)),
      );
    });
    checkLevels({ ...scenario, plans }, context);
  }
}
