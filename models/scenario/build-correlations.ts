import { type Correlation, createCopula } from '../core/copula.ts';
import { didYouMean } from '../core/did-you-mean.ts';
import { type ListedQuantity, listQuantities, readablePath } from './list-quantities.ts';
import type { Scenario } from './scenario.ts';
import type { UnderstoodFile } from './schema.ts';
import { complainPath, quote, type ReadContext } from './spot.ts';

/** Finds the numbers that correlations of a file name, and says what cannot be correlated. */
export function buildCorrelations(
  file: UnderstoodFile,
  scenario: Scenario,
  context: ReadContext,
): readonly Correlation[] {
  if (!file.correlations) return [];
  const known = nameQuantities(scenario);
  const pairs = new Map<string, number>();
  const correlations = file.correlations.flatMap(({ between, by }, index): Correlation[] => {
    const path = `correlations[${index}]`;
    const ids = between.map((name, k) => findQuantity(name, `${path}.between[${k}]`, known, context));
    const [one, other] = ids;
    if (one === undefined || other === undefined) return [];
    if (one === other) {
      const message = `names ${quote(between[0])} twice; a number goes with itself anyway`;
      complainPath(context, `${path}.between`, 'conflict', message);
      return [];
    }
    const pair = [one, other].sort().join('\n');
    const earlier = pairs.get(pair);
    if (earlier !== undefined) {
      const message = `is the pair of correlations[${earlier}]; state it once`;
      complainPath(context, `${path}.between`, 'conflict', message);
    }
    pairs.set(pair, earlier ?? index);
    return [{ between: [one, other], by }];
  });
  if (context.problems.length === 0 && !createCopula(correlations)) {
    const message = 'contradict each other: no numbers go together like that; bring some of them nearer to 0';
    complainPath(context, 'correlations', 'conflict', message);
  }
  return correlations;
}

/** Quantities by the path that `kept explain` shows; inputs and assumptions by their bare names too. */
function nameQuantities(scenario: Scenario): ReadonlyMap<string, ListedQuantity> {
  const known = new Map<string, ListedQuantity>();
  for (const entry of listQuantities(scenario)) {
    const path = readablePath(entry.id);
    known.set(path, entry);
    const [, bare] = /^(?:inputs|assumptions)\.([^.]+)$/.exec(path) ?? [];
    // An input is the writer's own word, so that it goes before a parameter of the same name; inputs come first.
    if (bare !== undefined && !known.has(bare)) known.set(bare, entry);
  }
  return known;
}

function findQuantity(
  name: string,
  path: string,
  known: ReadonlyMap<string, ListedQuantity>,
  context: ReadContext,
): string | undefined {
  const found = known.get(name);
  if (!found) {
    const hint = didYouMean(name, known.keys()) || '; kept explain lists them';
    return complainPath(context, path, 'unknown-name', `no number is called ${quote(name)}${hint}`);
  }
  const refused = refuse(found);
  return refused === undefined
    ? found.id
    : complainPath(context, path, 'conflict', `${quote(name)} ${refused}`);
}

function refuse({ id, quantity: { belief } }: ListedQuantity): string | undefined {
  if (id.startsWith('plans.')) return 'belongs to a plan; only what is believed of the world is correlated';
  if (belief.kind === 'formula') return 'is a formula; correlate its inputs instead';
  if (belief.kind === 'fixed') return 'is certain; give it a range, or leave it out';
  return undefined;
}
