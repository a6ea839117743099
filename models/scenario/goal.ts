/** Figures of a plan against doing nothing that can be made as large or as small as possible; docs/measures.md. */
export const objectiveMeasures = [
  'profit',
  'profitWithEquity',
  'equity',
  'revenue',
  'attrition',
  'peakAttrition',
  'customersLost',
  'joinersForgone',
  'customersEndDifference',
] as const;
export type ObjectiveMeasure = (typeof objectiveMeasures)[number];

/** Figures that can be kept within a bound: these, and the chance of loss. */
export const keptMeasures = [...objectiveMeasures, 'chanceOfLoss'] as const;
export type KeptMeasure = (typeof keptMeasures)[number];

/** Figures that each segment has. */
export const segmentMeasures: readonly KeptMeasure[] = ['profit', 'attrition', 'customersLost'];

/** Figures that are shares; the others are money or customers. */
export const shareMeasures: readonly KeptMeasure[] = ['attrition', 'peakAttrition', 'chanceOfLoss'];

/** What the optimiser is to do with a plan's free numbers; figures are means over draws. */
export interface Goal {
  readonly plan: string;
  readonly direction: 'maximise' | 'minimise';
  readonly measure: ObjectiveMeasure;
  readonly keep: readonly Keep[];
}

/** A condition: the figure of the firm, or of each of some segments, is at most or at least `value`. */
export interface Keep {
  readonly measure: KeptMeasure;
  readonly segments?: readonly string[];
  readonly bound: 'atMost' | 'atLeast';
  readonly value: number;
}
