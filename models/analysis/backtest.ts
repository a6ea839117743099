import { KeptError } from '../core/errors.ts';
import { createSampler } from '../engine/sample.ts';
import { doNothing, simulate, type Trajectory } from '../engine/simulate.ts';
import type { Plan, Scenario } from '../scenario/scenario.ts';
import type { BacktestCase, BacktestMeasure } from './backtest-cases.ts';
import { rankedProbabilityScore, withNoise } from './ranked-probability.ts';
import type { Summary } from './result.ts';
import { summariseAll } from './summarise.ts';
import { runTask, type Task } from './task.ts';

/** What the model and the naive forecasts say of a case before the error of the observation is added. */
export interface BacktestPrediction {
  /** The measure in each draw. */
  readonly draws: readonly number[];
  readonly noEffect: number;
  /** A tenth of a percent of customers lost within the months compared for each percent of the rise that was told. */
  readonly elasticity: number;
}

export interface BacktestScore {
  readonly name: string;
  readonly measure: BacktestMeasure;
  readonly observed: number;
  /** Sd of its error, as in the case. */
  readonly noise: number;
  /** The prediction with the error of the observation. */
  readonly predicted: Summary;
  /** The same without. */
  readonly plain: Summary;
  readonly naive: { readonly noEffect: number; readonly elasticity: number };
  /** Where the observed value lies against the 80 % band with error. */
  readonly place: 'below' | 'inside' | 'above';
  /** Share of the prediction with error that lies below what was observed: even over 0 to 1 when bands are right. */
  readonly belowObserved: number;
  readonly inside: { readonly band50: boolean; readonly band80: boolean; readonly band95: boolean };
  /**
   * Continuous ranked probability scores of model and naive forecasts, all with the error of the observation, in
   * units of that error: only so can ratios and shares be averaged. Lower is better.
   */
  readonly scores: ForecastScores;
}

export interface ForecastScores {
  readonly model: number;
  readonly noEffect: number;
  readonly elasticity: number;
}

/** All cases predicted in one way. */
export interface BacktestRound {
  readonly cases: readonly BacktestScore[];
  /** Number of cases inside the bands, and mean scores over cases. */
  readonly coverage: { readonly band50: number; readonly band80: number; readonly band95: number };
  readonly scores: ForecastScores;
  /** Mean width of the 80 % bands, in units of the error of the observation. */
  readonly width80: number;
}

export interface BacktestReport {
  readonly format: 'kept-backtest/2';
  readonly draws: number;
  /** Each case at priors estimated from the others: the forecast of a case nobody has seen. */
  readonly leaveOneOut: BacktestRound;
  /** At the defaults, which were estimated from all cases: no test. */
  readonly defaults: BacktestRound;
  /** Why the priors without each case no longer belong to these cases or this model; empty when they do. */
  readonly stale: readonly string[];
}

/** Customers lost for each percent of a rise, in percent: the second naive forecast. */
const naiveElasticity = 0.1;

/**
 * What a case's scenario predicts of its measure, plan against doing nothing on common draws; a block is a draw.
 *
 * Inputs   draws, at least 1
 * Errors   unknown-plan when the scenario lacks the case's plan; those of `simulate`
 */
export function createBacktestTask(
  scenario: Scenario,
  backtest: BacktestCase,
  draws: number,
): Task<number, BacktestPrediction> {
  const plan = planOf(scenario, backtest);
  const sampleAt = createSampler(scenario, scenario.seed);
  return {
    blocks: draws,
    compute(draw) {
      const sample = sampleAt(draw);
      return measure(backtest, simulate(scenario, plan, sample), simulate(scenario, doNothing, sample));
    },
    collect() {
      const values: number[] = [];
      return {
        enough: false,
        add: (value) => void values.push(value),
        result: () => ({ draws: values, ...forecastNaively(scenario, plan, backtest) }),
      };
    },
  };
}

/** The prediction, made in this thread. */
export function predictBacktest(
  scenario: Scenario,
  backtest: BacktestCase,
  draws: number,
): BacktestPrediction {
  return runTask(createBacktestTask(scenario, backtest, draws));
}

/** The measure in the run at best values, every number at its median. Errors as `predictBacktest`. */
export function measureAtBest(scenario: Scenario, backtest: BacktestCase): number {
  const sample = createSampler(scenario, scenario.seed)('best');
  const plan = planOf(scenario, backtest);
  return measure(backtest, simulate(scenario, plan, sample), simulate(scenario, doNothing, sample));
}

function planOf(scenario: Scenario, { plan: wanted }: BacktestCase): Plan {
  const plan = scenario.plans.find(({ name }) => name === wanted);
  if (plan) return plan;
  throw new KeptError('unknown-plan', `there is no plan named ${JSON.stringify(wanted)}`, { plan: wanted });
}

/**
 * Scores a prediction against what happened.
 *
 * Hazard ratios are compared on their logs, where their errors are even; the other measures as they are.
 */
export function scoreBacktest(
  backtest: Pick<BacktestCase, 'name' | 'measure' | 'observed' | 'noise'>,
  prediction: BacktestPrediction,
): BacktestScore {
  const { name, noise, observed } = backtest;
  const scale = comparisonScale(backtest.measure);
  const noisy = withNoise(prediction.draws.map(scale.to), noise);
  const predicted = summariseAll(noisy.map(scale.from));
  const score = (sample: ArrayLike<number>) => rankedProbabilityScore(sample, scale.to(observed)) / noise;
  const scoreNaive = (value: number) => score(withNoise([scale.to(value)], noise));
  const within = (low: number, high: number) => observed >= low && observed <= high;
  return {
    name,
    measure: backtest.measure,
    ...{ observed, noise },
    predicted,
    plain: summariseAll(prediction.draws),
    naive: { noEffect: prediction.noEffect, elasticity: prediction.elasticity },
    place: observed < predicted.low80 ? 'below' : observed > predicted.high80 ? 'above' : 'inside',
    belowObserved: noisy.filter((value) => value < scale.to(observed)).length / noisy.length,
    inside: {
      band50: within(predicted.low50, predicted.high50),
      band80: within(predicted.low80, predicted.high80),
      band95: within(predicted.low95, predicted.high95),
    },
    scores: {
      model: score(noisy),
      noEffect: scoreNaive(prediction.noEffect),
      elasticity: scoreNaive(prediction.elasticity),
    },
  };
}

/** Coverage and mean scores of at least one scored case. */
export function summariseBacktests(cases: readonly BacktestScore[]): BacktestRound {
  const inside = (band: keyof BacktestScore['inside']) => cases.filter((each) => each.inside[band]).length;
  const mean = (of: (score: BacktestScore) => number) =>
    cases.reduce((sum, each) => sum + of(each), 0) / cases.length;
  return {
    cases,
    coverage: { band50: inside('band50'), band80: inside('band80'), band95: inside('band95') },
    scores: {
      model: mean(({ scores }) => scores.model),
      noEffect: mean(({ scores }) => scores.noEffect),
      elasticity: mean(({ scores }) => scores.elasticity),
    },
    width80: mean(({ measure: of, predicted, noise }) => {
      const scale = comparisonScale(of);
      return (scale.to(predicted.high80) - scale.to(predicted.low80)) / noise;
    }),
  };
}

/** Where the error of a measure is even: hazard ratios on their logs, the others as they are. */
export function comparisonScale(measure: BacktestMeasure): typeof linearScale {
  return measure === 'hazard ratio' ? logScale : linearScale;
}

const linearScale = { to: (value: number) => value, from: (value: number) => value };
const logScale = { to: Math.log, from: Math.exp };

type Months = Pick<BacktestCase, 'measure' | 'first' | 'last'>;

function measure(months: Months, plan: Trajectory, baseline: Trajectory): number {
  const { first, last } = months;
  if (months.measure === 'hazard ratio') return churnOver(months, plan) / churnOver(months, baseline);
  const change = (run: Trajectory) => total(run, 'customers', last) - total(run, 'customers', first - 1);
  return (change(plan) - change(baseline)) / total(plan, 'customers', first - 1);
}

/** Mean monthly share of leavers. */
function churnOver({ first, last }: Months, run: Trajectory): number {
  let sum = 0;
  for (let month = first; month <= last; month++)
    sum += total(run, 'leavers', month) / total(run, 'customers', month - 1);
  return sum / (last - first + 1);
}

function total(run: Trajectory, series: 'customers' | 'leavers', month: number): number {
  return run.segments.reduce((sum, segment) => sum + segment[series][month], 0);
}

/** The naive forecasts, from the file's best values. */
function forecastNaively(scenario: Scenario, plan: Plan, months: Months) {
  const sample = createSampler(scenario, scenario.seed)('best');
  const lost = naiveElasticity * riseTold(scenario, plan, months.last);
  if (months.measure === 'net change') return { noEffect: 0, elasticity: -lost };
  const churn = churnOver(months, simulate(scenario, doNothing, sample));
  return { noEffect: 1, elasticity: 1 + lost / (churn * (months.last - months.first + 1)) };
}

/** Largest mean rise that the customers of a month know of, as a share of the bill at the start; withdrawn or not. */
function riseTold(scenario: Scenario, plan: Plan, last: number): number {
  const told = new Float64Array(scenario.months + 1);
  const present = new Float64Array(scenario.months + 1);
  const sample = createSampler(scenario, scenario.seed)('best');
  simulate(scenario, plan, sample, ({ schedule, start, priceGroup, present: customers }, month) => {
    customers.forEach((count, cell) => {
      const at = priceGroup[cell] * (schedule.months + 1) + month;
      const bill = schedule.announcedPrice[at] + schedule.announcedFee[at];
      told[month] += count * (bill / (start.price + start.fee) - 1);
      present[month] += count;
    });
  });
  return Math.max(...Array.from({ length: last }, (_, month) => told[month + 1] / present[month + 1]));
}
