import { KeptError } from '../core/errors.ts';
import { createRunKey, deriveKey } from '../core/random.ts';
import { createSampler } from '../engine/sample.ts';
import { doNothing, simulate } from '../engine/simulate.ts';
import type { Scenario } from '../scenario/scenario.ts';
import {
  bestOnAverage,
  estimatePartialInformation,
  estimatePerfectInformation,
  type KnowledgeValue,
  meanOf,
} from './expected-value.ts';
import { computePlanFigures } from './plan-figures.ts';
import { defaultDraws } from './run.ts';
import type { Task } from './task.ts';
import { describeInput, listUncertain, type UncertainInput } from './uncertain-inputs.ts';

export interface InformationOptions {
  /** 1 to 20,000; default 1,000, the draws of an ordinary run. */
  readonly draws?: number;
  /** Money by which plans are chosen; default `profit`. */
  readonly measure?: 'profit' | 'profitWithEquity';
  /** Seed text instead of the scenario's own. */
  readonly seed?: string;
}

/** Every input of every draw is kept. */
export const mostInformedDraws = 20_000;

/** What it is worth to know more before choosing among the plans, in money. */
export interface ValueOfInformation {
  readonly measure: 'profit' | 'profitWithEquity';
  readonly draws: number;
  /** `do nothing` first; then the plans of the scenario. */
  readonly options: readonly InformedOption[];
  /** The option with the highest mean. */
  readonly best: string;
  /** Value of knowing everything that is uncertain. */
  readonly perfect: KnowledgeValue;
  /** Inputs worth knowing, most first. */
  readonly inputs: readonly InformedInput[];
  /** How many uncertain inputs could not change the choice, each known on its own. */
  readonly without: number;
}

export interface InformedOption {
  readonly name: string;
  readonly mean: number;
  /** Share of draws in which it is the best, ties going to the first. */
  readonly bestShare: number;
}

/** The most that perfect knowledge of this input alone is worth. */
export interface InformedInput extends UncertainInput, KnowledgeValue {}

/**
 * Value of perfect and of partial information about the choice among the plans of a scenario and doing nothing. A block
 * is a draw: the draws are those of an ordinary run, so that both speak of the same numbers.
 *
 * Errors  invalid-argument for a number of draws out of range
 */
export function createInformationTask(
  scenario: Scenario,
  options: InformationOptions = {},
): Task<Float64Array, ValueOfInformation> {
  const { draws = defaultDraws, measure = 'profit', seed = scenario.seed } = options;
  if (!Number.isInteger(draws) || draws < 1 || draws > mostInformedDraws) {
    throw new KeptError(
      'invalid-argument',
      `the number of draws must be a whole number from 1 to ${mostInformedDraws}`,
    );
  }
  const sampleAt = createSampler(scenario, seed);
  const listed = listUncertain(scenario);
  const { plans } = scenario;
  return {
    blocks: draws,
    compute: (draw) => {
      const sample = sampleAt(draw);
      const baseline = simulate(scenario, doNothing, sample);
      const benefits = plans.map((plan) => {
        const run = simulate(scenario, plan, sample, undefined, undefined, baseline);
        return computePlanFigures(run, baseline)[measure];
      });
      return Float64Array.from([...benefits, ...listed.map(({ quantity }) => sample.of(quantity))]);
    },
    collect: () => {
      const parts: Float64Array[] = [];
      const column = (index: number) => Float64Array.from(parts, (part) => part[index]);
      return {
        enough: false,
        add: (part) => parts.push(part),
        result: () => {
          const names = [doNothing.name, ...plans.map(({ name }) => name)];
          const benefits = [new Float64Array(parts.length), ...plans.map((_, index) => column(index))];
          const key = deriveKey(createRunKey(seed), 'value of information');
          const inputs = listed
            .map((entry, index) => ({
              ...describeInput(entry),
              ...estimatePartialInformation(column(plans.length + index), benefits, key),
            }))
            .filter(({ value }) => value > 0);
          return {
            measure,
            draws: parts.length,
            options: describeOptions(names, benefits),
            best: names[bestOnAverage(benefits)],
            perfect: estimatePerfectInformation(benefits),
            inputs: inputs.sort((one, other) => other.value - one.value),
            without: listed.length - inputs.length,
          };
        },
      };
    },
  };
}

function describeOptions(names: readonly string[], benefits: readonly Float64Array[]): InformedOption[] {
  const won = new Float64Array(names.length);
  benefits[0].forEach((_, draw) => {
    const values = benefits.map((benefit) => benefit[draw]);
    won[values.indexOf(Math.max(...values))]++;
  });
  return names.map((name, index) => ({
    name,
    mean: meanOf(benefits[index]),
    bestShare: won[index] / benefits[index].length,
  }));
}
