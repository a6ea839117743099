/** What happened in the back-test cases, from the rows of data/subscribers and the sources named in the scenarios. */

/** Netflix US, third quarter of 2011; millions of subscribers. */
const netflix = {
  opening: 24.59,
  closing: 23.79,
  netAdditions: -0.81,
  grossAdditions: 4.7,
  /** Cancels over opening plus gross additions, a month: second quarter of 2011. */
  churnBefore: 0.042,
};

const cancels = netflix.grossAdditions - netflix.netAdditions;
const churnDenominator = 3 * (netflix.opening + netflix.grossAdditions);

export const netflix2011 = {
  file: 'netflix-2011.yaml',
  plan: 'Split the plans',
  /** Last month of the quarter, counted from the end of June. */
  quarterEnds: 3,
  /** Beyond the usual, as a share of the opening base. */
  excessLoss: (cancels - netflix.churnBefore * churnDenominator) / netflix.opening,
  excessLossTolerance: [0.04, 0.1],
  /** Sd of the error of a loss measured against a counterfactual, as a share of the base. */
  excessLossNoise: 0.005,
  hazardRatio: cancels / churnDenominator / netflix.churnBefore,
  /** Cancels a month over the mean of opening and closing subscribers: churn as the model counts it. */
  churnPerMember: cancels / 3 / ((netflix.opening + netflix.closing) / 2),
} as const;

/** Verizon, monthly churn of consumer postpaid phones. */
export const verizon2022 = {
  file: 'verizon-fee-2022.yaml',
  plan: 'Raise the administrative fee',
  churnYearBefore: 0.0067,
  churnQuarterBefore: 0.0075,
  churn: 0.0088,
  hazardRatioYearOnYear: 0.0088 / 0.0067,
  hazardRatioQuarterOnQuarter: 0.0088 / 0.0075,
  hazardRatioTolerance: [1.1, 1.35],
  /** Sd of the log of a published hazard ratio: ratios to the year and to the quarter before differ that much. */
  logNoise: 0.07,
} as const;
