import { type ClaimMeasure, doNothing, type Scenario } from '../../models/index.ts';
import { formatCount, formatMoney, formatNumber } from '../format.ts';
import type { Played } from '../state/teaching.ts';
import type { TeachDesk } from './teach-desk.ts';

/** What a plan, or doing nothing, comes to by the end of the horizon. */
export interface PlanOutcome {
  readonly name: string;
  /** So signed that more is better. */
  readonly figures: { readonly [measure in ClaimMeasure]: number };
}

/** Every plan and doing nothing, the best on a measure first. */
export function outcomesOf(desk: TeachDesk, on: ClaimMeasure): PlanOutcome[] {
  return [doNothing, ...desk.scenario.plans]
    .map(({ name }) => {
      const played: Played = `plan ${name}`;
      return { name, figures: desk.run(played).figures };
    })
    .sort((a, b) => b.figures[on] - a.figures[on]);
}

/** Leavers count against a plan; they are written as a number of people. `more` decimals than usual. */
export function formatFigure({ currency }: Scenario, on: ClaimMeasure, value: number, more = 0): string {
  if (on === 'satisfaction') return formatNumber(value, 2 + more);
  if (on === 'customers' || on === 'leavers') return formatCount(Math.abs(value), more);
  return formatMoney(value, currency, more);
}

/** What differs by less than the last of so many decimals counts as alike. */
const mostDecimals = 4;

/** Figures that are compared, with as many more decimals, for all of them, as tell apart those that differ. */
export function formatApart(scenario: Scenario, on: ClaimMeasure, values: readonly number[]): string[] {
  return tellApart(values, (value, more) => formatFigure(scenario, on, value, more));
}

/** Values as `write` has them with the fewest `more` decimals, up to `most`, that tell apart what differs. */
export function tellApart(
  values: readonly number[],
  write: (value: number, more: number) => string,
  most = mostDecimals,
): string[] {
  const written = Array.from({ length: most + 1 }, (_, more) => values.map((value) => write(value, more)));
  const told = written.map((texts) => new Set(texts).size);
  return written[told.indexOf(Math.max(...told))];
}
