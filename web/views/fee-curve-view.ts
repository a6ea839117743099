import { createCurve, evidenceRange, type FeeCurve, formatChance } from '../../models/index.ts';
import type { FeeCurveData } from '../charts/fee-curve.ts';
import type { FeeMark, FeeMarks, Needle } from '../charts/fee-marks.ts';
import type { Sheet } from '../charts/sheet.ts';
import { feeCurveTitle, feeLineTitle, titlePercent } from '../findings.ts';
import { formatSignedFee, formatSignedPercent, readerFormats } from '../format.ts';
import type { CurveAnswer } from '../runner/runner.ts';
import type { Model } from '../state/session.ts';
import { text } from '../text.ts';
import type { FigureWords } from './figure-words.ts';

export interface FeeCurveView extends FigureWords {
  readonly data: FeeCurveData | null;
  readonly marks: FeeMarks;
}

/** Draws a curve needs before its means and bands are worth showing. */
const enoughDraws = 32;

/** Everything the fee curve shows, from the results as they stand. */
export function createFeeCurveView(model: Model): FeeCurveView {
  const answer = model.results.curve;
  const data = answer ? rememberedData(answer, model.results.curveStale) : null;
  const settled = answer && answer.done >= enoughDraws && !model.results.curveStale ? answer.curve : null;
  const { percent } = model.situation;
  const title = settled
    ? feeCurveTitle(settled, percent / 100)
    : data
      ? feeLineTitle(data.percents, data.line, percent)
      : text.emptyFee;
  const needle = needleOf(model);
  const marks = marksOf(model, settled, needle);
  return {
    title,
    sub: subOf(model, settled !== null),
    summary: summaryOf(title, marks),
    sheet: answer ? sheetOf(answer.curve, model.money) : null,
    data,
    marks,
  };
}

function subOf({ situation, results }: Model, settled: boolean): string {
  const measure = text.feeSub(situation.scenario.months);
  if (settled) return `${measure} · ${text.meanAndBands}`;
  return results.curve ? `${measure} · ${text.atBestSoon}` : measure;
}

const remembered = new WeakMap<CurveAnswer, FeeCurveData>();

/** The same data for the same answer, so that a move of the fader alone does not draw the curve anew. */
function rememberedData(answer: CurveAnswer, stale: boolean): FeeCurveData {
  const known = remembered.get(answer);
  if (known?.stale === stale) return known;
  const data = dataOf(answer, stale);
  remembered.set(answer, data);
  return data;
}

function dataOf({ curve, done }: CurveAnswer, stale: boolean): FeeCurveData {
  const percents = curve.points.map(({ change }) => change * 100);
  if (done < enoughDraws) {
    return { percents, line: curve.points.map(({ best }) => best), lineName: text.atBest, stale };
  }
  const over = (name: 'mean' | 'median' | 'low80' | 'high80' | 'low50' | 'high50') =>
    curve.points.map(({ profit }) => profit[name]);
  return {
    percents,
    line: over('mean'),
    lineName: text.mean,
    median: over('median'),
    low80: over('low80'),
    high80: over('high80'),
    low50: over('low50'),
    high50: over('high50'),
    stale,
  };
}

function needleOf({ situation, results, money }: Model): Needle | null {
  const { best, draws, drawsStale } = results;
  if (!best) return null;
  const percent = situation.percent;
  const settled = draws && !drawsStale ? draws.result.impact : undefined;
  const profit = settled ? settled.profit.mean : best.profit;
  const written = formatSignedFee(percent);
  const title = text.yourFee(written, money(profit));
  if (!settled) {
    const detail = text.atBest;
    return { percent, profit, title, detail, shortTitle: money(profit), shortDetail: detail };
  }
  const { low80, high80 } = settled.profit;
  const detail = text.interval80(money(low80), money(high80));
  return { percent, profit, low80, high80, title, detail, shortTitle: money(profit), shortDetail: detail };
}

function marksOf(model: Model, curve: FeeCurve | null, needle: Needle | null): FeeMarks {
  const rings = curve ? rememberedRings(curve, model) : [];
  const evidence = [evidenceRange[0] * 100, evidenceRange[1] * 100] as const;
  return { needle, rings, evidence, beyondText: text.beyond };
}

const rememberedMarks = new WeakMap<FeeCurve, readonly FeeMark[]>();

function rememberedRings(curve: FeeCurve, model: Model): readonly FeeMark[] {
  const rings = rememberedMarks.get(curve) ?? [bestMark(curve, model), ...breakEvenMark(curve)];
  rememberedMarks.set(curve, rings);
  return rings;
}

function bestMark(curve: FeeCurve, { money }: Model): FeeMark {
  const { change, profit, onBound } = curve.optimum;
  const xs = curve.points.map((point) => point.change);
  const chances = curve.points.map(({ chanceOfLoss }) => chanceOfLoss);
  const chance = Math.max(0, createCurve(xs, chances).at(change));
  const written = titlePercent(Math.round(change * 100) / 100);
  return {
    percent: change * 100,
    profit,
    title: onBound ? text.bestOnBound(written) : text.bestOnAverage(written),
    detail: text.bestDetail(money(profit), chance),
    shortTitle: onBound ? text.onBound : text.best,
    shortDetail: written,
  };
}

function breakEvenMark({ breakEven }: FeeCurve): FeeMark[] {
  if (breakEven === null) return [];
  const written = titlePercent(Math.round(breakEven * 100) / 100);
  return [
    {
      percent: breakEven * 100,
      profit: 0,
      title: text.breakEvenFee(written),
      detail: text.breakEvenDetail,
      shortTitle: text.breakEven,
      shortDetail: written,
    },
  ];
}

function summaryOf(title: string, { needle, rings }: FeeMarks): string {
  const parts = [needle, ...rings].flatMap((mark) => (mark ? [`${mark.title} (${mark.detail})`] : []));
  return parts.length > 0 ? `${title}: ${parts.join('; ')}.` : `${title}.`;
}

function sheetOf(curve: FeeCurve, money: (value: number) => string): Sheet {
  const { columns } = text;
  const figures = ['mean', 'median', 'low50', 'high50', 'low80', 'high80', 'low95', 'high95'] as const;
  const titles = [
    columns.mean,
    columns.median,
    ...[50, 80, 95].flatMap((share) => [columns.low(share), columns.high(share)]),
  ];
  return {
    columns: [
      { title: columns.change, format: (value) => formatSignedPercent(value, 0) },
      ...titles.map((title) => ({ title, format: money })),
      { title: columns.chance, format: (chance) => formatChance(chance, curve.draws, readerFormats) },
      { title: columns.best, format: money },
    ],
    rows: curve.points.map((point) => [
      point.change,
      ...figures.map((name) => point.profit[name]),
      point.chanceOfLoss,
      point.best,
    ]),
  };
}
