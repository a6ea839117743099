import {
  type ListedQuantity,
  listQuantities,
  mostPoints,
  mostSteps,
  type PlanMeasure,
  type Quantity,
  quantileOf,
  readablePath,
  type Scenario,
  type Sweep,
  type SweepAxis,
} from '../../models/index.ts';
import type { BestValue } from '../state/base.ts';
import { inputName } from '../views/input-words.ts';
import { text } from './text.ts';

/** A number of the scenario that can be swept. */
export interface Sweepable {
  readonly path: string;
  readonly name: string;
  readonly unit: string;
  /** It is written in percent. */
  readonly percent: boolean;
  /** Ends that make sense to begin with, in the number's own unit. */
  readonly from: number;
  readonly to: number;
  readonly group: 'plan' | 'world';
}

/** What the reader has set for one axis; `null` where it is not used. */
export interface AxisDraft {
  readonly path: string;
  readonly from: string;
  readonly to: string;
  readonly steps: number;
}

/** Why a sweep cannot be asked for. */
export type SweepProblem = 'same' | 'number' | 'order' | 'points' | 'steps';

/** Numbers of a plan and of the world that a sweep can move: those of formulas follow from inputs. */
export function sweepables(scenario: Scenario, plan: string, bestValue: BestValue): Sweepable[] {
  const plans = scenario.plans.filter(({ name }) => name === plan);
  const listed = listQuantities({ ...scenario, plans }).filter(
    ({ quantity }) => quantity.belief.kind !== 'formula',
  );
  const all = listed.map((entry) => sweepableOf(entry, scenario, bestValue));
  const own = all.filter(({ group }) => group === 'plan');
  // What is uncertain, or stands in the file, comes before defaults that nobody doubts.
  return [...own, ...all.filter(({ group, from, to }) => group === 'world' && from < to)];
}

function sweepableOf(
  { id, quantity, unit, bounds, meaning }: ListedQuantity,
  scenario: Scenario,
  bestValue: BestValue,
): Sweepable {
  const path = readablePath(id);
  const group = path.startsWith('plans.') ? 'plan' : 'world';
  const [low, high] = bounds;
  const [from, to] = rangeOf(quantity, bestValue(quantity), bounds, group);
  const isShare = high - low === 1 || low === -1;
  const percent = unit.startsWith('1/') || (unit === '1' && isShare);
  return { path, name: nameOf(path, meaning, scenario), unit, percent, from, to, group };
}

/** A number of a plan is told by its month, as a plan may do the same thing twice. */
function nameOf(path: string, meaning: string, scenario: Scenario): string {
  for (const { name, actions } of scenario.plans) {
    const index = /^actions\.(\d+)\./.exec(path.slice(`plans.${name}.`.length))?.[1];
    if (path.startsWith(`plans.${name}.`) && index !== undefined)
      return text.planNumber(meaning, actions[Number(index)]?.at ?? 1);
  }
  return inputName(path, scenario);
}

/** The 80 % range of what is uncertain; of a decision, from nothing to twice as much. */
function rangeOf(
  { belief }: Quantity,
  best: number,
  [low, high]: readonly [number, number],
  group: Sweepable['group'],
): readonly [number, number] {
  const within = (value: number) => round(Math.min(high, Math.max(low, value)));
  if (belief.kind !== 'fixed' && belief.kind !== 'formula')
    return [within(quantileOf(belief, 0.1)), within(quantileOf(belief, 0.9))];
  if (group === 'plan')
    return best === 0
      ? [within(0), within(1)]
      : [within(Math.min(0, 2 * best)), within(Math.max(0, 2 * best))];
  return [within(best * 0.8), within(best * 1.2)];
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}

/** A number as the reader writes it: "0.08", "8 %", "−1,5" is none. */
export function readNumber(written: string): number | null {
  const match = /^\s*([-+\u2212]?)(\d+(?:\.\d+)?|\.\d+)\s*(%?)\s*$/.exec(written);
  if (!match) return null;
  const value = Number(match[2]) * (match[1] === '-' || match[1] === '\u2212' ? -1 : 1);
  return match[3] === '%' ? Number((value / 100).toPrecision(12)) : value;
}

/** The axes to sweep, or why they cannot be. */
export function readAxes(drafts: readonly AxisDraft[], draws: number): readonly SweepAxis[] | SweepProblem {
  const axes = drafts.map(({ path, from, to, steps }) => ({
    path,
    from: readNumber(from),
    to: readNumber(to),
    steps,
  }));
  if (axes.some(({ from, to }) => from === null || to === null)) return 'number';
  if (axes.some(({ steps }) => !Number.isInteger(steps) || steps < 2 || steps > mostSteps)) return 'steps';
  if (axes.length === 2 && axes[0].path === axes[1].path) return 'same';
  if (axes.some(({ from, to }) => from! >= to!)) return 'order';
  const points = axes.reduce((product, { steps }) => product * steps, 1);
  if (points > mostPoints || points * Math.max(1, draws) > mostSweptRuns) return 'points';
  return axes as SweepAxis[];
}

/** More would keep a browser busy for longer than anybody looks. */
const mostSweptRuns = 50_000;

/** A figure of each point of a sweep over two numbers: rows are the first axis, upwards; `null` where none is yet. */
export function gridOf({ axes, points }: Sweep, measure: PlanMeasure | 'chanceOfLoss'): (number | null)[][] {
  const [rows, columns] = axes;
  const width = columns?.values.length ?? 1;
  return rows.values.map((_, row) =>
    Array.from({ length: width }, (_unused, column) => {
      const point = points[row * width + column];
      if (!point) return null;
      return measure === 'chanceOfLoss' ? (point.chanceOfLoss ?? null) : point.figures[measure].mean;
    }),
  );
}
