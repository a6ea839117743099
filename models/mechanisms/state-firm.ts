import type { Parameters } from './index.ts';
import type { MarketFirm } from './state-market.ts';

/** What the plan sets for the people who serve, for each month 0..T. */
export interface FirmSchedule {
  readonly months: number;
  /** Agents on duty through all open hours; 0 without a contact centre. */
  readonly agents: Float64Array;
  /** How far people may decide for themselves, and how much of their work job aids cover [share]. */
  readonly empowerment: Float64Array;
  readonly jobAids: Float64Array;
  /** Skill above the start through training, and the part of it that is taught in the month [share]. */
  readonly training: Float64Array;
  readonly taught: Float64Array;
  /** 1 while preventing failures is recognised; while making them good is. */
  readonly recognisesPrevention: Uint8Array;
  readonly recognisesRecovery: Uint8Array;
  /** −1 while feedback looks for fault, 1 while it looks for what goes right. */
  readonly feedback: Int8Array;
  /** Money of the month beyond today's: agents on duty, programmes for staff. */
  readonly cost: Float64Array;
}

/** One month of a contact centre. */
export interface CentreMonth {
  /** Contacts that reach it, and of these the ones that will come again next month. */
  readonly contacts: number;
  readonly repeats: number;
  /** Mean wait of all contacts [s]. */
  readonly wait: number;
  /** What it would be if nobody hung up (Erlang C); null where the queue would have no end. */
  readonly patientWait: number | null;
  /** Shares of contacts that hang up, and that are answered within the target. */
  readonly abandonment: number;
  readonly serviceLevel: number;
  /** Share of their time in which agents are busy, and by how much that exceeds the comfortable share. */
  readonly occupancy: number;
  readonly overload: number;
}

/** A contact centre: what does not change during a run. */
export interface ContactCentre {
  readonly openHours: number;
  readonly handleTimeSeconds: number;
  readonly patienceSeconds: number;
  readonly targetSeconds: number;
  /** Shares of the peak: of contacts, of open hours, of agents' hours. */
  readonly peakContacts: number;
  readonly peakHours: number;
  readonly peakAgents: number;
  /** Share of answered contacts resolved. */
  readonly resolved: number;
  /** Money a month for an agent on duty; share of agents who leave in a year. */
  readonly agentCost: number;
  readonly turnover: number;
  /** Agents and customers at the start. */
  readonly agents: number;
  readonly customers: number;
  /** Per segment at the start: hazard, and share of customers who meet a failure. */
  readonly startHazards: Float64Array;
  readonly startFailures: Float64Array;
  readonly start: CentreMonth;
}

/** What segments share. */
export interface FirmState extends MarketFirm {
  /** Parameters of the world, which no segment overrides. */
  readonly parameters: Parameters;
  readonly schedule: FirmSchedule;
  /** Share of customers at the start by segment: how the firm's own money is laid on them. */
  readonly customerShares: ReadonlyMap<string, number>;
  /** `undefined` where the world states none. */
  readonly centre: ContactCentre | undefined;
  /** The contact centre's month; all 0 without one. */
  centreMonth: CentreMonth;
  /** Morale of those who serve [0..1], and how far their attitude has followed it from the start. */
  morale: number;
  attitude: number;
  /** What training imposed on people whom policy blocks has cost of their morale. */
  cynicism: number;
  /** Skill above the start [share of the scale]; agents who leave [1/year]. */
  skill: number;
  turnover: number;
  /** Money of the month for staff beyond today's. */
  staffCost: number;
  /** The competitor's price relative to the start. */
  competitor: number;
  /** Over months: that ratio as the world's events set it. */
  readonly competitorEvents: Float64Array;
  readonly competitorFollows: number;
  readonly competitorSpeed: number;
  /** Speed at which root causes are worked off, against the start: 1 unless recognition or training move it. */
  rootCauseEffort: number;
  /** Points by which fear of blame brightens what management hears; 0 at the start. */
  hearingBias: number;
  /** What management knows of its customers this month, 0..1. */
  insight: number;
  /** Share of customers who call the service superior, and the share that management believes in. */
  superior: number;
  believedSuperior: number;
  /** Over dimensions: delivery and importance as management believes them, means over customers. */
  readonly believedDelivery: Float64Array;
  readonly believedWeights: Float64Array;
  /** Share of revenue at the start by segment, to average our own price. */
  readonly revenueShares: Float64Array;
}
