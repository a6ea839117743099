import type { PlanComparison } from './result.ts';

/** A mean and its spread, draw by draw. */
interface Tally {
  draws: number;
  mean: number;
  /** Sum of squared distances from the mean. */
  squares: number;
}

/**
 * Compares plans by the profit each has over doing nothing, all in the same draw; `names` begins with doing nothing.
 *
 * Equation  regret of a plan = mean over draws of (the best profit of the draw, doing nothing included, less the plan's);
 *           two plans are distinguishable when the mean of their difference lies more than 2 standard errors from 0
 *           and the chance that one beats the other more than 2 from ½; draws alike count half
 * Source    regret: Savage (1951), The theory of statistical decision; means and squares: Welford (1962)
 */
export function createPlanComparison(names: readonly string[]) {
  const regrets = names.map(() => ({ ...newTally(), best: 0 }));
  const pairs = names
    .slice(2)
    .flatMap((_, k) =>
      names.slice(1, k + 2).map((_, i) => ({ first: i + 1, second: k + 2, wins: 0, ...newTally() })),
    );
  return {
    /** Takes the profits of one draw, that of doing nothing being 0. */
    add(profits: ArrayLike<number>): void {
      let best = 0;
      for (let p = 1; p < names.length; p++) if (profits[p] > profits[best]) best = p;
      regrets[best].best++;
      for (const [p, regret] of regrets.entries()) count(regret, profits[best] - profits[p]);
      for (const pair of pairs) {
        const difference = profits[pair.first] - profits[pair.second];
        pair.wins += difference > 0 ? 1 : difference === 0 ? 0.5 : 0;
        count(pair, difference);
      }
    },
    result: (): PlanComparison => ({
      regrets: regrets.map((regret, p) => ({
        plan: names[p],
        regret: regret.mean,
        regretError: errorOfMean(regret),
        chanceBest: regret.best / regret.draws,
      })),
      pairs: pairs.map((pair) => {
        const chance = pair.wins / pair.draws;
        const chanceError = Math.sqrt((chance * (1 - chance)) / pair.draws);
        const differenceError = errorOfMean(pair);
        return {
          ...{ plan: names[pair.first], other: names[pair.second] },
          ...{ chanceBetter: chance, chanceBetterError: chanceError },
          ...{ difference: pair.mean, differenceError },
          distinguishable:
            Math.abs(pair.mean) > 2 * differenceError && Math.abs(chance - 0.5) > 2 * chanceError,
        };
      }),
    }),
  };
}

function newTally(): Tally {
  return { draws: 0, mean: 0, squares: 0 };
}

function count(tally: Tally, value: number): void {
  const distance = value - tally.mean;
  tally.draws++;
  tally.mean += distance / tally.draws;
  tally.squares += distance * (value - tally.mean);
}

/** One draw says nothing about its own error. */
function errorOfMean({ draws, squares }: Tally): number {
  return draws < 2 ? 0 : Math.sqrt(squares / (draws - 1) / draws);
}
