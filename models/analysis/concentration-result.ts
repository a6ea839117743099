/** An estimate from the customers followed, and its standard error. */
export interface Estimate {
  readonly estimate: number;
  readonly error: number;
}

/** What `kept concentration --json` prints. */
export interface ConcentrationResult {
  readonly format: 'kept-concentration/1';
  readonly engine: { readonly version: string; readonly seed: string; readonly customers: number };
  readonly scenario: {
    readonly title: string;
    readonly digest: string;
    readonly currency: string;
    readonly months: number;
  };
  readonly base: ConcentratedBase;
  readonly plans: readonly ConcentratedPlan[];
}

/** The starting base and what becomes of it under doing nothing. */
export interface ConcentratedBase {
  readonly customers: number;
  readonly averages: CustomerAverages;
  /** Share of the monthly revenue that the fifth of customers who pay most brings. */
  readonly topFifthRevenue: number;
  /** Share of the monthly contribution that the most valuable fifth brings; null where all together bring none. */
  readonly topFifthProfit: number | null;
  readonly whale: WhalePeak | null;
  readonly deciles: readonly BaseDecile[];
}

/** Top of the curve of contribution added up from the most to the least valuable customer. */
export interface WhalePeak {
  readonly customers: number;
  readonly profit: number;
}

export interface CustomerAverages {
  readonly value: number;
  readonly tenureMonths: number;
  readonly sensitivity: number;
}

/** A tenth of the starting base, the first being the most valuable. */
export interface BaseDecile {
  readonly decile: number;
  readonly customers: number;
  readonly value: number;
  readonly revenueShare: number;
  readonly profitShare: number | null;
  readonly leavers: Estimate;
  readonly profit: Estimate;
}

/** A plan against doing nothing, customer by customer. */
export interface ConcentratedPlan {
  readonly name: string;
  readonly extraLeavers: Estimate;
  readonly profit: Estimate;
  readonly restOfProfit: number;
  readonly lost: LostCustomers | null;
  readonly deciles: readonly PlanDecile[];
}

export interface PlanDecile {
  readonly decile: number;
  readonly extraLeavers: Estimate;
  readonly profit: Estimate;
}

/** Averages over the extra leavers. */
export interface LostCustomers {
  readonly value: Estimate;
  readonly tenureMonths: Estimate;
  readonly sensitivity: Estimate;
}
