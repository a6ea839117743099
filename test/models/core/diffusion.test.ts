import { describe, expect, it } from 'vitest';
import { adoptedBy, adoptersPerPeriod, adoptionRate, peakTime } from '../../../models/core/diffusion.ts';
import fc from '../../support/properties.ts';

// The printed values and their sources are held in test/reference/published-tables.ts.

const diffusions = fc.record({
  innovation: fc.double({ min: 0.001, max: 0.1, noNaN: true }),
  imitation: fc.double({ min: 0.11, max: 0.6, noNaN: true }),
});

describe('Bass diffusion', () => {
  it('grows at the rate that its equation states', () => {
    fc.assert(
      fc.property(diffusions, fc.double({ min: 0.01, max: 20, noNaN: true }), (diffusion, time) => {
        const slope = (adoptedBy(diffusion, time + 1e-4) - adoptedBy(diffusion, time - 1e-4)) / 2e-4;
        expect(slope).toBeCloseTo(adoptionRate(diffusion, time), 7);
      }),
    );
  });

  it('is fastest at its peak: F = ½ − p/2q, f = (p + q)²/4q', () => {
    fc.assert(
      fc.property(diffusions, (diffusion) => {
        const { innovation: p, imitation: q } = diffusion;
        expect(adoptedBy(diffusion, peakTime(diffusion))).toBeCloseTo(0.5 - p / (2 * q), 12);
        expect(adoptionRate(diffusion, peakTime(diffusion))).toBeCloseTo(((p + q) * (p + q)) / (4 * q), 12);
      }),
    );
  });

  it('only slows down where imitation is the weaker', () => {
    expect(peakTime({ innovation: 0.3, imitation: 0.2 })).toBe(0);
  });

  it('peaks in the eighth period at p = .03, q = .38', () => {
    const adopters = adoptersPerPeriod({ innovation: 0.03, imitation: 0.38 }, 20);
    expect(adopters.indexOf(Math.max(...adopters)) + 1).toBe(8);
  });

  it('approaches the curve as periods get short', () => {
    const yearly = { innovation: 0.03, imitation: 0.38 };
    const short = { innovation: 0.03 / 1000, imitation: 0.38 / 1000 };
    const adopted = adoptersPerPeriod(short, 10_000).reduce((a, b) => a + b, 0);
    expect(adopted).toBeCloseTo(adoptedBy(yearly, 10), 3);
  });

  it('definition check: the first period adopts p', () => {
    expect(adoptersPerPeriod({ innovation: 0.03, imitation: 0.38 }, 1)).toEqual([0.03]);
  });
});
