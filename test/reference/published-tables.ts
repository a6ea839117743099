import { equityElasticities, laterCustomersWorth } from '../../models/analysis/customer-equity.ts';
import { immediateMarginMultiple, marginMultiple } from '../../models/analysis/lifetime-value.ts';
import { valueOfFixedLife, valueOfGeometricLife } from '../../models/analysis/profit-profile.ts';
import {
  discountedLifetime,
  fitRetentionCurve,
  type RetentionCurve,
  retentionLogLikelihood,
  survivalOf,
} from '../../models/analysis/retention-curve.ts';
import { adoptedBy, adoptersPerPeriod, adoptionRate, peakTime } from '../../models/core/diffusion.ts';
import { publishedQueues } from './published-queues.ts';
import { type PublishedTable, row } from './published-table.ts';

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Fader & Hardie (2007): survivors of 1,000 high-end customers after 0 to 7 years, and after 8 to 12. */
export const highEndSurvivors = [1000, 869, 743, 653, 593, 551, 517, 491];
export const highEndLater = '468 445 427 409 394';

export function highEndCurve(): RetentionCurve {
  const curve = fitRetentionCurve(highEndSurvivors);
  if (!curve) throw new Error('the high-end cohort has a fit');
  return curve;
}

/** Reichheld & Sasser (1990): profit of a credit card customer in years 0 to 5 [$]. */
export const creditCard = [-51, 30, 42, 44, 49, 55];

/** Gupta, Lehmann & Stuart (2004), quarterly; customers and value in millions, and the reported elasticities. */
export const valuedFirms = [
  {
    name: 'Amazon',
    base: { customers: 33.8, margin: 3.87, acquisitionCost: 7.7, yearlyRetention: 0.7 },
    value: 820,
    closure: '8.0204 11.72',
    reported: '2.45 1.07 .07',
    discount: 0.46,
  },
  {
    name: 'eBay',
    base: { customers: 46.1, margin: 4.31, acquisitionCost: 11.26, yearlyRetention: 0.8 },
    value: 1890,
    closure: '11.3951 20.72',
    reported: '3.42 1.08 .08',
    discount: 0.63,
  },
  {
    name: 'Ameritrade',
    base: { customers: 1.877, margin: 50.39, acquisitionCost: 203.44, yearlyRetention: 0.95 },
    value: 1620,
    closure: '23.8015 0.363',
    reported: '6.75 1.03 .03',
    discount: 1.17,
  },
].map(({ base: { yearlyRetention, ...firm }, value, ...rest }) => {
  const quarter = (yearly: number) => Math.exp(Math.log(yearly) / 4);
  const known = {
    ...firm,
    retention: quarter(yearlyRetention),
    discountRate: quarter(1.12) - 1,
    taxRate: 0.38,
  };
  return { ...rest, value, base: { ...known, laterCustomers: laterCustomersWorth(value, known) } };
});

const bass = { innovation: 0.03, imitation: 0.38 };

/** Every table that Kept's closed forms are held to. */
export const publishedTables: readonly PublishedTable[] = [
  {
    name: 'Margin multiple by retention and discount rate',
    source: 'Gupta & Lehmann (2003), equation and layout',
    standing: 'apart',
    figures: [
      [0.6, '1.20 1.15 1.11 1.07'] as const,
      [0.7, '1.75 1.67 1.59 1.52'] as const,
      [0.8, '2.67 2.50 2.35 2.22'] as const,
      [0.9, '4.50 4.09 3.75 3.46'] as const,
    ].flatMap(([r, printed]) =>
      row(
        `retention ${r}`,
        printed,
        [0.1, 0.12, 0.14, 0.16].map((i) => marginMultiple(r, i)),
      ),
    ),
  },
  {
    name: 'Five points more retention at 12 %, in per cent of lifetime value',
    source: 'Gupta & Lehmann (2003), equation',
    standing: 'apart',
    figures: row(
      'from .60 .70 .80 .85 .90',
      '19.9 21.6 25.9 29.9 36.6',
      [0.6, 0.7, 0.8, 0.85, 0.9].map(
        (r) => 100 * (marginMultiple(r + 0.05, 0.12) / marginMultiple(r, 0.12) - 1),
      ),
    ),
  },
  {
    name: 'Undiscounted lifetime at 70 % and 72 % retention, gain in per cent',
    source: 'Fornell, r/(1 − r) worked out exactly',
    standing: 'apart',
    figures: row('.70 .72 gain', '2.333 2.571 10.2', [
      marginMultiple(0.7, 0),
      marginMultiple(0.72, 0),
      100 * (marginMultiple(0.72, 0) / marginMultiple(0.7, 0) - 1),
    ]),
  },
  {
    name: 'Elasticities of firm value: retention, margin, acquisition cost',
    source: 'Gupta, Lehmann & Stuart (2004)',
    standing: 'second hand',
    allowed: 0.02,
    figures: valuedFirms.flatMap(({ name, base, reported }) => {
      const { retention, margin, acquisitionCost } = equityElasticities(base, 4);
      return row(name, reported, [retention, margin, -acquisitionCost]);
    }),
  },
  {
    name: 'Quarterly margin multiple, and later customers that explain the value [m]',
    source: 'Gupta, Lehmann & Stuart (2004), inputs',
    standing: 'apart',
    figures: valuedFirms.flatMap(({ name, base, closure }) =>
      row(name, closure, [marginMultiple(base.retention, base.discountRate), base.laterCustomers]),
    ),
  },
  ...publishedQueues,
  {
    name: 'Shifted beta-geometric fit to years 0–7: a, b, log-likelihood',
    source: 'Fader & Hardie (2007), high-end customers',
    standing: 'apart',
    figures: row('a b LL', '.6681 3.8061 -1611.158', [
      highEndCurve().a,
      highEndCurve().b,
      retentionLogLikelihood(highEndCurve(), highEndSurvivors),
    ]),
  },
  {
    name: 'Its forecast of survivors out of 1,000 in years 8–12',
    source: 'Fader & Hardie (2007), equation',
    standing: 'apart',
    figures: row('year 8 and on', '460 436 414 395 378', highEndForecast()),
  },
  {
    name: 'The same forecast beside the customers who did survive',
    source: 'Fader & Hardie (2007), data',
    standing: 'print',
    allowed: 20,
    figures: row('year 8 and on', highEndLater, highEndForecast()),
  },
  {
    name: 'Discounted lifetime at 10 %: fitted, and with the churn of year 1 for ever',
    source: 'Fader & Hardie (2010), equation',
    standing: 'apart',
    figures: row('fitted, constant', '5.922 4.762', [
      discountedLifetime(highEndCurve(), 0.1),
      immediateMarginMultiple(0.869, 0.1),
    ]),
  },
  {
    name: 'Credit card customer by defection of 20, 10, 5 % [$], fixed life at 5.55 %',
    source: 'Reichheld & Sasser (1990), profit profile',
    standing: 'apart',
    figures: row(
      'fixed life',
      '134 313 554',
      [5, 10, 20].map((years) => valueOfFixedLife(creditCard, years, 0.0555)),
    ),
  },
  {
    name: 'The same, life geometric, at 4.19 %',
    source: 'Reichheld & Sasser (1990), profit profile',
    standing: 'apart',
    figures: row(
      'geometric life',
      '134 290 499',
      [0.2, 0.1, 0.05].map((d) => valueOfGeometricLife(creditCard, d, 0.0419)),
    ),
  },
  {
    name: 'The same as the exhibit gives it: $134, $300, $525; both lives',
    source: 'Reichheld & Sasser (1990), exhibit',
    standing: 'second hand',
    allowed: 30,
    figures: [
      ...row(
        'fixed life',
        '134 300 525',
        [5, 10, 20].map((years) => valueOfFixedLife(creditCard, years, 0.0555)),
      ),
      ...row(
        'geometric life',
        '134 300 525',
        [0.2, 0.1, 0.05].map((d) => valueOfGeometricLife(creditCard, d, 0.0419)),
      ),
    ],
  },
  {
    name: 'Bass curve, p = .03, q = .38: peak time, share and rate; F(1), F(5), F(10)',
    source: 'Bass (1969)',
    standing: 'apart',
    figures: row('peak and path', '6.1926 .4605 .11059 .0358 .3312 .8128', [
      peakTime(bass),
      adoptedBy(bass, peakTime(bass)),
      adoptionRate(bass, peakTime(bass)),
      ...[1, 5, 10].map((t) => adoptedBy(bass, t)),
    ]),
  },
  {
    name: 'Bass in whole periods: adopters of period 8, all of the first ten',
    source: 'Bass (1969), discrete analogue',
    standing: 'apart',
    figures: row('n(8) N(10)', '.11048 .78264', [
      adoptersPerPeriod(bass, 8)[7],
      sum(adoptersPerPeriod(bass, 10)),
    ]),
  },
];

function highEndForecast(): number[] {
  return survivalOf(highEndCurve(), 12)
    .slice(8)
    .map((share) => 1000 * share);
}
