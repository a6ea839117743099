import { describe, expect, it } from 'vitest';
import { quantileOf } from '../../../models/core/distributions.ts';
import { createRunKey, deriveKey } from '../../../models/core/random.ts';
import { stratifiedAt } from '../../../models/core/stratified.ts';
import { createQuantileSampler, createSampler } from '../../../models/engine/sample.ts';
import { believed, buildScenario, buildSegment } from '../../support/build-scenario.ts';

const churn = { kind: 'interval', scale: 'share', low: 0.02, high: 0.04 } as const;
const cost = { kind: 'interval', scale: 'positive', low: 3, high: 5 } as const;
const scenario = buildScenario({
  segments: [{ ...buildSegment(), churnPerMonth: believed(churn), costToServe: believed(cost) }],
});
const [{ churnPerMonth, costToServe }] = scenario.world.segments;

describe('createQuantileSampler', () => {
  it('puts each quantity where the caller says, and leaves the others at their best values', () => {
    const sample = createQuantileSampler(scenario)((id) => (id === 'segments.Everyone.churn' ? 0.9 : 'best'));
    expect(sample.of(churnPerMonth)).toBeCloseTo(0.04, 12);
    expect(sample.of(costToServe)).toBeCloseTo(Math.sqrt(15), 12);
  });
});

describe('createSampler', () => {
  it('draws each quantity from its own stream, keyed by seed and id', () => {
    const key = deriveKey(createRunKey('kept'), 'segments.Everyone.churn');
    expect(createSampler(scenario, 'kept')(7).of(churnPerMonth)).toBe(
      quantileOf(churn, stratifiedAt(key, 7)),
    );
  });
});
