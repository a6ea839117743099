import { type CsvCell, type CsvFlavour, formatCsv } from './csv.ts';
import type { ImpactResult, PlanResult, RunResult, Summary } from './result.ts';

/** Columns of `kept run --csv`: one number a line, so that any tool can filter and pivot. */
export const csvColumns = ['plan', 'segment', 'month', 'measure', 'statistic', 'value'] as const;

/** Segment and month are empty where a figure has none. */
type Place = readonly [segment: string, month: number | ''];

/**
 * A result as CSV, by default as RFC 4180 has it. Numbers are unrounded; shares are fractions.
 *
 * Monthly series have a month, figures of a segment its name; an impact's measures begin with `impact.`, and its
 * counts and chances have the statistic `value`.
 */
export function formatResultCsv(result: RunResult, flavour?: CsvFlavour): string {
  const lines = result.plans.flatMap((plan) => planRows(plan).map((row) => [plan.name, ...row]));
  return formatCsv([csvColumns, ...lines], flavour);
}

function planRows(plan: PlanResult): CsvCell[][] {
  return [
    ...plan.months.flatMap(({ month, ...measures }) => figureRows(['', month], measures)),
    ...plan.segments.flatMap(({ name, ...measures }) => figureRows([name, ''], measures)),
    ...plan.kpis.flatMap(({ name, value }) => figureRows(['', ''], { [`kpi.${name}`]: value })),
    ...(plan.impact ? impactRows(plan.impact) : []),
  ];
}

function impactRows(impact: ImpactResult): CsvCell[][] {
  // Dots are a drawing of the draws and reasons are words; both are in the JSON.
  const { segments, months, dots: _dots, beyondEvidence: _reasons, breakEvenNulls, ...figures } = impact;
  return [
    ...figureRows(['', ''], prefixed(figures)),
    ...figureRows(['', ''], {
      'impact.breakEvenNulls.alwaysPays': breakEvenNulls['always pays'],
      'impact.breakEvenNulls.neverPays': breakEvenNulls['never pays'],
    }),
    ...months.flatMap(({ month, ...measures }) => figureRows(['', month], prefixed(measures))),
    ...segments.flatMap(({ name, ...measures }) => figureRows([name, ''], prefixed(measures))),
  ];
}

type Figures = Readonly<Record<string, Summary | number | null>>;

function prefixed(figures: Figures): Figures {
  return Object.fromEntries(
    Object.entries(figures).map(([measure, figure]) => [`impact.${measure}`, figure]),
  );
}

/** A figure that no draw has leaves no rows: there is no number to write. */
function figureRows(place: Place, figures: Figures): CsvCell[][] {
  return Object.entries(figures).flatMap(([measure, figure]) => {
    if (figure === null) return [];
    if (typeof figure === 'number') return [[...place, measure, 'value', figure]];
    return Object.entries(figure).map(([statistic, value]) => [...place, measure, statistic, value]);
  });
}
