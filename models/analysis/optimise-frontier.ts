import type { Goal } from '../scenario/goal.ts';
import { type Candidate, type Ledger, objectiveColumn, standardColumns } from './candidate-ledger.ts';
import type { DecisionSpace, Point } from './decision-space.ts';
import { writeValues } from './describe-optimum.ts';
import type { Frontier } from './optimise-result.ts';
import type { SearchResult } from './optimise-search.ts';
import { searchPattern } from './pattern-search.ts';

/** Limits of attrition between the calmest and the most gainful plan for which the gain is sought. */
const limits = 5;
const mostPoints = 9;

/**
 * The frontier of gain against attrition: plans of which none has both more gain and less attrition. Every plan
 * measured on the way counts; between them the gain is sought under limits of attrition. Conditions are left aside,
 * so that one sees what they cost.
 *
 * Source   Haimes, Lasdon & Wismer (1971), the ε-constraint method
 */
export async function findFrontier(
  space: DecisionSpace,
  ledger: Ledger,
  goal: Goal,
  { best, sifted, narrowed, cutShort }: SearchResult,
): Promise<Frontier> {
  const measure = gainOf(goal);
  const gainColumn = measure === goal.measure ? objectiveColumn : standardColumns[measure as 'profit'];
  const gain = (candidate: Candidate, draws: number) => ledger.mean(candidate, gainColumn, draws).mean;
  const lost = (candidate: Candidate, draws: number) =>
    ledger.mean(candidate, standardColumns.attrition, draws).mean;
  const outer = (draws: number, candidates: readonly Candidate[]) =>
    nonDominated(candidates, (one) => [gain(one, draws), lost(one, draws)]);
  const ends = outer(sifted, ledger.candidates);
  const [calmest, busiest] = [lost(ends[0], sifted), lost(ends[ends.length - 1], sifted)];
  for (let k = 1; k <= limits && !cutShort && busiest > calmest; k++) {
    const limit = calmest + ((busiest - calmest) * k) / (limits + 1);
    const from = outer(sifted, ledger.candidates).filter((one) => lost(one, sifted) <= limit);
    await searchPattern(space, {
      ...{
        from: from[from.length - 1].point,
        mesh: 1 / 8,
        finest: 1 / 32,
        oblique: space.decisions.length > 1,
      },
      poll: async (points, held) => {
        const [current] = await ledger.measure([held], sifted);
        const tried = await ledger.measure(points, sifted);
        const within = tried.filter((one) => lost(one, sifted) <= limit);
        const top = within.reduce((a, b) => (gain(b, sifted) > gain(a, sifted) ? b : a), current);
        return top === current ? undefined : top.point;
      },
    });
  }
  const chosen = thinned(outer(sifted, ledger.candidates)).map(({ point }) => point);
  const measured = await ledger.measure([...chosen, best.point], narrowed);
  return {
    measure,
    draws: narrowed,
    points: outer(narrowed, measured).map((candidate) => ({
      values: writeValues(space, candidate.point as Point),
      gain: ledger.mean(candidate, gainColumn, narrowed),
      attrition: ledger.mean(candidate, standardColumns.attrition, narrowed),
      keepsAll: ledger.standing(candidate, narrowed).violation === 0,
    })),
  };
}

function gainOf({ direction, measure }: Goal): Frontier['measure'] {
  const gains = ['profit', 'profitWithEquity', 'equity', 'revenue'] as const;
  const own = gains.find((name) => name === measure);
  return direction === 'maximise' && own ? own : 'profit';
}

/** Those that no other beats in gain without more attrition, by attrition; of equals the first. */
export function nonDominated<Item>(
  items: readonly Item[],
  figures: (item: Item) => readonly [gain: number, attrition: number],
): Item[] {
  const known = items.map((item) => [item, figures(item)] as const);
  known.sort(([, a], [, b]) => a[1] - b[1] || b[0] - a[0]);
  let highest = Number.NEGATIVE_INFINITY;
  return known.flatMap(([item, [gain]]) => {
    if (gain <= highest) return [];
    highest = gain;
    return [item];
  });
}

/** At most so many, evenly along the frontier, its ends among them. */
function thinned<Item>(items: readonly Item[]): Item[] {
  if (items.length <= mostPoints) return [...items];
  return Array.from(
    { length: mostPoints },
    (_, k) => items[Math.round((k * (items.length - 1)) / (mostPoints - 1))],
  );
}
