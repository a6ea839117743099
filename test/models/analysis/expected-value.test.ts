import { describe, expect, it } from 'vitest';
import {
  type Benefits,
  estimatePartialInformation,
  estimatePerfectInformation,
  type KnowledgeValue,
} from '../../../models/analysis/expected-value.ts';
import { normalCdf, normalQuantile } from '../../../models/core/numbers.ts';
import { createRunKey, deriveKey, uniformAt } from '../../../models/core/random.ts';

const draws = 2000;
const key = createRunKey('kept');
const standard = (name: string) => {
  const stream = deriveKey(key, name);
  return Float64Array.from({ length: draws }, (_, draw) => normalQuantile(uniformAt(stream, draw)));
};
const [x, y, z] = ['x', 'y', 'z'].map(standard);
const nothing = new Float64Array(draws);
const density = (value: number) => Math.exp((-value * value) / 2) / Math.sqrt(2 * Math.PI);

/** E max(0, μ + σ·Z) − max(0, μ). */
const gain = (mean: number, sd: number) =>
  sd * density(mean / sd) - Math.abs(mean) * normalCdf(-Math.abs(mean) / sd);

function expectNear({ value, error }: KnowledgeValue, truth: number, relative: number): void {
  expect(Math.abs(value - truth)).toBeLessThan(3 * error);
  expect(error).toBeLessThan(relative * truth);
}

describe('two options, one worth nothing, the other a normal amount with a linear part of each input', () => {
  const linear: Benefits = [nothing, x.map((value, k) => 20 + 40 * value + 30 * y[k])];

  it('are worth σφ(μ/σ) − |μ|Φ(−|μ|/σ) of perfect information', () => {
    expectNear(estimatePerfectInformation(linear), gain(20, 50), 0.07);
  });

  it.each([
    [x, 40],
    [y, 30],
  ])('are worth the same with the spread that an input brings, if that one becomes known', (input, sd) => {
    expectNear(estimatePartialInformation(input, linear, key), gain(20, sd), 0.2);
  });

  it('are worth nothing of an input that has no part in them', () => {
    const none = { value: 0, error: 0, distinct: false };
    expect(estimatePartialInformation(z, linear, key)).toEqual(none);
  });

  it('do not depend on the scale an input is measured on', () => {
    const onAnother = x.map((value) => Math.exp(3 * value));
    expect(estimatePartialInformation(onAnother, linear, key)).toEqual(
      estimatePartialInformation(x, linear, key),
    );
  });
});

describe('information that cannot change the choice', () => {
  it('is worth exactly nothing', () => {
    const sure: Benefits = [nothing, x.map((value) => 100 + Math.max(-2, Math.min(2, value)))];
    expect(estimatePerfectInformation(sure)).toEqual({ value: 0, error: 0, distinct: false });
    expect(estimatePartialInformation(x, sure, key)).toEqual({ value: 0, error: 0, distinct: false });
  });
});

describe('three options', () => {
  it('are worth E max(c, μ + σZ) − the best mean, where c is the best of those the input does not move', () => {
    const three: Benefits = [nothing, x.map((value) => 10 + 30 * value), y.map((value) => 25 + 5 * value)];
    // max(25, 10 + 30x) = 25 + max(0, −15 + 30x).
    expectNear(estimatePartialInformation(x, three, key), gain(-15, 30), 0.2);
  });
});

describe('an option that pays at both ends of an input', () => {
  it('is worth E max(0, x² − 1) = 2φ(1), which no straight line would find', () => {
    const bent: Benefits = [nothing, x.map((value, k) => value * value - 1 + 0.5 * z[k])];
    expectNear(estimatePartialInformation(x, bent, key), 2 * density(1), 0.1);
  });
});
