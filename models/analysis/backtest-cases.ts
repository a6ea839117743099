/**
 * What is compared, over the months `first` to `last` of the scenario:
 * - `hazard ratio`: leavers per customer under the plan over those of doing nothing;
 * - `net change`: change of the number of customers beyond that of doing nothing, as a share of those there before.
 */
export type BacktestMeasure = 'hazard ratio' | 'net change';

/** A public price rise with its scenario and what happened. */
export interface BacktestCase {
  readonly name: string;
  /** In scenarios/backtests. */
  readonly file: string;
  readonly plan: string;
  readonly measure: BacktestMeasure;
  readonly first: number;
  readonly last: number;
  /** In the unit of the measure. */
  readonly observed: number;
  /** What the observed figure is measured against. */
  readonly counterfactual: string;
  /** Sd of the error of the observed figure: of its log for a hazard ratio, else as a share of the base. */
  readonly noise: number;
  readonly source: string;
}

/** The ratio to the year before and that to the quarter before differ this much. */
const ratioNoise = 0.07;

/** Errors of a counterfactual: guidance and recent growth agree within half a percent of the base; or do not. */
const steadyNoise = 0.005;
const weakTrendNoise = 0.01;

/** And of one for a quarter in which a new plan is launched. */
const launchNoise = 0.02;

/** Millions at the end of March, June and September 2011; cancellations of the last quarter, churn of the one before. */
const netflix2011 = {
  march: 22.8,
  june: 24.59,
  september: 23.79,
  cancels: 4.7 + 0.81,
  reportedBefore: 0.042,
};

/**
 * Every case with a usable figure, in the order of its date; subscribers in millions. No figure here enters a
 * scenario. Conventions are the same for all cases: docs/decisions/0011-back-test-conventions.md.
 */
export const backtestCases: readonly BacktestCase[] = [
  {
    name: 'Netflix 2011',
    file: 'netflix-2011.yaml',
    plan: 'Split the plans',
    measure: 'hazard ratio',
    ...{ first: 1, last: 3 },
    observed: netflixRatio(netflix2011),
    counterfactual: 'the 4.2 % a month reported for the quarter before; both restated per member',
    noise: ratioNoise,
    source: 'letter to shareholders, 24 October 2011; itvt.com/story/8527',
  },
  {
    name: 'Bank of America 2011',
    file: 'bank-of-america-2011.yaml',
    plan: 'Announce and withdraw',
    measure: 'hazard ratio',
    ...{ first: 1, last: 3 },
    observed: 1.2,
    counterfactual: 'closures of the same quarter of 2010',
    noise: ratioNoise,
    source: 'abcnews.go.com 2012/01; moneyland.time.com 2012/01/23',
  },
  {
    name: 'Netflix 2014',
    file: 'netflix-2014.yaml',
    plan: 'New price for new members',
    measure: 'net change',
    ...{ first: 3, last: 5 },
    observed: netChange({ net: 0.98, guided: 1.33, recent: 1.29, opening: 36.24 }),
    counterfactual: 'midway between guidance and the year before',
    noise: steadyNoise,
    source: 'variety.com 1201331000; sec.gov R26 of 2014',
  },
  {
    name: 'Netflix 2016',
    file: 'netflix-2016.yaml',
    plan: 'End the protection',
    measure: 'net change',
    ...{ first: 1, last: 3 },
    observed: netChange({ net: 0.16, guided: 0.5, recent: 0.9, opening: 46.97 }),
    counterfactual: 'midway between guidance and the year before (from memory)',
    noise: weakTrendNoise,
    source: 'fortune.com/2016/07/18/netflix-shares; multichannel.com 406421',
  },
  {
    name: 'Netflix 2019',
    file: 'netflix-2019.yaml',
    plan: 'Raise all plans',
    measure: 'net change',
    ...{ first: 2, last: 4 },
    observed: netChange({ net: -0.126, guided: 0.3, recent: 0.674, opening: 60.23 }),
    counterfactual: 'midway between guidance and the year before (with trials)',
    noise: weakTrendNoise,
    source: 'straitstimes.com, Netflix suffers dip in subscribers; telecompaper.com 1252950',
  },
  {
    name: 'AT&T 2022',
    file: 'att-2022.yaml',
    plan: 'Raise the older plans',
    measure: 'hazard ratio',
    ...{ first: 3, last: 5 },
    observed: 0.84 / 0.72,
    counterfactual: 'churn of the same quarter of 2021',
    noise: ratioNoise,
    source: 'counterpointresearch.com, AT&T third quarter 2022; fool.com 2022/05/06',
  },
  {
    name: 'Verizon 2022',
    file: 'verizon-fee-2022.yaml',
    plan: 'Raise the administrative fee',
    measure: 'hazard ratio',
    ...{ first: 3, last: 5 },
    observed: 0.88 / 0.67,
    counterfactual: 'churn of the same quarter of 2021',
    noise: ratioNoise,
    source: 'fierce-network.com, Verizon third quarter 2022; convergedigest.com 2022/07',
  },
  {
    name: 'Disney+ 2022',
    file: 'disney-2022.yaml',
    plan: 'Raise the price',
    measure: 'net change',
    ...{ first: 6, last: 8 },
    observed: netChange({ net: -0.3, guided: 0.2, recent: 0.2, opening: 46.6 }),
    counterfactual: 'growth of the quarter before; no guidance for the region; a cheaper plan was launched',
    noise: launchNoise,
    source: 'streamingbetter.com, first quarter of 2023; laughingplace.com 2023/05/11',
  },
  {
    name: 'Spotify 2023',
    file: 'spotify-2023.yaml',
    plan: 'Raise the price',
    measure: 'net change',
    ...{ first: 1, last: 2 },
    observed: netChange({ net: 6, guided: 4, recent: 7, opening: 220 }),
    counterfactual: 'midway between guidance and the year before',
    noise: weakTrendNoise,
    source: 'musicweek.com 088712; musically.com 2022/10/26',
  },
];

/** Net additions beyond midway between guidance and recent growth: guidance already contains part of the rise. */
function netChange(millions: {
  readonly net: number;
  readonly guided: number;
  readonly recent: number;
  readonly opening: number;
}): number {
  const { net, guided, recent, opening } = millions;
  return (net - (guided + recent) / 2) / opening;
}

/**
 * Cancellations per member and month, over those of the quarter before. Reported churn is cancellations over opening
 * plus gross additions, a third of it, and gross additions are net ones plus cancellations.
 */
function netflixRatio({ march, june, september, cancels, reportedBefore }: typeof netflix2011): number {
  const before = (3 * reportedBefore * june) / (1 - 3 * reportedBefore);
  const perMember = (cancelled: number, opening: number, closing: number) =>
    cancelled / 3 / ((opening + closing) / 2);
  return perMember(cancels, june, september) / perMember(before, march, june);
}
