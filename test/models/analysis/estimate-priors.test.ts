import { describe, expect, it } from 'vitest';
import {
  type EstimatedParameter,
  estimatePriors,
  reweigh,
  type SimulatedCase,
  tabulateLikelihood,
  uncertaintyOfMedians,
} from '../../../models/analysis/estimate-priors.ts';
import { normalQuantile } from '../../../models/core/numbers.ts';
import fc, { runs } from '../../support/properties.ts';

const price: EstimatedParameter = {
  ...{ name: 'priceResponse', sdLog: 0.5, median: { median: 1, sdLog: 1 } },
  proposal: { median: 1, sdLog: 1.4 },
};

const draws = 2000;

/** The measure is the log of the parameter, so that everything is normal and known in closed form. */
function directCase(name: string, observed: number, noise = 0.2): SimulatedCase {
  const logs = Array.from({ length: draws }, (_, k) => 1.4 * normalQuantile((k + 0.5) / draws));
  return { name, values: logs, logs: [logs], observed, noise };
}

/** Posterior of the median's log: prior N(0, 1), each observation with variance 0.5² + 0.2². */
function closedForm(observed: readonly number[]): { mean: number; sd: number } {
  const precision = 1 + observed.length / (0.25 + 0.04);
  const sum = observed.reduce((total, value) => total + value, 0) / (0.25 + 0.04);
  return { mean: sum / precision, sd: 1 / Math.sqrt(precision) };
}

const logMedian = (cases: readonly SimulatedCase[], leftOut?: string) =>
  Math.log(estimatePriors(tabulateLikelihood(cases, [price]), leftOut).priceResponse!.median);

describe('estimatePriors', () => {
  it('finds the closed form where parameter and measure are the same', () => {
    const observed = [0.2, 0.9, -0.3, 0.6];
    const table = tabulateLikelihood(
      observed.map((value, k) => directCase(`${k}`, value)),
      [price],
    );
    expect(Math.log(estimatePriors(table).priceResponse!.median)).toBeCloseTo(closedForm(observed).mean, 2);
    expect(uncertaintyOfMedians(table)[0]).toBeCloseTo(closedForm(observed).sd, 2);
    expect(estimatePriors(table).priceResponse!.sdLog).toBe(0.5);
  });

  it('leaves a case out altogether: what was observed of it moves nothing', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (observed) => {
        const others = [directCase('a', 0.5), directCase('b', -0.1)];
        const without = logMedian([...others, directCase('c', observed)], 'c');
        expect(without).toBeCloseTo(logMedian(others), 12);
      }),
      runs(10),
    );
  });

  it('raises the median with what was observed, and less the larger its error', () => {
    const at = (observed: number, noise: number) => logMedian([directCase('a', observed, noise)]);
    expect(at(1, 0.2)).toBeGreaterThan(at(0.5, 0.2));
    expect(at(1, 2)).toBeLessThan(at(1, 0.2));
    expect(at(1, 2)).toBeGreaterThan(0);
  });

  it('keeps what was believed of a parameter that moves no measure', () => {
    const idle: EstimatedParameter = { ...price, name: 'wakeUp', median: { median: 0.3, sdLog: 1 } };
    // A second parameter, unrelated to the measure: the same quantiles in another order.
    const shuffled = Array.from({ length: draws }, (_, k) => (k * 777) % draws).map(
      (k) => Math.log(0.3) + 1.4 * normalQuantile((k + 0.5) / draws),
    );
    const proposal = { median: 0.3, sdLog: 1.4 };
    const each = directCase('a', 1);
    const table = tabulateLikelihood(
      [{ ...each, logs: [...each.logs, shuffled] }],
      [price, { ...idle, proposal }],
    );
    const { priceResponse, wakeUp } = estimatePriors(table);
    expect(Math.log(priceResponse!.median)).toBeCloseTo(closedForm([1]).mean, 1);
    expect(Math.log(wakeUp!.median / 0.3)).toBeCloseTo(0, 1);
  });

  it('needs a case', () => {
    expect(() => tabulateLikelihood([], [price])).toThrow('no case');
  });
});

describe('reweigh', () => {
  it('forecasts at other priors than those drawn from', () => {
    const priors = { priceResponse: { median: Math.exp(0.4), sdLog: 0.5 } };
    const spread = Math.sqrt(0.25 + 0.04);
    const place = (z: number) => reweigh(directCase('a', 0.4 + z * spread), priors, [price]).place;
    expect(place(0)).toBeCloseTo(0.5, 2);
    expect(place(normalQuantile(0.9))).toBeCloseTo(0.9, 2);
    const { width80, relativeWidth80, effectiveDraws } = reweigh(directCase('a', 0), priors, [price]);
    expect(width80).toBeCloseTo((2 * normalQuantile(0.9) * spread) / 0.2, 1);
    expect(relativeWidth80).toBeCloseTo((2 * normalQuantile(0.9) * 0.5) / 0.4, 1);
    expect(effectiveDraws).toBeLessThan(draws);
  });

  it('counts every draw where nothing is reweighted', () => {
    const { effectiveDraws } = reweigh(directCase('a', 0), { priceResponse: price.proposal }, [price]);
    expect(effectiveDraws).toBeCloseTo(draws, 6);
  });

  it('needs a prior for each parameter', () => {
    expect(() => reweigh(directCase('a', 0), {}, [price])).toThrow('no prior for priceResponse');
  });
});
