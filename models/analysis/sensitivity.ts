import { digestOf } from '../core/digest.ts';
import { engineVersion } from '../core/version.ts';
import type { Scenario } from '../scenario/scenario.ts';
import {
  createIndicesTask,
  defaultInputs,
  defaultRows,
  type Indices,
  type IndicesOptions,
} from './indices.ts';
import type { PlanMeasure } from './plan-figures.ts';
import { defaultDraws } from './run.ts';
import { runTask } from './task.ts';
import { createTornadoTask, type Tornado, type TornadoOptions } from './tornado.ts';
import { withPlan } from './uncertain-inputs.ts';
import {
  createInformationTask,
  type InformationOptions,
  type ValueOfInformation,
} from './value-of-information.ts';

export interface SensitivityOptions {
  /** Name of a plan; default the first. The value of information is about the choice among all plans. */
  readonly plan?: string;
  /** Default `profit`. The value of information is in profit where the measure is no money. */
  readonly measure?: PlanMeasure;
  /** Rows of the Sobol’ design: a power of two, 2 to 65,536; default 512. */
  readonly rows?: number;
  /** Draws for the value of information, 1 to 20,000; default 1,000. */
  readonly draws?: number;
  /** Seed text instead of the scenario's own. */
  readonly seed?: string;
}

/** Which inputs a plan's outcome depends on, and which are worth knowing better. */
export interface SensitivityResult {
  readonly format: 'kept-sensitivity/1';
  readonly engine: {
    readonly version: string;
    readonly seed: string;
    readonly rows: number;
    readonly draws: number;
  };
  readonly scenario: {
    readonly title: string;
    readonly digest: string;
    readonly currency: string;
    readonly months: number;
  };
  readonly plan: string;
  readonly measure: PlanMeasure;
  readonly tornado: Tornado;
  readonly indices: Indices;
  readonly information: ValueOfInformation;
}

/** Who does the three pieces of work: this thread, or a pool. */
export interface SensitivityWork {
  tornado(options: TornadoOptions): Promise<Tornado>;
  indices(options: IndicesOptions): Promise<Indices>;
  information(options: InformationOptions): Promise<ValueOfInformation>;
}

/**
 * Tornado of a plan, Sobol’ indices of the nineteen inputs that move it most with all others as one group, shares of
 * evidence, and the value of information about the choice among all plans.
 *
 * Errors  unknown-plan; invalid-argument for rows or draws out of range
 */
export async function analyseSensitivity(
  scenario: Scenario,
  options: SensitivityOptions = {},
  work: SensitivityWork = inThisThread(scenario),
): Promise<SensitivityResult> {
  const { measure = 'profit', rows = defaultRows, draws = defaultDraws, seed = scenario.seed } = options;
  const plan = withPlan(scenario, options.plan).plans[0].name;
  const money = measure === 'attrition' ? 'profit' : measure;
  const tornado = await work.tornado({ plan, measure });
  const inputs = tornado.inputs.slice(0, defaultInputs).map(({ path }) => path);
  const { title, currency, months } = scenario;
  return {
    format: 'kept-sensitivity/1',
    engine: { version: engineVersion, seed, rows, draws },
    scenario: { title, digest: digestOf(scenario), currency, months },
    ...{ plan, measure, tornado },
    indices: await work.indices({ plan, measure, rows, seed, inputs }),
    information: await work.information({ measure: money, draws, seed }),
  };
}

function inThisThread(scenario: Scenario): SensitivityWork {
  return {
    tornado: async (options) => runTask(createTornadoTask(scenario, options)),
    indices: async (options) => runTask(createIndicesTask(scenario, options)),
    information: async (options) => runTask(createInformationTask(scenario, options)),
  };
}
