import type { ParameterName } from '../../models/mechanisms/index.ts';

/** The figures of a plan against `do nothing` that the literature speaks of. */
export const measures = ['attrition', 'profit with equity', 'customers at the end'] as const;
export type Measure = (typeof measures)[number];

/** A way in which a plan acts, with the parameters that switch it off. */
export interface Channel {
  readonly name: string;
  readonly off: { readonly [name in ParameterName]?: number };
  /** Scenario and plan in which it acts; files are relative to scenarios/, `firm.yaml` stands beside this file. */
  readonly file: string;
  readonly plan: string;
  /** What the literature says follows, and whose it is. */
  readonly literature: string;
  /** Where the figure must go when the channel is off, if the literature is right. */
  readonly without: 'lower' | 'higher';
  readonly on: Measure;
  /** Why the model answers otherwise; only where it does. */
  readonly otherwise?: string;
}
