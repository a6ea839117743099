import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createBestRun } from '../../../models/analysis/best-run.ts';
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

  it('agrees with the run that moves groups, within what docs/population.md found between the two', async () => {
    const text = await readFile(new URL('../../../scenarios/bank-account-fee.yaml', import.meta.url), 'utf8');
    const parsed = parseScenarioText(text);
    if (!parsed.ok) throw new Error('the shipped scenario is invalid');
    const bank = parsed.scenario;
    const bySegment = (index: number) => {
      const plan = bank.plans[index];
      const followed = runTask(createFifthsTask(bank, { plan: plan.name, customers: 5000, groups: 2 }));
      return createBestRun(bank)
        .figures(plan)
        .segments.map(({ name, attrition }, k) => {
          const { fifths } = followed.segments[k];
          const share = fifths.reduce((sum, fifth) => sum + fifth.attrition.estimate, 0) / fifths.length;
          const error = Math.hypot(...fifths.map((fifth) => fifth.attrition.error)) / fifths.length;
          return { name, attrition, share, error };
        });
    };
    // Told in time, nearly all know at once, and both come to the same.
    for (const { name, attrition, share, error } of bySegment(1)) {
      expect(Math.abs(share - attrition), name).toBeLessThan(0.05 * attrition + 4 * error);
    }
    // Found on the bill, followed customers leave somewhat less, never more.
    for (const { name, attrition, share, error } of bySegment(0)) {
      expect(share, name).toBeLessThan(attrition + 4 * error);
      expect(share, name).toBeGreaterThan(0.75 * attrition - 4 * error);
    }
  });

  it('is the same when it is asked again', () => {
    expect(runTask(createFifthsTask(scenario, { customers: 4000, groups: 3 }))).toEqual(result);
  });

  it('refuses numbers out of range', () => {
    expect(() => createFifthsTask(scenario, { customers: 10 })).toThrow('customers must be a whole number');
    expect(() => createFifthsTask(scenario, { groups: 0 })).toThrow('groups must be a whole number');
  });
});
