import {
  type BestFigures,
  formatChance,
  type ImpactResult,
  type PlanResult,
  type Summary,
} from '../../models/index.ts';
import type { Sheet } from '../charts/sheet.ts';
import {
  formatCount,
  formatFigure,
  formatPercent,
  formatSignedCount,
  readerFormats,
  thin,
} from '../format.ts';
import type { Model } from '../state/session.ts';
import { text } from '../text.ts';
import type { FigureWords } from './figure-words.ts';

export interface HeadlineRow {
  readonly name: string;
  readonly value: string;
  /** The 80 % interval; empty while there are no draws. */
  readonly interval: string;
}

export interface HeadlineView extends FigureWords {
  readonly rows: readonly HeadlineRow[];
}

interface Measure {
  readonly name: string;
  readonly best: number | null;
  readonly over: Summary | null | undefined;
  readonly format: (value: number) => string;
}

/** The headline figures as a small table. */
export function createHeadlineView(model: Model): HeadlineView {
  const { draws, drawsStale } = model.results;
  const settled = draws && !drawsStale ? draws.result : undefined;
  const { months } = model.situation.scenario;
  const measures = [...impactMeasures(model, settled?.impact), ...kpiMeasures(settled)];
  const chance = settled?.impact?.chanceOfLoss;
  const rows = measures.map(rowOf);
  const sub = settled ? text.figuresSub(months) : `${text.figuresSubBest(months)} · ${text.atBestSoon}`;
  return {
    title: text.figuresTitle,
    sub,
    summary: '',
    sheet: sheetOf(measures),
    rows: [
      {
        name: text.measures.chanceOfLoss,
        value: chance === undefined ? '…' : formatChance(chance, draws!.done, readerFormats),
        interval: '',
      },
      ...rows,
    ],
  };
}

function impactMeasures({ results, money, situation }: Model, impact: ImpactResult | undefined): Measure[] {
  const { best } = results;
  const { measures } = text;
  const share = (value: number) => formatPercent(value);
  const peak = impact?.peakMonth.median ?? best?.peakMonth ?? 0;
  const row = (
    name: string,
    key:
      | 'profit'
      | 'profitWithEquity'
      | 'revenue'
      | 'customersLost'
      | 'peakAttrition'
      | 'customersEndDifference'
      | 'attrition'
      | 'breakEvenAttrition',
    format: (value: number) => string,
  ): Measure => ({ name, best: best?.[key] ?? null, over: impact?.[key], format });
  const { months } = situation.scenario;
  return [
    row(measures.profit, 'profit', money),
    row(measures.profitWithEquity(months), 'profitWithEquity', money),
    row(measures.revenue, 'revenue', money),
    row(measures.attrition, 'attrition', share),
    row(measures.breakEven, 'breakEvenAttrition', share),
    row(measures.peak(peak), 'peakAttrition', share),
    row(measures.customersLost, 'customersLost', formatCount),
    newcomers(best, impact),
    row(measures.customersEnd, 'customersEndDifference', formatSignedCount),
  ];
}

/** Forgone with the sign of all other rows: the plan's less those of doing nothing. */
function newcomers(best: BestFigures | null, impact: ImpactResult | undefined): Measure {
  const forgone = impact?.joinersForgone;
  return {
    name: text.measures.newcomers,
    best: best && -best.joinersForgone,
    over: forgone && negated(forgone),
    format: formatSignedCount,
  };
}

function negated({ mean, median, low50, high50, low80, high80, low95, high95 }: Summary): Summary {
  return {
    ...{ mean: -mean, median: -median, low50: -high50, high50: -low50 },
    ...{ low80: -high80, high80: -low80, low95: -high95, high95: -low95 },
  };
}

/** Figures of the file's own, which are of the plan itself. */
function kpiMeasures(result: PlanResult | undefined): Measure[] {
  return (result?.kpis ?? []).map(({ name, unit, value }) => ({
    name: text.measures.ofPlan(name, name.toLowerCase().includes(unit.toLowerCase()) ? '' : unit),
    best: null,
    over: value,
    format: formatFigure,
  }));
}

function rowOf({ name, best, over, format }: Measure): HeadlineRow {
  if (over)
    return { name, value: format(over.mean), interval: `${format(over.low80)} to ${format(over.high80)}` };
  return { name, value: over === undefined && best !== null ? format(best) : '–', interval: '' };
}

function sheetOf(measures: readonly Measure[]): Sheet {
  const { columns } = text;
  const settled = measures.filter(({ over }) => over);
  const titles = [
    columns.mean,
    columns.median,
    `80${thin}% from`,
    `80${thin}% to`,
    `95${thin}% from`,
    `95${thin}% to`,
  ];
  const names = ['mean', 'median', 'low80', 'high80', 'low95', 'high95'] as const;
  return {
    columns: [{ title: columns.measure }, ...titles.map((title) => ({ title }))],
    rows: settled.map(({ name, over }) => [name, ...names.map((key) => over![key])]),
    rowFormats: settled.map(({ format }) => format),
  };
}
