/** What the plan sets for newcomers, returners and the firm's own ending of relationships. Arrays over months 0..T. */
export interface MarketSchedule {
  /** Further referrals by advocates who are treated specially, as a share; and the reward for each referral [money]. */
  readonly referralLift: Float64Array;
  readonly referralReward: Float64Array;
  /** Acquisition money beyond what newcomers cost at the start [money]. */
  readonly acquisitionBudget: Float64Array;
  /** Share of a month's leavers who are won back the month after, and what each costs [money]. */
  readonly winBackShare: Float64Array;
  readonly winBackCost: Float64Array;
  /** Share of customers whose relationship the firm ends, what each costs, and 1 where the least valuable go first. */
  readonly separatedShare: Float64Array;
  readonly separationCost: Float64Array;
  readonly leastValuable: Uint8Array;
  /** Part of `chargedFee` that is charged by use, at the use of the start [money]. */
  readonly chargedUseFee: Float64Array;
}

/** What talk, newcomers and use remember of one segment. */
export interface MarketState {
  /** Leavers of the month whom the start's hazard would not have taken. */
  excessLeavers: number;
  /** Customers whose relationship the firm ends this month, and what that costs [money]. */
  separated: number;
  separationMoney: number;
  /** Over cells: the same customers. */
  readonly ended: Float64Array;
  /** Per cent of advocates less per cent of saboteurs. */
  promoterScore: number;
  /** Log change of praise and complaint per customer against the start, as customers have taken it in. */
  heardPraise: number;
  heardComplaint: number;
  /** Factor of talk on sign-ups, and referrals against the start; 1 at the start. */
  talkDraw: number;
  referralRatio: number;
  /** Over months 0..T: leavers who will be back by themselves, who will be won back, and what that costs [money]. */
  readonly returnersDue: Float64Array;
  readonly wonBackDue: Float64Array;
  readonly returnersMoney: Float64Array;
  /** Over lags 0..T: share of leavers who come back by themselves in just that month after leaving. */
  readonly returning: Float64Array;
  returners: number;
  /** Money of the month for newcomers and returners. */
  acquisitionSpend: number;
  /** Part of bill and service cost that depends on use. */
  readonly usageShare: number;
  /** Over cells: log change of use through price by those who know it, and use against the start. */
  readonly usePrice: Float64Array;
  readonly use: Float64Array;
  /** Further services a customer takes each month at the start, and what each brings a month [1/month, money]. */
  readonly growthRate: number;
  readonly growthValue: number;
  /** Over cells: further services per customer beyond the start's. */
  readonly furtherServices: Float64Array;
  /** What a leaver under a running contract pays; and over cells, what they pay this month [money]. */
  readonly exitFee: number;
  readonly exitMoney: Float64Array;
}

/** What segments share of the market. Arrays over months 0..T. */
export interface MarketFirm {
  /** Purchasing power against the start. */
  readonly economy: Float64Array;
  /** Points by which the competitor serves better than at the start. */
  readonly competitorService: Float64Array;
  /** Everybody who could be a customer; `Infinity` where the file does not say. */
  readonly potential: number;
  /** Customers at the start of each month: here, and under `do nothing` in the same draw where that is known. */
  readonly customers: Float64Array;
  readonly usualCustomers: Float64Array | undefined;
  /** Bass's parameters, a year. */
  readonly diffusion: { readonly innovation: number; readonly imitation: number };
  /** Factor of imitation on sign-ups against `do nothing`. */
  imitation: number;
  /** Log change of praise and complaint per customer against the start, all segments together. */
  praise: number;
  complaint: number;
}
