import {
  formatChance,
  type ImpactResult,
  type PlanComparison,
  type PlanResult,
  type RunResult,
  type Summary,
} from '../../models/index.ts';
import {
  formatCount,
  formatFigure,
  formatNumber,
  formatPercent,
  formatSignedMoney,
  isOneOfHundred,
} from '../format.ts';
import { text } from './text.ts';

/** A figure of one plan. */
export interface FigureCell {
  readonly value: string;
  /** Its 80 % interval, or what else is small beneath it. */
  readonly under: string;
  readonly costs: boolean;
}

export interface FigureRow {
  readonly name: string;
  readonly sub: string;
  readonly cells: readonly FigureCell[];
}

/** A plan with its impact; doing nothing has none. */
export interface ComparedPlanResult extends PlanResult {
  readonly impact: ImpactResult;
}

export function plansOf(result: RunResult): ComparedPlanResult[] {
  return result.plans.filter((plan): plan is ComparedPlanResult => plan.impact !== undefined);
}

/** The headline figures of all plans, one row a figure. */
export function figureRows(result: RunResult): FigureRow[] {
  const plans = plansOf(result);
  const { draws } = result.engine;
  const money = (value: number) => formatSignedMoney(value, result.scenario.currency);
  const { rows } = text;
  const row = (
    name: string,
    sub: string,
    cell: (plan: ComparedPlanResult) => Partial<FigureCell>,
  ): FigureRow => ({
    name,
    sub,
    cells: plans.map((plan) => ({ value: '–', under: '', costs: false, ...cell(plan) })),
  });
  const chances = new Map(result.comparison?.regrets.map(({ plan, chanceBest }) => [plan, chanceBest]));
  return [
    row(rows.profit, rows.profitSub, ({ impact: { profit } }) => ({
      ...summaryCell(profit, money),
      costs: profit.mean < 0,
    })),
    row(rows.chance, '', ({ impact: { chanceOfLoss } }) => ({
      value: formatChance(chanceOfLoss, draws),
      costs: chanceOfLoss >= 0.1,
    })),
    row(rows.lost, rows.profitSub, ({ impact: { customersLost, attrition } }) => ({
      value: `${formatCount(customersLost.mean)}, ${formatPercent(attrition.mean)}`,
      under: intervalOf(customersLost, formatCount),
    })),
    row(rows.breakEven, rows.breakEvenSub, ({ impact }) => breakEvenCell(impact)),
    ...(chances.size > 0
      ? [row(rows.best, rows.bestSub, ({ name }) => ({ value: formatChance(chances.get(name) ?? 0, draws) }))]
      : []),
    ...plans[0].kpis.map(({ name, unit }, at) =>
      row(name, unit, ({ kpis }) => {
        const value = kpis[at]?.value;
        return value ? summaryCell(value, formatFigure) : {};
      }),
    ),
  ];
}

function summaryCell(summary: Summary, write: (value: number) => string): Partial<FigureCell> {
  return { value: write(summary.mean), under: intervalOf(summary, write) };
}

function intervalOf({ low80, high80 }: Summary, write: (value: number) => string): string {
  return text.interval(write(low80), write(high80));
}

function breakEvenCell({ breakEvenAttrition, breakEvenNulls }: ImpactResult): Partial<FigureCell> {
  if (breakEvenAttrition) return summaryCell(breakEvenAttrition, (value) => formatPercent(value));
  const { 'always pays': always, 'never pays': never } = breakEvenNulls;
  return always + never === 0 ? {} : { value: always > never ? text.alwaysPays : text.neverPays };
}

/** "14 of 100"; what no number of draws can show has a bound, as in `formatChance`. */
export function ofHundred(chance: number, draws: number): string {
  const bound = Math.max(1, Math.ceil(300 / draws));
  if (!isOneOfHundred(chance)) return text.fewer(bound);
  if (chance >= 0.995) return text.more(100 - bound);
  return text.of100(formatNumber(chance * 100));
}

/** The chance that a plan loses money, with what stands before it and what follows it. */
export interface PlanVerdict {
  readonly before: string;
  readonly chance: string;
  readonly after: string;
  /** Whether a loss is likely enough to be written in the colour of costs. */
  readonly costs: boolean;
}

/** The verdict on the plan that is chosen. */
export function verdictOf(result: RunResult, chosen: string): PlanVerdict {
  const plans = plansOf(result);
  const { draws } = result.engine;
  const plan = plans.find(({ name }) => name === chosen) ?? plans[0];
  const { chanceOfLoss } = plan.impact;
  const chance = ofHundred(chanceOfLoss, draws);
  const costs = isOneOfHundred(chanceOfLoss);
  const say = ([before, after]: readonly [string, string]) => ({ before, chance, after, costs });
  const { comparison } = result;
  if (!comparison) return say(text.verdictOne(plan.name));
  const [best] = [...comparison.regrets].sort((one, other) => one.regret - other.regret);
  if (best.plan === plan.name) return say(text.verdictBest(plan.name, ofHundred(best.chanceBest, draws)));
  const other = plans.find(({ name }) => name === best.plan);
  if (!other) return say(text.verdictNothing(plan.name));
  const better = findPair(comparison, other.name, plan.name);
  return say(
    text.verdictOther(
      plan.name,
      other.name,
      ofHundred(other.impact.chanceOfLoss, draws),
      ofHundred(better?.chanceBetter ?? 0, draws),
    ),
  );
}

type Pair = PlanComparison['pairs'][number];

/** A pair with `plan` first, whichever way it stands in the result. */
export function findPair({ pairs }: PlanComparison, plan: string, other: string): Pair | undefined {
  const pair = pairs.find((each) => each.plan === plan && each.other === other);
  if (pair) return pair;
  const turned = pairs.find((each) => each.plan === other && each.other === plan);
  return (
    turned && {
      ...turned,
      plan,
      other,
      chanceBetter: 1 - turned.chanceBetter,
      difference: -turned.difference,
    }
  );
}

/** More runs than this are none that anybody waits for. */
const mostRuns = 1_000_000;

/**
 * Runs in all after which a pair will be told apart if it stays as it is; `null` where that is out of reach.
 *
 * Equation  n ≥ 4·p·(1 − p) / (p − ½)² and n ≥ n₀·(2·e / d)²: two standard errors of the chance p, and of the mean
 *           difference d whose error after n₀ runs is e
 */
export function runsToTell(
  { chanceBetter: chance, difference, differenceError }: Pair,
  draws: number,
): number | null {
  const [byChance, byMean] = [
    (4 * chance * (1 - chance)) / ((chance - 0.5) * (chance - 0.5)),
    draws * ((2 * differenceError) / difference) * ((2 * differenceError) / difference),
  ];
  const needed = Math.max(byChance, byMean);
  return Number.isFinite(needed) && needed <= mostRuns ? Math.ceil(needed) : null;
}

/** What each pair of neighbours by mean profit comes to, in sentences. */
export function pairSentences(result: RunResult): string[] {
  const { comparison, engine } = result;
  if (!comparison) return [];
  const names = plansOf(result)
    .toSorted((one, other) => other.impact.profit.mean - one.impact.profit.mean)
    .map(({ name }) => name);
  return names.slice(1).flatMap((other, at) => {
    const pair = findPair(comparison, names[at], other);
    return pair ? [sentenceOf(pair, engine.draws)] : [];
  });
}

function sentenceOf(pair: Pair, draws: number): string {
  const { plan, other, chanceBetter, distinguishable } = pair;
  const share = (value: number) => formatNumber(value * 100);
  if (distinguishable) return text.beats(plan, other, ofHundred(chanceBetter, draws));
  const needed = runsToTell(pair, draws);
  const more = needed === null ? text.noRuns : text.moreRuns(roundUp(Math.max(1, needed - draws)));
  return `${text.notDistinct(plan, other, share(chanceBetter), share(1 - chanceBetter))} ${more}`;
}

/** To one figure, so that the sentence does not claim to know. */
function roundUp(count: number): number {
  const unit = 10 ** Math.floor(Math.log10(count));
  return Math.ceil(count / unit) * unit;
}
