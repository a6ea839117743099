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
import {
  averageSpeedOfAnswer,
  erlangA,
  erlangB,
  erlangC,
  offeredLoad,
  serviceLevel,
} from '../../models/core/queueing.ts';

/** One printed figure beside ours. The text keeps the digits: half a unit of the last one is the allowance. */
export interface PublishedFigure {
  readonly where: string;
  readonly printed: string;
  readonly computed: number;
}

export interface PublishedTable {
  readonly name: string;
  readonly source: string;
  /**
   * `print`: read in the source. `second hand`: the source as others quote it. `apart`: worked out from the source's
   * equations by another program, because the source prints no such figures.
   */
  readonly standing: 'print' | 'second hand' | 'apart';
  /** Where the source rounds on the way or leaves something unsaid; else half a unit of the last digit. */
  readonly allowed?: number;
  readonly figures: readonly PublishedFigure[];
}

/** Figures of one row: our values beside the printed ones. */
function row(where: string, printed: string, computed: readonly number[]): PublishedFigure[] {
  const texts = printed.split(/\s+/);
  if (texts.length !== computed.length) throw new Error(`${where}: ${texts.length} printed, ours differ`);
  return texts.map((text, k) => ({
    where: texts.length > 1 ? `${where}, ${k + 1}` : where,
    printed: text,
    computed: computed[k],
  }));
}

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

const calls = (contactsPerHour: number, handleTimeSeconds: number, agents: number) => {
  const centre = { contactsPerHour, handleTimeSeconds, agents };
  const wait = erlangC(offeredLoad(centre), agents);
  return [wait, averageSpeedOfAnswer(centre), serviceLevel(centre, 20)];
};

const impatient = (contactsPerHour: number, handleTimeSeconds: number, agents: number) =>
  erlangA({ contactsPerHour, handleTimeSeconds, agents, patienceSeconds: 120 });

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
  {
    name: 'Erlang C: probability of waiting, mean wait [s], answered within 20 s',
    source: 'Erlang (1917); rows of 11 and 14 agents agree with the R package ErlangC',
    standing: 'apart',
    figures: [
      ...row('10 erlang, 11 agents', '.68211820 122.7813 .38961381', calls(200, 180, 11)),
      ...row('10 erlang, 13 agents', '.28527045 17.1162 .79559479', calls(200, 180, 13)),
      ...row('10 erlang, 14 agents', '.17413193 7.8359 .88835002', calls(200, 180, 14)),
      ...row('48 erlang, 50 agents', '.69445561 20.8337 .64345460', calls(2880, 60, 50)),
    ],
  },
  {
    name: 'Erlang C in whole fractions: 1/3, 4/9, 128/231, 4/23',
    source: 'Erlang (1917), by hand',
    standing: 'apart',
    allowed: 1e-14,
    figures: (
      [
        [1, 2, 1 / 3],
        [2, 3, 4 / 9],
        [4, 5, 128 / 231],
        [2, 4, 4 / 23],
      ] as const
    ).map(([load, servers, exact]) => ({
      where: `${load} erlang, ${servers} servers`,
      printed: String(exact),
      computed: erlangC(load, servers),
    })),
  },
  {
    name: 'Erlang B, 10 erlang on 14 lines',
    source: 'Erlang (1917)',
    standing: 'apart',
    figures: row('10 erlang, 14 lines', '.05681914', [erlangB(10, 14)]),
  },
  {
    name: 'Erlang B, 25 erlang on 30 lines',
    source: 'Wolfram, loss probabilities',
    standing: 'print',
    figures: row('25 erlang, 30 lines', '.05', [erlangB(25, 30)]),
  },
  {
    name: 'Erlang A: hanging up [%], mean wait [s], queue',
    source: 'Mandelbaum & Zeltyn (2007), 48 calls a minute, 50 agents, patience 2 minutes',
    standing: 'second hand',
    figures: [impatient(2880, 60, 50)].flatMap(({ abandonment, waitSeconds, queueLength }) =>
      row('48 erlang, 50 agents', '3.1 3.7 3', [100 * abandonment, waitSeconds, queueLength]),
    ),
  },
  {
    name: 'Erlang A to the last digit: normal load and overload, patience equal to handle time',
    source: 'Palm (1957); Mandelbaum & Zeltyn (2007)',
    standing: 'apart',
    figures: [
      ...[impatient(2880, 60, 50)].flatMap((of) =>
        row('48 erlang, 50 agents', '.46777407 .03091225 3.70947 2.9676', [
          of.waitProbability,
          of.abandonment,
          of.waitSeconds,
          of.queueLength,
        ]),
      ),
      ...([14, 8] as const).flatMap((agents) => {
        const { abandonment, waitSeconds } = impatient(200, 180, agents);
        const printed = agents === 14 ? '.02283929 2.74071' : '.25798238 30.95789';
        return row(`10 erlang, ${agents} agents`, printed, [abandonment, waitSeconds]);
      }),
      ...row('10 erlang, 10 agents, θ = μ', '.54207029', [impatient(300, 120, 10).waitProbability]),
    ],
  },
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

/** How far a figure may be off. */
export function allowanceOf(table: PublishedTable, { printed }: PublishedFigure): number {
  if (table.allowed !== undefined) return table.allowed;
  const decimals = printed.split('.')[1]?.length ?? 0;
  return 0.5 / Number(`1e${decimals}`);
}

export const deviationOf = ({ printed, computed }: PublishedFigure): number =>
  Math.abs(computed - Number(printed));

/** The table's line on the page of reference tests: its figure closest to, or furthest beyond, the allowance. */
export function pageRow(table: PublishedTable): string {
  const strain = (figure: PublishedFigure) => deviationOf(figure) / allowanceOf(table, figure);
  const worst = table.figures.reduce((a, b) => (strain(b) > strain(a) ? b : a));
  // Below the last digit of a double, machines may differ.
  const size = (value: number) => (value < 1e-14 ? '< 1e-14' : String(Number(value.toPrecision(2))));
  const [off, allowed] = [deviationOf(worst), allowanceOf(table, worst)].map(size);
  const cells = [
    table.name,
    table.source,
    table.standing,
    table.figures.length,
    off,
    allowed.replace('< ', ''),
  ];
  return `| ${cells.join(' | ')} |`;
}
