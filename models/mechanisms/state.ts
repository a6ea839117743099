import type { Parameters } from './index.ts';
import type { MarketSchedule, MarketState } from './state-market.ts';

/** What the plan sets about service, month by month: standards kept, causes worked off, complaints answered. */
export interface ServiceSchedule {
  /** Spread of a month's experience against the start. */
  readonly experienceSpread: Float64Array;
  /** Log change of root causes that this month's work aims at. */
  readonly rootCauseWork: Float64Array;
  /** Hours within which a complaint is settled; money paid with it; gestures made (owning the fault, following up). */
  readonly recoveryHours: Float64Array;
  readonly compensation: Float64Array;
  readonly gestures: Float64Array;
  /** Share of the effort of complaining that is taken away; 1 where claims are checked. */
  readonly complaintEase: Float64Array;
  readonly claimsChecked: Uint8Array;
  /** Money a guarantee pays for any failure that is claimed. */
  readonly guaranteePays: Float64Array;
  /** Cases a customer has a month under guaranteed time standards, those not kept, and the money paid for them. */
  readonly guaranteedCases: Float64Array;
  readonly brokenCases: Float64Array;
  readonly brokenPay: Float64Array;
}

/** What comes of a failure, on average over the customers who meet one. */
export interface FailureOutcome {
  readonly exit: number;
  readonly voice: number;
  /** Repurchase lost, 0..1. */
  readonly damage: number;
  /** Points of satisfaction lost. */
  readonly points: number;
}

/**
 * What the plan and the world set, month by month, for one segment in one draw.
 * Arrays over months have an entry for each month 0..T (0 is the state before the run); arrays over
 * price groups are laid out group after group: index = group × (T + 1) + month. A price group shares one
 * price: one for each tenure group of the starting base, and a last one for newcomers.
 */
export interface SegmentSchedule extends MarketSchedule, ServiceSchedule {
  readonly months: number;
  /** Headline price a month as known from announcements, and as charged [money]. */
  readonly announcedPrice: Float64Array;
  readonly chargedPrice: Float64Array;
  /** Separate fees weighted by their salience: announced, as seen on the bill, and as seen by a newcomer signing up [money]. */
  readonly announcedFee: Float64Array;
  readonly perceivedFee: Float64Array;
  readonly newcomerFee: Float64Array;
  /** Separate fees really charged [money]. */
  readonly chargedFee: Float64Array;
  /** Goodwill credit per customer in the month [money]. */
  readonly credit: Float64Array;
  /** 1 in the month in which a notice of a price change arrives; in which the bill changes; in which it does so unannounced. */
  readonly notice: Uint8Array;
  readonly firstBill: Uint8Array;
  readonly surprise: Uint8Array;
  /** Weight of the motive given for the latest price change [1]. */
  readonly motive: Float64Array;
  /** 1 when a letter arrives that changes nothing. */
  readonly letter: Uint8Array;
  /** First month in which any of the above differs from the start; until then nobody has a price to respond to. */
  readonly firstPriceMonth: number;
  /** Over months × dimensions: promise in force and capability [points]. */
  readonly promise: Float64Array;
  readonly capability: Float64Array;
  /** Over months: programme cost [money]. */
  readonly programmeCost: Float64Array;
  /** Over months: what management knows of its customers, 0..1; the same for every segment. */
  readonly insight: Float64Array;
}

/**
 * State of one segment. Arrays over cells (customers who share a history), over cells × dimensions, and over
 * cells × nodes (the quadrature over frailty and sensitivity inside a cell; node = frailty × sensitivities + sensitivity).
 * A cohort has few cells of many nodes; a population has one cell for each customer, with one node.
 */
export interface SegmentState extends MarketState {
  readonly name: string;
  readonly parameters: Parameters;
  readonly schedule: SegmentSchedule;

  // What does not change during a run.
  readonly cells: number;
  readonly nodes: number;
  readonly frailties: number;
  readonly sensitivities: number;
  /** Over frailties and over sensitivities; what belongs to a cell begins at cell × stride. */
  readonly frailty: Float64Array;
  readonly sensitivity: Float64Array;
  /** Spend of a node relative to the segment's mean, laid out in the same way. */
  readonly spend: Float64Array;
  /** 0 in a cohort, whose cells share their nodes; 1 in a population, where each customer differs. */
  readonly stride: 0 | 1;
  readonly priceGroup: Int32Array;
  /** Quarter, counted from the start and modulo the contract's quarters, in which a cell's contracts end; −1 without contract. */
  readonly expiryQuarter: Int32Array;
  readonly contractQuarters: number;
  /**
   * Places that newcomers can take. In a cohort, the cells of one tenure group: a contract's quarters, or 1, and
   * cell = group × classes + class. In a population every customer is a place: somebody like this one.
   */
  readonly classes: number;
  /** 1 for cells of the starting base, 0 for cells that newcomers enter. */
  readonly fromStart: Uint8Array;
  /** Importance of each dimension, summing to 1. */
  readonly dimensionWeights: Float64Array;
  /** Scale of the hazard that makes month 1 under `do nothing` lose the observed churn. */
  readonly hazardScale: number;
  readonly responsiveShare: number;
  readonly joinersPerMonth: number;
  readonly costToServe: number;
  /** Failures a customer meets in a month at the start, as exposure: −ln(1 − share). */
  readonly failureExposure: number;
  readonly acquisitionCost: number;
  /** Price of the cheaper tier; `Infinity` where there is none. */
  readonly downgradePrice: number;
  readonly start: SegmentStart;

  /** Customers at the start of the month. */
  customers: number;

  // What a month sets for the whole segment.
  readonly promised: Float64Array;
  readonly delivered: Float64Array;
  /** Delivered minus promised, weighted over dimensions [points]. */
  promiseGap: number;
  /** Points by which people and the contact centre move what is delivered in each dimension; 0 at the start. */
  readonly serviceShift: Float64Array;
  /** Share of customers who meet a failure this month. */
  failures: number;
  /** The same had reliability stayed at its start, which customers perceive by itself. */
  failuresBesideReliability: number;
  /** What makes failures happen, against the start. */
  rootCauses: number;
  /** Beyond the start: failures of the last year as exposure, repurchase lost that is still fresh, points not forgotten. */
  recentFailures: number;
  freshDamage: number;
  grudge: number;
  /** Of those who meet a failure: who look for the door, and who complain. */
  exitShare: number;
  voiceShare: number;
  /** Share of customers who complain this month, about failures or prices. */
  complaints: number;
  /** What a guarantee adds: trust, pull on newcomers [points], money felt with a failure, money of the month. */
  guaranteeTrust: number;
  guaranteePull: number;
  brokenCompensation: number;
  guaranteeCost: number;
  /** Failures not made good: points of satisfaction against the start, and the factor on the responsive hazard. */
  failureSatisfaction: number;
  failureFactor: number;
  /** Money of the month for failures, recovery and guarantees beyond the start's. */
  serviceCost: number;
  /** Factor of what customers hear from each other on the responsive hazard; 1 at the start. */
  wordOfMouthFactor: number;
  reputation: number;
  joiners: number;
  revenue: number;
  costs: number;

  // What each cell remembers.
  /** Customers of the cell at the start of the month; an empty cell is left out of the work. */
  readonly present: Float64Array;
  /** The same customers weighted by their spend, and of these the part on the cheaper tier. */
  readonly spending: Float64Array;
  readonly downSpending: Float64Array;
  /** Over contract classes × nodes: customers. */
  readonly places: Float64Array;
  readonly tenureMonths: Float64Array;
  readonly reference: Float64Array;
  readonly referenceFee: Float64Array;
  readonly trust: Float64Array;
  /** What a contract leaves of the hazard this month; 1 without contract. */
  readonly lock: Float64Array;
  /** What sets apart for good how easily a cell's customers leave, where plans tell them apart by satisfaction; else 1. */
  readonly lastingFactor: Float64Array;
  readonly aware: Float64Array;
  readonly awake: Float64Array;
  readonly surprised: Float64Array;
  /** Standard deviations from the start, unbounded; and the level on the 0–10 scale that it comes to. */
  readonly cumulativeSatisfaction: Float64Array;
  readonly satisfaction: Float64Array;
  readonly unfairness: Float64Array;
  readonly priceLoss: Float64Array;
  readonly priceLevel: Float64Array;
  /** Money of the month from the customers of a cell: what they pay, and what serving them costs. */
  readonly cellRevenue: Float64Array;
  readonly cellCost: Float64Array;
  readonly will: Float64Array;
  readonly should: Float64Array;
  /** 1 while every cell expects what it did at the start, 0 ever after. */
  expectsAsAtStart: number;

  // What each node of a cell carries.
  readonly weight: Float64Array;
  readonly tradedDown: Float64Array;
  /** 1 where the price response of a cell differs by sensitivity only: then it stands in `commonResponse`. */
  readonly alike: Uint8Array;
  /** Over cells × sensitivities: rise of the responsive hazard through price for those who know. */
  readonly commonResponse: Float64Array;
  /** The same over nodes, in full and as relieved by a cheaper tier, for cells that are not alike. */
  readonly priceResponse: Float64Array;
  readonly relievedResponse: Float64Array;
  /** Over cells × sensitivities. */
  readonly levelFactor: Float64Array;
  readonly leaving: Float64Array;
  /** Over cells: all who leave this month. */
  readonly left: Float64Array;
  /** Over contract classes × nodes: who joins. Newcomers of a class have one cell; these are the last cells. */
  readonly joining: Float64Array;
}

/** The steady state that the world implies, from which effects are measured. */
export interface SegmentStart {
  readonly price: number;
  readonly fee: number;
  readonly trust: number;
  /** Weighted promise [points]. */
  readonly promise: number;
  /** Per dimension: delivery, will- and should-expectation, perceived quality, and the value of its gap to will. */
  readonly delivery: Float64Array;
  readonly will: Float64Array;
  readonly should: Float64Array;
  readonly perceived: Float64Array;
  readonly gapValue: Float64Array;
  /** Share of customers who meet a failure in a month, and what comes of it. */
  readonly failures: number;
  readonly failureOutcome: FailureOutcome;
  /** Satisfaction on the 0–10 scale. */
  readonly satisfaction: number;
  /** Over contract classes × nodes: customers. */
  readonly places: Float64Array;
}

/** Where the spend of a cell's nodes starts: cells have their own where plans tell customers apart by value. */
export function firstSpend(segment: SegmentState, cell: number): number {
  return segment.spend.length > segment.nodes ? cell * segment.nodes : 0;
}

/** Price group of newcomers: the last. */
export function newcomerGroup(schedule: SegmentSchedule): number {
  return schedule.chargedPrice.length / (schedule.months + 1) - 1;
}
