import { KeptError } from '../core/errors.ts';
import { compileFormula } from '../core/formula.ts';
import type { Sample } from '../engine/sample.ts';
import type { Trajectory } from '../engine/simulate.ts';
import { type Kpi, kpiSeries, type Scenario } from '../scenario/scenario.ts';
import { discountFactors } from './break-even.ts';
import { type Impact, presentProfit } from './impact.ts';

/** What is kept of one plan in one draw. Arrays over months 0..T. */
export interface DrawRecord {
  readonly series: { readonly [name in (typeof firmSeries)[number]]: Float64Array };
  /** How customers, boardroom and people see it. */
  readonly views: { readonly [name in (typeof viewSeries)[number]]: Float64Array };
  /** The contact centre, where there is one. */
  readonly centre?: { readonly [name in (typeof centreSeries)[number]]: Float64Array };
  readonly segments: readonly {
    readonly customersStart: number;
    readonly customersEnd: number;
    readonly leavers: number;
    readonly profit: number;
    readonly tradedDown: number;
  }[];
  /** `NaN` where the formula has no value. */
  readonly kpis: readonly number[];
  readonly impact?: Impact;
}

export const firmSeries = [
  'customers',
  'leavers',
  'joiners',
  'revenue',
  'costs',
  'profit',
  'satisfaction',
] as const;

export const viewSeries = ['promiseGap', 'promoterScore', 'superior', 'believedSuperior', 'morale'] as const;
export const centreSeries = ['wait', 'serviceLevel', 'abandoned', 'occupancy'] as const;

/** Reduces a run to what results are made of, and evaluates the user's own figures. */
export function createRecorder(scenario: Scenario) {
  const names = [...kpiSeries, ...scenario.inputs.map((input) => input.name)];
  const kpis = scenario.kpis.map((kpi) => ({ kpi, evaluate: compileFormula(kpi.tree, names) }));
  return (run: Trajectory, sample: Sample, impact?: Impact): DrawRecord => {
    const series = sumSegments(run);
    const inputs = scenario.inputs.map((input) => sample.of(input.quantity));
    const discounts = discountFactors(run.months, run.monthlyDiscount);
    const record = {
      series,
      views: viewsOf(run),
      ...(run.firm.centre && { centre: run.firm.centre }),
      segments: run.segments.map((segment) => ({
        customersStart: segment.customers[0],
        customersEnd: segment.customers[run.months],
        leavers: segment.leavers.reduce((sum, value) => sum + value, 0),
        profit: presentProfit(segment, discounts),
        tradedDown: segment.tradedDown,
      })),
      kpis: kpis.map(({ kpi, evaluate }) => evaluateKpi(kpi, evaluate, series, inputs, run.months)),
    };
    return impact ? { ...record, impact } : record;
  };
}

function sumSegments(run: Trajectory): DrawRecord['series'] {
  const series = Object.fromEntries(firmSeries.map((name) => [name, new Float64Array(run.months + 1)])) as {
    [name in (typeof firmSeries)[number]]: Float64Array;
  };
  for (let month = 0; month <= run.months; month++) {
    for (const segment of run.segments) {
      series.customers[month] += segment.customers[month];
      series.leavers[month] += segment.leavers[month];
      series.joiners[month] += segment.joiners[month];
      series.revenue[month] += segment.revenue[month];
      series.costs[month] += segment.costs[month];
      series.profit[month] += segment.revenue[month] - segment.costs[month];
    }
  }
  series.satisfaction.set(meanOfSegments(run, ({ satisfaction }) => satisfaction));
  return series;
}

function viewsOf(run: Trajectory): DrawRecord['views'] {
  const { superior, believedSuperior } = run.boardroom;
  return {
    promiseGap: meanOfSegments(run, ({ promiseGap }) => promiseGap),
    promoterScore: meanOfSegments(run, ({ promoterScore }) => promoterScore),
    superior,
    believedSuperior,
    morale: run.firm.morale,
  };
}

/** Mean over the customers who were there; of nobody there is nothing new to say. */
function meanOfSegments(
  run: Trajectory,
  of: (segment: Trajectory['segments'][number]) => Float64Array,
): Float64Array {
  const means = new Float64Array(run.months + 1);
  for (let month = 0; month <= run.months; month++) {
    let [sum, customers] = [0, 0];
    for (const segment of run.segments) {
      const present = segment.customers[Math.max(0, month - 1)];
      sum += present * of(segment)[month];
      customers += present;
    }
    means[month] = customers > 0 ? sum / customers : means[month - 1];
  }
  return means;
}

function evaluateKpi(
  kpi: Kpi,
  evaluate: (values: Float64Array) => number,
  series: DrawRecord['series'],
  inputs: readonly number[],
  months: number,
): number {
  const first = kpi.over === 'end' ? months : 1;
  let total = 0;
  for (let month = first; month <= months; month++) {
    const values = kpiSeries.map((name) => (name === 'month' ? month : series[name][month]));
    total += valueOrNaN(evaluate, Float64Array.from([...values, ...inputs]));
  }
  return kpi.over === 'mean' ? total / months : total;
}

/** A formula without a value in some draw (a division by zero, say) is counted, not hidden. */
function valueOrNaN(evaluate: (values: Float64Array) => number, values: Float64Array): number {
  try {
    return evaluate(values);
  } catch (error) {
    if (error instanceof KeptError && error.code === 'formula-not-finite') return Number.NaN;
    throw error;
  }
}
