import type { PlanMeasure, Scenario, Sweep } from '../../models/index.ts';
import type { CurveData } from '../charts/draw-curve.ts';
import type { HeatMapData } from '../charts/draw-heat-map.ts';
import type { Sheet } from '../charts/sheet.ts';
import { formatPercent } from '../format.ts';
import { inputValue } from '../views/input-words.ts';
import { goodSide, measureWriter } from './inputs-figures.ts';
import { gridOf, type Sweepable } from './sweep-model.ts';
import { text } from './text.ts';

export type SweptMeasure = PlanMeasure | 'chanceOfLoss';

interface SweepFigure {
  readonly title: string;
  readonly sub: string;
  readonly summary: string;
  readonly sheet: Sheet;
  readonly map: HeatMapData | null;
  readonly curve: CurveData | null;
}

/** A sweep as a heat map over two numbers, or a curve over one. */
export function sweepFigure(
  sweep: Sweep,
  measure: SweptMeasure,
  scenario: Scenario,
  offered: readonly Sweepable[],
  best: (path: string) => number | undefined,
): SweepFigure {
  const { currency, months } = scenario;
  const format =
    measure === 'chanceOfLoss'
      ? (value: number) => formatPercent(value, 0)
      : measureWriter(measure, currency);
  const [first, second] = sweep.axes;
  const of = (path: string) => offered.find((each) => each.path === path);
  const write =
    ({ path, unit }: Sweep['axes'][number]) =>
    (value: number) =>
      of(path)?.percent ? percentOf(value) : inputValue(value, unit, currency);
  const name = (path: string) => of(path)?.name ?? path;
  const grid = gridOf(sweep, measure);
  const cells = grid.flat().filter((value) => value !== null);
  const good = goodSide(measure);
  const pays = cells.filter((value) => (good === 'above' ? value > 0 : value <= 0)).length;
  const title =
    good === 'above'
      ? text.sweepPays(pays, cells.length)
      : text.sweepRange(text.sweptMeasures[measure], format(Math.min(...cells)), format(Math.max(...cells)));
  const over = sweep.axes.map(({ path }) => name(path)).join(' × ');
  const summary = `${title}, ${over}: ${format(Math.min(...cells))} – ${format(Math.max(...cells))}.`;
  const planned = second ? [nearest(first, best(first.path)), nearest(second, best(second.path))] : null;
  return {
    title,
    sub: text.sweepSub(text.sweptMeasures[measure], months, sweep.draws),
    summary,
    sheet: sheetOf(sweep),
    map: second
      ? {
          up: { title: name(first.path), values: first.values.map(write(first)) },
          right: { title: name(second.path), values: second.values.map(write(second)) },
          cells: grid,
          format,
          good,
          planned: planned && planned[0] !== null && planned[1] !== null ? [planned[0], planned[1]] : null,
          summary,
        }
      : null,
    curve: second
      ? null
      : {
          points: pointsOf(sweep, measure),
          axisTitle: name(first.path),
          formatX: write(first),
          format,
          good,
          summary,
        },
  };
}

function pointsOf({ points }: Sweep, measure: SweptMeasure): CurveData['points'] {
  return points.map(({ at: [x], figures, chanceOfLoss = 0 }) => {
    if (measure !== 'chanceOfLoss') return { x, value: figures[measure].mean, ...figures[measure] };
    const [low50, high50, low80, high80] = [chanceOfLoss, chanceOfLoss, chanceOfLoss, chanceOfLoss];
    return { x, value: chanceOfLoss, low50, high50, low80, high80 };
  });
}

/** As many decimals as the share has, at most two. */
function percentOf(share: number): string {
  const digits = [0, 1].find((count) => Math.abs(share * 100 - Number((share * 100).toFixed(count))) < 1e-9);
  return formatPercent(share, digits ?? 2);
}

/** The step of an axis that what is planned falls on; `null` where it lies outside. */
function nearest({ values }: Sweep['axes'][number], value: number | undefined): number | null {
  if (value === undefined) return null;
  const half = (values[1] - values[0]) / 2;
  const at = values.findIndex((each) => Math.abs(each - value) <= half);
  return at < 0 ? null : at;
}

function sheetOf({ axes, points, draws }: Sweep): Sheet {
  const measures = ['profit', 'profitWithEquity', 'attrition'] as const;
  return {
    columns: [
      ...axes.map(({ path, unit }) => ({ title: unit === '1' ? path : `${path} [${unit}]` })),
      ...measures.flatMap((measure) => {
        const title = text.measures[measure];
        return draws > 0
          ? [{ title }, { title: text.sweepLow(title) }, { title: text.sweepHigh(title) }]
          : [{ title }];
      }),
      ...(draws > 0 ? [{ title: text.sweptMeasures.chanceOfLoss }] : []),
    ],
    rows: points.map(({ at, figures, chanceOfLoss }) => [
      ...at,
      ...measures.flatMap((measure) => {
        const { mean, low80, high80 } = figures[measure];
        return draws > 0 ? [mean, low80, high80] : [mean];
      }),
      ...(draws > 0 ? [chanceOfLoss ?? null] : []),
    ]),
  };
}
