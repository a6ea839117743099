import { describe, expect, it } from 'vitest';
import { planKind } from '../../../models/analysis/plan-kind.ts';
import { fixed } from '../../../models/core/quantity.ts';
import type { Change, Quantity } from '../../../models/index.ts';
import { action, plan, scenario, segment } from '../../support/scenarios.ts';

const world = scenario({
  world: { ...scenario().world, segments: [segment({ fees: [{ name: 'router', quantity: fixed(4) }] })] },
});
const formula: Quantity = {
  belief: { kind: 'formula', text: '2 * x', tree: { op: 'number', value: 2 } },
  evidence: 'assumed',
  source: 'stated in the file',
  given: true,
};

const priced = (kind: Change['kind'], quantity: Quantity) =>
  action({ price: { change: { kind, quantity }, phases: 1, everyMonths: 1 } });
const charged = (kind: Change['kind'], value: number, name = 'router') =>
  action({ fee: { name, change: { kind, quantity: fixed(value) }, shown: 'at billing' } });
const kindOf = (...actions: ReturnType<typeof action>[]) => planKind(plan('A plan', ...actions), world);

describe('planKind', () => {
  it('takes the sign of a change by percent or amount', () => {
    expect(kindOf(priced('byPercent', fixed(0.08)))).toBe('increase');
    expect(kindOf(priced('byAmount', fixed(-1)))).toBe('cut');
  });

  it('compares a level with the price or fee of today', () => {
    expect(kindOf(priced('to', fixed(11)))).toBe('increase');
    expect(kindOf(priced('to', fixed(9)))).toBe('cut');
    expect(kindOf(charged('to', 3))).toBe('cut');
    expect(kindOf(charged('to', 3, 'network'))).toBe('increase');
  });

  it('calls changes both ways, no change and a formula a plan', () => {
    expect(kindOf(priced('byPercent', fixed(0.08)), charged('byAmount', -1))).toBe('plan');
    expect(kindOf(action({ notify: true }))).toBe('plan');
    expect(kindOf(priced('byPercent', fixed(0)))).toBe('plan');
    expect(kindOf(priced('to', formula))).toBe('plan');
  });
});
