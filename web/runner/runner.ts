import type { BestFigures, FeeCurve, Plan, PlanResult, RunResult, Scenario } from '../../models/index.ts';
import { plainMessage } from './part-missing.ts';

/**
 * Runs requests, in the page or in a worker. A newer request ends the older one, whose answers no longer come.
 */
export interface Runner<Request, Answer> {
  run(request: Request, listener: Listener<Answer>): void;
  /** Ends the request; the next may follow. */
  cancel(): void;
  /** Ends all work for good. */
  stop(): void;
}

export interface Listener<Answer> {
  /** Called once or, with ever more draws, several times. */
  answer(answer: Answer): void;
  fail(failure: Failure): void;
}

/** Why a run ended without an answer. */
export interface Failure {
  readonly message: string;
}

export interface BestRequest {
  readonly scenario: Scenario;
  readonly plan: Plan;
}

export type BestAnswer = BestFigures;

/** What a worker can be asked: one plan against doing nothing, its fee curve, or all plans of a file. */
export type DrawsRequest =
  | { readonly kind: 'plan'; readonly scenario: Scenario; readonly plan: Plan }
  | {
      readonly kind: 'curve';
      readonly scenario: Scenario;
      readonly plan: Plan;
      readonly changes: readonly number[];
    }
  | { readonly kind: 'all'; readonly scenario: Scenario };

interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface PlanAnswer extends Progress {
  readonly kind: 'plan';
  readonly result: PlanResult;
  readonly engine: RunResult['engine'];
  readonly digest: string;
}

export interface CurveAnswer extends Progress {
  readonly kind: 'curve';
  readonly curve: FeeCurve;
}

/** The result of the whole file as text; `null` until all draws are done. */
export interface AllAnswer extends Progress {
  readonly kind: 'all';
  readonly text: string | null;
}

export type DrawsAnswer = PlanAnswer | CurveAnswer | AllAnswer;

/** A failure in words, from whatever was thrown. */
export function failureOf(error: unknown): Failure {
  return { message: plainMessage(error instanceof Error ? error.message : String(error)) };
}
