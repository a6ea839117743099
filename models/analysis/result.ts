/** A figure over draws. `nulls` counts the draws in which it does not exist. */
export interface Summary {
  readonly mean: number;
  readonly median: number;
  readonly low50: number;
  readonly high50: number;
  readonly low80: number;
  readonly high80: number;
  readonly low95: number;
  readonly high95: number;
  readonly nulls?: number;
}

/** `kept-result/1`: what a run says. Shares are fractions, money is in the scenario's currency. */
export interface RunResult {
  readonly format: 'kept-result/1';
  readonly engine: {
    readonly version: string;
    readonly seed: string;
    readonly draws: number;
    /** Present where the run was to stop at a standard error of every chance of loss; whether it came to that. */
    readonly stop?: { readonly untilError: number; readonly reached: boolean };
  };
  readonly scenario: {
    readonly title: string;
    readonly digest: string;
    readonly currency: string;
    readonly months: number;
    readonly start?: string;
  };
  /** The first is always `do nothing`, without `impact`. */
  readonly plans: readonly PlanResult[];
  /** Present where there are two plans or more beside `do nothing`. */
  readonly comparison?: PlanComparison;
}

/** Plans against each other on the same draws, by profit. */
export interface PlanComparison {
  /** In the order of the plans, `do nothing` included. */
  readonly regrets: readonly {
    readonly plan: string;
    /** What is given up on average by not taking the plan that is best in a draw [money]. */
    readonly regret: number;
    readonly regretError: number;
    /** Share of draws in which no other plan has more profit. */
    readonly chanceBest: number;
  }[];
  readonly pairs: readonly {
    readonly plan: string;
    readonly other: string;
    /** Share of draws in which `plan` has more profit than `other`. */
    readonly chanceBetter: number;
    readonly chanceBetterError: number;
    /** Mean profit of `plan` less that of `other` [money]. */
    readonly difference: number;
    readonly differenceError: number;
    /** False while difference or chance could still be luck of the draws. */
    readonly distinguishable: boolean;
  }[];
}

export interface PlanResult {
  readonly name: string;
  readonly months: readonly MonthResult[];
  readonly segments: readonly SegmentResult[];
  readonly kpis: readonly { readonly name: string; readonly unit: string; readonly value: Summary | null }[];
  readonly impact?: ImpactResult;
}

export interface MonthResult {
  readonly month: number;
  readonly customers: Summary;
  readonly leavers: Summary;
  readonly joiners: Summary;
  readonly revenue: Summary;
  readonly costs: Summary;
  readonly profit: Summary;
  readonly satisfaction: Summary;
  /** Delivered less promised [points]. */
  readonly promiseGap: Summary;
  /** Per cent of advocates less per cent of saboteurs; a figure to recognise, not one that foretells. */
  readonly promoterScore: Summary;
  /** Share of customers whom the service strikes as superior, and what the boardroom takes it to be. */
  readonly superior: Summary;
  readonly believedSuperior: Summary;
  readonly morale: Summary;
  /** The contact centre, where the world states one: seconds, and shares of contacts and of agents' time. */
  readonly wait?: Summary;
  readonly serviceLevel?: Summary;
  readonly abandoned?: Summary;
  readonly occupancy?: Summary;
}

export interface SegmentResult {
  readonly name: string;
  readonly customersStart: number;
  readonly customersEnd: Summary;
  readonly leavers: Summary;
  readonly profit: Summary;
  readonly tradedDown: Summary;
}

export interface ImpactResult {
  readonly attrition: Summary;
  readonly peakAttrition: Summary;
  readonly peakMonth: Summary;
  readonly customersLost: Summary;
  readonly joinersForgone: Summary;
  readonly customersEndDifference: Summary;
  readonly revenue: Summary;
  readonly profit: Summary;
  readonly equity: Summary;
  readonly profitWithEquity: Summary;
  /** `null` when no draw has one; `breakEvenNulls` says why in how many. */
  readonly breakEvenAttrition: Summary | null;
  readonly breakEvenNulls: { readonly 'always pays': number; readonly 'never pays': number };
  readonly safetyMargin: Summary | null;
  readonly chanceOfLoss: number;
  readonly chanceOfLossError: number;
  readonly segments: readonly {
    readonly name: string;
    readonly attrition: Summary;
    readonly profit: Summary;
  }[];
  /** The difference from `do nothing`, month by month: customers, and profit added up undiscounted. */
  readonly months: readonly {
    readonly month: number;
    readonly customers: Summary;
    readonly cumulativeProfit: Summary;
  }[];
  /** One hundred runs, evenly spaced in order of their safety margin; empty when none has one. */
  readonly dots: readonly {
    readonly attrition: number;
    readonly safetyMargin: number;
    readonly profit: number;
  }[];
  /** Why a figure lies beyond what the evidence covers; empty when it does not. */
  readonly beyondEvidence: readonly string[];
}

/** A plan against `do nothing` in one run. Shares are of the starting base, money is a present value. */
export interface ImpactFigures {
  readonly attrition: number;
  readonly peakAttrition: number;
  readonly peakMonth: number;
  readonly customersLost: number;
  readonly joinersForgone: number;
  readonly customersEndDifference: number;
  readonly revenue: number;
  readonly profit: number;
  readonly equity: number;
  readonly profitWithEquity: number;
}

/** The run at best values: every input at its median. No band. */
export interface BestFigures extends ImpactFigures {
  readonly breakEvenAttrition: number | null;
  readonly breakEvenReason: 'exists' | 'always pays' | 'never pays' | 'nothing changes';
  readonly safetyMargin: number | null;
  readonly segments: readonly {
    readonly name: string;
    readonly attrition: number;
    readonly customersLost: number;
    readonly profit: number;
  }[];
  readonly months: readonly {
    readonly month: number;
    readonly customers: number;
    readonly cumulativeProfit: number;
  }[];
}

export interface FeeCurvePoint {
  /** Change of the fee as a fraction, 0.08 for +8 %. */
  readonly change: number;
  readonly profit: Summary;
  readonly chanceOfLoss: number;
  /** Profit impact of the run at best values. */
  readonly best: number;
}

export interface FeeCurve {
  readonly draws: number;
  readonly points: readonly FeeCurvePoint[];
  /** Largest mean profit impact between points; `onBound` when it lies at either end. */
  readonly optimum: { readonly change: number; readonly profit: number; readonly onBound: boolean };
  /** Change above which the mean impact turns from gain to loss; `null` when it does not on this scale. */
  readonly breakEven: number | null;
  /** Changes outside this range are beyond the evidence. */
  readonly evidenceRange: readonly [number, number];
}
