import type { Scenario } from '../scenario/scenario.ts';
import type { Impact } from './impact.ts';
import { centreSeries, type DrawRecord, firmSeries, viewSeries } from './record.ts';
import type { ImpactResult, MonthResult, PlanResult } from './result.ts';
import { summarise, summariseAll } from './summarise.ts';

/** Summaries of one plan over its draws. */
export function summarisePlan(
  name: string,
  scenario: Scenario,
  records: readonly DrawRecord[],
  beyondEvidence: readonly string[],
): PlanResult {
  const over = (of: (record: DrawRecord) => number) => summariseAll(records.map(of));
  const months = Array.from({ length: scenario.months }, (_, index) => {
    const month = index + 1;
    const series = [
      ...firmSeries.map((key) => [key, over((record) => record.series[key][month])]),
      ...viewSeries.map((key) => [key, over((record) => record.views[key][month])]),
      ...(records[0].centre
        ? centreSeries.map((key) => [key, over((record) => record.centre![key][month])])
        : []),
    ];
    return { month, ...Object.fromEntries(series) } as MonthResult;
  });
  const segments = scenario.world.segments.map((segment, s) => ({
    name: segment.name,
    customersStart: over((record) => record.segments[s].customersStart).mean,
    customersEnd: over((record) => record.segments[s].customersEnd),
    leavers: over((record) => record.segments[s].leavers),
    profit: over((record) => record.segments[s].profit),
    tradedDown: over((record) => record.segments[s].tradedDown),
  }));
  const kpis = scenario.kpis.map((kpi, k) => ({
    name: kpi.name,
    unit: kpi.unit,
    value: summarise(records.map((record) => record.kpis[k])),
  }));
  const impacts = records.flatMap((record) => record.impact ?? []);
  const plan = { name, months, segments, kpis };
  return impacts.length === 0
    ? plan
    : { ...plan, impact: summariseImpacts(impacts, scenario.months, beyondEvidence) };
}

function summariseImpacts(
  impacts: readonly Impact[],
  months: number,
  beyondEvidence: readonly string[],
): ImpactResult {
  const over = (of: (impact: Impact) => number) => summariseAll(impacts.map(of));
  const loss = impacts.filter((impact) => impact.profit < 0).length / impacts.length;
  const nulls = (reason: string) => impacts.filter((impact) => impact.breakEven.reason === reason).length;
  return {
    attrition: over((impact) => impact.attrition),
    peakAttrition: over((impact) => impact.peakAttrition),
    peakMonth: over((impact) => impact.peakMonth),
    customersLost: over((impact) => impact.customersLost),
    joinersForgone: over((impact) => impact.joinersForgone),
    customersEndDifference: over((impact) => impact.customersEndDifference),
    revenue: over((impact) => impact.revenue),
    profit: over((impact) => impact.profit),
    equity: over((impact) => impact.equity),
    profitWithEquity: over((impact) => impact.profitWithEquity),
    breakEvenAttrition: summarise(impacts.map((impact) => impact.breakEven.attrition ?? Number.NaN)),
    breakEvenNulls: { 'always pays': nulls('always pays'), 'never pays': nulls('never pays') },
    safetyMargin: summarise(impacts.map((impact) => impact.safetyMargin ?? Number.NaN)),
    chanceOfLoss: loss,
    chanceOfLossError: Math.sqrt((loss * (1 - loss)) / impacts.length),
    segments: impacts[0].segments.map((segment, s) => ({
      name: segment.name,
      attrition: over((impact) => impact.segments[s].attrition),
      profit: over((impact) => impact.segments[s].profit),
    })),
    months: Array.from({ length: months }, (_, index) => ({
      month: index + 1,
      customers: over((impact) => impact.customers[index + 1]),
      cumulativeProfit: over((impact) => impact.cumulativeProfit[index + 1]),
    })),
    dots: pickDots(impacts),
    beyondEvidence,
  };
}

/** One hundred draws, evenly spaced in order of their safety margin. */
function pickDots(impacts: readonly Impact[]): ImpactResult['dots'] {
  const withMargin = impacts.flatMap(({ attrition, safetyMargin, profit }) =>
    safetyMargin === null ? [] : [{ attrition, safetyMargin, profit }],
  );
  if (withMargin.length === 0) return [];
  withMargin.sort((a, b) => a.safetyMargin - b.safetyMargin);
  return Array.from({ length: 100 }, (_, k) => withMargin[Math.floor(((k + 0.5) / 100) * withMargin.length)]);
}
