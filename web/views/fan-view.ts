import type { BestFigures, ImpactResult, Summary } from '../../models/index.ts';
import type { FanData } from '../charts/difference-fan.ts';
import type { EndLabel } from '../charts/end-labels.ts';
import type { MonthRuler } from '../charts/month-ruler.ts';
import type { Sheet } from '../charts/sheet.ts';
import type { Band, Bands } from '../charts/signed-bands.ts';
import { customersFanTitle, profitFanTitle } from '../findings.ts';
import { calendarMonth, formatSignedCount, thin } from '../format.ts';
import type { Situation } from '../state/choice.ts';
import type { Model } from '../state/session.ts';
import { text } from '../text.ts';
import type { FigureWords } from './figure-words.ts';

export interface FanView extends FigureWords {
  readonly data: FanData | null;
  readonly ruler: MonthRuler;
  readonly format: (value: number) => string;
}

interface Measure {
  readonly sub: string;
  readonly title: (line: readonly number[]) => string;
  readonly format: (value: number) => string;
  readonly axis: (value: number) => string;
  readonly best: (month: BestFigures['months'][number]) => number;
  readonly draws: (month: ImpactResult['months'][number]) => Summary;
}

/** The fan of cumulative profit against doing nothing. */
export function createProfitFan(model: Model): FanView {
  return createFan(model, {
    sub: text.profitSub,
    title: profitFanTitle,
    format: model.money,
    axis: model.axisMoney,
    best: (month) => month.cumulativeProfit,
    draws: (month) => month.cumulativeProfit,
  });
}

/** The fan of customers against doing nothing. */
export function createCustomersFan(model: Model): FanView {
  return createFan(model, {
    sub: text.customersSub,
    title: customersFanTitle,
    format: formatSignedCount,
    axis: formatSignedCount,
    best: (month) => month.customers,
    draws: (month) => month.customers,
  });
}

function createFan({ results, situation }: Model, measure: Measure): FanView {
  const { best, draws, drawsStale } = results;
  const ruler = rulerOf(situation);
  const impact = draws?.result.impact;
  const settled = drawsStale ? undefined : impact;
  const line = settled
    ? [0, ...settled.months.map((month) => measure.draws(month).mean)]
    : best && [0, ...best.months.map(measure.best)];
  const basis = settled ? text.bands : text.atBestSoon;
  const words = { sub: `${measure.sub} · ${basis}`, ruler, format: measure.axis };
  if (!line) return { ...words, title: text.emptyFee, summary: text.emptyFee, sheet: null, data: null };
  const title = measure.title(line);
  const over = (name: keyof Summary) => (impact ? seriesOf(impact, measure, name) : undefined);
  const bands = impact ? bandsOf(line.length, over, drawsStale) : null;
  const labelsAt = (month: number) =>
    labelsOf(settled && measure.draws(settled.months[month - 1]), line[month], measure.format);
  const median = over('median');
  const months = Array.from(line, (_, month) => month);
  const data: FanData = { months, line, bands, stale: drawsStale, labelsAt, ...(median ? { median } : {}) };
  const sheet = settled ? sheetOf(settled, measure) : null;
  return { ...words, title, summary: summaryOf(title, labelsAt(line.length - 1), situation), sheet, data };
}

function seriesOf(impact: ImpactResult, measure: Measure, name: keyof Summary): number[] {
  return [0, ...impact.months.map((month) => measure.draws(month)[name] ?? 0)];
}

function bandsOf(
  length: number,
  over: (name: keyof Summary) => number[] | undefined,
  stale: boolean,
): Bands | null {
  const shares = [95, 80, 50] as const;
  const bands = shares.flatMap((share): Band[] => {
    const low = over(`low${share}`);
    const high = over(`high${share}`);
    return low && high && low.length === length ? [{ share, low, high }] : [];
  });
  return bands.length === 0 ? null : { xs: Array.from({ length }, (_, month) => month), bands, stale };
}

function labelsOf(end: Summary | undefined, best: number, format: (value: number) => string): EndLabel[] {
  if (!end) return [{ value: best, text: format(best), weight: 'strong' }];
  const edges = ([95, 80, 50] as const).flatMap((share): EndLabel[] =>
    (['low', 'high'] as const).map((side) => ({
      value: end[`${side}${share}`],
      text: `${format(end[`${side}${share}`])} ${share}${thin}%`,
      weight: share === 95 ? 'quiet' : 'plain',
    })),
  );
  return [{ value: end.mean, text: `${format(end.mean)} ${text.mean}`, weight: 'strong' }, ...edges];
}

function rulerOf({ scenario, levers, percent }: Situation): MonthRuler {
  const decisions = Array.from({ length: levers.phases }, (_, step) => levers.at + step * levers.everyMonths);
  return {
    months: scenario.months,
    lastLabel: text.lastMonth(scenario.months),
    label: (month) => text.month(month, calendarMonth(scenario.start, month)),
    decisions: percent === 0 ? [] : decisions.filter((month) => month <= scenario.months),
    decisionText: text.feeRises(percent),
  };
}

function summaryOf(title: string, labels: readonly EndLabel[], { scenario }: Situation): string {
  const ends = labels.map((label) => label.text).join(', ');
  return `${title}; in month ${scenario.months}: ${ends}.`;
}

function sheetOf(impact: ImpactResult, measure: Measure): Sheet {
  const { columns } = text;
  const names = ['mean', 'median', 'low50', 'high50', 'low80', 'high80', 'low95', 'high95'] as const;
  const titles = [
    columns.mean,
    columns.median,
    ...[50, 80, 95].flatMap((s) => [columns.low(s), columns.high(s)]),
  ];
  return {
    columns: [{ title: columns.month }, ...titles.map((title) => ({ title, format: measure.format }))],
    rows: impact.months.map((month) => [month.month, ...names.map((name) => measure.draws(month)[name])]),
  };
}
