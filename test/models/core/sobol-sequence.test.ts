import { describe, expect, it } from 'vitest';
import { createRunKey } from '../../../models/core/random.ts';
import {
  createDirectionNumbers,
  createSobolSequence,
  mostSobolDimensions,
} from '../../../models/core/sobol-sequence.ts';

const keys = ['one', 'two', 'three'].map(createRunKey);

describe('createDirectionNumbers', () => {
  it('gives the points of another implementation', () => {
    // scipy.stats.qmc.Sobol(64, scramble=False, bits=32), SciPy 1.17.1: point 1023, whose Gray code is 512.
    const published = new Map([
      [1, 0.7529296875],
      [7, 0.6181640625],
      [20, 0.8662109375],
      [40, 0.6318359375],
      [63, 0.0400390625],
    ]);
    for (const [dimension, value] of published) {
      expect((createDirectionNumbers(dimension)[9] >>> 0) / 2 ** 32).toBe(value);
    }
  });

  it('has property A of Sobol’ in 32 coordinates: leading digits of the first 32 numbers are independent', () => {
    const rows = Array.from({ length: 32 }, (_, dimension) =>
      createDirectionNumbers(dimension).reduce((row, word, j) => row | ((word >>> 31) << j), 0),
    );
    let rank = 0;
    for (let bit = 0; bit < 32; bit++) {
      const pivot = rows.findIndex((row, k) => k >= rank && (row >>> bit) & 1);
      if (pivot < 0) continue;
      [rows[rank], rows[pivot]] = [rows[pivot], rows[rank]];
      for (let k = 0; k < 32; k++) if (k !== rank && (rows[k] >>> bit) & 1) rows[k] ^= rows[rank];
      rank++;
    }
    expect(rank).toBe(32);
  });
});

describe('createSobolSequence', () => {
  it('puts one of 256 points into each of 256 intervals of every coordinate, for any key', () => {
    for (const key of keys) {
      const sequence = createSobolSequence(mostSobolDimensions, key);
      for (let dimension = 0; dimension < mostSobolDimensions; dimension++) {
        const hit = new Set(
          Array.from({ length: 256 }, (_, k) => Math.floor(sequence(256 + k, dimension) * 256)),
        );
        expect(hit.size).toBe(256);
      }
    }
  });

  it('puts one of 64 points into each box of equal volume of the first two coordinates', () => {
    for (const key of keys) {
      const sequence = createSobolSequence(2, key);
      for (let across = 0; across <= 6; across++) {
        const [wide, high] = [2 ** across, 2 ** (6 - across)];
        const hit = new Set(
          Array.from(
            { length: 64 },
            (_, k) => Math.floor(sequence(k, 0) * wide) * high + Math.floor(sequence(k, 1) * high),
          ),
        );
        expect(hit.size).toBe(64);
      }
    }
  });

  it('integrates a smooth function of 20 inputs far better than independent points', () => {
    // Mean 1; independent points have a variance of 1.1^20 − 1 over their number.
    const errors = Array.from({ length: 40 }, (_, seed) => {
      const sequence = createSobolSequence(20, createRunKey(`seed ${seed}`));
      let sum = 0;
      for (let k = 0; k < 1024; k++) {
        let product = 1;
        for (let d = 0; d < 20; d++) product *= 1 + (sequence(k, d) - 0.5) / 5;
        sum += product;
      }
      return sum / 1024 - 1;
    });
    const square = errors.reduce((sum, error) => sum + error * error, 0) / errors.length;
    const independent = ((1 + 1 / 300) ** 20 - 1) / 1024;
    expect(square).toBeLessThan(independent / 100);
  });
});
