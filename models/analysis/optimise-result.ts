import type { Goal, KeptMeasure } from '../scenario/goal.ts';
import type { MeanEstimate } from './mean-estimate.ts';

/** `kept-optimum/1`: the best values found for a plan's free numbers. Figures are against doing nothing. */
export interface Optimum {
  readonly format: 'kept-optimum/1';
  readonly engine: { readonly version: string; readonly seed: string; readonly draws: number };
  readonly scenario: {
    readonly title: string;
    readonly digest: string;
    readonly currency: string;
    readonly months: number;
  };
  readonly plan: string;
  readonly goal: Pick<Goal, 'direction' | 'measure'>;
  /** Whether any plan found keeps every condition; if none does, `best` is the one that breaks them least. */
  readonly feasible: boolean;
  readonly best: MeasuredPlan;
  readonly decisions: readonly DecisionResult[];
  /** The plan at its starts, and what the best brings in the goal's measure beyond it. */
  readonly start: MeasuredPlan;
  readonly gain: MeanEstimate;
  /** Plans of which none has both more profit and less attrition, by attrition. */
  readonly frontier: Frontier;
  /** Why figures of the best plan lie beyond what the evidence covers. */
  readonly beyondEvidence: readonly string[];
  readonly work: { readonly plans: number; readonly runs: number; readonly cutShort: boolean };
}

export interface MeasuredPlan {
  /** What a file states for each decision, in their order. */
  readonly values: readonly (number | string)[];
  readonly objective: MeanEstimate;
  readonly profit: MeanEstimate;
  readonly profitWithEquity: MeanEstimate;
  readonly attrition: MeanEstimate;
  readonly chanceOfLoss: MeanEstimate;
  readonly keep: readonly KeptCondition[];
}

export interface KeptCondition {
  readonly measure: KeptMeasure;
  readonly segment?: string;
  readonly bound: 'atMost' | 'atLeast';
  readonly value: number;
  readonly mean: number;
  readonly error: number;
  readonly kept: boolean;
  /** Whether the mean lies within one standard error, or one hundredth, of its bound. */
  readonly binding: boolean;
}

export interface DecisionResult {
  /** Where it stands in the file, from the plan on. */
  readonly place: string;
  readonly value: number | string;
  readonly low: number | string;
  readonly high: number | string;
  /** A value on its bound is no optimum: the best may lie beyond. */
  readonly onBound: 'low' | 'high' | null;
  /** Values between which, the other decisions at their best, the goal is as good: see `flatness`. */
  readonly flatFrom: number | string;
  readonly flatTo: number | string;
}

export interface Frontier {
  readonly measure: 'profit' | 'profitWithEquity' | 'equity' | 'revenue';
  readonly draws: number;
  readonly points: readonly {
    readonly values: readonly (number | string)[];
    readonly gain: MeanEstimate;
    readonly attrition: MeanEstimate;
    readonly keepsAll: boolean;
  }[];
}
