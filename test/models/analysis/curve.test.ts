import { describe, expect, it } from 'vitest';
import { createCurve } from '../../../models/analysis/curve.ts';
import fc from '../../support/properties.ts';

const xs = Array.from({ length: 13 }, (_, k) => (k * 5 - 20) / 100);

describe('createCurve', () => {
  it('passes through its points and never overshoots its neighbours', () => {
    const values = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), {
      minLength: 13,
      maxLength: 13,
    });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (ys, t) => {
        const curve = createCurve(xs, ys);
        for (const [k, x] of xs.entries()) expect(curve.at(x)).toBeCloseTo(ys[k], 8);
        const k = Math.min(11, Math.floor(t * 12));
        const between = curve.at(xs[k] + (t * 12 - k) * (xs[k + 1] - xs[k]));
        expect(between).toBeGreaterThanOrEqual(Math.min(ys[k], ys[k + 1]) - 1e-9);
        expect(between).toBeLessThanOrEqual(Math.max(ys[k], ys[k + 1]) + 1e-9);
      }),
    );
  });

  it('finds the top and the fall through zero of a parabola', () => {
    const curve = createCurve(
      xs,
      xs.map((x) => x * (0.3 - x)),
    );
    expect(curve.maximum().x).toBeCloseTo(0.15, 2);
    expect(curve.maximum().onBound).toBe(false);
    expect(curve.fallsThroughZero(0.15)).toBeCloseTo(0.3, 6);
  });

  it('says that a curve which only rises has its top on the bound and no fall', () => {
    const curve = createCurve(xs, xs);
    expect(curve.maximum()).toMatchObject({ x: 0.4, onBound: true });
    expect(curve.fallsThroughZero(0)).toBeNull();
  });
});
