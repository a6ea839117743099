import type {
  AttributedPlan,
  createTask,
  Optimum,
  Plan,
  SafetyBound,
  SafetyResult,
  Scenario,
  TaskRequest,
} from '../../models/index.ts';
import type { Failure } from './runner.ts';

/** A long piece of work that a reader asks for, beside what the page shows at all times. Plain data. */
export type StudyRequest =
  | { readonly kind: 'task'; readonly task: TaskRequest }
  | { readonly kind: 'causes'; readonly scenario: Scenario; readonly plan: Plan }
  | { readonly kind: 'optimise'; readonly scenario: Scenario; readonly draws?: number }
  | {
      readonly kind: 'safe';
      readonly text: string;
      readonly plan: string;
      readonly bound: SafetyBound;
      readonly draws?: number;
    };

type TaskResult<Asked> =
  Asked extends TaskRequest<infer Kind extends TaskRequest['kind']>
    ? ReturnType<ReturnType<ReturnType<typeof createTask<Kind>>['collect']>['result']>
    : never;

/** What a request comes to. */
export type StudyResult<Request extends StudyRequest> = Request extends { readonly task: infer Asked }
  ? TaskResult<Asked>
  : Request extends { readonly kind: 'causes' }
    ? AttributedPlan
    : Request extends { readonly kind: 'optimise' }
      ? Optimum
      : SafetyResult;

/** How far a study is: blocks of a task, plans of a search. */
export interface StudyProgress {
  readonly done: number;
  readonly total: number;
  /** Seconds left; `null` while that cannot be told, as in a search, which mostly ends early. */
  readonly secondsLeft: number | null;
}

/** What a study's worker says. */
export type StudyReply =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'partial'; readonly result: unknown }
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'failure'; readonly failure: Failure };
