import {
  type EstimatedParameter,
  estimatePriors,
  type Priors,
  type ReweightedForecast,
  reweigh,
  type SimulatedCase,
  tabulateLikelihood,
} from '../models/analysis/estimate-priors.ts';

/** What the estimate and its leave-one-out score become under one other convention. */
export interface SensitivityRow {
  readonly what: string;
  readonly estimated: Priors;
  /** Cases inside the 50, 80 and 95 % bands, each predicted from the others. */
  readonly inside: readonly [number, number, number];
  readonly of: number;
  /** Mean width of the 80 % bands in units of the error of the observation. */
  readonly width80: number;
  /** Mean width of the 80 % bands without that error, as a multiple of the median effect. */
  readonly relativeWidth80: number;
  /** Smallest number of plain draws that any of the forecasts is worth. */
  readonly effectiveDraws: number;
}

/** The defaults before this estimate, from a trial of which no script was kept. */
const earlier: Priors = {
  priceResponse: { median: 0.6, sdLog: 0.75 },
  wakeUp: { median: 0.17, sdLog: 0.8 },
  acquisitionPriceResponse: { median: 0.5, sdLog: 0.6 },
};

/** The ratio to the year before and that to the quarter before, which holds part of the effect, weigh the same. */
const midway: { readonly [name: string]: number } = {
  'AT&T 2022': Math.log((0.84 / 0.72) * (0.84 / 0.75)) / 2,
  'Verizon 2022': Math.log((0.88 / 0.67) * (0.88 / 0.75)) / 2,
};

/** Every variant estimates anew, on the same draws of the engine reweighted. */
export function examineSensitivity(
  cases: readonly SimulatedCase[],
  parameters: readonly EstimatedParameter[],
): SensitivityRow[] {
  const withSpread = (sdLog: number) => parameters.map((each) => ({ ...each, sdLog }));
  const withEarlierSpreads = parameters.map((each) => ({
    ...each,
    sdLog: earlier[each.name]?.sdLog ?? each.sdLog,
  }));
  const withMedian = (factor: number, broader = 1) =>
    parameters.map((each) => ({
      ...each,
      median: { median: factor * each.median.median, sdLog: broader * each.median.sdLog },
    }));
  const withError = (factor: number) => cases.map((each) => ({ ...each, noise: factor * each.noise }));
  const atPriors = (what: string, priors: Priors): SensitivityRow => ({
    ...{ what, estimated: priors },
    ...summarise(cases.map((each) => reweigh(each, priors, parameters))),
  });
  return [
    leaveOneOut('as estimated', cases, parameters),
    atPriors('as estimated, nothing left out', estimatePriors(tabulateLikelihood(cases, parameters))),
    atPriors('earlier defaults, nothing left out', earlier),
    leaveOneOut('spreads of the earlier defaults: 0.75, 0.8, 0.6', cases, withEarlierSpreads),
    leaveOneOut('sign-ups differ by sd 0.75 as well', cases, withSpread(0.75)),
    leaveOneOut('all three differ by sd 0.5', cases, withSpread(0.5)),
    leaveOneOut('all three differ by sd 0.6', cases, withSpread(0.6)),
    leaveOneOut('all three differ by sd 0.9', cases, withSpread(0.9)),
    leaveOneOut('medians believed half as large before', cases, withMedian(0.5)),
    leaveOneOut('medians believed twice as large before', cases, withMedian(2)),
    leaveOneOut('medians half as uncertain before', cases, withMedian(1, 0.5)),
    leaveOneOut('errors of observation 0.7 times', withError(0.7), parameters),
    leaveOneOut('errors of observation 1.5 times', withError(1.5), parameters),
    leaveOneOut(
      'telephone companies midway between year and quarter before',
      cases.map((each) => ({ ...each, observed: midway[each.name] ?? each.observed })),
      parameters,
    ),
    leaveOneOut(
      'without the telephone companies',
      cases.filter(({ name }) => !(name in midway)),
      parameters,
    ),
    leaveOneOut(
      'without the two cases of 2011',
      cases.filter(({ name }) => !name.endsWith('2011')),
      parameters,
    ),
  ];
}

function leaveOneOut(
  what: string,
  cases: readonly SimulatedCase[],
  parameters: readonly EstimatedParameter[],
): SensitivityRow {
  const table = tabulateLikelihood(cases, parameters);
  const forecasts = cases.map((each) => reweigh(each, estimatePriors(table, each.name), parameters));
  return { what, estimated: estimatePriors(table), ...summarise(forecasts) };
}

function summarise(forecasts: readonly ReweightedForecast[]) {
  const mean = (of: (forecast: ReweightedForecast) => number) =>
    forecasts.reduce((sum, each) => sum + of(each), 0) / forecasts.length;
  const within = (tail: number) => forecasts.filter(({ place }) => place >= tail && place <= 1 - tail).length;
  return {
    inside: [within(0.25), within(0.1), within(0.025)] as const,
    of: forecasts.length,
    width80: mean(({ width80 }) => width80),
    relativeWidth80: mean(({ relativeWidth80 }) => relativeWidth80),
    effectiveDraws: Math.min(...forecasts.map((each) => each.effectiveDraws)),
  };
}
