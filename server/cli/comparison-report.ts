import type { PlanComparison, RunResult } from '../../models/index.ts';
import { formatTable } from './table.ts';
import { moneyWriter, percentWriter } from './write-numbers.ts';

type Pair = PlanComparison['pairs'][number];

/** Plans against each other: what each gives up, and whether each beats the one that comes next by mean profit. */
export function comparisonLines(result: RunResult, width: number): string[] {
  const { comparison } = result;
  if (!comparison) return [];
  const { regrets } = comparison;
  const money = moneyWriter(
    result.scenario.currency,
    regrets.map(({ regret }) => regret),
  );
  const percent = percentWriter([1]);
  // The plan with the least regret is the one with the most profit on average.
  const ranked = [...regrets].sort((a, b) => a.regret - b.regret);
  const table = ranked.map(({ plan, regret, regretError, chanceBest }) => [
    plan,
    money(regret),
    `standard error ${money(regretError)}`,
    percent(chanceBest),
  ]);
  const names = ranked.map(({ plan }) => plan).filter((plan) => plan !== result.plans[0].name);
  const duels = names.slice(1).map((other, k) => duelLine(findPair(comparison, names[k], other), percent));
  return [
    ...formatTable([['', 'regret', '', 'is best in'], ...table], width),
    ...(duels.length === 0 ? [] : ['', ...duels]),
  ];
}

interface Duel
  extends Pick<Pair, 'plan' | 'other' | 'chanceBetter' | 'chanceBetterError' | 'distinguishable'> {}

function findPair({ pairs }: PlanComparison, plan: string, other: string): Duel {
  const pair = pairs.find((each) => each.plan === plan && each.other === other);
  if (pair) return pair;
  const turned = pairs.find((each) => each.plan === other && each.other === plan)!;
  return { ...turned, plan, other, chanceBetter: 1 - turned.chanceBetter };
}

function duelLine(duel: Duel, percent: (share: number) => string): string {
  const { plan, other, chanceBetter, chanceBetterError, distinguishable } = duel;
  const said = `${plan} beats ${other} in ${percent(chanceBetter)} of draws (standard error ${percent(chanceBetterError)})`;
  return distinguishable ? `${said}.` : `${said}: not yet distinguishable.`;
}
