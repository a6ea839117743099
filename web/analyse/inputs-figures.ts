import {
  defaultRows,
  type EvidenceShare,
  type IndexEstimate,
  type Indices,
  listQuantities,
  type PlanMeasure,
  readablePath,
  type Scenario,
  type Tornado,
  type ValueOfInformation,
} from '../../models/index.ts';
import type { IndicesData } from '../charts/draw-indices.ts';
import type { TornadoData, TornadoRow } from '../charts/draw-tornado.ts';
import type { Sheet } from '../charts/sheet.ts';
import {
  formatFigure,
  formatMoney,
  formatPercent,
  formatSignedMoney,
  formatSignedPercent,
} from '../format.ts';
import type { FigureWords } from '../views/figure-words.ts';
import { inputName, inputValue } from '../views/input-words.ts';
import { text } from './text.ts';

export interface Figure<Data> extends FigureWords {
  readonly data: Data;
}

/** How a measure of a plan is written. */
export function measureWriter(measure: PlanMeasure, currency: string): (value: number) => string {
  return measure === 'attrition' ? formatSignedPercent : (value) => formatSignedMoney(value, currency);
}

/** Whether more of a measure of a plan is better, or less of it. */
export function goodSide(measure: PlanMeasure | 'chanceOfLoss'): 'above' | 'below' {
  return measure === 'profit' || measure === 'profitWithEquity' ? 'above' : 'below';
}

/** A tornado's inputs by their reach in a measure, widest first; those of equal reach in the order of the file. */
export function sortInputs({ inputs }: Tornado, measure: PlanMeasure, scenario: Scenario): Tornado['inputs'] {
  const order = new Map(listQuantities(scenario).map(({ id }, index) => [readablePath(id), index]));
  return inputs
    .map((input) => ({ ...input, range: Math.abs(input.high[measure] - input.low[measure]) }))
    .sort(
      (one, other) => other.range - one.range || (order.get(one.path) ?? 0) - (order.get(other.path) ?? 0),
    );
}

/** Of fewer rows the interval itself is chance. */
const leastTelling = 64;
/** An interval wider than this says nothing. */
const mostUnsure = 0.5;

/** Widest inputs that are drawn; the table has all. */
const shown = 12;

/** Each input at both ends of its range, with its share of the spread where indices of the same plan are known. */
export function tornadoFigure(
  tornado: Tornado,
  measure: PlanMeasure,
  scenario: Scenario,
  plan: string,
  indices: Indices | null,
): Figure<TornadoData> {
  const { currency, months } = scenario;
  const format = measureWriter(measure, currency);
  const moving = sortInputs(tornado, measure, scenario).filter(({ range }) => range > 0);
  const shares = new Map(indices?.inputs.map(({ path, total }) => [path, total]));
  const rows = moving.slice(0, shown).map((input): TornadoRow => {
    const value = (at: number) => inputValue(at, input.unit, currency);
    const share = shares.get(input.path);
    return {
      name: inputName(input.path, scenario),
      evidence: input.evidence,
      note: text.evidence[input.evidence],
      low: { input: value(input.low.value), value: input.low[measure] },
      high: { input: value(input.high.value), value: input.high[measure] },
      beside: share ? (share.distinct ? formatPercent(share.share, 0) : text.indistinct) : '',
    };
  });
  const [first] = moving;
  const best = tornado.best[measure];
  const flips = first && measure !== 'attrition' && first.low[measure] * first.high[measure] < 0;
  const name = rows[0]?.name ?? '';
  const title = !first
    ? text.tornadoNone
    : flips
      ? text.tornadoFlips(name, plan)
      : text.tornadoMost(name, plan);
  const ends = rows
    .slice(0, 3)
    .map((row) =>
      text.tornadoEnds(
        row.name,
        row.low.input,
        format(row.low.value),
        row.high.input,
        format(row.high.value),
      ),
    );
  const summary = `${title}. ${ends.join('; ')}.`;
  return {
    title,
    summary,
    sub: text.tornadoSub(text.measures[measure], months, tornado.without),
    sheet: tornadoSheet(moving, measure, format),
    data: {
      rows,
      best,
      bestLabel: text.asPlanned(format(best)),
      breakEven: measure === 'attrition' ? null : 0,
      good: goodSide(measure),
      format,
      besideTitle: indices ? text.shareOfSpread : '',
      summary,
    },
  };
}

function tornadoSheet(
  inputs: Tornado['inputs'],
  measure: PlanMeasure,
  format: (value: number) => string,
): Sheet {
  const { sheet } = text;
  return {
    columns: [
      { title: sheet.path },
      { title: sheet.meaning },
      { title: sheet.evidence },
      { title: sheet.low, format: formatFigure },
      { title: sheet.high, format: formatFigure },
      { title: sheet.unit },
      { title: sheet.atLow, format },
      { title: sheet.atHigh, format },
    ],
    rows: inputs.map(({ path, meaning, evidence, unit, low, high }) => [
      path,
      meaning,
      text.evidence[evidence],
      low.value,
      high.value,
      unit,
      low[measure],
      high[measure],
    ]),
  };
}

/** Alone and in all, as far as either is told from 0. */
function besideShares(first: IndexEstimate, total: IndexEstimate): string {
  const write = ({ share, distinct }: IndexEstimate) => (distinct ? formatPercent(share, 0) : text.aboutNone);
  return first.distinct || total.distinct ? `${write(first)} · ${write(total)}` : text.indistinct;
}

/** All rows that were asked for are done, and no fewer than usual. */
function isTold(rows: number, asked: number): boolean {
  return rows >= Math.max(asked, defaultRows);
}

/** How much rests on judgement: an interval until it is told, and no figure of few rows. */
function judgedTitle({ variance, evidenceShare, rows }: Indices, asked: number): string {
  if (variance === 0) return rows > 0 ? text.indicesNone : text.indicesUnsure(rows);
  const judged = evidenceShare.filter(({ evidence }) => evidence === 'assumed' || evidence === 'expert');
  const sum = (of: (each: EvidenceShare) => number) => judged.reduce((total, each) => total + of(each), 0);
  const share = sum((each) => each.share);
  if (isTold(rows, asked)) return text.indicesTitle(formatPercent(share, 0));
  const low = Math.max(
    0,
    sum((each) => each.low95),
  );
  const high = Math.min(
    1,
    sum((each) => each.high95),
  );
  return rows < leastTelling || high - low > mostUnsure
    ? text.indicesUnsure(rows)
    : text.indicesBetween(formatPercent(low, 0), formatPercent(high, 0), rows);
}

/** Shares of variance, largest total first. `asked` is how many rows were asked for. */
export function indicesFigure(indices: Indices, scenario: Scenario, asked: number): Figure<IndicesData> {
  const share = (value: number) => formatPercent(value, 0);
  const inputs = indices.inputs.toSorted((one, other) => other.total.share - one.total.share);
  const rest = indices.everythingElse;
  const rows = [
    ...inputs.map(({ path, evidence, first, total }) => ({
      name: inputName(path, scenario),
      note: text.evidence[evidence],
      first,
      total,
      beside: besideShares(first, total),
    })),
    ...(rest
      ? [
          {
            ...{ name: text.everythingElse(rest.inputs), note: '', first: rest.first, total: rest.total },
            beside: besideShares(rest.first, rest.total),
          },
        ]
      : []),
  ];
  const title = judgedTitle(indices, asked);
  const kinds = indices.evidenceShare.map((each) => `${text.evidence[each.evidence]} ${share(each.share)}`);
  const parts = [...kinds, text.together(share(indices.togetherShare))].join(', ');
  const summary = isTold(indices.rows, asked) ? `${title}: ${parts}.` : `${title}.`;
  return {
    title,
    summary,
    sub: text.indicesSub(text.measures[indices.measure], indices.rows, indices.runs),
    sheet: {
      columns: [
        { title: text.sheet.path },
        { title: text.sheet.evidence },
        ...text.sheet.indices.map((column) => ({
          title: column,
          format: (value: number) => formatPercent(value),
        })),
      ],
      rows: inputs.map(({ path, evidence, first, total }) => [
        path,
        text.evidence[evidence],
        ...[first, total].flatMap((each) => [each.share, each.low95, each.high95]),
      ]),
    },
    data: { rows, labels: { first: text.firstIndex, total: text.totalIndex }, summary },
  };
}

/** What it is worth to know more before choosing among the plans. */
export function worthFigure(worth: ValueOfInformation, scenario: Scenario) {
  const money = (value: number) => formatMoney(value, scenario.currency);
  const { perfect, inputs, options, best, without, draws } = worth;
  const distinct = inputs.filter((input) => input.distinct);
  const title =
    distinct.length > 0
      ? text.worthTitle(inputName(distinct[0].path, scenario), money(distinct[0].value))
      : text.worthNone;
  return {
    title,
    sub: text.worthSub(
      best === 'do nothing' ? text.doNothing : best,
      draws,
      money(perfect.value),
      money(perfect.error),
    ),
    without: without > 0 ? text.worthWithout(without, inputs.length > 0) : '',
    options: options.map(({ name, mean, bestShare }) => ({
      name,
      mean: formatSignedMoney(mean, scenario.currency),
      share: formatPercent(bestShare, 0),
    })),
    rows: inputs.map(({ path, evidence, value, error, distinct: told }) => ({
      name: inputName(path, scenario),
      evidence,
      value: told ? `${money(value)} ± ${money(error)}` : text.indistinct,
    })),
    sheet: {
      columns: [
        { title: text.sheet.path },
        { title: text.sheet.evidence },
        { title: text.sheet.worth, format: money },
        { title: text.sheet.error, format: money },
      ],
      rows: inputs.map(({ path, evidence, value, error }) => [path, text.evidence[evidence], value, error]),
    } satisfies Sheet,
  };
}
