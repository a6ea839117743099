import { KeptError } from '../core/errors.ts';
import type { ParameterName } from '../mechanisms/index.ts';
import { quantileOfSorted } from './quantile-sketch.ts';
import { withNoise } from './ranked-probability.ts';

/** A positive number's belief: its log is normal around that of `median`. */
export interface LogNormal {
  readonly median: number;
  readonly sdLog: number;
}

/** What is believed of parameters of a firm nobody has fitted. */
export type Priors = { readonly [name in ParameterName]?: LogNormal };

/** A parameter that differs from firm to firm. */
export interface EstimatedParameter {
  readonly name: ParameterName;
  /** Belief about the median over firms before any case is seen. */
  readonly median: LogNormal;
  /** Sd of the log between firms; stated, not estimated: a handful of cases hardly tells. */
  readonly sdLog: number;
  /** Draws come from this belief, once; afterwards they are reweighted. Wider than whatever is tried. */
  readonly proposal: LogNormal;
}

/** A case run once at many values of the parameters. */
export interface SimulatedCase {
  readonly name: string;
  /** The measure in each draw, on a scale where the error of the observation is even. */
  readonly values: ArrayLike<number>;
  /** For each parameter, the log of its value in each draw. */
  readonly logs: readonly ArrayLike<number>[];
  readonly observed: number;
  /** Sd of the error of the observation, on the same scale. */
  readonly noise: number;
}

/** Medians that are tried, in sd of the log from what was believed of them. */
const steps = Array.from({ length: 17 }, (_, k) => (k - 8) * 0.3);

/** How well every combination of the parameters' medians explains each case. */
export interface LikelihoodTable {
  readonly parameters: readonly EstimatedParameter[];
  readonly names: readonly string[];
  /** By combination, the last parameter's median fastest. */
  readonly logPrior: Float64Array;
  readonly logMedians: readonly Float64Array[];
  /** By case, then by combination. */
  readonly logLikelihood: readonly Float64Array[];
}

/**
 * Likelihood of each case at every combination of medians, from its one set of draws.
 *
 * Equation  L = Σᵢ wᵢ·N(observed; valueᵢ, noise) / Σᵢ wᵢ, wᵢ = Π_k N(logᵢₖ; ln median_k, sd_k) / N(logᵢₖ; proposal_k)
 * Inputs    cases with at least one draw each, their logs in the order of the parameters
 * Errors    invalid-argument without cases
 * Source    self-normalised importance sampling: Owen (2013), chapter 9
 */
export function tabulateLikelihood(
  cases: readonly SimulatedCase[],
  parameters: readonly EstimatedParameter[],
): LikelihoodTable {
  if (cases.length === 0) throw new KeptError('invalid-argument', 'there is no case to estimate from');
  const combinations = parameters.reduce<readonly (readonly number[])[]>(
    (before, { median }) =>
      before.flatMap((list) => steps.map((z) => [...list, Math.log(median.median) + z * median.sdLog])),
    [[]],
  );
  const logPrior = Float64Array.from(combinations, (logMedians) =>
    logMedians.reduce((sum, log, k) => sum + logNormalKernel(log, parameters[k].median), 0),
  );
  const logMedians = parameters.map((_, k) => Float64Array.from(combinations, (list) => list[k]));
  const logLikelihood = cases.map((each) => likelihoodOf(each, parameters));
  return { parameters, names: cases.map(({ name }) => name), logPrior, logMedians, logLikelihood };
}

/** Log density of a log up to a constant. */
function logNormalKernel(log: number, { median, sdLog }: LogNormal): number {
  const z = (log - Math.log(median)) / sdLog;
  return -(z * z) / 2;
}

function likelihoodOf(each: SimulatedCase, parameters: readonly EstimatedParameter[]): Float64Array {
  const { values, observed, noise } = each;
  const densities = Float64Array.from(values, (value) =>
    Math.exp(logNormalKernel(observed - value, { median: 1, sdLog: noise })),
  );
  const ratios = parameters.map(({ median, sdLog, proposal }, k) =>
    steps.map((z) => {
      const target = { median: median.median * Math.exp(z * median.sdLog), sdLog };
      return densityRatios(each.logs[k], target, proposal);
    }),
  );
  const collected: number[] = [];
  collectLikelihoods(ratios, new Float64Array(values.length).fill(1), densities, collected);
  return Float64Array.from(collected);
}

function densityRatios(logs: ArrayLike<number>, target: LogNormal, proposal: LogNormal): Float64Array {
  return Float64Array.from(logs, (log) =>
    Math.exp(logNormalKernel(log, target) - logNormalKernel(log, proposal)),
  );
}

/** Goes through the combinations, one parameter at a time; the weights already hold the parameters before. */
function collectLikelihoods(
  ratios: readonly (readonly Float64Array[])[],
  weights: Float64Array,
  densities: Float64Array,
  into: number[],
): void {
  const [first, ...rest] = ratios;
  for (const ratio of first) {
    if (rest.length > 0) {
      const next = weights.map((weight, draw) => weight * ratio[draw]);
      collectLikelihoods(rest, next, densities, into);
      continue;
    }
    let sum = 0;
    let likelihood = 0;
    for (let draw = 0; draw < weights.length; draw++) {
      const weight = weights[draw] * ratio[draw];
      sum += weight;
      likelihood += weight * densities[draw];
    }
    into.push(Math.log(likelihood / sum));
  }
}

/**
 * Beliefs about a firm that nobody has seen, after the cases of the table but for one left out: each median is the
 * posterior mean of its log, the spread as stated.
 */
export function estimatePriors(table: LikelihoodTable, leftOut?: string): Priors {
  const posterior = posteriorOf(table, leftOut);
  const estimates = table.parameters.map(({ name, sdLog }, k) => {
    const mean = posterior.reduce((sum, weight, index) => sum + weight * table.logMedians[k][index], 0);
    return [name, { median: Math.exp(mean), sdLog }] as const;
  });
  return Object.fromEntries(estimates);
}

/** Sd of the log of each median under the posterior: how little the cases say of it. */
export function uncertaintyOfMedians(table: LikelihoodTable): number[] {
  const posterior = posteriorOf(table);
  return table.logMedians.map((logs) => {
    const mean = posterior.reduce((sum, weight, index) => sum + weight * logs[index], 0);
    return Math.sqrt(
      posterior.reduce((sum, weight, index) => sum + weight * (logs[index] - mean) * (logs[index] - mean), 0),
    );
  });
}

function posteriorOf({ names, logPrior, logLikelihood }: LikelihoodTable, leftOut?: string): Float64Array {
  const logs = Float64Array.from(logPrior);
  names.forEach((name, index) => {
    if (name === leftOut) return;
    for (let k = 0; k < logs.length; k++) logs[k] += logLikelihood[index][k];
  });
  const highest = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  const weights = logs.map((log) => Math.exp(log - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Forecast of a case at priors, from draws of the proposal. */
export interface ReweightedForecast {
  /** Share of the forecast, with the error of the observation, that lies below what was observed. */
  readonly place: number;
  /** Width of the 80 % band in units of that error. */
  readonly width80: number;
  /**
   * Width of the 80 % band without that error, as a multiple of the median's distance from 0, which stands for no
   * effect on either scale. Infinite where the median is 0.
   */
  readonly relativeWidth80: number;
  /** Number of plain draws that would say as much: (Σw)²/Σw². */
  readonly effectiveDraws: number;
}

/** Error  invalid-argument when a parameter has no prior */
export function reweigh(
  each: SimulatedCase,
  priors: Priors,
  parameters: readonly EstimatedParameter[],
): ReweightedForecast {
  const { values, logs, observed, noise } = each;
  const ratios = parameters.map(({ name, proposal }, k) => {
    const target = priors[name];
    if (!target) throw new KeptError('invalid-argument', `no prior for ${name}`, { name });
    return densityRatios(logs[k], target, proposal);
  });
  const weights = Float64Array.from(values, (_, draw) =>
    ratios.reduce((product, ratio) => product * ratio[draw], 1),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  const even = resample(values, weights, sum);
  const noisy = withNoise(even, noise).sort();
  const width80Of = (sorted: Float64Array) => quantileOfSorted(sorted, 0.9) - quantileOfSorted(sorted, 0.1);
  return {
    place: noisy.filter((value) => value < observed).length / noisy.length,
    width80: width80Of(noisy) / noise,
    relativeWidth80: width80Of(even) / Math.abs(quantileOfSorted(even, 0.5)),
    effectiveDraws: (sum * sum) / squares,
  };
}

/** As many values of equal weight, at even steps of the weighted distribution. */
function resample(values: ArrayLike<number>, weights: Float64Array, sum: number): Float64Array {
  const order = Array.from(weights, (_, draw) => draw).sort((a, b) => values[a] - values[b]);
  const even = new Float64Array(weights.length);
  let at = 0;
  let reached = weights[order[0]];
  for (let k = 0; k < even.length; k++) {
    while (reached < ((k + 0.5) / even.length) * sum && at < order.length - 1) {
      at += 1;
      reached += weights[order[at]];
    }
    even[k] = values[order[at]];
  }
  return even;
}
