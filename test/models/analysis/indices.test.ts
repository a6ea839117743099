import { describe, expect, it } from 'vitest';
import { createIndicesTask } from '../../../models/analysis/indices.ts';
import { runTask } from '../../../models/analysis/task.ts';
import { buildCertain, buildSpending, normal } from '../../support/uncertain-scenario.ts';

/** Variances 1, 4, 9, 16 and 25 of 55, in three classes of evidence. */
const scenario = buildCertain([
  buildSpending('Spend', [
    normal(500, 10, 'expert'),
    normal(300, 20, 'fitted'),
    normal(200, 30, 'expert'),
    normal(100, 40),
    normal(50, 50),
  ]),
]);
const path = (action: number) => `plans.Spend.actions.${action}.invest.once`;
const task = createIndicesTask(scenario, { inputs: [path(4), path(3)], rows: 1024 });
const result = runTask(task);

describe('indices of a plan’s profit that is a sum of what is uncertain', () => {
  it('are the shares of variance, in the order asked for, the rest in one group', () => {
    expect(result.inputs.map((input) => input.path)).toEqual([path(4), path(3)]);
    const groups = [...result.inputs, result.everythingElse!];
    // Over 40 keys the root mean square error at this number of rows is at most 0.0038 and 0.0020.
    [25 / 55, 16 / 55, 14 / 55].forEach((share, k) => {
      expect(Math.abs(groups[k].first.share - share)).toBeLessThan(0.012);
      expect(Math.abs(groups[k].total.share - share)).toBeLessThan(0.006);
    });
    expect(result.everythingElse!.inputs).toBe(3);
    expect(result.mean).toBeCloseTo(-1150, 0);
    expect(Math.abs(result.variance / 5500 - 1)).toBeLessThan(0.02);
  });

  it('share it out over classes of evidence, with nothing left for effects together', () => {
    expect(result.evidenceShare).toMatchObject([
      { evidence: 'assumed', inputs: 2 },
      { evidence: 'expert', inputs: 2 },
      { evidence: 'fitted', inputs: 1 },
    ]);
    [41 / 55, 10 / 55, 4 / 55].forEach((share, k) => {
      expect(Math.abs(result.evidenceShare[k].share - share)).toBeLessThan(0.015);
    });
    const sum = result.evidenceShare.reduce((total, { share }) => total + share, result.togetherShare);
    expect(sum).toBeCloseTo(1, 12);
    expect(result.togetherShare).toBeLessThan(0.02);
  });

  it('count their runs: rows × (groups + classes + 2)', () => {
    expect(result.runs).toBe(1024 * 8);
    expect(task.blocks).toBe(result.runs);
  });

  it('know nothing before the first row is whole, and are those of fewer rows from there on', () => {
    const collector = task.collect();
    for (let block = 0; block < 64 * 8 + 3; block++) {
      collector.add(task.compute(block));
      if (block === 2) expect(collector.result()).toMatchObject({ rows: 0, variance: 0 });
    }
    const { rows: _rows, ...fewer } = runTask(
      createIndicesTask(scenario, { inputs: [path(4), path(3)], rows: 64 }),
    );
    expect(collector.result()).toEqual({ rows: 64, ...fewer });
  });
});

describe('createIndicesTask', () => {
  it('refuses a path that is no uncertain input', () => {
    expect(() => createIndicesTask(scenario, { inputs: ['market.mood'] })).toThrow(
      'no uncertain input is at market.mood',
    );
  });
});
