import { expect, test } from 'vitest';
import { findBeyondEvidence } from '../../../models/analysis/evidence-range.ts';
import type { Trajectory } from '../../../models/engine/simulate.ts';

const runAt = (...priceRange: readonly [number, number]) =>
  findBeyondEvidence({ months: 36, segments: [{ priceRange }] } as unknown as Trajectory);

test('a change at the very end of the evidence is within it, however a ratio of prices rounds', () => {
  expect(runAt(1, 1.6 + 2e-16)).toEqual([]);
  expect(runAt(0.8 - 1.2e-16, 1)).toEqual([]);
  expect(runAt(1, 1.61)).toEqual(['a price change of +61 %, outside −20 % to +60 %']);
  expect(runAt(0.75, 1)).toEqual(['a price change of −25 %, outside −20 % to +60 %']);
});
