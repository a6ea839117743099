import { describe, expect, test } from 'vitest';
import {
  fitFrailty,
  type Lifetimes,
  logLikelihood,
  maximise,
  survival,
} from '../../../scripts/telco/frailty.ts';

/** Small seeded generator (mulberry32), so that the simulation owes nothing to the code under test. */
function createUniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Customers who each leave at their own constant hazard, looked at after a random number of months. */
function simulate(count: number, hazard: number, spread: number, seed: number): Lifetimes {
  const uniform = createUniform(seed);
  const stayed = Array.from({ length: 72 }, () => 0);
  const left = Array.from({ length: 72 }, () => 0);
  for (let k = 0; k < count; k++) {
    const normal = Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
    const frailty = Math.exp(spread * normal - (spread * spread) / 2);
    const months = -Math.log(1 - uniform()) / (hazard * frailty);
    const seen = 1 + Math.floor(71 * uniform());
    if (months < seen) left[Math.ceil(months)]++;
    else stayed[seen]++;
  }
  return { stayed, left };
}

describe('survival', () => {
  test('is exponential when all are alike', () => {
    expect(survival(24, 0.03, 0)).toBeCloseTo(Math.exp(-0.72), 14);
  });

  test('agrees with a fine sum over the density of frailty', () => {
    for (const spread of [0.5, 1, 2]) {
      let sum = 0;
      for (let z = -9; z <= 9; z += 0.001) {
        const frailty = Math.exp(spread * z - (spread * spread) / 2);
        sum += (0.001 / Math.sqrt(2 * Math.PI)) * Math.exp(-(z * z) / 2 - 0.05 * 36 * frailty);
      }
      expect(survival(36, 0.05, spread)).toBeCloseTo(sum, 4);
    }
  });
});

describe('log-likelihood', () => {
  test('is that of a geometric lifetime when all are alike, entry or not', () => {
    const group = { stayed: [0, 0, 0, 5], left: [0, 0, 2, 0] };
    const leaving = Math.log(Math.exp(-0.1) - Math.exp(-0.2));
    expect(logLikelihood(group, 0.1, 0, 0)).toBeCloseTo(2 * leaving - 5 * 0.3, 12);
    expect(logLikelihood(group, 0.1, 0, 1)).toBeCloseTo(2 * (leaving + 0.1) - 5 * 0.2, 12);
  });
});

describe('fitted spread', () => {
  test('comes back from simulated lifetimes, with hazards that differ between groups', () => {
    const groups = [simulate(6000, 0.04, 1, 11), simulate(6000, 0.02, 1, 12)];
    const fit = fitFrailty(groups, 0)!;
    expect(fit.low).toBeLessThan(1);
    expect(fit.high).toBeGreaterThan(1);
    expect(fit.high - fit.low).toBeLessThan(0.25);
    expect(fit.hazards[0]).toBeCloseTo(0.04, 2);
    expect(fit.hazards[1]).toBeCloseTo(0.02, 2);
  });

  test('comes back when early leavers were never seen', () => {
    const fit = fitFrailty([simulate(12000, 0.04, 1, 13)], 3)!;
    expect(fit.low).toBeLessThan(1);
    expect(fit.high).toBeGreaterThan(1);
  });

  test('does not exist when customers are alike', () => {
    expect(fitFrailty([simulate(4000, 0.03, 0, 14)], 0)).toBeUndefined();
  });
});

test('finds the peak of a function', () => {
  expect(maximise((x) => -(x - 0.3) * (x - 0.3), 0, 2)).toBeCloseTo(0.3, 5);
});
