import { describe, expect, it } from 'vitest';
import { runTask } from '../../../models/analysis/task.ts';
import { createTornadoTask } from '../../../models/analysis/tornado.ts';
import { normalQuantile } from '../../../models/core/numbers.ts';
import { fixed } from '../../../models/core/quantity.ts';
import { believed, buildRise, buildScenario, buildSegment } from '../../support/build-scenario.ts';
import { impactBest } from '../../support/run-scenario.ts';
import { buildCertain, buildSpending, normal } from '../../support/uncertain-scenario.ts';

const spending = buildCertain([
  buildSpending('Spend', [normal(500, 10, 'expert'), normal(300, 100), fixed(40), normal(-200, 50)]),
]);

describe('a tornado of money spent', () => {
  const { best, inputs, without } = runTask(createTornadoTask(spending));

  it('starts at best values', () => {
    expect(best.profit).toBeCloseTo(-640, 9);
    expect(best.attrition).toBe(0);
  });

  it('is sorted by range, names what it moved, and leaves out what is certain', () => {
    expect(inputs.map(({ path }) => path)).toEqual(
      [1, 3, 0].map((action) => `plans.Spend.actions.${action}.invest.once`),
    );
    expect(inputs[2]).toMatchObject({ unit: 'USD', evidence: 'expert' });
    expect(without).toBe(0);
  });

  it('goes from the 10th to the 90th percentile of each input alone', () => {
    const z = normalQuantile(0.9);
    expect(inputs[0].low.value).toBeCloseTo(300 - 100 * z, 9);
    expect(inputs[0].low.profit).toBeCloseTo(-640 + 100 * z, 9);
    expect(inputs[0].high.profit).toBeCloseTo(-640 - 100 * z, 9);
    expect(inputs[0].range).toBeCloseTo(200 * z, 9);
  });
});

describe('a tornado of a price rise', () => {
  const churn = { kind: 'interval', scale: 'share', low: 0.02, high: 0.05, best: 0.03 } as const;
  const rise = buildRise(0.1, { at: 2, announce: 1, announced: true });
  const build = (belief: Parameters<typeof believed>[0]) =>
    buildScenario({
      segments: [
        { ...buildSegment({ tenure: [{ months: 12, share: 1 }] }), churnPerMonth: believed(belief) },
      ],
      months: 6,
      plans: [rise],
    });
  const tornado = runTask(createTornadoTask(build(churn), { measure: 'attrition' }));

  it('gives the figures of runs in which that input is certain at its end', () => {
    const found = tornado.inputs.find(({ path }) => path === 'segments.Everyone.churn')!;
    for (const end of [found.low, found.high]) {
      const { profit, profitWithEquity, attrition } = impactBest(
        build({ kind: 'fixed', value: end.value }),
        rise,
      );
      expect(end.profit).toBeCloseTo(profit, 6);
      expect(end.profitWithEquity).toBeCloseTo(profitWithEquity, 6);
      expect(end.attrition).toBeCloseTo(attrition, 12);
    }
    expect(found.low.value).toBeCloseTo(0.02, 12);
  });

  it('is sorted by the figure asked for, and counts the inputs that move nothing', () => {
    const ranges = tornado.inputs.map(({ range }) => range);
    expect(ranges).toEqual([...ranges].sort((a, b) => b - a));
    expect(tornado.inputs[0].range).toBe(
      Math.abs(tornado.inputs[0].high.attrition - tornado.inputs[0].low.attrition),
    );
    expect(tornado.without).toBeGreaterThan(20);
  });
});

describe('createTornadoTask', () => {
  it('refuses a plan that is not there', () => {
    expect(() => createTornadoTask(spending, { plan: 'Save' })).toThrow('there is no plan named "Save"');
    expect(() => createTornadoTask(buildCertain([]))).toThrow('the scenario has no plan');
  });
});
