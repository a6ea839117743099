import type { BestFigures, ImpactResult, MonthResult, RunResult, Summary } from '../../models/index.ts';

/** A summary whose mean and median agree and whose bands widen evenly up to the 95 % one. */
export function summary(mean: number, low80 = mean, high80 = mean): Summary {
  const towards = (end: number, part: number) => mean + (end - mean) * part;
  return {
    mean,
    median: mean,
    low50: towards(low80, 0.5),
    high50: towards(high80, 0.5),
    low80,
    high80,
    low95: towards(low80, 1.5),
    high95: towards(high80, 1.5),
  };
}

/** The impact of a fee increase as the product page words it; any part can be replaced. */
export function impactResult(parts: Partial<ImpactResult> = {}): ImpactResult {
  return {
    attrition: summary(0.062, 0.041, 0.098),
    peakAttrition: summary(0.07, 0.05, 0.1),
    peakMonth: summary(9, 6, 14),
    customersLost: summary(437, 289, 690),
    joinersForgone: summary(12, 2, 30),
    customersEndDifference: summary(-449, -700, -300),
    revenue: summary(510_000, 300_000, 700_000),
    profit: summary(180_000, -20_000, 350_000),
    equity: summary(-90_000, -150_000, -40_000),
    profitWithEquity: summary(90_000, -170_000, 310_000),
    breakEvenAttrition: summary(0.091, 0.08, 0.1),
    breakEvenNulls: { 'always pays': 0, 'never pays': 0 },
    safetyMargin: summary(0.029, -0.01, 0.05),
    chanceOfLoss: 0.14,
    chanceOfLossError: 0.011,
    segments: [{ name: 'Everyone', attrition: summary(0.062, 0.041, 0.098), profit: summary(180_000) }],
    months: [{ month: 1, customers: summary(0), cumulativeProfit: summary(0) }],
    dots: [],
    beyondEvidence: [],
    ...parts,
  };
}

export function bestFigures(parts: Partial<BestFigures> = {}): BestFigures {
  return {
    attrition: 0.058,
    peakAttrition: 0.066,
    peakMonth: 9,
    customersLost: 409,
    joinersForgone: 11,
    customersEndDifference: -420,
    revenue: 520_000,
    profit: 195_000,
    equity: -85_000,
    profitWithEquity: 110_000,
    breakEvenAttrition: 0.092,
    breakEvenReason: 'exists',
    safetyMargin: 0.034,
    segments: [{ name: 'Everyone', attrition: 0.058, customersLost: 409, profit: 195_000 }],
    months: [{ month: 1, customers: 0, cumulativeProfit: 0 }],
    ...parts,
  };
}

/** Doing nothing and one plan, for twelve months of one segment. */
export function runResult({ name = 'Raise 8 %', impact = impactResult() as unknown } = {}): RunResult {
  const measures = [
    ...['customers', 'leavers', 'joiners', 'revenue', 'costs', 'profit', 'satisfaction'],
    ...['promiseGap', 'promoterScore', 'superior', 'believedSuperior', 'morale'],
  ];
  const months = Array.from({ length: 12 }, (_, index) => ({
    month: index + 1,
    ...Object.fromEntries(measures.map((measure) => [measure, summary(1000 + index, 900, 1100)])),
  })) as unknown as readonly MonthResult[];
  const segments = [
    {
      name: 'Everyone',
      customersStart: 7043,
      customersEnd: summary(6900, 6500, 7300),
      leavers: summary(2500, 2000, 3000),
      profit: summary(5_200_000, 4_800_000, 5_600_000),
      tradedDown: summary(0),
    },
  ];
  const kpis = [{ name: 'Margin per customer', unit: 'EUR/month', value: summary(42.5, 40, 45) }];
  return {
    format: 'kept-result/1',
    engine: { version: '0.1.0', seed: 'spring', draws: 1000 },
    scenario: {
      title: 'A small world',
      digest: 'a'.repeat(64),
      currency: 'EUR',
      months: 12,
      start: '2027-01',
    },
    plans: [
      { name: 'do nothing', months, segments, kpis },
      { name, months, segments, kpis, impact: impact as ImpactResult },
    ],
  };
}
