import { describe, expect, it } from 'vitest';
import { createCandidateTask } from '../../../models/analysis/candidate-task.ts';
import type { Point } from '../../../models/analysis/decision-space.ts';
import { editsOf, optimise } from '../../../models/analysis/optimise.ts';
import { runTask } from '../../../models/analysis/task.ts';
import { parseScenarioText } from '../../../models/scenario/parse.ts';
import type { Scenario } from '../../../models/scenario/scenario.ts';
import { rewriteScenarioText } from '../../../models/scenario/write.ts';
import { readParts, type ScenarioParts, scenarioText } from '../../support/scenario-text.ts';

const segment = 'price: 20\ncostToServe: 8 to 12\nchurn: 2 %/month to 4 %/month';
const rise = (top: string, by: string, at = '3'): ScenarioParts => ({
  top: `months: 12\n${top}`,
  segment,
  actions: `- { at: ${at}, announce: 2 months before, reason: cost, price: { by: ${by} } } # the rise`,
});

const draws = 12;

/** Means of profit and of attrition over the same draws, on a grid. */
function measureGrid(scenario: Scenario, candidates: readonly Point[]) {
  const columns = [{ measure: 'profit' as const }, { measure: 'attrition' as const }];
  const work = { plan: 'Plan', candidates, columns, from: 0, draws };
  return runTask(createCandidateTask(scenario, work)).map((rows) => {
    const mean = (column: number) =>
      rows.reduce((sum, value, k) => (k % 2 === column ? sum + value : sum), 0) / draws;
    return { profit: mean(0), attrition: mean(1) };
  });
}

const steps = (low: number, high: number, count: number) =>
  Array.from({ length: count + 1 }, (_, k) => Number((low + ((high - low) * k) / count).toPrecision(9)));

describe('optimise', () => {
  it('finds what an exhaustive grid finds, for one number', async () => {
    const scenario = readParts({
      ...rise('optimise: { plan: Plan, maximise: profit }', '{ free: -20 % to 40 %, start: 8 % }'),
      segment: `${segment}\nassumptions: { priceResponse: 9 to 12 }`,
    });
    const optimum = await optimise(scenario, { draws });
    const grid = measureGrid(
      scenario,
      steps(-20, 40, 60).map((value) => [value]),
    );
    const best = Math.max(...grid.map(({ profit }) => profit));
    expect(optimum.best.profit.mean).toBeGreaterThanOrEqual(best * 0.9999);
    expect(optimum.decisions[0].onBound).toBeNull();
    expect(optimum.gain.mean).toBeCloseTo(optimum.best.profit.mean - optimum.start.profit.mean, 6);
  });

  it('finds what an exhaustive grid finds under a condition, for a month and a rise', async () => {
    const scenario = readParts(
      rise(
        'optimise: { plan: Plan, maximise: profit, keep: [{ measure: attrition, atMost: 2.5 % }] }',
        '{ free: 0 % to 40 %, start: 8 % }',
        '{ free: 3 to 6, start: 4 }',
      ),
    );
    const optimum = await optimise(scenario, { draws });
    const points = steps(3, 6, 3).flatMap((at) => steps(0, 40, 40).map((by) => [at, by]));
    const grid = measureGrid(scenario, points);
    const best = Math.max(...grid.flatMap(({ profit, attrition }) => (attrition <= 0.025 ? [profit] : [])));
    expect(best).toBeLessThan(Math.max(...grid.map(({ profit }) => profit)));
    expect(optimum.feasible).toBe(true);
    expect(optimum.best.keep).toMatchObject([{ kept: true, binding: true, bound: 'atMost', value: 0.025 }]);
    expect(optimum.best.profit.mean).toBeGreaterThanOrEqual(best * 0.999);
    // The frontier: more attrition, more gain; and no point of the grid beyond it by more than its spacing.
    const { points: frontier } = optimum.frontier;
    for (const [k, point] of frontier.entries()) {
      if (k === 0) continue;
      expect(point.gain.mean).toBeGreaterThan(frontier[k - 1].gain.mean);
      expect(point.attrition.mean).toBeGreaterThan(frontier[k - 1].attrition.mean);
    }
    expect(frontier.length).toBeGreaterThan(3);
  });

  it('says "on the bound" where more would be better still, and that a rise is beyond the evidence', async () => {
    const scenario = readParts({
      ...rise('optimise: { plan: Plan, maximise: profit }', '{ free: 0 % to 70 % }'),
      segment: `${segment}\nassumptions: { priceResponse: 0.01, priceLevelResponse: 0.01, wakeUp: 0.01 }`,
    });
    const optimum = await optimise(scenario, { draws: 8 });
    expect(optimum.decisions[0]).toMatchObject({ value: '70 %', onBound: 'high', flatTo: '70 %' });
    expect(optimum.beyondEvidence[0]).toContain('+70 %');
  });

  it('names the condition that no plan keeps, and by how much the best misses it', async () => {
    const scenario = readParts(
      rise(
        'optimise: { plan: Plan, maximise: profit, keep: [{ measure: profit, atLeast: 1e6 }] }',
        '{ free: 0 % to 40 % }',
      ),
    );
    const optimum = await optimise(scenario, { draws: 8 });
    expect(optimum.feasible).toBe(false);
    const [missed] = optimum.best.keep;
    expect(missed.kept).toBe(false);
    expect(missed.mean).toBeLessThan(1e6);
    // What breaks it least is what earns most.
    expect(missed.mean).toBe(optimum.best.profit.mean);
  });

  it('gives the same bytes whoever measures the plans, and in whatever order', async () => {
    const scenario = readParts(
      rise(
        'optimise: { plan: Plan, maximise: profitWithEquity }',
        '{ free: 0 % to 40 % }',
        '{ free: 3 to 6 }',
      ),
    );
    const backwards = await optimise(scenario, { draws: 8 }, async (_, work) => {
      const copy = structuredClone(scenario);
      const task = createCandidateTask(copy, work);
      const blocks = Array.from({ length: task.blocks }, (_, k) => task.blocks - 1 - k);
      const parts = new Map(blocks.map((block) => [block, createCandidateTask(copy, work).compute(block)]));
      const collector = task.collect();
      for (let block = 0; block < task.blocks; block++) collector.add(parts.get(block)!);
      return collector.result();
    });
    expect(JSON.stringify(backwards)).toBe(JSON.stringify(await optimise(scenario, { draws: 8 })));
  });

  it('writes its best back as a file whose plan has the same figures, comments kept', async () => {
    const parts = rise(
      'optimise: { plan: Plan, maximise: profit }',
      '{ free: 0 % to 40 % }',
      '{ free: 3 to 6 }',
    );
    const scenario = readParts(parts);
    const optimum = await optimise(scenario, { draws: 8 });
    const text = rewriteScenarioText(scenarioText(parts), editsOf(scenario, optimum));
    expect(text).toContain('# the rise');
    expect(text).not.toContain('free');
    const parsed = parseScenarioText(text);
    if (!parsed.ok) throw new Error(parsed.problems[0].message);
    const work = {
      plan: 'Plan',
      candidates: [[]],
      columns: [{ measure: 'profit' as const }],
      from: 0,
      draws: 8,
    };
    const [rows] = runTask(createCandidateTask(parsed.scenario, work));
    expect(rows.reduce((sum, value) => sum + value, 0) / 8).toBe(optimum.best.profit.mean);
  });

  it('refuses a scenario without a goal and draws out of range', async () => {
    await expect(optimise(readParts())).rejects.toThrow('nothing to optimise');
    const scenario = readParts(rise('optimise: { plan: Plan, maximise: profit }', '{ free: 0 % to 40 % }'));
    await expect(optimise(scenario, { draws: 7 })).rejects.toThrow('from 8 to');
  });
});
