import type { Scenario } from '../scenario/scenario.ts';
import { type PlanFigures, type PlanMeasure, planMeasures } from './plan-figures.ts';
import type { Task } from './task.ts';
import {
  createPlanRun,
  describeInput,
  listUncertain,
  type UncertainInput,
  withPlan,
} from './uncertain-inputs.ts';

export interface TornadoOptions {
  /** Name of a plan; default the first. */
  readonly plan?: string;
  /** What the inputs are sorted by; default `profit`. */
  readonly measure?: PlanMeasure;
}

/** A plan's figures with one input at a stated value and all others at their best. */
export interface TornadoEnd extends PlanFigures {
  /** The input, in its unit. */
  readonly value: number;
}

export interface TornadoInput extends UncertainInput {
  /** At the input's 10th and 90th percentile. */
  readonly low: TornadoEnd;
  readonly high: TornadoEnd;
  /** Distance between the two in the measure that was asked for. */
  readonly range: number;
}

export interface Tornado {
  /** Every input at its best value. */
  readonly best: PlanFigures;
  /** Those that move any figure, widest first. */
  readonly inputs: readonly TornadoInput[];
  /** How many uncertain inputs move none, alone and from best values. */
  readonly without: number;
}

/** One input: its value and the figures, at the low end and at the high end. */
type Part = Float64Array;

/**
 * Moves each uncertain input of a plan from its 10th to its 90th percentile, the others at their best values.
 *
 * A block is an input; the first is the run at best values.
 */
export function createTornadoTask(scenario: Scenario, options: TornadoOptions = {}): Task<Part, Tornado> {
  const { measure = 'profit' } = options;
  const only = withPlan(scenario, options.plan);
  const listed = listUncertain(only);
  const run = createPlanRun(only);
  const figuresOf = (figures: PlanFigures) => planMeasures.map((name) => figures[name]);
  return {
    blocks: 1 + listed.length,
    compute: (block) => {
      if (block === 0) return Float64Array.from(figuresOf(run(() => 'best').figures));
      const { id, quantity } = listed[block - 1];
      return Float64Array.from(
        [0.1, 0.9].flatMap((probability) => {
          const { sample, figures } = run((other) => (other === id ? probability : 'best'));
          return [sample.of(quantity), ...figuresOf(figures)];
        }),
      );
    },
    collect: () => {
      const parts: Part[] = [];
      return {
        enough: false,
        add: (part) => parts.push(part),
        result: () => {
          const inputs = parts.slice(1).map((part, index) => ({
            ...describeInput(listed[index]),
            ...toEnds(part, measure),
          }));
          const moving = inputs.filter(({ low, high }) =>
            planMeasures.some((name) => low[name] !== high[name]),
          );
          return {
            best: toFigures(parts[0]),
            // Inputs of equal range keep the order of the file: the sort is stable.
            inputs: moving.sort((one, other) => other.range - one.range),
            without: inputs.length - moving.length,
          };
        },
      };
    },
  };
}

function toEnds(part: Part, measure: PlanMeasure) {
  const end = (from: number): TornadoEnd => ({ value: part[from], ...toFigures(part.subarray(from + 1)) });
  const [low, high] = [end(0), end(1 + planMeasures.length)];
  return { low, high, range: Math.abs(high[measure] - low[measure]) };
}

function toFigures([profit, profitWithEquity, attrition]: Float64Array): PlanFigures {
  return { profit, profitWithEquity, attrition };
}
