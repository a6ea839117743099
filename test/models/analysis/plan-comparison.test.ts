import { describe, expect, it } from 'vitest';
import { createPlanComparison } from '../../../models/analysis/plan-comparison.ts';
import { runScenario } from '../../../models/analysis/run.ts';
import { normalQuantile } from '../../../models/core/numbers.ts';
import { createRunKey, deriveKey, uniformAt } from '../../../models/core/random.ts';
import { buildRise, buildScenario } from '../../support/build-scenario.ts';

function compare(names: readonly string[], draws: readonly (readonly number[])[]) {
  const comparison = createPlanComparison(['do nothing', ...names]);
  for (const profits of draws) comparison.add([0, ...profits]);
  return comparison.result();
}

describe('plans against each other', () => {
  it('has the regrets of a table made by hand', () => {
    const { regrets } = compare(
      ['a', 'b'],
      [
        [10, 4],
        [-6, 2],
        [-2, -8],
        [8, 8],
      ],
    );
    // Best of each draw: 10, 2, 0, 8, that is 5 on average.
    expect(regrets.map(({ plan, regret }) => [plan, regret])).toEqual([
      ['do nothing', 5],
      ['a', 2.5],
      ['b', 3.5],
    ]);
    expect(regrets.map(({ chanceBest }) => chanceBest)).toEqual([0.25, 0.5, 0.25]);
  });

  it('orders plans by regret as by mean profit, and differs by the same amounts', () => {
    const draws = Array.from({ length: 50 }, (_, k) => [k % 7, (k * 3) % 11, (k * 5) % 4]);
    const { regrets, pairs } = compare(['a', 'b', 'c'], draws);
    expect(pairs.map(({ plan, other }) => `${plan}${other}`)).toEqual(['ab', 'ac', 'bc']);
    const regretOf = (name: string) => regrets.find(({ plan }) => plan === name)!.regret;
    for (const { plan, other, difference } of pairs) {
      expect(difference).toBeCloseTo(regretOf(other) - regretOf(plan), 12);
    }
    expect(regrets.reduce((sum, { chanceBest }) => sum + chanceBest, 0)).toBeCloseTo(1, 12);
  });

  it('tells the chance of two normal profits, with errors that are those of theory', () => {
    const key = createRunKey('pair');
    const [one, two] = ['one', 'two'].map((name) => deriveKey(key, name));
    const n = 20_000;
    const draws = Array.from({ length: n }, (_, k) => [
      1 + normalQuantile(uniformAt(one, k)),
      normalQuantile(uniformAt(two, k)),
    ]);
    const [pair] = compare(['a', 'b'], draws).pairs;
    // Φ(1/√2)
    expect(Math.abs(pair.chanceBetter - 0.76025)).toBeLessThan(4 * pair.chanceBetterError);
    expect(pair.chanceBetterError).toBeCloseTo(Math.sqrt((0.76025 * 0.23975) / n), 4);
    expect(Math.abs(pair.difference - 1)).toBeLessThan(4 * pair.differenceError);
    expect(pair.differenceError).toBeCloseTo(Math.sqrt(2 / n), 3);
    expect(pair.distinguishable).toBe(true);
  });

  it('does not tell apart what is alike, nor what few draws leave open', () => {
    expect(
      compare(
        ['a', 'b'],
        [
          [3, 3],
          [5, 5],
        ],
      ).pairs[0],
    ).toMatchObject({
      chanceBetter: 0.5,
      difference: 0,
      distinguishable: false,
    });
    expect(
      compare(
        ['a', 'b'],
        [
          [3, 2],
          [5, 6],
          [4, 1],
        ],
      ).pairs[0].distinguishable,
    ).toBe(false);
  });
});

describe('a run of several plans', () => {
  const scenario = buildScenario({ months: 6, plans: [buildRise(0.05), buildRise(0.2), buildRise(0.1)] });

  it('compares each with each, on its mean profits', () => {
    const { plans, comparison } = runScenario(scenario, { draws: 20 });
    expect(comparison!.regrets.map(({ plan }) => plan)).toEqual(plans.map(({ name }) => name));
    expect(comparison!.pairs).toHaveLength(3);
    for (const { plan, other, difference } of comparison!.pairs) {
      const mean = (name: string) => plans.find((each) => each.name === name)!.impact!.profit.mean;
      expect(difference).toBeCloseTo(mean(plan) - mean(other), 6);
    }
  });

  it('says nothing of the kind about one plan', () => {
    expect(runScenario(scenario, { draws: 2, plans: [scenario.plans[0].name] }).comparison).toBeUndefined();
  });
});
