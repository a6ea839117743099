import {
  formatChance,
  type Goal,
  type MeanEstimate,
  type Optimum,
  type Scenario,
  shareMeasures,
} from '../../models/index.ts';
import { type FrontierData, isHollow } from '../charts/draw-frontier.ts';
import type { Sheet } from '../charts/sheet.ts';
import { formatAxisMoney, formatCount, formatPercent, formatSignedMoney } from '../format.ts';
import { text } from './text.ts';

export interface OptimumFigure {
  readonly title: string;
  readonly sub: string;
  readonly summary: string;
  readonly sheet: Sheet;
  readonly frontier: FrontierData | null;
  readonly decisions: readonly (readonly [
    place: string,
    value: string,
    flat: string,
    note: string,
    name: string,
  ])[];
  readonly figures: readonly (readonly [name: string, best: string, start: string])[];
  readonly conditions: readonly { readonly words: string; readonly kept: boolean }[];
}

type Measure = Goal['measure'] | 'chanceOfLoss';

/** How a mean of a measure is written. */
function writer(measure: Measure, currency: string): (value: number) => string {
  if (shareMeasures.some((share) => share === measure)) return (value) => formatPercent(value);
  const money = ['profit', 'profitWithEquity', 'equity', 'revenue'].includes(measure);
  return money ? (value) => formatSignedMoney(value, currency) : formatCount;
}

/** The best plan that was found: its decisions, how flat it lies there, what it brings and keeps. */
export function optimumFigure(optimum: Optimum, { currency }: Scenario): OptimumFigure {
  const { best, start, decisions, goal, gain, feasible, engine, work, frontier } = optimum;
  const estimate = (measure: Measure, { mean, error }: MeanEstimate) => {
    if (measure === 'chanceOfLoss') return formatChance(mean, engine.draws);
    const write = writer(measure, currency);
    return `${write(mean)} ± ${write(error).replace('+', '')}`;
  };
  const write = writer(goal.measure, currency);
  const bound = decisions.filter(({ onBound }) => onBound !== null);
  const title = !feasible
    ? text.bestInfeasible
    : text.bestTitle(text.goalMeasures[goal.measure], write(gain.mean), bound.length > 0);
  const measures = ['profit', 'profitWithEquity', 'attrition', 'chanceOfLoss'] as const;
  const data = frontierData(optimum, currency);
  const curve = data && text.frontierSub(frontier.draws, data.points.some(isHollow));
  const sub = text.bestSub(optimum.plan, engine.draws, work.plans, work.cutShort);
  return {
    title,
    sub: curve ? `${sub} · ${curve}` : sub,
    summary: `${title}: ${decisions.map(({ place, value }) => `${place} ${value}`).join('; ')}.`,
    sheet: {
      columns: [
        ...decisions.map(({ place }) => ({ title: place })),
        ...text.frontierColumns.map((column) => ({ title: column })),
      ],
      rows: frontier.points.map(({ values, gain: found, attrition, keepsAll }) => [
        ...values,
        found.mean,
        found.error,
        attrition.mean,
        attrition.error,
        keepsAll ? text.yes : text.no,
      ]),
    },
    decisions: decisions.map(({ place, value, flatFrom, flatTo, onBound, low, high }) => [
      place,
      `${value}`,
      flatFrom === flatTo ? '' : text.flat(`${flatFrom}`, `${flatTo}`),
      onBound === null ? '' : text.onBound(`${onBound === 'low' ? low : high}`),
      nameOf(place),
    ]),
    figures: measures.map((measure) => [
      text.goalMeasures[measure],
      estimate(measure, best[measure]),
      estimate(measure, start[measure]),
    ]),
    conditions: best.keep.map(({ measure, segment, bound: kind, value, mean, kept, binding }) => {
      const say = writer(measure, currency);
      const words = text.condition(text.goalMeasures[measure], segment, kind, say(value), say(mean), binding);
      return { words, kept };
    }),
    frontier: data,
  };
}

/** What a free number is, in words where there are any. */
function nameOf(place: string): string {
  const inAction = place.replace(/^actions\[\d+\]\./, '');
  return text.freeNumbers[inAction] ?? inAction;
}

function frontierData({ frontier, best }: Optimum, currency: string): FrontierData | null {
  const { points, measure } = frontier;
  if (points.length < 2) return null;
  const same = (values: readonly (number | string)[]) => values.join() === best.values.join();
  const money = (value: number) => formatSignedMoney(value, currency);
  const [least, most] = [points[0], points[points.length - 1]];
  return {
    points: points.map(({ gain, attrition, keepsAll, values }) => ({
      gain: gain.mean,
      attrition: attrition.mean,
      kept: keepsAll,
      best: same(values),
    })),
    across: text.goalMeasures.attrition,
    up: text.goalMeasures[measure],
    formatAcross: (value) => formatPercent(value),
    formatUp: (value) => formatAxisMoney(value, currency),
    bestLabel: text.bestFound,
    summary: text.frontierSummary(
      points.length,
      `${money(least.gain.mean)}, ${formatPercent(least.attrition.mean)}`,
      `${money(most.gain.mean)}, ${formatPercent(most.attrition.mean)}`,
    ),
  };
}
