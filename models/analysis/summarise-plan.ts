import type { Plan, Scenario } from '../scenario/scenario.ts';
import type { Impact } from './impact.ts';
import { centreSeries, type DrawRecord, firmSeries, viewSeries } from './record.ts';
import type { ImpactResult, MonthResult, PlanResult, Summary } from './result.ts';
import { type Figure, required } from './summarise.ts';

/** Dots are picked out of the first draws only; a hundred of them show no more. */
const drawsForDots = 2048;

/** The figures of an impact that are in every draw; they come first. */
const impactFigures = [
  'attrition',
  'peakAttrition',
  'peakMonth',
  'customersLost',
  'joinersForgone',
  'customersEndDifference',
  'revenue',
  'profit',
  'equity',
  'profitWithEquity',
] as const;

/** Where the profit of the impact stands among the figures of a plan. */
export const profitAt = impactFigures.indexOf('profit');
const attritionAt = impactFigures.indexOf('attrition');
const safetyMarginAt = impactFigures.length + 1;

type Dot = ImpactResult['dots'][number];

/** The numbers of one plan in one draw, in the order in which `summarisePlan` takes them. */
export function figuresOf(record: DrawRecord, months: number): number[] {
  const figures = record.impact ? figuresOfImpact(record.impact, months) : [];
  for (let month = 1; month <= months; month++) {
    for (const key of firmSeries) figures.push(record.series[key][month]);
    for (const key of viewSeries) figures.push(record.views[key][month]);
    if (record.centre) for (const key of centreSeries) figures.push(record.centre[key][month]);
  }
  for (const { customersStart, customersEnd, leavers, profit, tradedDown } of record.segments) {
    figures.push(customersStart, customersEnd, leavers, profit, tradedDown);
  }
  figures.push(...record.kpis);
  return figures;
}

function figuresOfImpact(impact: Impact, months: number): number[] {
  const { breakEven, safetyMargin, profit } = impact;
  const figures: number[] = impactFigures.map((key) => impact[key]);
  figures.push(breakEven.attrition ?? Number.NaN, safetyMargin ?? Number.NaN);
  for (const flag of [breakEven.reason === 'always pays', breakEven.reason === 'never pays', profit < 0]) {
    figures.push(flag ? 1 : 0);
  }
  for (const segment of impact.segments) figures.push(segment.attrition, segment.profit);
  for (let month = 1; month <= months; month++) {
    figures.push(impact.customers[month], impact.cumulativeProfit[month]);
  }
  return figures;
}

/** Summaries of a plan from its figures over `draws`; `shown` is for a plan that is not doing nothing. */
export function summarisePlan(
  { name }: Plan,
  scenario: Scenario,
  figures: readonly Figure[],
  draws: number,
  shown?: Pick<ImpactResult, 'dots' | 'beyondEvidence'>,
): PlanResult {
  const each = figures[Symbol.iterator]();
  const next = (): Figure => each.next().value!;
  const take = (): Summary => required(next().summary());
  const impact = shown && { ...summariseImpact(scenario, next, draws), ...shown };
  const series = [...firmSeries, ...viewSeries, ...(scenario.world.operations ? centreSeries : [])];
  const months = Array.from({ length: scenario.months }, (_, index) => {
    const summaries = series.map((key) => [key, take()]);
    return { month: index + 1, ...Object.fromEntries(summaries) } as MonthResult;
  });
  const segments = scenario.world.segments.map((segment) => ({
    name: segment.name,
    customersStart: take().mean,
    customersEnd: take(),
    leavers: take(),
    profit: take(),
    tradedDown: take(),
  }));
  const kpis = scenario.kpis.map((kpi) => ({ name: kpi.name, unit: kpi.unit, value: next().summary() }));
  return { name, months, segments, kpis, ...(impact && { impact }) };
}

function summariseImpact(
  scenario: Scenario,
  next: () => Figure,
  draws: number,
): Omit<ImpactResult, 'dots' | 'beyondEvidence'> {
  const take = (): Summary => required(next().summary());
  const figures = Object.fromEntries(impactFigures.map((key) => [key, take()])) as Pick<
    ImpactResult,
    (typeof impactFigures)[number]
  >;
  const breakEvenAttrition = next().summary();
  const safetyMargin = next().summary();
  const breakEvenNulls = { 'always pays': next().total, 'never pays': next().total };
  const loss = next().total / draws;
  return {
    ...figures,
    breakEvenAttrition,
    breakEvenNulls,
    safetyMargin,
    chanceOfLoss: loss,
    chanceOfLossError: Math.sqrt((loss * (1 - loss)) / draws),
    segments: scenario.world.segments.map(({ name }) => ({ name, attrition: take(), profit: take() })),
    months: Array.from({ length: scenario.months }, (_, index) => ({
      month: index + 1,
      customers: take(),
      cumulativeProfit: take(),
    })),
  };
}

/** Keeps what the dots are picked from. */
export function createDots() {
  const kept: Dot[] = [];
  let draws = 0;
  return {
    /** Takes the figures of a plan in one draw. */
    add(figures: Float64Array): void {
      const safetyMargin = figures[safetyMarginAt];
      if (draws++ >= drawsForDots || Number.isNaN(safetyMargin)) return;
      kept.push({ attrition: figures[attritionAt], safetyMargin, profit: figures[profitAt] });
    },
    /** Numbers held. */
    get held() {
      return 3 * kept.length;
    },
    /** One hundred draws, evenly spaced in order of their safety margin; empty when none has one. */
    pick(): readonly Dot[] {
      if (kept.length === 0) return [];
      const ordered = [...kept].sort((a, b) => a.safetyMargin - b.safetyMargin);
      return Array.from({ length: 100 }, (_, k) => ordered[Math.floor(((k + 0.5) / 100) * ordered.length)]);
    },
  };
}
