import { describe, expect, it } from 'vitest';
import {
  measureAtBest,
  predictBacktest,
  scoreBacktest,
  summariseBacktests,
} from '../../../models/analysis/backtest.ts';
import { type BacktestCase, formatProblem, parseScenario } from '../../../models/index.ts';

const text = `format: kept/1
title: A small world
months: 6
world:
  market: { competitorFollows: 0 }
  segments:
    - { name: Everyone, customers: 1000, price: 10, churn: 2 %/month }
    - { name: Spared, customers: 3000, price: 10, churn: 2 %/month }
plans:
  - { name: Raise, actions: [{ at: 3, announce: 2, segments: [Everyone], price: { by: 20 % } }] }
  - { name: Nothing yet, actions: [{ at: 6, price: { by: 20 % } }] }
`;

const backtest: BacktestCase = {
  ...{ name: 'Small', file: 'small.yaml', plan: 'Raise', measure: 'hazard ratio', first: 2, last: 4 },
  ...{ observed: 1.2, counterfactual: 'none', noise: 0.07, source: 'none' },
};

async function load() {
  const parsed = await parseScenario(text);
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
  return parsed.scenario;
}

describe('predictBacktest', () => {
  it('finds nothing before anything is told, whatever the measure', async () => {
    for (const measure of ['hazard ratio', 'net change'] as const) {
      const quiet: BacktestCase = { ...backtest, plan: 'Nothing yet', measure };
      const { draws, noEffect } = predictBacktest(await load(), quiet, 3);
      for (const value of draws) expect(value).toBeCloseTo(noEffect, 12);
    }
  });

  it('gives a rise its sign in each measure', async () => {
    const of = async (measure: BacktestCase['measure']) =>
      predictBacktest(await load(), { ...backtest, measure }, 5).draws;
    for (const ratio of await of('hazard ratio')) expect(ratio).toBeGreaterThan(1);
    for (const change of await of('net change')) expect(change).toBeLessThan(0);
  });

  it('measures a net change from the month before the first', async () => {
    const whole: BacktestCase = { ...backtest, measure: 'net change', first: 1, last: 4 };
    const scenario = await load();
    const [early] = predictBacktest(scenario, { ...whole, last: 2 }, 1).draws;
    const [late] = predictBacktest(scenario, { ...whole, first: 3 }, 1).draws;
    const [all] = predictBacktest(scenario, whole, 1).draws;
    expect(early + late * (1 + early)).toBeCloseTo(all, 9);
  });

  // A quarter of the customers is told of 20 %: 5 % on average, a tenth of which leaves within three months.
  it('forecasts naively by a tenth of the mean rise that was told', async () => {
    const scenario = await load();
    const net = predictBacktest(scenario, { ...backtest, measure: 'net change' }, 1);
    expect(net.elasticity).toBeCloseTo(-0.1 * 0.2 * 0.25, 4);
    const ratio = predictBacktest(scenario, backtest, 1);
    expect(ratio.elasticity).toBeCloseTo(1 + 0.005 / (3 * 0.02), 2);
    expect([net.noEffect, ratio.noEffect]).toEqual([0, 1]);
  });

  it('measures the run at best values, which no draw moves', async () => {
    const raised = measureAtBest(await load(), backtest);
    expect(raised).toBeGreaterThan(1);
    expect(measureAtBest(await load(), { ...backtest, plan: 'Nothing yet' })).toBe(1);
  });

  it('refuses a plan that the scenario lacks', async () => {
    const scenario = await load();
    expect(() => predictBacktest(scenario, { ...backtest, plan: 'Rise' }, 1)).toThrow('no plan named "Rise"');
  });
});

describe('scoreBacktest', () => {
  const prediction = { draws: [1, 1.1, 1.2], noEffect: 1, elasticity: 1.05 };
  const share = { name: 'Share', measure: 'net change', observed: 0.2, noise: 0.01 } as const;

  it('tells below, inside and above, with the error of the observation', () => {
    const place = (observed: number) => scoreBacktest({ ...backtest, observed }, prediction).place;
    expect([place(0.9), place(1.1), place(1.4)]).toEqual(['below', 'inside', 'above']);
    // Outside of all draws, but not by more than the observation may err.
    expect(place(1.21)).toBe('inside');
  });

  it('scores forecasts in units of the error: a naive one far off by its distance less the spread of the error', () => {
    const { scores } = scoreBacktest(share, { draws: [0.2], noEffect: 0, elasticity: 0.1 });
    // A normal forecast without bias scores 0.2337 sd; one far off z − 1/√π.
    expect(scores.model).toBeCloseTo(0.2337, 2);
    expect(scores.noEffect).toBeCloseTo(20 - 1 / Math.sqrt(Math.PI), 1);
    expect(scores.elasticity).toBeCloseTo(10 - 1 / Math.sqrt(Math.PI), 1);
  });

  it('compares ratios on their logs: twice is as far off as half', () => {
    const [twice, half] = [2, 0.5].map((ratio) =>
      scoreBacktest({ ...backtest, observed: ratio }, { ...prediction, draws: [1] }),
    );
    expect(twice.scores.model).toBeCloseTo(half.scores.model, 9);
  });

  it('counts bands and averages scores', () => {
    const near = scoreBacktest({ ...backtest, observed: 1.1 }, prediction);
    const far = scoreBacktest({ ...backtest, observed: 3 }, prediction);
    const round = summariseBacktests([near, far]);
    expect(round.coverage).toEqual({ band50: 1, band80: 1, band95: 1 });
    expect(round.scores.model).toBeCloseTo((near.scores.model + far.scores.model) / 2, 12);
  });

  it('measures bands in errors of observation: a forecast without doubt is 2.56 wide', () => {
    const certain = { ...prediction, draws: Array<number>(200).fill(1) };
    const sure = (measure: BacktestCase['measure'], noise: number) =>
      summariseBacktests([scoreBacktest({ ...backtest, measure, noise }, certain)]).width80;
    expect(sure('hazard ratio', 0.07)).toBeCloseTo(2.563, 1);
    expect(sure('net change', 0.01)).toBeCloseTo(sure('hazard ratio', 0.07), 9);
  });

  it('places what was observed within the forecast', () => {
    const below = (observed: number) => scoreBacktest({ ...backtest, observed }, prediction).belowObserved;
    expect(below(0.5)).toBe(0);
    expect(below(1.1)).toBeCloseTo(0.5, 1);
    expect(below(3)).toBe(1);
  });
});
