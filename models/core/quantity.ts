import type { FormulaTree } from './formula.ts';

/** How much stands behind a number, weakest first. */
export const evidenceClasses = ['assumed', 'expert', 'fitted', 'backtested'] as const;
export type Evidence = (typeof evidenceClasses)[number];

/** The scale an 80 % interval is spread on: log, logit or as it is. */
export type Scale = 'positive' | 'share' | 'signed';

/** What is believed about one number. Parameters are in the number's own unit unless the name says log. */
export type Distribution =
  | { readonly kind: 'fixed'; readonly value: number }
  /** 10th and 90th percentile; two-piece around `best`, the median, when it is given. */
  | {
      readonly kind: 'interval';
      readonly scale: Scale;
      readonly low: number;
      readonly high: number;
      readonly best?: number;
    }
  | { readonly kind: 'lognormal'; readonly median: number; readonly sdLog: number }
  /** `min` and `max` clip draws; they do not move mean or sd. */
  | {
      readonly kind: 'normal';
      readonly mean: number;
      readonly sd: number;
      readonly min?: number;
      readonly max?: number;
    }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'beta'; readonly a: number; readonly b: number };

/** A number computed from the scenario's `inputs`. */
export interface FormulaBelief {
  readonly kind: 'formula';
  readonly text: string;
  readonly tree: FormulaTree;
}

export type Belief = Distribution | FormulaBelief;

/** One number of a scenario or one parameter of a mechanism, with what it rests on. Plain data. */
export interface Quantity {
  readonly belief: Belief;
  readonly evidence: Evidence;
  readonly source: string;
  /** False when the file leaves it out and the default stands. */
  readonly given: boolean;
}

/**
 * Stands where a file gives a number and no source. Digests of scenarios, which saved results are verified by, hold it;
 * readers are told `noSource` instead.
 */
export const unstatedSource = 'stated in the file';

/** What readers are told of a number whose file names no source. */
export const noSource = 'no source stated';

/** A number that is certain. */
export function fixed(
  value: number,
  evidence: Evidence = 'assumed',
  source = unstatedSource,
  given = true,
): Quantity {
  return { belief: { kind: 'fixed', value }, evidence, source, given };
}
