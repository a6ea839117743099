import { describe, expect, it } from 'vitest';
import { computeConcentration } from '../../../models/analysis/concentration.ts';
import { createFifthsTask } from '../../../models/analysis/fifths.ts';
import { runTask } from '../../../models/analysis/task.ts';
import { parseScenarioText } from '../../../models/scenario/parse.ts';
import { scenarioText } from '../../support/scenario-text.ts';

function build(segment: string) {
  const parsed = parseScenarioText(
    scenarioText({ top: 'months: 8', segment, actions: '- { at: 2, announce: 1, price: { by: 20 % } }' }),
  );
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join());
  return parsed.scenario;
}

describe('who leaves by fifth of spend', () => {
  const scenario = build('costToServe: 8\nprice: { mean: 30, spread: 40 % }');
  const result = runTask(createFifthsTask(scenario, { customers: 4000, groups: 3 }));
  const [{ fifths }] = result.segments;

  it('orders fifths by what they pay', () => {
    const pays = fifths.map((fifth) => fifth.pays);
    expect(pays).toEqual([...pays].sort((a, b) => a - b));
    expect(pays[4]).toBeGreaterThan(1.5 * pays[0]);
    expect(result.customers).toBe(12_000);
  });

  it('comes to the extra leavers of the whole base, as a population run counts them', () => {
    const one = runTask(createFifthsTask(scenario, { customers: 4000, groups: 1 }));
    const seed = `${scenario.seed} fifths 0`;
    const { base, plans } = computeConcentration(scenario, { customers: 4000, seed });
    const mean = one.segments[0].fifths.reduce((sum, { attrition }) => sum + attrition.estimate, 0) / 5;
    expect(mean).toBeGreaterThan(0.01);
    expect(mean * base.customers).toBeCloseTo(plans[0].extraLeavers.estimate, 6);
  });

  it('is the same when it is asked again', () => {
    expect(runTask(createFifthsTask(scenario, { customers: 4000, groups: 3 }))).toEqual(result);
  });

  it('refuses numbers out of range', () => {
    expect(() => createFifthsTask(scenario, { customers: 10 })).toThrow('customers must be a whole number');
    expect(() => createFifthsTask(scenario, { groups: 0 })).toThrow('groups must be a whole number');
  });
});
