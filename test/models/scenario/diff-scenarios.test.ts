import { describe, expect, it } from 'vitest';
import { diffInputs, diffScenarios } from '../../../models/scenario/diff-scenarios.ts';
import { parseScenarioText } from '../../../models/scenario/parse.ts';
import type { Scenario } from '../../../models/scenario/scenario.ts';

const text = `format: kept/1
title: Club fee
months: 12
inputs: { wageRise: 3 % to 6 % }
world:
  segments:
    - name: Members
      customers: 900
      price: 40
      churn: 1.5 %/month to 2.6 %/month
      costToServe: "= 12 * (1 + wageRise)"
      acquisitionCost: 80
plans:
  - name: Ask
    actions: [{ at: 4, price: { by: 10 % } }]
`;

function read(...changes: readonly (readonly [string, string])[]): Scenario {
  let changed = text;
  for (const [from, to] of changes) {
    expect(changed).toContain(from);
    changed = changed.replace(from, to);
  }
  const parsed = parseScenarioText(changed);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  return parsed.scenario;
}

describe('diffScenarios', () => {
  it('finds none between a file and another spelling of it', () => {
    const respelt = read(['1.5 %/month to 2.6 %/month', '{ range: 1.5 %/month to 2.6 %/month } # a comment']);
    expect(diffScenarios(read(), respelt)).toEqual([]);
  });

  it('names numbers by their path, with interval and evidence', () => {
    const after = read(
      ['price: 40', 'price: { mean: { value: 42, evidence: fitted, source: ours } }'],
      ['by: 10 %', 'by: 9 % to 12 %'],
    );
    expect(diffScenarios(read(), after)).toEqual([
      { path: 'world.segments[Members].price.mean', before: '40, assumed', after: '42, fitted' },
      {
        path: 'plans[Ask].actions[1].price.change.quantity',
        before: '0.1, assumed',
        after: '0.105 (0.09 to 0.12), assumed',
      },
    ]);
  });

  it('shows formulas by their text and actions by what they say', () => {
    const after = read(['12 * (1 + wageRise)', '13 * (1 + wageRise)'], ['at: 4,', 'at: 5, reason: cost,']);
    expect(diffScenarios(read(), after)).toMatchObject([
      { path: 'world.segments[Members].costToServe', before: '= 12 * (1 + wageRise), assumed' },
      { path: 'plans[Ask].actions[1].at', before: '4', after: '5' },
      // Without a month of its own the announcement comes with the price.
      { path: 'plans[Ask].actions[1].announce', before: '4', after: '5' },
      { path: 'plans[Ask].actions[1].reason', before: 'none', after: 'cost' },
    ]);
  });

  it('tells of a plan that only one has once, not number by number', () => {
    const after = read(['plans:\n', 'plans:\n  - { name: Wait, actions: [{ at: 6, notify: true }] }\n']);
    expect(diffScenarios(read(), after)).toEqual([{ path: 'plans[Wait]', before: null, after: 'stated' }]);
    expect(diffScenarios(after, read())).toEqual([{ path: 'plans[Wait]', before: 'stated', after: null }]);
  });
});

describe('diffInputs', () => {
  it('has a value for each file, and only where they disagree about the world', () => {
    const third = read(
      ['months: 12', 'months: 24'],
      ['by: 10 %', 'by: 20 %'],
      ['title: Club fee', 'title: Other'],
    );
    expect(diffInputs([read(), read(['customers: 900', 'customers: 950']), third])).toEqual([
      { path: 'months', values: ['12', '12', '24'] },
      { path: 'world.segments[Members].customers', values: ['900, assumed', '950, assumed', '900, assumed'] },
    ]);
  });
});
