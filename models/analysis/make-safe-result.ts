import type { Edit } from '../scenario/write.ts';
import type { MeanEstimate } from './mean-estimate.ts';
import type { SafeKind } from './safe-changes.ts';

export interface SafetyBound {
  readonly measure: 'chanceOfLoss' | 'attrition';
  /** A share. */
  readonly atMost: number;
}

/** `kept-safe/1`: what would bring a plan under a bound. Figures are against doing nothing. */
export interface SafetyResult {
  readonly format: 'kept-safe/1';
  readonly engine: { readonly version: string; readonly seed: string; readonly draws: number };
  readonly scenario: {
    readonly title: string;
    readonly digest: string;
    readonly currency: string;
    readonly months: number;
  };
  readonly plan: string;
  readonly bound: SafetyBound;
  /** Whether the plan is under the bound as it is; then there are no outcomes. */
  readonly safe: boolean;
  readonly now: SafeFigures;
  /** One of each kind; what keeps most profit first, what was not found last. */
  readonly outcomes: readonly SafeOutcome[];
}

export interface SafeFigures {
  readonly profit: MeanEstimate;
  /** 80 % of the draws' profits lie within. */
  readonly profitRange: { readonly low80: number; readonly high80: number };
  readonly profitWithEquity: MeanEstimate;
  readonly attrition: MeanEstimate;
  readonly chanceOfLoss: MeanEstimate;
}

export type SafeOutcome =
  | { readonly kind: SafeKind; readonly found: false; readonly reason: string }
  | {
      readonly kind: SafeKind;
      readonly found: true;
      /** The smallest change of its kind that does, in words and as edits of the file. */
      readonly words: string;
      readonly edits: readonly Edit[];
      readonly figures: SafeFigures;
      /** Profit of the plan as it is less profit of the changed one, on common draws. */
      readonly profitGivenUp: MeanEstimate;
    };
