import { describe, expect, it } from 'vitest';
import { createSobolTask } from '../../../models/analysis/sobol-task.ts';
import { runTask } from '../../../models/analysis/task.ts';
import { normalQuantile } from '../../../models/core/numbers.ts';
import { createRunKey } from '../../../models/core/random.ts';

type Function = (point: Float64Array) => number;

function indicesOf(inputs: number, evaluate: Function, rows = 4096, groups?: readonly (readonly number[])[]) {
  return runTask(
    createSobolTask({
      inputs,
      groups: groups ?? Array.from({ length: inputs }, (_, input) => [input]),
      rows,
      key: createRunKey('kept'),
      evaluate,
    }),
  );
}

/** Ishigami & Homma (1990), a = 7, b = 0.1. */
const ishigami: Function = (point) => {
  const [x, y, z] = point.map((u) => Math.PI * (2 * u - 1));
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
};
const ishigamiTruth = () => {
  const [a, b, p4] = [7, 0.1, Math.PI ** 4];
  const first = [0.5 * (1 + (b * p4) / 5) ** 2, (a * a) / 8, 0];
  const joint = b * b * p4 * p4 * (1 / 18 - 1 / 50);
  const variance = first[0] + first[1] + joint;
  return {
    variance,
    first: first.map((v) => v / variance),
    total: [first[0] + joint, first[1], joint].map((v) => v / variance),
  };
};

describe('Sobol’ indices of Ishigami’s function', () => {
  const truth = ishigamiTruth();
  const result = indicesOf(3, ishigami);

  it('has the published truth', () => {
    expect(truth.first.map((share) => share.toFixed(4))).toEqual(['0.3139', '0.4424', '0.0000']);
    expect(truth.total.map((share) => share.toFixed(4))).toEqual(['0.5576', '0.4424', '0.2437']);
  });

  it('are found within 0.015, and the variance within 1 %', () => {
    // Over 60 keys the root mean square error at this number of rows is 0.0047 and 0.0040.
    result.indices.forEach(({ first, total }, input) => {
      expect(Math.abs(first.share - truth.first[input])).toBeLessThan(0.015);
      expect(Math.abs(total.share - truth.total[input])).toBeLessThan(0.012);
    });
    expect(Math.abs(result.variance / truth.variance - 1)).toBeLessThan(0.01);
    expect(Math.abs(result.mean - 3.5)).toBeLessThan(0.01);
  });

  it('have intervals that hold the truth', () => {
    result.indices.forEach(({ first, total }, input) => {
      expect(first.low95).toBeLessThanOrEqual(truth.first[input] + 1e-12);
      expect(first.high95).toBeGreaterThanOrEqual(truth.first[input]);
      expect(total.low95).toBeLessThanOrEqual(truth.total[input]);
      expect(total.high95).toBeGreaterThanOrEqual(truth.total[input]);
    });
  });

  it('say of an input that acts only jointly that it is not told apart from 0 alone, yet matters', () => {
    expect(result.indices[2].first).toMatchObject({ low95: 0, distinct: false });
    expect(result.indices[2].total.distinct).toBe(true);
  });

  it('of a group take in what its inputs do together', () => {
    const { indices } = indicesOf(3, ishigami, 4096, [[0, 2], [1]]);
    expect(Math.abs(indices[0].first.share - truth.total[0])).toBeLessThan(0.015);
    expect(Math.abs(indices[0].total.share - truth.total[0])).toBeLessThan(0.012);
  });
});

describe('Sobol’ indices of Sobol’s g-function', () => {
  const a = [0, 1, 4.5, 9, 99, 99, 99, 99];
  const parts = a.map((value) => 1 / 3 / (1 + value) ** 2);
  const variance = parts.reduce((product, part) => product * (1 + part), 1) - 1;
  const g: Function = (point) =>
    a.reduce((product, value, k) => (product * (Math.abs(4 * point[k] - 2) + value)) / (1 + value), 1);

  it('match the closed form', () => {
    // Over 60 keys the root mean square error at this number of rows is 0.0014 and 0.0005.
    indicesOf(8, g).indices.forEach(({ first, total }, k) => {
      expect(Math.abs(first.share - parts[k] / variance)).toBeLessThan(0.005);
      expect(Math.abs(total.share - (parts[k] * (variance + 1)) / (1 + parts[k]) / variance)).toBeLessThan(
        0.003,
      );
    });
  });

  it('still do so for inputs that have no coordinate of the sequence', () => {
    const shifted: Function = (point) => g(point.subarray(40));
    indicesOf(
      48,
      shifted,
      4096,
      a.map((_, k) => [40 + k]),
    ).indices.forEach(({ first, total }, k) => {
      expect(Math.abs(first.share - parts[k] / variance)).toBeLessThan(0.04);
      expect(Math.abs(total.share - (parts[k] * (variance + 1)) / (1 + parts[k]) / variance)).toBeLessThan(
        0.04,
      );
    });
  });
});

describe('Sobol’ indices of a linear function', () => {
  const weights = [1, 2, 3, 4, 5];
  const linear: Function = (point) => point.reduce((sum, u, k) => sum + weights[k] * normalQuantile(u), 1000);

  it('are the squared weights over their sum, first and total alike', () => {
    const { indices, runs } = indicesOf(5, linear);
    expect(runs).toBe(4096 * 7);
    indices.forEach(({ first, total }, k) => {
      expect(Math.abs(first.share - weights[k] ** 2 / 55)).toBeLessThan(0.002);
      expect(Math.abs(total.share - weights[k] ** 2 / 55)).toBeLessThan(0.002);
    });
  });

  it('are nothing for an input that has no effect, and for a function that does not vary', () => {
    const nothing = { share: 0, low95: 0, high95: 0, distinct: false };
    const { indices } = indicesOf(3, (point) => point[0], 64);
    expect(indices[1]).toEqual({ first: nothing, total: nothing });
    expect(indicesOf(1, () => 5, 64).indices[0]).toEqual({ first: nothing, total: nothing });
  });
});

describe('createSobolTask', () => {
  it('refuses a number of rows that breaks the balance of the sequence', () => {
    for (const rows of [0, 1, 500, 1.5, 2 ** 17, Number.NaN]) {
      expect(() => indicesOf(1, () => 0, rows)).toThrow('power of two from 2 to 65536');
    }
  });
});
