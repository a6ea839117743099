import { describe, expect, it } from 'vitest';
import { runScenario } from '../../../models/analysis/run.ts';
import { createSweepTask, type SweepOptions } from '../../../models/analysis/sweep.ts';
import { runTask } from '../../../models/analysis/task.ts';
import { buildRise, buildScenario, buildSegment } from '../../support/build-scenario.ts';
import { impactBest } from '../../support/run-scenario.ts';
import { buildCertain, buildSpending, normal } from '../../support/uncertain-scenario.ts';

const spending = buildCertain([buildSpending('Spend', [normal(500, 10), normal(300, 100)])]);
const [first, second] = [0, 1].map((action) => `plans.Spend.actions.${action}.invest.once`);
const sweep = (options: SweepOptions, scenario = spending) => runTask(createSweepTask(scenario, options));
const axis = (path: string, from: number, to: number, steps: number) => ({ path, from, to, steps });

describe('a sweep over two numbers', () => {
  const grid = sweep({ over: [axis(first, 0, 100, 3), axis(second, -10, 10, 2)] });

  it('is a grid of exact profits at best values, the last axis fastest', () => {
    expect(grid.points.map(({ at, figures }) => [...at, figures.profit.mean])).toEqual([
      [0, -10, expect.closeTo(10, 9)],
      [0, 10, expect.closeTo(-10, 9)],
      [50, -10, expect.closeTo(-40, 9)],
      [50, 10, expect.closeTo(-60, 9)],
      [100, -10, expect.closeTo(-90, 9)],
      [100, 10, expect.closeTo(-110, 9)],
    ]);
    expect(grid).toMatchObject({ plan: 'Spend', draws: 0 });
    expect(grid.axes).toMatchObject([
      { path: first, unit: 'USD', values: [0, 50, 100] },
      { path: second, values: [-10, 10] },
    ]);
    expect(grid.points[0]).not.toHaveProperty('chanceOfLoss');
  });
});

describe('a sweep with draws', () => {
  it('holds what is swept and draws the rest as an ordinary run does', () => {
    const { points, draws } = sweep({ over: [axis(first, 500, -300, 2)], draws: 50 });
    const ordinary = runScenario(buildCertain([buildSpending('Spend', [normal(500, 0), normal(300, 100)])]), {
      draws: 50,
    }).plans[1].impact!;
    expect(draws).toBe(50);
    expect(points[0].figures.profit.mean).toBeCloseTo(ordinary.profit.mean, 6);
    expect(points[0].chanceOfLoss).toBe(ordinary.chanceOfLoss);
    // The same draws at the other end: 800 less is spent in each of them.
    expect(points[1].figures.profit.low80 - points[0].figures.profit.low80).toBeCloseTo(800, 6);
    expect(points[1].chanceOfLoss).toBeGreaterThan(0.3);
    expect(points[1].chanceOfLoss).toBeLessThan(0.7);
  });
});

describe('a sweep over the size of a rise, an assumption that the file leaves out, and a number of the world', () => {
  const build = (share: number, churn = 0.03, response?: number) => ({
    plan: buildRise(share, { at: 2, announce: 1, announced: true }),
    scenario: buildScenario({
      segments: [buildSegment({ churn, tenure: [{ months: 12, share: 1 }] })],
      months: 6,
      assumptions: response === undefined ? {} : { priceResponse: response },
    }),
  });
  const { plan, scenario } = build(0.1);
  const swept = (path: string, from: number, to: number) => {
    const over = [axis(path, from, to, 2)];
    return sweep({ over }, { ...scenario, plans: [plan] }).points[1].figures;
  };
  const expected = (of: ReturnType<typeof build>) => impactBest(of.scenario, of.plan);

  it.each([
    ['plans.Change by 0.1.actions.0.price', 0.05, 0.2, build(0.2)],
    ['assumptions.priceResponse', 0.5, 2, build(0.1, 0.03, 2)],
    ['segments.Everyone.churn', 0.03, 0.05, build(0.1, 0.05)],
  ])('gives at each point what a file that says so gives: %s', (path, from, to, other) => {
    const { profit, profitWithEquity, attrition } = swept(path, from, to);
    expect(profit.mean).toBeCloseTo(expected(other).profit, 9);
    expect(profitWithEquity.mean).toBeCloseTo(expected(other).profitWithEquity, 9);
    expect(attrition.mean).toBeCloseTo(expected(other).attrition, 12);
  });
});

describe('createSweepTask', () => {
  it('computes a block from nothing but its number, in whatever order', () => {
    const options = { over: [axis(first, 0, 100, 3)], draws: 4 };
    const { blocks, compute } = createSweepTask(spending, options);
    const numbers = Array.from({ length: blocks }, (_, block) => block);
    const backwards = [...numbers].reverse().map((block) => [block, compute(block)] as const);
    const again = createSweepTask(spending, options);
    expect(backwards.reverse()).toEqual(numbers.map((block) => [block, again.compute(block)]));
  });

  it.each<[string, SweepOptions]>([
    [
      'no number of the scenario is at "segments.Everyone.chrun"; did you mean "segments.Everyone.churn"?',
      { over: [axis('segments.Everyone.chrun', 0, 1, 2)] },
    ],
    [
      'segments.Everyone.churn must be 0 to 1, not 1.2',
      { over: [axis('segments.Everyone.churn', 0, 1.2, 3)] },
    ],
    [
      'segments.Everyone.customers must be 0 or more, not -1',
      { over: [axis('segments.Everyone.customers', -1, 2, 2)] },
    ],
    ['values must be a whole number from 2 to 201', { over: [axis(first, 0, 1, 1)] }],
    ['over one or two numbers', { over: [] }],
    ['is swept twice', { over: [axis(first, 0, 1, 2), axis(first, 0, 1, 2)] }],
    ['the grid has 1089 points, more than 1000', { over: [axis(first, 0, 1, 33), axis(second, 0, 1, 33)] }],
    ['are 1000000 runs, more than 200000', { over: [axis(first, 0, 1, 100)], draws: 10_000 }],
    ['draws must be a whole number', { over: [axis(first, 0, 1, 2)], draws: 0 }],
    ['there is no plan named "Save"', { plan: 'Save', over: [axis(first, 0, 1, 2)] }],
  ])('refuses: %s', (message, options) => {
    expect(() => createSweepTask(spending, options)).toThrow(message);
  });
});
