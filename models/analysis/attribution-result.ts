import type { Summary } from './result.ts';

/** What `kept why --json` prints: a plan's impact split over the channels on which it acts. */
export interface AttributionResult {
  readonly format: 'kept-attribution/1';
  readonly engine: { readonly version: string; readonly seed: string; readonly draws: number };
  readonly scenario: {
    readonly title: string;
    readonly digest: string;
    readonly currency: string;
    readonly months: number;
  };
  readonly plan: string;
  /** Whether every coalition of channels was run in every draw; else orders of them were sampled. */
  readonly exact: boolean;
  /** The impact itself on the same draws; parts of the channels sum to it. */
  readonly total: AttributedFigures;
  /** Channels that the plan touches, the largest effect on profit first. */
  readonly channels: readonly AttributedChannel[];
}

export interface AttributedChannel extends AttributedFigures {
  readonly name: string;
  readonly title: string;
  readonly meaning: string;
}

export interface AttributedFigures {
  /** Present value, plan less do nothing [money]. */
  readonly profit: AttributedFigure;
  /** Customers of the starting base whom the plan loses by the horizon; below 0 it keeps more. */
  readonly customersLost: AttributedFigure;
  readonly segments: readonly {
    readonly name: string;
    /** Means over draws. */
    readonly profit: number;
    readonly customersLost: number;
  }[];
}

export interface AttributedFigure {
  readonly over: Summary;
  /** Standard error of the mean: of draws, and the part of it that comes from sampling orders. */
  readonly error: number;
  readonly orderError: number;
}
