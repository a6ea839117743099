import { KeptError } from '../core/errors.ts';
import type { Plan, Scenario } from '../scenario/scenario.ts';
import { type AttributionOptions, createAttributionTask } from './attribution.ts';
import { createBacktestTask } from './backtest.ts';
import type { BacktestCase } from './backtest-cases.ts';
import { type CandidateWork, createCandidateTask } from './candidate-task.ts';
import { createFeeCurveTask, type FeeCurveOptions } from './fee-curve.ts';
import { createFifthsTask, type FifthsOptions } from './fifths.ts';
import { createFlipsTask, type FlipsOptions } from './flips.ts';
import { createIndicesTask, type IndicesOptions } from './indices.ts';
import { createRunTask, type RunOptions } from './run.ts';
import { createSweepTask, type SweepOptions } from './sweep.ts';
import { createTornadoTask, type TornadoOptions } from './tornado.ts';
import { createInformationTask, type InformationOptions } from './value-of-information.ts';

/** Every kind of work that can be spread over workers, by name. What a request holds is plain data. */
const creators = {
  run: (request: { readonly scenario: Scenario; readonly options?: RunOptions }) =>
    createRunTask(request.scenario, request.options),
  feeCurve: (request: {
    readonly scenario: Scenario;
    readonly plan: Plan;
    readonly options?: FeeCurveOptions;
  }) => createFeeCurveTask(request.scenario, request.plan, request.options),
  candidates: (request: { readonly scenario: Scenario; readonly work: CandidateWork }) =>
    createCandidateTask(request.scenario, request.work),
  backtest: (request: {
    readonly scenario: Scenario;
    readonly backtest: BacktestCase;
    readonly draws: number;
  }) => createBacktestTask(request.scenario, request.backtest, request.draws),
  attribution: (request: {
    readonly scenario: Scenario;
    readonly plan: Plan;
    readonly options?: AttributionOptions;
  }) => createAttributionTask(request.scenario, request.plan, request.options),
  tornado: (request: { readonly scenario: Scenario; readonly options?: TornadoOptions }) =>
    createTornadoTask(request.scenario, request.options),
  fifths: (request: { readonly scenario: Scenario; readonly options?: FifthsOptions }) =>
    createFifthsTask(request.scenario, request.options),
  flips: (request: { readonly scenario: Scenario; readonly options: FlipsOptions }) =>
    createFlipsTask(request.scenario, request.options),
  indices: (request: { readonly scenario: Scenario; readonly options: IndicesOptions }) =>
    createIndicesTask(request.scenario, request.options),
  information: (request: { readonly scenario: Scenario; readonly options?: InformationOptions }) =>
    createInformationTask(request.scenario, request.options),
  sweep: (request: { readonly scenario: Scenario; readonly options: SweepOptions }) =>
    createSweepTask(request.scenario, request.options),
} as const;

type Creators = typeof creators;
type Kind = keyof Creators;

/**
 * Work to be done, as it travels to workers. A plan of the scenario must travel in the same message, so that its
 * uncertain quantities stay those of the scenario.
 */
export type TaskRequest<K extends Kind = Kind> = {
  readonly [Name in K]: { readonly kind: Name } & Parameters<Creators[Name]>[0];
}[K];

/** The task that a request asks for: the same in whatever thread it is made. */
export function createTask<K extends Kind>(request: TaskRequest<K>): ReturnType<Creators[K]> {
  const create = creators[request.kind] as unknown as (asked: TaskRequest<K>) => ReturnType<Creators[K]>;
  return create(request);
}

/** What a worker answers: a part, or why there is none. Errors lose their class on the way, so it is spelt out. */
export type BlockAnswer =
  | { readonly part: unknown }
  | { readonly failure: Pick<KeptError, 'message' | 'place'> & { readonly code?: KeptError['code'] } };

/** The part that is computed for somebody in another thread. */
export function answerBlock(compute: () => unknown): BlockAnswer {
  try {
    return { part: compute() };
  } catch (error) {
    if (error instanceof KeptError) {
      const { code, message, place } = error;
      return { failure: { code, message, place } };
    }
    return { failure: { message: error instanceof Error ? error.message : String(error), place: {} } };
  }
}

/** The part of an answer from another thread. Throws what was thrown there. */
export function partOf<Part>(answer: BlockAnswer): Part {
  if ('part' in answer) return answer.part as Part;
  const { code, message, place } = answer.failure;
  throw code === undefined ? new Error(message) : new KeptError(code, message, place);
}
