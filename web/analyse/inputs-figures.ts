import type { Indices, PlanMeasure, Scenario, Tornado, ValueOfInformation } from '../../models/index.ts';
import type { IndicesData } from '../charts/draw-indices.ts';
import type { TornadoData, TornadoRow } from '../charts/draw-tornado.ts';
import type { Sheet } from '../charts/sheet.ts';
import { formatMoney, formatPercent, formatSignedMoney, formatSignedPercent } from '../format.ts';
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
  const moving = tornado.inputs.filter(({ range }) => range > 0);
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
    sheet: tornadoSheet(moving, measure, scenario, format),
    data: {
      rows,
      best,
      bestLabel: text.asPlanned(format(best)),
      breakEven: measure === 'attrition' ? null : 0,
      format,
      besideTitle: indices ? text.shareOfSpread : '',
      summary,
    },
  };
}

function tornadoSheet(
  inputs: Tornado['inputs'],
  measure: PlanMeasure,
  { currency }: Scenario,
  format: (value: number) => string,
): Sheet {
  const { sheet } = text;
  return {
    columns: [
      { title: sheet.path },
      { title: sheet.meaning },
      { title: sheet.evidence },
      { title: sheet.low },
      { title: sheet.high },
      { title: sheet.atLow, format },
      { title: sheet.atHigh, format },
    ],
    rows: inputs.map(({ path, meaning, evidence, unit, low, high }) => [
      path,
      meaning,
      text.evidence[evidence],
      inputValue(low.value, unit, currency),
      inputValue(high.value, unit, currency),
      low[measure],
      high[measure],
    ]),
  };
}

/** Shares of variance, largest total first. */
export function indicesFigure(indices: Indices, scenario: Scenario): Figure<IndicesData> {
  const share = (value: number) => formatPercent(value, 0);
  const inputs = indices.inputs.toSorted((one, other) => other.total.share - one.total.share);
  const rest = indices.everythingElse;
  const rows = [
    ...inputs.map(({ path, evidence, first, total }) => ({
      name: inputName(path, scenario),
      note: text.evidence[evidence],
      first,
      total,
      beside: total.distinct ? `${share(first.share)} · ${share(total.share)}` : text.indistinct,
    })),
    ...(rest
      ? [
          {
            name: text.everythingElse(rest.inputs),
            note: '',
            first: rest.first,
            total: rest.total,
            beside: rest.total.distinct
              ? `${share(rest.first.share)} · ${share(rest.total.share)}`
              : text.indistinct,
          },
        ]
      : []),
  ];
  const judged = indices.evidenceShare
    .filter(({ evidence }) => evidence === 'assumed' || evidence === 'expert')
    .reduce((sum, each) => sum + each.share, 0);
  const title = indices.variance === 0 ? text.indicesNone : text.indicesTitle(share(judged));
  const kinds = indices.evidenceShare.map((each) => `${text.evidence[each.evidence]} ${share(each.share)}`);
  const summary = `${title}: ${[...kinds, text.together(share(indices.togetherShare))].join(', ')}.`;
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
    without: text.worthWithout(without),
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
