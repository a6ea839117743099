import { describe, expect, it } from 'vitest';
import { createRunKey } from '../../../models/core/random.ts';
import { sampleShapley, shapley } from '../../../models/core/shapley.ts';
import fc, { runs } from '../../support/properties.ts';

const key = createRunKey('orders');

/** Of the gloves of Shapley and Shubik: one left glove and two right ones; a pair is worth 1. */
const gloves = (coalition: number) => [coalition & 1 && coalition & 6 ? 1 : 0];

describe('Shapley values', () => {
  it('give the glove game two thirds to the single left glove', () => {
    const { parts } = shapley(3, 1, gloves);
    expect(parts[0]).toBeCloseTo(2 / 3, 14);
    expect(parts[1]).toBeCloseTo(1 / 6, 14);
    expect(parts[2]).toBeCloseTo(1 / 6, 14);
  });

  it('of an airport share each stretch of runway among those who need it', () => {
    // Littlechild & Owen (1973): costs 1, 2 and 4.
    const cost = [1, 2, 4];
    const worth = (coalition: number) => [Math.max(0, ...cost.filter((_, k) => coalition & (1 << k)))];
    const { parts } = shapley(3, 1, worth);
    expect(parts[0]).toBeCloseTo(1 / 3, 14);
    expect(parts[1]).toBeCloseTo(1 / 3 + 1 / 2, 14);
    expect(parts[2]).toBeCloseTo(1 / 3 + 1 / 2 + 2, 14);
  });

  const game = fc
    .record({ players: fc.integer({ min: 0, max: 6 }), seed: fc.integer({ min: 1, max: 1e6 }) })
    .map(({ players, seed }) => {
      // A table of worths, each its own number; nothing but its sums is smooth.
      const worths = Array.from({ length: 1 << players }, (_, k) => [
        ((k * 7919 + seed) % 1013) - 500,
        ((k * 104729 + seed) % 997) / 7,
      ]);
      return { players, worth: (coalition: number) => worths[coalition] };
    });

  it('sum to what all are worth beyond nobody, exact and sampled', () => {
    fc.assert(
      fc.property(game, ({ players, worth }) => {
        const everybody = worth((1 << players) - 1);
        for (const { parts } of [
          shapley(players, 2, worth),
          sampleShapley(players, 2, worth, { pairs: 2, key, first: 0 }),
        ]) {
          for (const k of [0, 1]) {
            let sum = 0;
            for (let player = 0; player < players; player++) sum += parts[player * 2 + k];
            expect(sum).toBeCloseTo(everybody[k] - worth(0)[k], 9);
          }
        }
      }),
      runs(50),
    );
  });

  it('are nothing for a player who adds nothing and equal for players who add alike', () => {
    const worth = (coalition: number) => [coalition & 1 ? 5 : 0, coalition & 6 ? 3 : 0];
    const { parts } = shapley(4, 2, worth);
    expect([...parts.subarray(6, 8)]).toEqual([0, 0]);
    expect(parts[3]).toBeCloseTo(parts[5], 14);
  });

  it('sampled, are exact where players meet in pairs only: an order and its reverse hold each pair both ways', () => {
    const worth = (coalition: number) => {
      const bits = [0, 1, 2, 3, 4].filter((k) => coalition & (1 << k));
      const sum = bits.reduce((total, k) => total + k + 1, 0);
      return [sum * sum];
    };
    const exact = shapley(5, 1, worth).parts;
    const { parts, errors } = sampleShapley(5, 1, worth, { pairs: 3, key, first: 0 });
    for (let player = 0; player < 5; player++) {
      expect(parts[player]).toBeCloseTo(exact[player], 9);
      expect(errors[player]).toBeLessThan(1e-9);
    }
  });

  it('sampled, are off by about as much as they say', () => {
    const worth = (coalition: number) => [coalition === 31 ? 1 : 0, (coalition & 7) === 7 ? 1 : 0];
    const exact = shapley(5, 2, worth).parts;
    let [squares, count] = [0, 0];
    for (let round = 0; round < 200; round++) {
      const { parts, errors } = sampleShapley(5, 2, worth, { pairs: 16, key, first: round * 16 });
      for (let k = 0; k < parts.length; k++) {
        if (errors[k] === 0) continue;
        const off = (parts[k] - exact[k]) / errors[k];
        squares += off * off;
        count++;
      }
    }
    expect(squares / count).toBeGreaterThan(0.7);
    expect(squares / count).toBeLessThan(2);
  });

  it.each([21, -1, 1.5])('refuse %s players', (players) => {
    expect(() => shapley(players, 1, () => [0])).toThrow(/0 to 20 players/);
  });

  it('refuse a single pair of orders, which shows no error', () => {
    expect(() => sampleShapley(3, 1, gloves, { pairs: 1, key, first: 0 })).toThrow(/two pairs/);
  });
});
