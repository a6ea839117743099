import type { Correlation } from '../core/copula.ts';
import type { Dimension } from '../core/dimensions.ts';
import type { FormulaTree } from '../core/formula.ts';
import type { Quantity } from '../core/quantity.ts';
import type { ParameterName } from '../mechanisms/index.ts';
import type { ListeningChannel } from '../mechanisms/listening.ts';
import type { Decision } from './decision.ts';
import type { Goal } from './goal.ts';
import type { Lesson } from './lesson.ts';
import type { Profile } from './profile.ts';

/**
 * A checked scenario: plain, serialisable data in base units. Rates are per month, shares are
 * fractions, money is in `currency`. Everything a file may leave out has been filled in with its default
 * (`given: false`), except `assumptions`, which hold only what the file states.
 */
export interface Scenario {
  readonly format: 'kept/1';
  readonly title: string;
  readonly currency: string;
  /** Calendar month of month 1 as `YYYY-MM`, when the file states one. */
  readonly start?: string;
  readonly months: number;
  readonly discountRatePerYear: Quantity;
  readonly seed: string;
  readonly inputs: readonly Named<Quantity>[];
  readonly world: WorldDescription;
  readonly plans: readonly Plan[];
  readonly kpis: readonly Kpi[];
  /** Uncertain quantities that go together, by their ids; absent: all are independent. */
  readonly correlations?: readonly Correlation[];
  /** Numbers of plans that are left free; in `plans` they stand at their starts. */
  readonly decisions?: readonly Decision[];
  readonly optimise?: Goal;
  readonly lesson?: Lesson;
}

export type Named<T> = { readonly name: string; readonly quantity: T };

export type Assumptions = { readonly [name in ParameterName]?: Quantity };

export interface WorldDescription {
  readonly market: {
    /** Price of the best alternative a month; absent: the price ratio to the market starts at 1. */
    readonly competitorPrice?: Quantity;
    /** Share of our own price change that the competitor follows. */
    readonly competitorFollows: Quantity;
    /** Everybody who could be a customer, ours included; absent: the market has no end. */
    readonly potential?: Quantity;
  };
  readonly segments: readonly Segment[];
  readonly events: readonly WorldEvent[];
  readonly standards: readonly Standard[];
  readonly fixedCostPerMonth: Quantity;
  readonly operations?: Operations;
  /** What management knows of its customers at the start, 0..1. */
  readonly insight: Quantity;
  readonly assumptions: Assumptions;
}

/** A contact centre for all segments. Its cost today is part of the fixed cost. */
export interface Operations {
  /** Agents on duty, on average over the open hours. */
  readonly agents: Quantity;
  readonly openHoursPerMonth: Quantity;
  readonly handleTimeSeconds: Quantity;
  /** Contacts of a customer a month as counted today, repeats included. */
  readonly contactsPerMonth: Quantity;
  readonly patienceSeconds: Quantity;
  /** A contact answered later has missed the target. */
  readonly targetSeconds: Quantity;
  /** What falls into the peak: shares of contacts, of open hours and of agents’ hours. */
  readonly peak: { readonly contacts: Quantity; readonly hours: Quantity; readonly agents: Quantity };
  /** Share of answered contacts resolved. */
  readonly resolved: Quantity;
  /** Money a month for one more agent on duty. */
  readonly agentCost: Quantity;
  /** Share of agents who leave in a year. */
  readonly turnoverPerYear: Quantity;
}

export interface Segment {
  readonly name: string;
  readonly customers: Quantity;
  readonly joinersPerMonth: Quantity | 'as many as leave';
  /** Mean monthly price, and its spread among customers as a coefficient of variation. */
  readonly price: { readonly mean: Quantity; readonly spread: Quantity };
  /** Separate fees a month that are already charged. */
  readonly fees: readonly Named<Quantity>[];
  readonly churnPerMonth: Quantity;
  /** Share of customers who meet a failure. */
  readonly failuresPerMonth: Quantity;
  readonly costToServe: Quantity;
  readonly acquisitionCost: Quantity;
  /** Customers by months of tenure at the start; shares sum to 1. */
  readonly tenure: readonly { readonly months: number; readonly share: number }[];
  /** False when the file leaves the tenure out and the default stands. */
  readonly tenureGiven?: boolean;
  readonly profile?: Profile;
  /** Part of bill and service cost that depends on use, and uses a month at the start. */
  readonly usage?: { readonly share: Quantity; readonly uses?: Quantity };
  /** Further services a customer takes each month, and what each brings a month. */
  readonly growth?: { readonly rate: Quantity; readonly value: Quantity };
  readonly contract?: { readonly termMonths: number; readonly exitFee?: Quantity };
  readonly downgrade?: { readonly to: string; readonly price: Quantity };
  readonly service: {
    readonly [dimension in Dimension]: { readonly promise: Quantity; readonly delivery: Quantity };
  };
  readonly assumptions: Assumptions;
}

/** A promised time: delivery times are lognormal around `medianHours` with geometric standard deviation `spread`. */
export interface Standard {
  readonly name: string;
  readonly promiseHours: Quantity;
  readonly medianHours: Quantity;
  readonly spread: Quantity;
  readonly casesPerMonth: Quantity;
  /** Whether the promise names the time, rather than saying "soon". */
  readonly clear: boolean;
}

export interface WorldEvent {
  readonly at: number;
  readonly competitorPrice?: Change;
  /** Points by which the competitor serves better. */
  readonly competitorService?: Quantity;
  /** Change of purchasing power, as a share. */
  readonly economy?: Quantity;
}

/** `by` a percent (fraction), `by` an amount, or `to` a value. */
export interface Change {
  readonly kind: 'byPercent' | 'byAmount' | 'to';
  readonly quantity: Quantity;
}

export const reasons = ['none', 'cost', 'quality', 'market', 'profit'] as const;
export type Reason = (typeof reasons)[number];

export const feeDisplays = ['in the price', 'at purchase', 'at billing'] as const;
export type FeeDisplay = (typeof feeDisplays)[number];

export interface Plan {
  readonly name: string;
  readonly actions: readonly Action[];
}

export interface Action {
  /** First month in force, 1..months. */
  readonly at: number;
  /** Month customers are told, 1..at. */
  readonly announce: number;
  /** Whether the file states `announce`; a fee billed without it is a surprise. */
  readonly announced: boolean;
  /** Names of the segments it applies to. */
  readonly segments: readonly string[];
  /** Customers of these segments it is meant for; absent: all. */
  readonly customers?: CustomerTarget;
  readonly reason: Reason;
  readonly price?: PriceAction;
  readonly fee?: {
    readonly name: string;
    readonly change: Change;
    readonly shown: FeeDisplay;
    /** The amount is for each use. */
    readonly perUse?: boolean;
  };
  readonly credit?: { readonly amount: Quantity; readonly months: number };
  readonly promise?: { readonly [dimension in Dimension]?: Change };
  readonly invest?: {
    /** A quality, or wherever management believes it to count. */
    readonly in: Dimension | 'what management believes';
    readonly by: Quantity;
    readonly rampMonths: number;
    readonly once: Quantity;
    /** Upkeep a month while it lasts; absent: the gain decays. */
    readonly monthly?: Quantity;
  };
  /** Special treatment of advocates: more referrals, each rewarded. */
  readonly advocates?: {
    readonly lift: Quantity;
    readonly reward: Quantity;
    readonly once: Quantity;
    readonly monthly: Quantity;
  };
  /** Acquisition money beyond what newcomers cost at the start. */
  readonly acquire?: { readonly monthly?: Quantity; readonly months?: number; readonly once?: Quantity };
  /** A share of all leavers is won back the month after. */
  readonly winBack?: { readonly by: Quantity; readonly perReturn: Quantity };
  /** The firm ends relationships. */
  readonly separate?: { readonly share: Quantity; readonly cost: Quantity; readonly leastValuable: boolean };
  readonly staff?: StaffAction;
  readonly consistency?: ProgrammeCost & { readonly by: Quantity };
  readonly standard?: StandardAction;
  readonly rootCauses?: ProgrammeCost & { readonly by: Quantity; readonly rampMonths: number };
  readonly recover?: RecoveryAction;
  readonly guarantee?: { readonly pays: Quantity; readonly standard?: string };
  readonly listen?: {
    readonly by: readonly ListeningChannel[];
    readonly monthly: Quantity;
    readonly once: Quantity;
    /** How long; absent: to the end. */
    readonly months?: number;
  };
  /** A letter that changes nothing. */
  readonly notify: boolean;
}

/** Customers whom an action is meant for: those who meet every condition. */
export interface CustomerTarget {
  /** Months with the firm when they are told. */
  readonly tenure?: { readonly bound: 'at least' | 'under'; readonly months: number };
  /** Share of the segment's customers with the highest or lowest spend, 0..1. */
  readonly value?: { readonly end: 'top' | 'bottom'; readonly share: number };
  /** Level of satisfaction at the start, 0 to 10. */
  readonly satisfaction?: { readonly bound: 'above' | 'below'; readonly level: number };
}

export const recognitions = ['prevention', 'recovery', 'both', 'nobody'] as const;
export type Recognition = (typeof recognitions)[number];

export const feedbacks = ['to find fault', 'to find what goes right', 'none'] as const;
export type Feedback = (typeof feedbacks)[number];

/** What is done for, or with, the people who serve; it holds for the whole firm. */
export interface StaffAction {
  readonly agents?: Change;
  readonly recognise?: Recognition;
  readonly empower?: Change;
  /** Skill added, as a share of its scale. */
  readonly train?: Quantity;
  /** Share of the work that job aids cover from now on. */
  readonly jobAids?: Quantity;
  readonly feedback?: Feedback;
  readonly once: Quantity;
  /** Upkeep a month; what is taught without it fades. */
  readonly monthly?: Quantity;
}

/** Money a programme costs: at its start, and each month from then on. */
export interface ProgrammeCost {
  readonly once?: Quantity;
  readonly monthly?: Quantity;
}

/** What a time standard becomes. */
export interface StandardAction extends ProgrammeCost {
  readonly name: string;
  readonly promise?: Change;
  readonly median?: Change;
  readonly spread?: Change;
  readonly clear?: boolean;
}

/** How complaints are answered from now on; what is left out is as at the start. */
export interface RecoveryAction extends ProgrammeCost {
  readonly withinHours?: Quantity;
  readonly compensation?: Quantity;
  readonly ownFault: boolean;
  readonly followUp: boolean;
  /** Share of the effort of complaining that is taken away. */
  readonly ease?: Quantity;
  /** Claims are checked. */
  readonly limit: boolean;
}

export interface PriceAction {
  readonly change: Change;
  /** The total change comes in this many equal money steps. */
  readonly phases: number;
  readonly everyMonths: number;
  /** Customers of at least this tenure keep the old price until month `until` (absent: for ever). */
  readonly grandfather?: { readonly tenureMonths: number; readonly until?: number };
}

/** Series a KPI formula may use, firm-wide and per month. */
export const kpiSeries = [
  'month',
  'customers',
  'leavers',
  'joiners',
  'revenue',
  'costs',
  'profit',
  'satisfaction',
] as const;

export interface Kpi {
  readonly name: string;
  readonly formula: string;
  readonly tree: FormulaTree;
  readonly unit: string;
  readonly over: 'mean' | 'sum' | 'end';
}
